"""A file as it is looked at over time: its case, the advice on it, and what it rules out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.gathering import CaseFile
from advisor.knowledge.facts import ABSENT
from advisor.progress.model import Place


@dataclass(frozen=True, slots=True)
class Seen:
    """A file with its advice; `there` has the title of each finding and likely situation, by kind and id.

    `absent` has the kind and id of those that its answers rule out.
    """

    name: str
    case: Case
    advice: Advice
    there: dict[tuple[str, str], str]
    absent: frozenset[tuple[str, str]]


def seen(file: CaseFile, reasoner: Reasoner) -> Seen:
    """Return a file with the advice on it; `CaseError` if it has answers that no question knows."""
    advice = reasoner.advise(file.case)
    there = {("finding", each.id): each.title for each in advice.findings}
    there |= {("pattern", each.id): each.title for each in advice.patterns if each.fit == "likely"}
    absent = {fact[:2] for fact in advice.firings.concluding if fact.value == ABSENT}
    return Seen(file.name, file.case, advice, there, frozenset(absent))


def in_time(files: Iterable[Seen]) -> list[Seen]:
    """Return files in the order of their dates, those without one first, of one day by their names."""
    return sorted(files, key=lambda each: (each.case.date or datetime.date.min, _has_date(each), each.name))


def _has_date(file: Seen) -> bool:
    return file.case.date is not None


def places(files: Sequence[Seen]) -> list[Place]:
    """Return which files, in their order, are points in time: of those of one day it is the last."""
    found: list[Place] = []
    for file, after in zip(files, [*files[1:], None], strict=True):
        if file.case.date is None:
            found.append("no-date")
        else:
            is_last = after is None or after.case.date != file.case.date
            found.append("in-line" if is_last else "same-day")
    return found
