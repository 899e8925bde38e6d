"""Odd words, numbers and values, drawn from a generator that a seed has set."""

from __future__ import annotations

from random import Random
from typing import Any, TypeVar

T = TypeVar("T")

LIKE_OTHER_THINGS = (
    *("08", "089", "01632960018", "1e5", "+.5", "1_000", "0x1f", "0o17", "0b1", "1:30", "190:20:30", ".inf"),
    *(".nan", "-.INF", "nan", "NaN", "inf", "Infinity", "-0", "+1", "1.", ".5", "1e400", "-1e-400", "9" * 30),
    *("null", "Null", "~", "", "yes", "no", "YES", "on", "off", "true", "False", "y", "n", "=", "<<", "---"),
    *(
        "...",
        "%YAML 1.2",
        "# a",
        "a: b",
        "a #b",
        "- a",
        "? a",
        "[a",
        "{a",
        "&a",
        "*a",
        "!a",
        "!!str a",
        "|",
        ">",
    ),
    *(
        "@a",
        "`a`",
        "'",
        '"',
        "\\",
        "\\n",
        "a\nb",
        "\ta",
        " a ",
        "\n",
        "2026-09-14",
        "2026-13-40",
        "9999-12-31",
    ),
    *(
        "0000-00-00",
        "2026-9-4",
        "2026-09-14T10:00:00Z",
        "dont-know",
        "not-applicable",
        "helped",
        "none",
        "N/A",
    ),
    *("=1+1", "=HYPERLINK(1)", "+1-1", "@SUM(A1)", "-1,234.56", "<script>", "</td>", "&amp;", "]]>", "{{x}}"),
    *(
        "__class__",
        "constructor",
        "../../x",
        "/",
        "a/b",
        "a.b",
        "a..b",
        ".",
        "..",
        "a-",
        "-a",
        "A",
        "%s",
        "{0}",
    ),
)
CHARACTERS = (
    *(chr(code) for code in range(0x20)),
    *"\x7f\x80\x85\x9b\xa0\xad\u0130\u0131\u0300\u0345\u061c\u1160\u180e\u200b\u200d\u200e\u200f\u2028\u2029",
    *"\u202a\u202e\u2066\u2069\u3000\ufeff\ufffd\ufffe\uffff\ufdd0\ud7ff\ue000\u0660\u00b2\u2460\u00df\ufb01",
    *"\U0001f600\U0001f3fd\U000e0001\U000e0061\U0001fffe\U0010ffff\U00020000\U0001d7d8",
)
NO_TEXT = "\udcff"  # how Python gives a byte of the command line that is no text


class Odd:
    """Draws what people and programs write by mistake, or on purpose."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def one_of(self, *few: T) -> T:
        """Return one of a few."""
        return self.random.choice(few)

    def character(self) -> str:
        """Return a character of any plane, none that is half of one."""
        if self.random.random() < 0.6:
            return str(self.random.choice(CHARACTERS))
        code = self.random.choice((0x100, 0x3000, 0x10000, 0x110000))
        found = chr(self.random.randrange(code))
        return "\ufffd" if "\ud800" <= found <= "\udfff" else found

    def text(self) -> str:
        """Return a text that may look like something else, be of odd letters, or be long."""
        kind = self.random.random()
        if kind < 0.5:
            return self.random.choice(LIKE_OTHER_THINGS)
        if kind < 0.9:
            return "".join(self.character() for _ in range(self.random.randrange(1, 12)))
        return self.random.choice(
            ("a", "9", "ä", "a ", "a-", "a.", "\u0301", "- ", "x\n")
        ) * self.random.choice((50, 500, 5_000))

    def number(self) -> int | float:
        """Return a number of any size."""
        return self.one_of(
            *(0, -1, 1, 2, 3, 17, 2**31, 2**63, 10**18, 10**30, -(10**30), 0.5, 1e300, float("inf")),
            float("nan"),
        )

    def value(self, depth: int = 0) -> Any:
        """Return a value of any kind that YAML has."""
        kind = self.random.randrange(8 if depth < 3 else 5)
        if kind < 2:
            return self.text()
        if kind == 2:
            return self.number()
        if kind == 3:
            return self.one_of(None, True, False)
        if kind == 4:
            return self.one_of([], {}, "", "id", "contact")
        if kind == 5:
            return [self.value(depth + 1) for _ in range(self.random.randrange(4))]
        if kind == 6:
            return {self.text(): self.value(depth + 1) for _ in range(self.random.randrange(4))}
        return self.nested(self.one_of(5, 30, 58, 62, 200))

    def nested(self, depth: int) -> Any:
        """Return lists and mappings inside each other."""
        found: Any = "x"
        for _ in range(depth):
            found = [found] if self.random.random() < 0.5 else {"all": found}
        return found

    def misspelt(self, word: str) -> str:
        """Return a word with a slip of the pen."""
        at = self.random.randrange(len(word) + 1)
        return self.one_of(
            *(
                word[:at] + word[at + 1 :],
                word[:at] + self.character() + word[at:],
                word.upper(),
                word.title(),
            ),
            *(word + " ", " " + word, word.replace("-", "_"), word.replace("-", " "), word + "s", word * 2),
            word[::-1],
        )
