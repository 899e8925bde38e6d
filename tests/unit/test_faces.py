"""Each package of the library has a face: a few public names, imported when they are first used."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules, walk_packages

import pytest

import advisor

NO_FACE = {"advisor.cli", "advisor.shipped", "advisor.standalone.words"}  # commands, YAML, tables of words
FACES = ["advisor"] + [
    each.name
    for each in walk_packages(advisor.__path__, "advisor.")
    if each.ispkg and each.name not in NO_FACE
]
NAMES = [(package, name) for package in FACES for name in import_module(package).__all__]


def test_all_packages_are_looked_at():
    rooms = {path.parent.name for path in Path(advisor.__path__[0]).glob("*/__init__.py")}
    assert rooms - {name.removeprefix("advisor.") for name in (*FACES, *NO_FACE)} == set()


@pytest.mark.parametrize(("package", "name"), NAMES, ids=".".join)
def test_every_public_name_can_be_imported_and_is_documented(package, name):
    found = getattr(import_module(package), name)
    if name != "__version__":
        own = inspect.getdoc(found)
        assert own is not None
        assert not own.startswith(f"{name}("), "a dataclass without words of its own"


@pytest.mark.parametrize("package", FACES)
def test_a_face_is_listed_by_dir_and_says_in_its_first_line_what_it_is(package):
    module = import_module(package)
    assert set(module.__all__) <= set(dir(module))
    assert (module.__doc__ or "").splitlines()[0].endswith(".")


@pytest.mark.parametrize("package", FACES)
def test_a_name_that_is_not_there_is_no_attribute(package):
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        import_module(package).nonsense  # noqa: B018  the attribute is what is tried


@pytest.mark.parametrize("package", FACES)
def test_type_checkers_see_the_names_that_there_are(package):
    file = import_module(package).__file__
    assert file is not None
    tree = ast.parse(Path(file).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    assert all(isinstance(node, ast.ImportFrom) for node in block.body)
    seen = [
        alias.asname or alias.name
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    assert sorted(seen) == import_module(package).__all__


@pytest.mark.parametrize("package", FACES)
def test_no_module_is_called_after_a_public_name_since_it_would_take_its_place(package):
    module = import_module(package)
    assert {each.name for each in iter_modules(module.__path__)} & set(module.__all__) == set()


@pytest.mark.parametrize("package", FACES)
def test_importing_a_face_alone_imports_nothing_behind_it(package):
    said = f"import sys, {package}; print(*sorted(n for n in sys.modules if n.split('.')[0] == 'advisor'))"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    parts = package.split(".")
    ancestors = {".".join(parts[: number + 1]) for number in range(len(parts))}
    assert set(done.stdout.split()) == {*ancestors, "advisor._face"}
