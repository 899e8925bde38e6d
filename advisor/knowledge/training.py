"""What a trainer leads people through: sessions, exercises, and what is sorted, looked at or chosen in them.

Nothing of this is concluded or advised by rules. A part says where the study names it (`at`). A part without
that, and whatever `ours` says of the whole, is this project's own judgement.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from advisor.knowledge.entries import Entry
from advisor.knowledge.model import Model, record
from advisor.knowledge.terms import Id, Stage, Text


@record
class HandOut(Model):
    """A page that each person gets: questions with room below them, or columns to fill in."""

    title: Text
    text: Text
    questions: tuple[Text, ...] = ()
    columns: tuple[Text, ...] = ()


@record
class TrainingPart(Model):
    """A part of what is led: how long it takes, what is done, and which tool or exercise it is, if any."""

    minutes: int
    title: Text
    do: tuple[Text, ...]
    tool: Id | None = None
    exercise: Id | None = None
    at: Text | None = None


@record
class Led(Entry):
    """What somebody leads a group through, part by part; `text` says what it is for."""

    bring: tuple[Text, ...]
    parts: tuple[TrainingPart, ...]
    watch_for: tuple[Text, ...]
    hand_outs: tuple[HandOut, ...] = ()
    ours: Text

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(part.minutes for part in self.parts)

    def without(self, exercises: Collection[Id]) -> Led:
        """Return it without these exercises, which are switched off: their parts stay as they are written."""
        parts = (replace(part, exercise=None) if part.exercise in exercises else part for part in self.parts)
        return replace(self, parts=tuple(parts))


@record
class TrainingSession(Led):
    """One meeting of an action learning set: the study had eight."""

    number: int


@record
class TrainingExercise(Led):
    """An exercise that can be led by itself; `cards` are the entries that are dealt in it, if any are."""

    cards: Literal["phrase", "habit", "integration-model"] | None = None


@record
class Phrase(Entry):
    """A leader's sentence about a partner (`text`), how close that is, and why."""

    place: Stage
    because: Text


@record
class Habit(Entry):
    """Something that a leader does (`text`, in the first person), and which shift or behaviour that is."""

    side: Literal["grows", "wears"]
    about: Id


@record
class IntegrationModel(Entry):
    """One thing that people may mean by working as one: how far it goes, or how it is built."""

    about: Literal["how-far", "how-built"]
    looks_like: Text
    ask: Text
