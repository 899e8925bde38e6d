"""What moved on and what moved back, and what a move back is: a dip, a slide, or a relapse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from advisor.cases.case import Action, Case
from advisor.cases.questionnaire import are_unlike
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.terms import STAGES, Stage
from advisor.progress.earlier import direction, tried_lately
from advisor.progress.model import AfterTrying, Direction, Move, Point, Turn

_BACK: dict[AfterTrying | None, Turn] = {"yes": "dip", "no": "slide"}


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a factor stands in a file in line: `at` is the number of the visit."""

    at: int
    point: Point
    case: Case


def moves(line: Sequence[Stop], actions: Sequence[Action], knowledge: KnowledgeBase) -> tuple[Move, ...]:
    """Return the moves of one factor from each known stage to the next; `actions` are all that is noted."""
    known = [number for number, stop in enumerate(line) if stop.point.stage in STAGES]
    found: list[Move] = []
    for start, end in pairwise(known):
        before, after = line[start], line[end]
        way = direction(before.point.stage, after.point.stage)
        if way is None:
            continue
        after_trying = tried_lately(after.case, knowledge, actions) if way == "back" else None
        turn = _turn(way, after.point.stage, after_trying, found)
        found.append(
            Move(
                earlier=before.at,
                later=after.at,
                before=cast(Stage, before.point.stage),
                after=cast(Stage, after.point.stage),
                direction=way,
                turn=turn,
                perhaps=way != "same" and _is_perhaps(before, after),
                gap=end - start > 1,
                after_trying=after_trying,
                turn_perhaps=_doubtful(turn, found),
            )
        )
    return tuple(found)


def _turn(way: Direction, stage: str, after_trying: AfterTrying | None, so_far: Sequence[Move]) -> Turn:
    """Return what a move is, by what went before it."""
    moved = _moved(so_far)
    ways = [move.direction for move in moved]
    if way == "same":
        return "same"
    if way == "on":
        return "recovered" if ways[-1:] == ["back"] and _regained(stage, moved) else "on"
    if ways[-1:] == ["on"] and "back" in ways:
        return "relapse"
    return _BACK.get(after_trying, "back")


def _moved(moves_: Sequence[Move]) -> list[Move]:
    return [move for move in moves_ if move.direction != "same"]


def _regained(stage: str, moved: Sequence[Move]) -> bool:
    """Return whether a stage is at least where it was before it last went back, once or several times."""
    was = moved[-1].before
    for move in reversed(moved):
        if move.direction != "back":
            break
        was = move.before
    return direction(was, stage) != "back"


def _doubtful(turn: Turn, so_far: Sequence[Move]) -> bool:
    """Return whether the name of a move rests on earlier ones that are no more than perhaps moves."""
    moved = _moved(so_far)
    back = [move.perhaps for move in moved if move.direction == "back"]
    if turn == "relapse":
        return moved[-1].perhaps or all(back)
    return turn == "recovered" and back[-1]


def _is_perhaps(before: Stop, after: Stop) -> bool:
    tentative = "tentative" in (before.point.sure, after.point.sure)
    return tentative or are_unlike(before.case.questionnaire, after.case.questionnaire)
