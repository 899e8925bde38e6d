"""What a leader types at a prompt, and what it means: a line in, an answer or what is wrong out."""

from __future__ import annotations

import re

from advisor._text import steers
from advisor.knowledge.question import NOT_APPLICABLE, UNKNOWN, Answer, Option, Question
from advisor.knowledge.question_kinds.table import kind_of

_ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|.)?", re.S)
LONGEST = 2_000  # characters of a reply
KEY_OF = {  # what people type instead of a key
    **dict.fromkeys(("help", "?h"), "h"),
    **dict.fromkeys(("back",), "b"),
    **dict.fromkeys(("forward", "go on"), "f"),
    **dict.fromkeys(("stop", "quit", "exit", "q", "save"), "s"),
    **dict.fromkeys(("don't know", "dont know", "don\u2019t know", "idk", "dont-know"), "u"),
    **dict.fromkeys(("why",), "?"),
    **dict.fromkeys(("more", "yes", "y"), "m"),
}
NO_NAME = (
    "?",
    "h",
    "b",
    "f",
    "r",
    "s",
    "u",
    "m",
    "n",
    "name",
    "date",
    "partners",
    "seat",
    "share",
)  # keys, which nothing is called by


def cleaned(line: str) -> str:
    """Return a line without escape codes and control characters, such as pasted text may bring."""
    return (
        "".join(" " if steers(c) else c for c in _ESCAPES.sub("", line[: LONGEST * 2]))
        .strip()[:LONGEST]
        .strip()
    )


def says_none(reply: str, question: Question, note: str) -> bool:
    """Return whether a reply says "none of these"; where that says nothing alone, with words beside it."""
    kind = kind_of(question)
    return reply.rstrip(".)") == "0" and bool(kind.none) and (bool(note) or not kind.none_wants_words)


def understood(reply: str, question: Question, interventions: list[Option]) -> Answer:
    """Return the answer that a reply gives; `ReplyError` says what to type instead."""
    if reply.lower() == "u":
        return UNKNOWN
    if reply.lower() == "n":
        return NOT_APPLICABLE
    kind = kind_of(question)
    return kind.understood(reply, question, kind.lines(question, interventions))
