"""A look at one's own habits: what goes well, and which shifts are worth a first step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from advisor._language import N_
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import Shift
from advisor.knowledge.training import Habit

HowOften = Literal["often", "sometimes", "seldom"]
HOW_OFTEN: dict[HowOften, str] = {
    "often": N_("often"),
    "sometimes": N_("now and then"),
    "seldom": N_("seldom"),
}
MOST_FIRST = 3  # to choose one from: who begins with more begins with none


@dataclass(frozen=True)
class Pointed:
    """A shift, and the habits that point to it, those that do so clearly first."""

    shift: Shift
    clearly: tuple[Habit, ...]
    perhaps: tuple[Habit, ...]


@dataclass(frozen=True)
class Looked:
    """What came of a look: habits to `keep`, shifts worth a `first` step, and those for `later`."""

    keep: tuple[Habit, ...]
    first: tuple[Pointed, ...]
    later: tuple[Pointed, ...]


def looked_at(answers: Mapping[str, HowOften], knowledge: KnowledgeBase) -> Looked:
    """Return what the answers, by the ids of habits, point to; what was passed over points nowhere.

    What wears down often, and what lets grow seldom, points clearly to a shift; what wears down now and
    then, perhaps. Shifts stand in the order of how many habits point to them clearly, then at all, then as
    the knowledge base has them.
    """
    habits = [habit for habit in knowledge.of_kind("habit") if habit.id in answers]
    clearly: dict[str, list[Habit]] = {}
    perhaps: dict[str, list[Habit]] = {}
    for habit in habits:
        how_often = answers[habit.id]
        if how_often == ("often" if habit.side == "wears" else "seldom"):
            clearly.setdefault(shift_of(habit, knowledge), []).append(habit)
        elif how_often == "sometimes" and habit.side == "wears":
            perhaps.setdefault(shift_of(habit, knowledge), []).append(habit)
    pointed = [
        Pointed(shift, tuple(clearly.get(shift.id, ())), tuple(perhaps.get(shift.id, ())))
        for shift in knowledge.of_kind("shift")
        if shift.id in clearly or shift.id in perhaps
    ]
    pointed.sort(key=lambda each: (-len(each.clearly), -len(each.perhaps)))
    first = tuple(each for each in pointed if each.clearly)[:MOST_FIRST] or tuple(pointed[:1])
    keep = tuple(each for each in habits if each.side == "grows" and answers[each.id] == "often")
    return Looked(keep, first, tuple(each for each in pointed if each not in first))


def shift_of(habit: Habit, knowledge: KnowledgeBase) -> str:
    """Return the shift that goes with a habit: what it is, or what answers it."""
    if habit.side == "grows":
        return habit.about
    instead: str = knowledge.entry(habit.about).instead
    return instead
