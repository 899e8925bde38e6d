"""What an advice is made of: alerts, where factors stand, what was found and what is advised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor.inference.trace_json import JSON_NAMES
from advisor.knowledge.terms import StageOrUnknown, Sure, Tone

Readiness = Literal["now", "after", "needs-help"]
Fit = Literal["likely", "possible"]


@dataclass(frozen=True, slots=True)
class AlertAdvice:
    """Something that comes before the partnership, said first of all and in every form. It is no verdict.

    `text` says what it means and what not, `turn_to` whom to turn to; `firings` raised it.
    """

    id: str
    title: str
    text: str
    turn_to: str
    firings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactorAdvice:
    """Where a factor stands; `stage` is emerging, developing, confident or unknown.

    `sure` is firm or tentative, None where the stage is unknown; `own_view` says that the stage is what she
    placed herself, and nothing else says so.
    """

    id: str
    title: str
    stage: StageOrUnknown
    placed: str | None
    sure: Sure | None
    own_view: bool
    firings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingAdvice:
    """Something that a rule concluded about the case."""

    id: str
    kind: str
    title: str
    tone: Tone
    firings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PatternAdvice:
    """A recognisable situation, with the signs for and against it.

    `text` says what it is like; while it is only possible, it is the question whether it is so. `calls_for`
    says what it wants, `makes_worse` what would make it worse.
    """

    __pydantic_config__ = JSON_NAMES

    id: str
    title: str
    fit: Fit
    for_: tuple[str, ...]
    against: tuple[str, ...]
    text: str
    calls_for: str
    makes_worse: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Something advised, in its rank (1 is first); `firings` are the reasons, strongest first.

    `reason` is the one to tell first: it belongs to the situation that drives the rest. `strong`,
    `moderate` and `slight` count the reasons of each strength. `short` says in a line what to do.
    """

    id: str
    kind: str
    title: str
    rank: int
    strong: int
    moderate: int
    slight: int
    reason: str
    firings: tuple[str, ...]
    cautions: tuple[str, ...]
    factor: str | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class InterventionAdvice(Recommendation):
    """An intervention: whether it can begin now, what must come first, and who may lead it."""

    readiness: Readiness = "now"
    after: tuple[str, ...] = ()
    led_by: str = ""
    techniques: tuple[str, ...] = ()
    first_step: str = ""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that reasons speak for, and that is not advised now; `firings` say why."""

    id: str
    kind: str
    title: str
    firings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A question whose answer would help most now, and why."""

    question: str
    because: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the leader wrote beside a question in her own words; no rule reads it."""

    question: str
    prompt: str
    text: str
