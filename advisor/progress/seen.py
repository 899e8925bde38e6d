"""A file as it is looked at over time: its case, the advice on it, and what it rules out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.gathering import CaseFile
from advisor.knowledge.facts import GIVEN_KINDS, Thing
from advisor.progress.model import Place


@dataclass(frozen=True, slots=True)
class Seen:
    """A file with its advice; `there` has the title of each finding and likely situation.

    `answered` has what the case gives, each with its kind and id, whatever was said of it.
    """

    name: str
    case: Case
    advice: Advice
    there: dict[Thing, str]
    answered: frozenset[Thing]

    def rests_on(self, thing: Thing) -> set[Thing]:
        """Return the answers behind a finding or a situation that is there, each by its kind and id."""
        trace, found = self.advice.firings, set[Thing]()
        to_do = [fact for fact in trace.concluding if fact[:2] == thing]
        done = set(to_do)
        while to_do:
            for id_ in trace.behind(to_do.pop()):
                support = trace.by_id[id_].support
                found |= {fact[:2] for fact in support if fact.kind in GIVEN_KINDS}
                new = set(support) - done
                done |= new
                to_do += new
        return found


def seen(file: CaseFile, reasoner: Reasoner) -> Seen:
    """Return a file with the advice on it; `CaseError` if it has answers that no question knows."""
    consulted = reasoner.consult(file.case)
    advice = consulted.advice
    there = {("finding", each.id): each.title for each in advice.findings}
    there |= {("pattern", each.id): each.title for each in advice.patterns if each.fit == "likely"}
    return Seen(file.name, file.case, advice, there, frozenset(fact[:2] for fact in consulted.facts))


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
