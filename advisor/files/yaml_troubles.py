"""What keeps a text from being read as YAML, in words that say what to do to it."""

from __future__ import annotations

import re
from typing import Any

import yaml

from advisor._language import _
from advisor._text import holds_control, shown_name
from advisor.errors import Fault
from advisor.files.yaml_bullets import bullet_of, is_in_a_text, no_bullet
from advisor.files.yaml_cut import cut_here, cuts

_TAB = re.compile(r"[ ]*\t")
_GLUED_COLON = re.compile(r"\s*(?:- )?[a-z][a-z-]*:\S")  # a key and its value without a blank between
_GLUED_DASH = re.compile(r"\s*-[a-z]")
_ODD_BLANK = "\u00a0"  # one that never breaks, as word processors and web pages have it
_KEY = re.compile(r"\s*(?:- )?[^\s:#][^:#]*:(?:\s|$)")
_BARE = re.compile(r"(\s*)[a-z][a-z-]*\s*")
_COLON_BEFORE = re.compile(r":\s")
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # that UTF-16 begins with
_AFTER_A_SIGN = ("alphabetic or numeric character", "expected comment or line break")
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
    cut = _cut_before(error, line, text)
    if cut is not None:
        return Fault(name, *cut, *cut_here())
    slip = _slip_near(line, lines)
    if slip is not None:
        return Fault(name, *slip)
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


def _cut_before(error: yaml.MarkedYAMLError, line: int, text: str) -> tuple[int, int] | None:
    """Return where a hash cuts off a text, if what is wrong in `line` comes of that."""
    is_in_brackets = (error.context or "").startswith("while parsing a flow")
    begins = line - 1
    if is_in_brackets and error.context_mark is not None:
        begins = error.context_mark.line + 1
    return next((place for place in cuts(text) if begins <= place[0] <= line), None)


def _slip_near(line: int, lines: list[str]) -> tuple[int, int, str, str] | None:
    """Return a slip of the pen in a line or in the one above, with its line and column; None if none is seen.

    The parser notices many of them a line later only, and says what it misses, not what was meant.
    """
    for number in (line, line - 1):
        written = lines[number - 1] if 1 <= number <= len(lines) else ""
        begin = written.lstrip()
        indent, sign = len(written) - len(begin), bullet_of(begin)
        if sign and (number == line or not is_in_a_text(indent, lines[: number - 1])):
            return number, indent + 1, *no_bullet(sign)
        odd = written.find(_ODD_BLANK)
        if odd >= 0 and (not written[:odd].strip() or written[:odd].endswith(":")):
            what = _("there is a blank here that is none to YAML, as word processors and web pages have it")
            return number, odd + 1, what, _("type an ordinary blank in its place")
        colon = _GLUED_COLON.match(written)
        if colon is not None and not _KEY.match(written):
            return number, colon.end(), _("a blank is missing behind the colon"), _("write 'key: value'")
        dash = _GLUED_DASH.match(written)
        if dash is not None and ":" in written:
            return number, dash.end(), _("a blank is missing behind the dash"), _("write '- key: value'")
    above, here = (lines[line - 2], lines[line - 1]) if 2 <= line <= len(lines) else ("", "")
    bare = _BARE.fullmatch(above)
    if bare is not None and len(here) - len(here.lstrip()) > len(bare[1]):
        return line - 1, len(above.rstrip()) + 1, _("a colon is missing here"), _("write it behind the key")
    return None


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
    if problem.startswith("mapping values are not allowed"):
        if _COLON_BEFORE.search(before):
            return _("a colon and a blank stand in the middle of a text"), _("put the whole text in quotes")
        return _("this line does not begin where YAML looks for a key, or the one above is not finished"), _(
            "let it begin right under the keys that it belongs with, and end the one above with its value"
        )
    if problem.startswith("found character that cannot start") or problem.endswith(_AFTER_A_SIGN):
        return _("a text cannot begin with this sign"), _("put the whole text in quotes")
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
