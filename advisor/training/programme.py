"""The sessions and exercises of a knowledge base, and how one of them is found by its number or id."""

from __future__ import annotations

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown_name
from advisor.errors import UnknownIdError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.training import Led, TrainingExercise, TrainingSession


def sessions(knowledge: KnowledgeBase) -> list[TrainingSession]:
    """Return the sessions in the order of their numbers."""
    return sorted(knowledge.of_kind("training-session"), key=lambda session: session.number)


def exercises(knowledge: KnowledgeBase) -> list[TrainingExercise]:
    """Return the exercises that can be led by themselves, in the order of the files."""
    return knowledge.of_kind("training-exercise")


def exercises_within(led: Led, knowledge: KnowledgeBase) -> list[TrainingExercise]:
    """Return the exercises that its parts name, each once, and not what those are made of in turn."""
    names = dict.fromkeys(part.exercise for part in led.parts if part.exercise and part.exercise != led.id)
    return [knowledge.entry(name, TrainingExercise) for name in names]


def led(name: str, knowledge: KnowledgeBase) -> Led:
    """Return the session with this number or id, or the exercise with this id; `UnknownIdError` if none."""
    there: list[Led] = [*sessions(knowledge), *exercises(knowledge)]
    for each in there:
        number = str(each.number) if isinstance(each, TrainingSession) else ""
        if name in (each.id, number):
            return each
    known = [each.id for each in there]
    raise UnknownIdError(
        _("there is no session or exercise '{name}'; {remedy}").format(
            name=shown_name(name), remedy=did_you_mean(name, known)
        )
    )
