"""One voice over time: its files in line, where each factor stood, and what lies between."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise

from advisor.advice.naming import factor_names
from advisor.cases.questionnaire import are_unlike
from advisor.knowledge.base import KnowledgeBase
from advisor.progress.model import Between, CameOrWent, FactorLine, Place, Point, Visit, Voice
from advisor.progress.moves import Stop, moves
from advisor.progress.seen import Seen, places
from advisor.progress.tried import TriedWhen, tried_over


def voice_over(files: Sequence[Seen], knowledge: KnowledgeBase) -> Voice:
    """Return what one voice says over time; `files` are all of it, in the order of time."""
    placed = places(files)
    line = [number for number, place in enumerate(placed) if place == "in-line"]
    tried = tried_over(files, line, knowledge)
    return Voice(
        respondent=files[-1].case.respondent,
        visits=_visits(files, placed, line),
        factors=_factors(files, line, knowledge),
        between=tuple(_between(files, earlier, later, tried) for earlier, later in pairwise(line)),
        tried_before=tried.before,
        tried_since=tried.since,
    )


def _visits(files: Sequence[Seen], placed: Sequence[Place], line: Sequence[int]) -> tuple[Visit, ...]:
    unlike = {later for earlier, later in pairwise(line) if _unlike(files[earlier], files[later])}
    return tuple(
        Visit(
            file=file.name,
            date=file.case.date,
            place=place,
            questionnaire=file.case.questionnaire,
            other_questions=number in unlike,
            findings=tuple(id_ for kind, id_ in file.there if kind == "finding"),
            patterns=tuple(id_ for kind, id_ in file.there if kind == "pattern"),
        )
        for number, (file, place) in enumerate(zip(files, placed, strict=True))
    )


def _unlike(file: Seen, other: Seen) -> bool:
    return are_unlike(file.case.questionnaire, other.case.questionnaire)


def _factors(files: Sequence[Seen], line: Sequence[int], knowledge: KnowledgeBase) -> tuple[FactorLine, ...]:
    names = factor_names(knowledge)
    actions = [action for file in files for action in file.case.actions]
    found = []
    for number, factor in enumerate(files[0].advice.factors):
        each = [file.advice.factors[number] for file in files]
        points = tuple(Point(one.stage, one.sure, one.own_view) for one in each)
        stops = [Stop(at, points[at], files[at].case) for at in line]
        found.append(
            FactorLine(
                id=factor.id,
                title=factor.title,
                name=names[factor.id],
                points=points,
                moves=moves(stops, actions, knowledge),
            )
        )
    return tuple(found)


def _between(files: Sequence[Seen], earlier: int, later: int, tried: TriedWhen) -> Between:
    before, after = files[earlier], files[later]
    return Between(
        earlier=earlier,
        later=later,
        days=(_day(after) - _day(before)).days,
        other_questions=_unlike(before, after),
        same_answers=before.case.answers == after.case.answers,
        came=_only_in(after, before),
        went=_only_in(before, after),
        tried=tried.until.get(later, ()),
    )


def _day(file: Seen) -> datetime.date:
    return file.case.date or datetime.date.min  # what is in line has one


def _only_in(file: Seen, other: Seen) -> tuple[CameOrWent, ...]:
    return tuple(
        CameOrWent(thing[1], thing[0], title, file.rests_on(thing) <= other.answered)
        for thing, title in file.there.items()
        if thing not in other.there
    )
