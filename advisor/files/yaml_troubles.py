"""What keeps a text from being read as YAML, in words that say what to do to it."""

from __future__ import annotations

import re
from typing import Any

import yaml

from advisor._language import _
from advisor._text import holds_control, shown_name
from advisor.errors import Fault

_TAB = re.compile(r"[ ]*\t")
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # that UTF-16 begins with
_CLOSED_BY = {"{": "}", "[": "]"}


def encoding_fault(data: bytes, name: str) -> Fault:
    """Return the fault of content that is no UTF-8 text: of another encoding, or no text at all."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
    else:
        start = 0
    if data.startswith(_MARKS) or max(data[::2].count(0), data[1::2].count(0)) * 3 > len(data):
        return Fault(name, 1, 1, _("this is UTF-16 text, not UTF-8"), _("save the file as UTF-8"))
    if b"\0" in data:
        return Fault(name, 1, 1, _("this is not a text file"), _("is it the right file?"))
    line = data.count(b"\n", 0, start) + 1
    return Fault(name, line, 1, _("this is not UTF-8 text"), _("save the file as UTF-8"))


def syntax_fault(error: yaml.MarkedYAMLError, text: str, name: str) -> Fault:
    """Return the fault of a text that is not YAML."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    lines = text.split("\n")
    written = lines[line - 1] if line <= len(lines) else ""
    tab = _TAB.match(written)
    if tab is not None:
        return Fault(name, line, tab.end(), _("there is a tab here"), _("use blanks in its place"))
    opened, context = error.context_mark, error.context or ""
    if context == "while scanning a quoted scalar" and opened is not None:
        what = _("a quote is opened and never closed")
        return Fault(name, opened.line + 1, opened.column + 1, what, _("close it"))
    if context.startswith("while parsing a flow") and opened is not None:
        bracket = _bracket_at(opened, lines)
        if not bracket:  # the text ends, or goes on with something else, right behind it
            return Fault(
                name, line, column, _("a bracket is opened before this and not closed"), _("close it")
            )
        what, remedy = _unclosed(bracket)
        return Fault(name, opened.line + 1, opened.column + 1, what, remedy)
    return Fault(name, line, column, *_said(error, written[: column - 1]))


def _bracket_at(mark: Any, lines: list[str]) -> str:
    """Return the bracket at a place; nothing where there is none, as at the end of the file."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    found = line[mark.column : mark.column + 1]
    return found if found in _CLOSED_BY else ""


def _unclosed(bracket: str) -> tuple[str, str]:
    what = _("'{bracket}' is opened here, and what follows is not all of it, or not as it should be")
    remedy = _("close it with '{other}', put a comma between its parts, and quotes round a text with a comma")
    return what.format(bracket=bracket), remedy.format(other=_CLOSED_BY.get(bracket, bracket))


def _said(error: yaml.MarkedYAMLError, before: str) -> tuple[str, str]:
    """Return what is wrong and what to try at a place that has `before` in front of it in its line."""
    problem = error.problem or error.context or _("it cannot be read")
    if problem.startswith("mapping values are not allowed") and ":" in before:
        return _("a colon and a blank stand in the middle of a text"), _("put the whole text in quotes")
    if problem.startswith("did not find expected") and before.rstrip().endswith(("'", '"')):
        return _("a text goes on behind its closing quote"), _(
            "put it in double quotes if it holds an apostrophe, or leave the quotes out"
        )
    if problem.startswith("did not find expected") and not before.strip():
        return _("this line begins in another column than those that it belongs with"), _(
            "let it begin right under them, with blanks"
        )
    what = _("this is not YAML: {problem}").format(problem=shown_name(problem))
    return what, _("check the indent, the colons and the quotes there and in the line above")


def character_fault(error: yaml.YAMLError, text: str, name: str) -> Fault:
    """Return the fault of a character that YAML does not allow."""
    given: Any = getattr(error, "position", 0)
    offset = next((i for i, c in enumerate(text) if c not in "\r" and holds_control(c)), int(given or 0))
    before = text[:offset]
    line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
    return Fault(name, line, column, *control_character())


def control_character() -> tuple[str, str]:
    """Return what is wrong with a text that holds a control character, and what to try."""
    return _("the text holds a control character"), _("take it out")
