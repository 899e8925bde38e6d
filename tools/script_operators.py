"""One operator of a script changed at a time: finds the places, and gives the text with each change.

It reads just enough of the language to tell code from comments, texts and patterns, which stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

OTHER = {
    "&&": "||",
    "||": "&&",
    "??": "&&",
    "&": "|",
    "|": "&",
    "^": "|",
    "<<": ">>",
    ">>>": "<<",
    "&=": "|=",
    "|=": "&=",
    "^=": "|=",
    "<": "<=",
    "<=": "<",
    ">": ">=",
    ">=": ">",
    "===": "!==",
    "!==": "===",
    "==": "!=",
    "!=": "==",
    "+": "-",
    "-": "+",
    "*": "+",
    "%": "*",
    "+=": "-=",
    "-=": "+=",
    "true": "false",
    "false": "true",
    "0": "1",
    "1": "0",
    "min": "max",
    "max": "min",
    "some": "every",
    "every": "some",
    "!": "",
    "~": "",
    "continue": "break",
    "break": "continue",
}
METHODS = ("min", "max", "some", "every")  # that are only what they are behind a dot
WORDS_BEFORE_PATTERN = ("return", "typeof", "case", "of", "in")
_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/)
      | (?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
      | (?P<number>\d[\w.]*)
      | (?P<word>[A-Za-z_$#][\w$]*)
      | (?P<sign>>>>=?|===|!==|\*\*|\.\.\.|=>|<<|&&=?|\|\|=?|\?\?=?|\?\.|[-+*/%&|^<>=!]=|\+\+|--|.)""",
    re.VERBOSE | re.DOTALL,
)
_PATTERN = re.compile(r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")


class Token(NamedTuple):
    """A word or sign of the code, and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Change:
    """One change: in which module, at which place, what stands there and what instead."""

    module: str
    start: int
    was: str
    becomes: str
    line: int
    code: str

    def made_in(self, text: str) -> str:
        """Return the text of the module with the change."""
        return text[: self.start] + self.becomes + text[self.start + len(self.was) :]

    def told(self) -> str:
        """Return where it is and what changes."""
        was, becomes = (" ".join(each.split()) or "nothing" for each in (self.was, self.becomes))
        return f"{self.module}.js:{self.line}: {was} -> {becomes}: {self.code}"


def changes(module: str, text: str) -> Iterator[Change]:
    """Yield each change of one operator of a module, in the order of its text."""
    found = [*tokens(text)]
    lines = text.splitlines()
    for place, token in enumerate(found):
        change = _filter(found, place, text) if token.text == "filter" else _other(found, place)
        if change is not None:
            start, was, becomes = change
            line = text.count("\n", 0, start)
            yield Change(module, start, was, becomes, line + 1, lines[line].strip())


def tokens(text: str) -> Iterator[Token]:
    """Yield the words, texts and signs of the code, and of a template its end and the code in it."""
    place, above, depth = 0, list[int](), 0
    last = ""
    while place < len(text):
        if text[place] == "`" or (text[place] == "}" and above and above[-1] == depth):
            if text[place] == "}":
                above.pop()
            place, is_open = _behind_template(text, place + 1)
            if is_open:
                above.append(depth)
            else:
                yield Token("`", place - 1)
            last = ")" if not is_open else "("
            continue
        pattern = _PATTERN.match(text, place) if text[place] == "/" and _may_begin_pattern(last) else None
        if pattern:
            place, last = pattern.end(), ")"
            continue
        match = _TOKEN.match(text, place)
        assert match is not None  # the last part takes any sign
        if match.lastgroup != "blank":
            yield Token(match[0], place)
        if match.lastgroup != "blank":
            last = match[0]
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        place = match.end()


def _behind_template(text: str, place: int) -> tuple[int, bool]:
    """Return the place behind the words of a template, and whether code follows there."""
    while text[place] != "`":
        if text.startswith("${", place):
            return place + 2, True
        place += 2 if text[place] == "\\" else 1
    return place + 1, False


def _may_begin_pattern(last: str) -> bool:
    return last in WORDS_BEFORE_PATTERN or not re.match(r"[\w$)\]\"'}]", last[-1:])


def _other(found: list[Token], place: int) -> tuple[int, str, str] | None:
    """Return what else may stand at a place, if there is something."""
    token = found[place]
    becomes = OTHER.get(token.text)
    if becomes is None or _is_import(found, place):
        return None
    is_behind_dot = place > 0 and found[place - 1].text == "."
    if is_behind_dot != (token.text in METHODS):
        return None
    if token.text in "-+" and _is_one_sided(found, place):
        return None
    return token.start, token.text, becomes


def _is_one_sided(found: list[Token], place: int) -> bool:
    """Return whether a sign stands before a number, and not between two."""
    return not re.match(r"[\w$)\]\"'`]", found[place - 1].text[-1:]) or found[place - 1].text == "return"


def _is_import(found: list[Token], place: int) -> bool:
    """Return whether a sign belongs to an import, of which only the names are code."""
    return place > 0 and found[place - 1].text == "import"


def _filter(found: list[Token], place: int, text: str) -> tuple[int, str, str] | None:
    """Return a filter that keeps what it left out."""
    if found[place - 1].text != "." or found[place + 1].text != "(":
        return None
    depth = 0
    for token in found[place + 1 :]:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 0:
            start = found[place + 1].end
            what = text[start : token.start]
            return start, what, f"(...all) => !({what.rstrip().rstrip(',')})(...all)"
    return None
