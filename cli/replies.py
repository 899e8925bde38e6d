"""What a leader types at a prompt, and what it means: a line in, an answer or what is wrong out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor._text import steers
from advisor.cases.case import Answer
from advisor.knowledge.entries import NOT_APPLICABLE, STAGES, UNKNOWN, Option, Question
from advisor.knowledge.facts import OUTCOMES

_ESCAPES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|.)?", re.S)
LONGEST = 2_000  # characters of a reply
OUTCOME_LETTERS = {"h": OUTCOMES[0], "n": OUTCOMES[1], "w": OUTCOMES[2], "e": OUTCOMES[3]}


class ReplyError(Exception):
    """A reply cannot be understood; the message says what to type."""


def cleaned(line: str) -> str:
    """Return a line without escape codes and control characters, such as pasted text may bring."""
    return "".join(" " if steers(c) else c for c in _ESCAPES.sub("", line[: LONGEST * 2])).strip()[:LONGEST]


def understood(reply: str, question: Question, interventions: list[Option]) -> Answer:
    """Return the answer that a reply gives; `ReplyError` says what to type instead."""
    if reply.lower() == "u":
        return UNKNOWN
    if reply.lower() == "n":
        return NOT_APPLICABLE
    match question.kind:
        case "choice":
            return _choice(reply, question)
        case "checklist":
            return _checklist(reply, question)
        case "placing":
            return _placing(reply, question)
    return _tried(reply, interventions)


def _choice(reply: str, question: Question) -> str:
    found = re.fullmatch(r"(\d{1,3})[.)]?(.*)", reply, re.ASCII | re.S)
    if found and found[2].strip():
        raise ReplyError(f"Type the number alone, or with a note behind a colon: {found[1]} : because ...")
    if found and 1 <= int(found[1]) <= len(question.options):
        return question.options[int(found[1]) - 1].id
    raise ReplyError(f"Type one number from 1 to {len(question.options)}, or h for help.")


def _checklist(reply: str, question: Question) -> dict[str, str]:
    ticked: set[int] = set()
    doubtful: set[int] = set()
    for word in _words(reply):
        wanted = doubtful if word.startswith("?") else ticked
        wanted |= set(_numbers(word.removeprefix("?").rstrip("."), len(question.items)))
    if both := sorted(ticked & doubtful):
        raise ReplyError(f"Type {both[0]} once: {both[0]} if it is true, ?{both[0]} if you are not sure.")
    return {
        item.id: UNKNOWN if number in doubtful else "yes" if number in ticked else "no"
        for number, item in enumerate(question.items, 1)
    }


def _numbers(word: str, most: int) -> Iterable[int]:
    """Return the numbers that a word names: 4, 2-5, or none for 0."""
    found = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", word, re.ASCII)
    if found:
        low, high = int(found[1]), int(found[2] or found[1])
        if low == high == 0:
            return ()
        if 1 <= low <= high <= most:
            return range(low, high + 1)
    raise ReplyError(f"Type the numbers that are true, such as 1 3 or 2-4 (up to {most}), or 0 for none.")


def _placing(reply: str, question: Question) -> dict[str, str]:
    words = list("".join(_words(reply)))
    if len(words) != len(question.rows) or not set(words) <= {"1", "2", "3", "?"}:
        marks = " ".join("213?"[: len(question.rows)])
        raise ReplyError(f"Type {len(question.rows)} marks in a row, each 1, 2, 3 or ?, such as {marks}.")
    stages = dict(zip(("1", "2", "3", "?"), (*STAGES, UNKNOWN), strict=True))
    return {row.id: stages[word] for row, word in zip(question.rows, words, strict=True)}


def _tried(reply: str, interventions: list[Option]) -> Answer:
    tried: dict[str, str] = {}
    # A blank between number and letter is passed over: 2 h is 2h.
    for word in _words(re.sub(r"(\d)\s+(?=[hnwe]\b)", r"\1", reply.lower())):
        found = re.fullmatch(r"(\d{1,2})([hnwe])", word, re.ASCII)
        if word == "0":
            continue
        if not found or not 1 <= int(found[1]) <= len(interventions):
            raise ReplyError("Type each number with how it went: h n w or e, such as 2h 5n. Type 0 for none.")
        id_, outcome = interventions[int(found[1]) - 1].id, OUTCOME_LETTERS[found[2]]
        if tried.setdefault(id_, outcome) != outcome:
            raise ReplyError(f"Type {found[1]} once, with how it went the last time.")
    return tried or NOT_APPLICABLE


def _words(reply: str) -> list[str]:
    """Return the words of a reply, cut at blanks and commas; a blank around a dash is passed over."""
    words = re.sub(r"\s*-\s*", "-", reply.replace(",", " ")).split()
    if not words:
        raise ReplyError("Type an answer, or h for help.")
    return words
