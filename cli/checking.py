"""Check your answers: all of them in words before the advice, each with its number to change it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from advisor._language import day_in_words
from advisor._text import counted, shown_name
from advisor.cases.case import Case, Partner
from advisor.cases.sectors import sector_named
from advisor.interview.interview import Interview
from advisor.interview.way import Entry
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question_kinds.replies import ReplyError
from advisor.knowledge.question_kinds.table import kind_of

from .prompts import interventions_of, wrapped

HEAD = "CHECK YOUR ANSWERS"
PARTICULARS = {
    "name": "What shall we call this partnership? Enter leaves it as it is.",
    "date": "On which day is this how you see it? Type it as 2026-03-14. Enter leaves it as it is.",
    "partners": "Which services are they? For example: health visitors, a nursery. No names of people. "
    "Enter leaves it as it is.",
}


def answers_text(interview: Interview) -> str:
    """Return all that was answered, in words: what the case is called first, then each with its number."""
    case = interview.case
    lines = [HEAD, *(wrapped(each, "       ") for each in _particulars(case))]
    for number, entry in enumerate(interview.entries, 1):
        question = interview.knowledge.questions[entry.question]
        lines.append(wrapped(question.prompt, f"{number:>4}  ", "      "))
        lines += [wrapped(each, "      = ", "        ") for each in _in_words(entry, interview.knowledge)]
    return "\n".join(lines)


def _particulars(case: Case) -> Iterator[str]:
    yield f"name: {shown_name(case.partnership) or '-'}"
    yield f"date: {day_in_words(case.date) if case.date else '-'}"
    yield f"partners: {', '.join(shown_name(partner.name) for partner in case.partners) or '-'}"


def _in_words(entry: Entry, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield an answer in words: of a list what was said of which lines, the noes by their number."""
    question = knowledge.questions[entry.question]
    kind = kind_of(question)
    if not isinstance(entry.answer, dict):
        yield kind.say_whole(question, entry.answer).strip("'")
    else:
        texts = {line.id: line.text for line in kind.lines(question, interventions_of(knowledge))}
        by_word: dict[str, list[str]] = {}
        for part, word in entry.answer.items():
            by_word.setdefault(word, []).append(texts.get(part, part))
        others = "all" if len(by_word) == 1 else "the other"
        for word, parts in by_word.items():
            told = f"{others} {len(parts)}" if word == "no" else "; ".join(parts)
            yield f"{kind.say(question, word).strip(chr(39))}: {told}"
    if entry.open_parts:
        yield f"left open: {counted(len(entry.open_parts), 'line')}"
    if entry.note:
        yield f"your note: {entry.note}"


def with_particular(case: Case, which: str, said: str) -> Case:
    """Return the case with another name, date or partners; `ReplyError` says what to type instead."""
    if which == "name":
        return replace(case, partnership=said)
    if which == "date":
        return replace(case, date=_day(said))
    names = [name.strip() for name in said.split(",") if name.strip()]
    known = {partner.name: partner for partner in case.partners}
    return replace(case, partners=tuple(known.get(name) or _partner(name) for name in names))


def _partner(name: str) -> Partner:
    """Return a partner of this name, with its sector where the name says it."""
    return Partner(name=name, sector=name if sector_named(name) is not None else "")


def _day(said: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(said)
    except ValueError as error:
        raise ReplyError("Type the day as year-month-day, such as 2026-03-14.") from error
