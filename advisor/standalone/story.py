"""A story in pieces, each short enough to be read from the back of a room."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_LETTERS = 300
_END_OF_SENTENCE = re.compile("(?<=[.?!])[\"\u201d\u2019')\\]]*\\s+")
_OPENS, _CLOSES = "\u201c", "\u201d"


def in_pieces(story: str) -> list[str]:
    """Return the paragraphs of a story, long ones broken up between sentences and not inside a speech."""
    return [piece for line in story.splitlines() for piece in _pieces(line)]


def _pieces(paragraph: str) -> Iterator[str]:
    """Yield pieces of about the same length, as few as their length allows: each ends near its share."""
    number = max(1, -(-len(paragraph) // MOST_LETTERS))
    told, piece, share = 0, "", 1
    for sentence in _sentences(paragraph):
        if piece and told + len(sentence) / 2 > len(paragraph) * share / number:
            yield piece
            piece, share = "", share + 1
        piece = f"{piece} {sentence}".strip()
        told += len(sentence) + 1
    if piece:
        yield piece


def _sentences(text: str) -> Iterator[str]:
    begin = 0
    for found in _END_OF_SENTENCE.finditer(text):
        if not _is_in_speech(text[: found.end()]):
            yield text[begin : found.end()].strip()
            begin = found.end()
    if text[begin:].strip():
        yield text[begin:].strip()


def _is_in_speech(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count(_OPENS) > before.count(_CLOSES)
