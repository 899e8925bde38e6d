"""Scenarios: case studies that teach a point, with what the advice is expected to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from advisor._notebook import Shown
from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.edits import Edit, changed
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import Source
from advisor.knowledge.model import Model, record
from advisor.knowledge.terms import Id, Text
from advisor.scenarios.expectations import Expectations

Level = Literal["first", "middle", "demanding"]


@record
class Variation(Model):
    """The same story with some answers other: `set` maps a question, or QUESTION.ITEM, to the answer.

    `teaches` says what a group can learn from the difference; `expect` is held against the advice on it.
    """

    set: dict[str, str]
    teaches: Text
    expect: Expectations = field(default_factory=Expectations)


@record
class Afterwards(Model):
    """Something that was done in the end, and what came of it, where a study or an account tells it.

    `as_` names the entries that come nearest to it: if it helped, one of them must be in the advice.
    """

    did: Text
    came_of_it: Text
    source: Source
    as_: Id | tuple[Id, ...] = ()
    outcome: Literal["helped", "no-change", "worse", "dont-know"] = "helped"

    @property
    def named(self) -> tuple[Id, ...]:
        """The entries that come nearest to what was done."""
        return (self.as_,) if isinstance(self.as_, str) else self.as_

    @property
    def is_looked_for(self) -> bool:
        """Whether the advice is to name it."""
        return self.outcome == "helped" and bool(self.as_)


@record
class ScenarioFile(Model):
    """What the file of a scenario says beside its case.

    `number` is what the scenario is called before a group: neither title nor id is to give the answer away.
    `level` says how much a group should have seen before; `minutes` how long it takes with a group, debrief
    and all; `setting` where it plays, in a few words.
    """

    format: int
    id: Id
    title: Text
    teaches: Text
    narrative: Text
    source: Source
    number: int | None = None
    level: Level | None = None
    minutes: int | None = None
    setting: Text | None = None
    other_view: Id | None = None
    discuss: tuple[Text, ...] = ()
    terms: dict[str, str] = field(default_factory=dict)
    variations: tuple[Variation, ...] = ()
    afterwards: tuple[Afterwards, ...] = ()
    expect: Expectations = field(default_factory=Expectations)


@record
class Scenario(Shown, ScenarioFile):
    """A scenario with its case.

    `other_view` names the scenario that tells of the same partnership as somebody else sees it; `discuss` are
    questions for a group to talk about; `terms` explains words of the story that not everybody knows.
    """

    case: Case


def varied(case: Case, variation: Variation, knowledge: KnowledgeBase) -> Case:
    """Return a scenario's case with the answers of a variation; `AdvisorError` if one cannot be."""
    return changed(case, [Edit(name, value) for name, value in variation.set.items()], knowledge)


@dataclass(frozen=True, slots=True)
class Telling:
    """A scenario as it is told, or a variation of it; `with_` says what is other, if anything is."""

    with_: str
    case: Case
    expect: Expectations
    afterwards: tuple[Afterwards, ...] = ()


def tellings(scenario: Scenario, knowledge: KnowledgeBase) -> Iterator[Telling]:
    """Yield a scenario as it is told and then each of its variations."""
    yield Telling("", scenario.case, scenario.expect, scenario.afterwards)
    for variation in scenario.variations:
        with_ = ",".join(f"{name}={value}" for name, value in variation.set.items())
        yield Telling(with_, varied(scenario.case, variation, knowledge), variation.expect)


@dataclass(frozen=True, slots=True)
class Advised:
    """A telling of a scenario with the advice on it."""

    telling: Telling
    advice: Advice


def advise_tellings(scenario: Scenario, reasoner: Reasoner) -> list[Advised]:
    """Return every telling of a scenario with the advice on it, each advised once for all who look at it."""
    told = tellings(scenario, reasoner.knowledge)
    return [Advised(telling, reasoner.advise(telling.case)) for telling in told]
