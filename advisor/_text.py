"""Text from files and from the command line, made fit to be shown: it is data, never escape codes.

All that is shown to people goes through `shown_name` or `on_one_line`: text, pages, pictures, Markdown, DOT,
messages. JSON and tables are data and keep every character.

What steers a terminal or turns the reading direction becomes '?'. What is invisible is left out, since it can
hide words or make one word look like another: spaces of no width, marks of direction, soft hyphens, tag
characters, selectors of variants, fillers; of a heap of accents upon one letter, all but the first thirty.
An emoji may lose its colour or come apart by this. Only the two joiners that Arabic and many scripts of
India are spelt with stay, between letters of such scripts.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata

_LONGEST = 40
_MOST_MARKS = 30  # accents and the like upon one letter: a browser would draw a heap of them for minutes
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # turn the reading direction
_TO_BLANKS = dict.fromkeys(map(ord, "\t\n\v\f\r"), " ")
# Unicode's "default ignorable" characters beside the format characters (Cf), and those of them that show.
_IGNORABLE = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8]"
    r"|[\U000e0000-\U000e0fff]"
)
_SHOWN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2\U000110bd\U000110cd")
_JOINERS = "\u200c\u200d"
_ROOM = "\0"  # stands for the second column of a wide letter; no text that is shown holds one
_FIRST_JOINED = "\u0600"  # below are Latin, Greek, Cyrillic, Armenian and Hebrew, which join nothing


def steers(character: str) -> bool:
    """Return whether a character could steer a terminal or turn text round, or is none that can be shown."""
    is_none = ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    return is_none or character in _TURNING or unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")


def is_hidden(character: str) -> bool:
    """Return whether a character takes no room and shows nothing, so that it could hide something."""
    if _IGNORABLE.match(character):
        return True
    return unicodedata.category(character) == "Cf" and character not in _SHOWN_FORMATS | _TURNING


def holds_control(text: str) -> bool:
    """Return whether a text holds what no file of ours may hold: characters that steer, line ends aside."""
    return not text.isprintable() and any(steers(each) and each not in "\n\t" for each in text)


def shown_name(text: str) -> str:
    """Return `text` on one line, '?' for whatever could steer a terminal, without what is invisible."""
    if text.isascii() and text.isprintable():  # most text is
        return text
    steered = ("?" if steers(character) else character for character in text)
    seen = "".join(each for each in steered if each in _JOINERS or not is_hidden(each))
    joined = (each for place, each in enumerate(seen) if each not in _JOINERS or _joins(seen, place))
    return _without_heaps("".join(joined))


def _without_heaps(text: str) -> str:
    if len(text) <= _MOST_MARKS:
        return text
    kept, marks = [], 0
    for each in text:
        marks = marks + 1 if unicodedata.category(each)[0] == "M" else 0
        if marks <= _MOST_MARKS:
            kept.append(each)
    return "".join(kept)


def on_one_line(text: str) -> str:
    """Return `text` as `shown_name` does, ends of lines and tabs as blanks."""
    return shown_name(text.translate(_TO_BLANKS))


def _joins(text: str, place: int) -> bool:
    """Return whether a joiner stands between two letters of a script that may need it."""
    beside = (text[place - 1 : place], text[place + 1 : place + 2])
    return all(each >= _FIRST_JOINED and unicodedata.category(each)[0] in "LM" for each in beside)


def harmless_lines(text: str) -> str:
    """Return a text of several lines with '?' for whatever could steer a terminal."""
    return "\n".join(map(shown_name, text.split("\n")))


def shown(value: object) -> str:
    """Return a value short and fit to be shown."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = shown_name("" if value is None else str(value))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def id_from(text: str, otherwise: str) -> str:
    """Return a text as an id, lower-case words joined by hyphens; `otherwise` where nothing is left of it.

    What YAML would take for a number or the like has `otherwise` in front.
    """
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower())
    id_ = "-".join(letters.split())
    if id_ and (not id_[0].isalpha() or id_ in ("null", "true", "false")):
        return f"{otherwise}-{id_}"
    return id_ or otherwise


def counted(number: int, thing: str) -> str:
    """Return a number of things: 1 scenario, 2 scenarios."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def in_lines(
    text: str, columns: int, first: str = "", rest: str = "", *, at_hyphens: bool = True
) -> list[str]:
    """Return a text in lines of at most so many columns, indented as `first` and the `rest` say.

    A letter that takes two columns, as Chinese and Japanese ones do, counts as two.
    """
    is_wide = not text.isascii() and any(map(_takes_two, text))
    spread = "".join(each + _ROOM if _takes_two(each) else each for each in text) if is_wide else text
    lines = textwrap.wrap(
        spread,
        columns - is_wide,  # a line may end between a letter and its room
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=at_hyphens,
    )
    return [line.replace(_ROOM, "") for line in lines] if is_wide else lines


def _takes_two(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
