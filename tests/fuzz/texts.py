"""Trees as text in many ways of writing YAML, and texts with something broken in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml

from tests.fuzz.odd import Odd

PIECES = (
    *(
        b"%YAML 1.1\n---\n",
        b"%TAG ! tag:x,2000:\n---\n",
        b"--- ",
        b"\n---\n",
        b"\n...\n",
        b"&a ",
        b"*a",
        b"!!int ",
    ),
    *(
        b"!<tag:x> ",
        b"<<: *a\n",
        b"? ",
        b": ",
        b"- ",
        b"|\n",
        b">-\n  ",
        b"|9\n",
        b"\t",
        b"#",
        b"[",
        b"]",
        b"{",
        b"}",
    ),
    *(
        b",",
        b"'",
        b'"',
        b"\\",
        b"\\x00",
        b"\\ud800",
        b'"\\ud83d"',
        b"\r",
        b"\r\n",
        b"\x00",
        b"\x07",
        b"\x1b[2J",
    ),
    *(b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc2\x85"),
    *(
        b"\xe2\x80\xa8",
        b"\xe2\x80\xae",
        b"9" * 400,
        b"a" * 3000,
        b"[" * 100,
        b"{a: " * 100,
        b"- " * 100,
        b"! ",
    ),
)
PLAINLY = 0.6  # how many trees are written as people write them: odd quotes make another value of a number
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-8-sig", "utf-7", "cp037")


def as_yaml(tree: Any, odd: Odd) -> bytes:
    """Return a tree as YAML or JSON, in one of the ways in which it can be written.

    One that is too deep for the library that writes it becomes a deep one of brackets.
    """
    try:
        return _written(tree, odd)
    except RecursionError:
        return b"[" * odd.one_of(100, 1_000, 100_000)


def _written(tree: Any, odd: Odd) -> bytes:
    if odd.random.random() < PLAINLY:
        return yaml.safe_dump(tree, sort_keys=False, allow_unicode=True).encode("utf-8", "surrogatepass")
    if odd.random.random() < 0.2:
        text = json.dumps(tree, ensure_ascii=odd.one_of(True, False), indent=odd.one_of(None, 1), default=str)
    else:
        text = yaml.safe_dump(
            tree,
            sort_keys=False,
            allow_unicode=odd.one_of(True, False),
            default_flow_style=odd.one_of(None, False, False, True),
            default_style=odd.one_of(None, None, None, '"', "'", "|", ">"),
            width=odd.one_of(10, 80, 10**6),
        )
    return text.encode("utf-8", "surrogatepass")


def broken(data: bytes, odd: Odd) -> bytes:
    """Return bytes with one to three things broken in them."""
    for _ in range(odd.random.randint(1, 3)):
        data = odd.random.choice(BREAKS)(data, odd)
    return data


def _flip(data: bytes, odd: Odd) -> bytes:
    at = odd.random.randrange(len(data) or 1)
    return (
        data[:at] + bytes([data[at] ^ (1 << odd.random.randrange(8))]) + data[at + 1 :] if data else b"\x01"
    )


def _cut(data: bytes, odd: Odd) -> bytes:
    first, last = sorted(odd.random.randrange(len(data) + 1) for _ in range(2))
    return odd.one_of(data[:first], data[last:], data[:first] + data[last:])


def _insert(data: bytes, odd: Odd) -> bytes:
    at = odd.random.randrange(len(data) + 1)
    return data[:at] + odd.random.choice(PIECES) + data[at:]


def _insert_text(data: bytes, odd: Odd) -> bytes:
    at = odd.random.randrange(len(data) + 1)
    return data[:at] + odd.text().encode() + data[at:]


def _splice(data: bytes, odd: Odd) -> bytes:
    first, last = sorted(odd.random.randrange(len(data) + 1) for _ in range(2))
    at = odd.random.randrange(len(data) + 1)
    return data[:at] + data[first:last] + data[at:]


def _change_lines(data: bytes, odd: Odd) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = odd.random.randrange(len(lines))
    way = odd.random.randrange(6)
    if way == 0:
        lines[at] = odd.one_of(b" ", b"\t", b"  ", b"   ") + lines[at]
    elif way == 1:
        lines[at] = lines[at].lstrip()
    elif way == 2:
        lines.insert(at, lines[odd.random.randrange(len(lines))])
    elif way == 3:
        del lines[at]
    elif way == 4:
        lines[at] = lines[at].rstrip() + odd.one_of(
            b" # a comment\n", b" &a\n", b" |\n", b" >\n", b": x\n", b" \\\n"
        )
    else:
        odd.random.shuffle(lines)
    return b"".join(lines)


def _encode(data: bytes, odd: Odd) -> bytes:
    return data.decode("utf-8", "replace").encode(odd.random.choice(ENCODINGS), "replace")


def _change_ends(data: bytes, odd: Odd) -> bytes:
    return data.replace(
        b"\n", odd.one_of(b"\r", b"\r\n", b"\n\n", b"", b"\x0b", b"\xc2\x85", b"\xe2\x80\xa8")
    )


def _repeat(data: bytes, odd: Odd) -> bytes:
    return data * odd.one_of(2, 3, 20)


BREAKS: tuple[Callable[[bytes, Odd], bytes], ...] = (
    *(_flip, _flip, _cut, _insert, _insert, _insert_text, _insert_text, _splice),
    *(_change_lines, _change_lines, _encode, _change_ends, _repeat),
)
