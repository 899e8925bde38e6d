"""A language that is none, as proof that every text of the program can be put into another.

Each text stands in brackets, ⟦so⟧, with its fields kept; one that hangs on a number has the number of its
form behind it. What stands outside of the brackets is not from the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from advisor._language import DOMAIN, LOCALES
from advisor.knowledge.folder import shipped_folder

CODE = "pl"  # a language with three plural forms
_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧[⁰¹²]?")
_WORD = re.compile(r"[^\W\d_]{2,}")
Words = tuple[str, ...]


def made_up(folder: Path, code: str = CODE) -> Path:
    """Write the catalogue of the made-up language, or of one that has only its code, below `folder`."""
    with (LOCALES / f"{DOMAIN}.pot").open("rb") as file:
        template = read_po(file)
    catalogue = Catalog(locale=code)
    for message in (each for each in template if each.id):
        catalogue.add(message.id, _translated(message.id, catalogue.num_plurals), flags=message.flags)
    return write(catalogue, folder, code)


def write(catalogue: Catalog, folder: Path, code: str) -> Path:
    """Write a catalogue where the program looks for it below `folder`; return `folder`."""
    where = folder / code / "LC_MESSAGES"
    where.mkdir(parents=True)
    with (where / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalogue)
    return folder


def _translated(english: str | Sequence[str], forms: int) -> str | tuple[str, ...]:
    if isinstance(english, str):
        return _bracketed(english)
    return tuple(_bracketed(english[-1]) + "⁰¹²"[form] for form in range(forms))


def _bracketed(text: str) -> str:
    """Return a text in brackets; line ends and blanks around it stay outside, as layout hangs on them."""
    core = text.strip()
    before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
    return f"{before}⟦{core}⟧{after}"


def outside(said: str, *more: str) -> list[str]:
    """Return the words outside of brackets that stand in no text of the knowledge, and in none of `more`."""
    rest = said
    while rest != (rest := _INNERMOST.sub(" | ", rest)):
        pass
    known = _by_beginning(more)
    return [word for part in rest.split("|") for word in _unknown(_words(part), known)]


def _unknown(words: Words, known: dict[str, list[Words]]) -> Iterator[str]:
    at = 0
    while at < len(words):
        fitting = (len(text) for text in known.get(words[at], ()) if words[at : at + len(text)] == text)
        length = max(fitting, default=0)
        if not length:
            yield words[at]
        at += length or 1


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))


@cache
def _by_beginning(more: tuple[str, ...]) -> dict[str, list[Words]]:
    """Return the texts of the knowledge and their sentences, and some more, by their first word."""
    found: dict[str, list[Words]] = {}
    texts = {part for text in (*_texts(), *more) for part in (text, *re.split(r"(?<=[.?!])\s+", text))}
    for words in {_words(text) for text in texts} - {()}:
        found.setdefault(words[0], []).append(words)
    return found


def _texts() -> Iterator[str]:
    for path in sorted(shipped_folder().rglob("*.yaml")):
        yield from _strings(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from (str(key), *_strings(value))
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
    else:
        yield str(data)
