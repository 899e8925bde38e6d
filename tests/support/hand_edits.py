"""What people do to a case file in an editor: comments, quotes, indents, brackets, blocks, line ends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random

from advisor.files.yaml_text import inline

_LINE = re.compile(r"^( *(?:- )?)([\w-]+): (\S.*)$")
NOTES = (
    "since the move",
    "it's so: 'new'",
    "08",
    "yes",
    "# no comment",
    "\N{GRINNING FACE} {x}",
    "a  b",
    "-",
)


def edited(text: str, random: Random) -> bytes:
    """Return the bytes of a case file after one to six edits; some make it one that no longer fits."""
    for _ in range(random.randint(1, 6)):
        lines = random.choice(EDITS)(text.split("\n"), random)
        text = "\n".join(lines)
    end = random.choice(("\n", "\n", "\n", "\r\n", "\r"))
    return (random.choice(("", "", "", "\ufeff")) + text.replace("\n", end)).encode()


def _comment(lines: list[str], random: Random) -> list[str]:
    at = random.randrange(len(lines))
    words = random.choice(('# it\'s "hers": {x}', "#", "# - a: b", "#: \N{EM DASH}"))
    return [*lines[:at], " " * random.randrange(7) + words, *lines[at:]]


def _comment_behind(lines: list[str], random: Random) -> list[str]:
    return _with(lines, random, lambda line: line + random.choice((" ", "   ", "\t")) + "# so it's: [said]")


def _blank_line(lines: list[str], random: Random) -> list[str]:
    at = random.randrange(len(lines) + 1)
    return [*lines[:at], random.choice(("", "", "  ", "      ", " \t", "\t")), *lines[at:]]


def _blanks_behind(lines: list[str], random: Random) -> list[str]:
    return _with(lines, random, lambda line: line + random.choice((" ", "    ", "\t", " \t ")))


def _blanks_at_the_colon(lines: list[str], random: Random) -> list[str]:
    gap = random.choice((" : ", ":   ", ":\t", ":", " :\t"))
    return _with(lines, random, lambda line: line.replace(": ", gap, 1))


def _quotes(lines: list[str], random: Random) -> list[str]:
    """Put what stands behind a key into quotes, whatever it is; or take its quotes away."""

    def changed(words: str) -> str:
        way = random.randrange(4)
        if way == 0:
            return words.strip("'\"")
        if way == 1:
            return "'" + words.strip("'\"").replace("'", "''") + "'"
        bare = words.strip("'\"")
        return json.dumps(bare, ensure_ascii=False) if way == 2 else '"' + bare + '"'

    return _with_value(lines, random, changed)


def _quoted_key(lines: list[str], random: Random) -> list[str]:
    quote = random.choice("'\"")
    return _with(lines, random, lambda line: re.sub(r"^( *(?:- )?)([\w-]+):", rf"\1{quote}\2{quote}:", line))


def _below(lines: list[str], random: Random) -> list[str]:
    """Put what stands behind a key into the next line."""
    indent = "\n" + " " * random.choice((3, 4, 6, 8))
    return "\n".join(_with_value(lines, random, lambda words: indent + words)).split("\n")


def _wrapped(lines: list[str], random: Random) -> list[str]:
    """Break what stands behind a key into lines at its blanks."""
    indent = random.choice(("\n    ", "\n      ", "\n\n     ", "\n "))
    return "\n".join(_with_value(lines, random, lambda words: words.replace(" ", indent, 2))).split("\n")


def _block(lines: list[str], random: Random) -> list[str]:
    """Write what stands behind a key as a block of lines."""
    head = random.choice(("|", "|-", "|+", ">", ">-", ">+", "|2-", ">-1", "| # so", ">2"))
    indent = " " * random.choice((2, 4, 5, 7))

    def changed(words: str) -> str:
        bare = words.strip("'\"").split(" ")
        at = random.randrange(len(bare) + 1)
        deeper = random.choice(("", "", "  ", "\t"))
        gap = random.choice(("\n", "\n", "\n\n", "\n   \n"))
        return f"{head}\n{indent}{' '.join(bare[:at])}{gap}{indent}{deeper}{' '.join(bare[at:])}"

    return "\n".join(_with_value(lines, random, changed)).split("\n")


def _deeper(lines: list[str], random: Random) -> list[str]:
    """Indent the lines below a key by more, or by less."""
    heads = [at for at, line in enumerate(lines) if line.endswith(":")]
    if not heads:
        return lines
    at = random.choice(heads)
    indent = len(lines[at]) - len(lines[at].lstrip())
    more = random.choice((" ", "  ", "    "))
    changed = list(lines)
    for place in range(at + 1, len(lines)):
        line = lines[place]
        if line.strip() and not line.startswith((" " * (indent + 1), " " * indent + "- ")):
            break
        changed[place] = more + line if line else line
    return changed


def _brackets(lines: list[str], random: Random) -> list[str]:
    """Write the lines below a key between brackets."""
    heads = [at for at, line in enumerate(lines) if re.match(r"  [\w-]+:$", line)]
    if not heads:
        return lines
    at = random.choice(heads)
    last = at + 1
    while last < len(lines) and lines[last].startswith("    ") and not lines[last].endswith(":"):
        last += 1
    gap = random.choice(("", " ", "\n", "\n      "))
    comma = random.choice((", ", ",", ",\n   ", " , "))
    end = random.choice(("", ","))
    held = comma.join(line.strip() for line in lines[at + 1 : last])
    return [*lines[:at], *f"{lines[at]} {{{gap}{held}{end}{gap}}}".split("\n"), *lines[last:]]


def _moved(lines: list[str], random: Random) -> list[str]:
    """Put a part of the file in front of all else."""
    heads = [at for at, line in enumerate(lines) if re.match(r"[\w-]+:", line)]
    if len(heads) < 2:
        return lines
    at = random.randrange(1, len(heads))
    first, last = heads[at], (*heads, len(lines))[at + 1]
    return [*lines[: heads[0]], *lines[first:last], *lines[heads[0] : first], *lines[last:]]


def _marks(lines: list[str], random: Random) -> list[str]:
    before = random.choice(([], ["---"], ["--- # mine"], ["", "---"], ["%YAML 1.2", "---"]))
    return [*before, *lines, *random.choice(([], ["..."], ["...", "# end"]))]


def _note(lines: list[str], random: Random) -> list[str]:
    text = inline(random.choice(NOTES))
    return [*lines, "notes:", f"  contact: {text}"]


def _slip(lines: list[str], random: Random) -> list[str]:
    """Leave a line out, write it twice, mistype it, or write what stands for something else."""
    at = random.randrange(len(lines))
    line = lines[at]
    there = random.randrange(len(line) + 1)
    slips: tuple[list[str], ...] = (
        [],
        [line, line],
        [line[:there] + line[there + 1 :]],
        [line[:there] + random.choice("aeszx -:'\",#[]{}|>&*!?%@`\t") + line[there:]],
        ["\t" + line],
        [" " + line],
        [line.replace("yes", random.choice(("true", "on", "Yes", "no", "~")))],
        [line.replace(": ", random.choice((": &a ", ": *a ", ": !!str ", ": ! ")), 1)],
    )
    return [*lines[:at], *random.choice(slips), *lines[at + 1 :]]


def _with(lines: list[str], random: Random, change: Callable[[str], str]) -> list[str]:
    at = random.randrange(len(lines))
    return [*lines[:at], change(lines[at]), *lines[at + 1 :]]


def _with_value(lines: list[str], random: Random, change: Callable[[str], str]) -> list[str]:
    there = [at for at, line in enumerate(lines) if _LINE.match(line)]
    if not there:
        return lines
    at = random.choice(there)
    indent, key, words = _LINE.findall(lines[at])[0]
    return [*lines[:at], f"{indent}{key}: {change(words)}", *lines[at + 1 :]]


EDITS: tuple[Callable[[list[str], Random], list[str]], ...] = (
    *(_comment, _comment_behind, _blank_line, _blanks_behind, _blanks_at_the_colon, _quotes, _quoted_key),
    *(_below, _wrapped, _block, _deeper, _brackets, _moved, _marks, _note, _slip),
)
