"""What is installed is complete: every module and every data file is in the wheel, and it runs from there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.command.run import ROOT

COPY = re.compile(r"advisor/shipped/knowledge-[^/]*\.json")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built(tmp_path_factory)


def built(tmp_path_factory):
    # From a copy: what an earlier build left in build/ would be packed with it.
    folder, source = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("source")
    for name in ("advisor", "cli", "knowledge", "docs/checks"):
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(source)], check=True
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_module_and_every_data_file(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"advisor/{path.relative_to(ROOT / 'advisor')}" for path in (ROOT / "advisor").rglob("*.py")}
    wanted |= {f"advisor/cli/{path.name}" for path in (ROOT / "cli").glob("*.py")}
    wanted |= {
        f"advisor/shipped/{path.relative_to(ROOT / 'knowledge')}"
        for path in (ROOT / "knowledge").rglob("*.yaml")
    }
    wanted |= {str(path.relative_to(ROOT)) for path in (ROOT / "advisor/pages/templates").iterdir()}
    scaffolds = (ROOT / "advisor/knowledge/scaffolds").rglob("*.yaml")
    wanted |= {str(path.relative_to(ROOT)) for path in scaffolds}
    wanted |= {f"advisor/check_pages/{path.name}" for path in (ROOT / "docs/checks").glob("*.md")}
    wanted |= {"advisor/py.typed", "advisor/shipped/__init__.py"}
    assert wanted - names == set()
    assert not any(name.startswith(("cli/", "knowledge/", "tests/")) for name in names)


def test_the_installed_package_advises_without_the_checkout(wheel, tmp_path):
    target = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(target)
    code = (
        f"import sys; sys.path.insert(0, {str(target)!r}); import advisor; from advisor import Advisor\n"
        "a = Advisor(); advice = a.advise(a.read_case('scenario:health-visitors'))\n"
        "print(a.knowledge.folder, len(advice.plan))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    folder, steps = result.stdout.split()
    assert folder == str(target / "advisor" / "shipped")
    assert int(steps) > 3


def test_the_wheel_carries_the_copy_of_the_shipped_knowledge_and_the_first_start_uses_it(wheel, tmp_path):
    names = zipfile.ZipFile(wheel).namelist()
    assert len([name for name in names if COPY.fullmatch(name)]) == 1
    assert len([name for name in names if name.startswith("advisor/shipped/scenarios-")]) == 1
    target = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(target)
    code = (
        f"import sys; sys.path.insert(0, {str(target)!r}); from advisor import Advisor\n"
        "print(len(Advisor().knowledge.rules), 'advisor.knowledge.loader' in sys.modules)"
    )
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    rules, has_read_files = result.stdout.split()
    assert int(rules) > 1000
    assert has_read_files == "False"
    assert not (tmp_path / "cache").exists()


def test_the_copy_in_the_wheel_is_ignored_when_a_file_beside_it_was_changed(wheel, tmp_path):
    target = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(target)
    base = target / "advisor" / "shipped" / "base.yaml"
    base.write_text(re.sub(r"(?m)^name: .*", "name: changed", base.read_text()))
    code = (
        f"import sys; sys.path.insert(0, {str(target)!r}); from advisor import Advisor\n"
        "print(Advisor().knowledge.name)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert result.stdout == "changed\n"


def test_the_same_sources_give_a_wheel_with_the_same_content(wheel, tmp_path_factory):
    contents = [
        {name: archive.read(name) for name in archive.namelist()}
        for archive in map(zipfile.ZipFile, (wheel, built(tmp_path_factory)))
    ]
    assert contents[0] == contents[1]


def test_from_an_archive_it_says_that_the_knowledge_cannot_be_read_there(wheel, tmp_path):
    code = (
        f"import sys; sys.path.insert(0, {str(wheel)!r}); from advisor import Advisor\n"
        "from advisor.errors import AdvisorError\n"
        "try: Advisor()\n"
        "except AdvisorError as error: print(error)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert result.stdout == (
        "the knowledge that comes with the package cannot be read from an archive; "
        "install the package, or unpack it\n"
    )
