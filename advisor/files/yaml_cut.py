"""Texts that a blank and a hash cut off: what stands behind is a comment to YAML, and was meant to be read.

A comment that is meant as one has a blank behind its hash, or stands behind a single word. `Room #4 is small`
has not, and neither has `Room # 4 is small`: their authors wanted a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events

from advisor._language import _
from advisor.errors import Fault
from advisor.files.yaml_words import LOADER

Place = tuple[int, int]  # line and column, both counted from 1
_BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
_MAY_CUT = re.compile(r"\S[ \t]+#[ ]?[^\s#]")
_NUMBER = re.compile(r"[ \t]+#\d|[ ]#[ ]\d")
_GLUED = re.compile(r"[ \t]+#[^\s#!]")


def cut_texts(data: bytes, name: str) -> Iterator[Fault]:
    """Yield a fault for each text in a YAML file that looks cut off by a hash; faults call the file `name`.

    Of a file that cannot be read it tells none: whoever reads it says what is wrong with it.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    for line, column in cuts(text):
        yield Fault(name, line, column, *cut_here())


def cut_here() -> tuple[str, str]:
    """Return what is wrong where a text is cut off, and what to try."""
    what = _("the text ends here, since a hash behind a blank begins a comment")
    return what, _("put the whole text in quotes, or leave a blank behind the hash of a comment")


def cuts(text: str) -> Iterator[Place]:
    """Yield where texts look cut off by a hash, up to where the YAML breaks off if it does."""
    if not _MAY_CUT.search(text):
        return
    lines = _BREAK.split(text)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, events.ScalarEvent) and not event.style:
                yield from _cut(event, lines)
    except yaml.YAMLError:
        return


def _cut(event: Any, lines: list[str]) -> Iterator[Place]:
    mark = event.end_mark
    behind = lines[mark.line][mark.column :] if mark.line < len(lines) else ""
    has_words = len(event.value.split()) > 1
    if event.value and (_NUMBER.match(behind) or (has_words and _GLUED.match(behind))):
        yield mark.line + 1, mark.column + 1
