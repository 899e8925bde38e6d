"""Joins the modules of the script into one, since a file that is opened by itself can import no others.

There is no bundler: each module becomes a function that gives what it exports, in an order in which each
comes after what it imports. The modules keep to a plain form for that: named imports and exports, each at the
beginning of a line.
"""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?:async )?(?:function\*?|class|const) ([A-Za-z_$][\w$]*)", re.MULTILINE)


def script_modules() -> dict[str, str]:
    """Return the text of each module of the script, by its path in `script/` without `.js`."""
    found: dict[str, str] = {}
    _gather(files("advisor.standalone") / "script", "", found)
    return found


def _gather(folder: Traversable, path: str, found: dict[str, str]) -> None:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir():
            _gather(each, f"{path}{each.name}/", found)
        elif each.name.endswith(".js"):
            found[path + each.name.removesuffix(".js")] = each.read_text(encoding="utf-8")


def joined(modules: dict[str, str], wanted: list[str]) -> str:
    """Return one script that runs the `wanted` modules and what they import, each once.

    All that they export is in `modules`, by their paths. `ValueError` for an import of what is not there, or
    in a circle.
    """
    parts = [_as_function(path, modules[path]) for path in in_order(modules, wanted)]
    return "".join(['"use strict";\nconst modules = {};\n', *parts])


def in_order(modules: dict[str, str], wanted: list[str]) -> list[str]:
    """Return the paths of the wanted modules and of all they import, each behind what it imports."""
    done: dict[str, None] = {}
    for path in wanted:
        _visit(path, modules, done, ())
    return list(done)


def _visit(path: str, modules: dict[str, str], done: dict[str, None], above: tuple[str, ...]) -> None:
    if path in above:
        raise ValueError(f"modules import each other in a circle: {' -> '.join((*above, path))}")
    if path in done:
        return
    if path not in modules:
        raise ValueError(f"{above[-1] if above else 'the page'} imports '{path}', which is not there")
    for _names, other in _IMPORT.findall(modules[path]):
        _visit(_resolved(path, other), modules, done, (*above, path))
    done[path] = None


def _resolved(path: str, other: str) -> str:
    return normpath(join(dirname(path), other)).removesuffix(".js")


def _as_function(path: str, text: str) -> str:
    """Return a module as a function that is called at once, and whose result is what it exports."""

    def imported(found: re.Match[str]) -> str:
        names = ", ".join(" ".join(found[1].split()).replace(" as ", ": ").rstrip(",").split(", "))
        return f'const {{ {names.strip()} }} = modules["{_resolved(path, found[2])}"];\n'

    exported = ", ".join(_EXPORT.findall(text))
    body = _IMPORT.sub(imported, text)
    body = re.sub(r"^export (?=async |function|class|const )", "", body, flags=re.MULTILINE)
    return f'modules["{path}"] = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();\n'
