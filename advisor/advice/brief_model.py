"""What an advice in brief holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor._document import Document
from advisor._notebook import Shown
from advisor.advice.parts import AlertAdvice, Fit
from advisor.advice.planned import When
from advisor.inference.firing import Basis
from advisor.knowledge.terms import StageOrUnknown, Sure

BRIEF_SCHEMA_VERSION: Literal[1] = 1


@dataclass(frozen=True, slots=True)
class BriefKnowledge:
    """Which knowledge base gave the advice."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class BriefFactor:
    """Where a factor stands, and whether that is firm or tentative; None where it is not known."""

    id: str
    title: str
    stage: StageOrUnknown
    sure: Sure | None


@dataclass(frozen=True, slots=True)
class BriefSituation:
    """A recognisable situation that fits the case."""

    id: str
    title: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class BriefStep:
    """A step of the plan with its reason, and on whose authority: a published source or our judgement.

    `source` says where it rests, the work by its id.
    """

    when: When
    kind: str
    id: str
    title: str
    text: str
    because: str
    basis: Basis
    source: str
    led_by: str


@dataclass(frozen=True, slots=True)
class BriefLater:
    """A further step of the plan, in a line."""

    when: When
    id: str
    short: str


@dataclass(frozen=True, slots=True)
class BriefQuestion:
    """A question whose answer would help most now, and why."""

    question: str
    because: str


@dataclass(frozen=True, slots=True)
class BriefHeldBack:
    """Something that reasons speak for and that is not advised now."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, repr=False)
class Brief(Document, Shown):
    """What matters most of an advice. `alerts` come before everything else.

    `situations` are the likely ones, or those that are possible where none is likely, at most three; `steps`
    the first three of the plan, `further` the others; `nothing_first` says why none comes first. Of what was
    held back, and of what to ask, there are three at most.
    """

    schema_version: Literal[1]
    knowledge: BriefKnowledge
    alerts: tuple[AlertAdvice, ...]
    factors: tuple[BriefFactor, ...]
    situations: tuple[BriefSituation, ...]
    nothing_first: str
    steps: tuple[BriefStep, ...]
    further: tuple[BriefLater, ...]
    held_back: tuple[BriefHeldBack, ...]
    to_ask: tuple[BriefQuestion, ...]
