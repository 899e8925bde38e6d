"""Advice: the result, typed. Every line names the firings that brought it.

The fields and their names are the published JSON contract (docs/json.md); `advice.as_json()` gives it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

ADVICE_SCHEMA_VERSION = 1
Readiness = Literal["now", "after", "needs-help"]
When = Literal["first", "next", "later"]


# A name that Python keeps for itself is written with a trailing underscore here, and without in JSON.
_JSON_NAMES: Any = {"alias_generator": lambda name: name.rstrip("_")}


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a thought rests: the work's id and title, the place in it, the page if there is one."""

    work: str
    title: str
    at: str
    page: int | None


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact that made a rule true; `firings` names what concluded it, empty for an answer."""

    kind: str
    id: str
    value: str
    firings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Firing:
    """One rule, once: what it concludes, from which facts, why, and on whose authority.

    `basis` is `source`, `judgement`, or `derived` for what follows from the meaning of the rules
    itself: a stage or a fit weighed from signs, or the absence of a finding.
    """

    __pydantic_config__ = _JSON_NAMES

    id: str
    rule: str
    title: str
    concludes: FactRef
    from_: tuple[FactRef, ...]
    because: str
    basis: Literal["source", "judgement", "derived"]
    source: SourceRef | None


@dataclass(frozen=True, slots=True)
class FactorAdvice:
    """Where a factor stands; `stage` is emerging, developing, confident or unknown."""

    id: str
    title: str
    stage: str
    placed: str | None
    firings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingAdvice:
    """Something that a rule concluded about the case."""

    id: str
    kind: str
    title: str
    tone: str
    firings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PatternAdvice:
    """A recognisable situation, with the signs for and against it."""

    __pydantic_config__ = _JSON_NAMES

    id: str
    title: str
    fit: Literal["likely", "possible"]
    for_: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Something advised, in its rank (1 is first); `firings` are the reasons, strongest first.

    `reason` is the one to tell first: it belongs to the situation that drives the rest. `strong`,
    `moderate` and `slight` count the reasons of each strength.
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
class Step:
    """One line of the plan."""

    when: When
    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ToAsk:
    """A question whose answer would help most now, and why."""

    question: str
    because: str


@dataclass(frozen=True, slots=True)
class Alteration:
    """An entry that a knowledge base changes or switches off in the one that it extends, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extended:
    """The knowledge base that another extends, and what that adds, changes and switches off in it."""

    name: str
    version: str
    added: tuple[str, ...]
    changed: tuple[Alteration, ...]
    switched_off: tuple[Alteration, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeRef:
    """Which knowledge base gave the advice, and what it does to another that it extends, if it does."""

    name: str
    version: str
    digest: str
    extends: Extended | None = None


class _FiringsLater:
    """What lets an `Advice` make its `firings` when they are first asked for, and keep them from then on.

    Writing them out takes half as long as all the rest, and who only wants what is advised does without.
    Should two threads ask at once, both make them; what they make is equal.
    """

    __slots__ = ("_make_firings",)
    _make_firings: Callable[[], tuple[Firing, ...]]

    if not TYPE_CHECKING:  # mypy would then let any name pass

        def __getattr__(self, name: str) -> Any:
            """Make the firings: Python comes here for what is not there yet."""
            if name != "firings":
                raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
            object.__setattr__(self, "firings", self._make_firings())
            return self.firings


@dataclass(frozen=True, slots=True)
class Advice(_FiringsLater):
    """What the rules say of a case.

    `firings` are made when they are first looked at, be it to compare, show or write the advice. They
    say what fired when the advice was given, whatever the engine has done since.
    """

    schema_version: int
    knowledge: KnowledgeRef
    engine: str
    case: dict[str, Any]
    factors: tuple[FactorAdvice, ...]
    findings: tuple[FindingAdvice, ...]
    patterns: tuple[PatternAdvice, ...]
    interventions: tuple[InterventionAdvice, ...]
    techniques: tuple[Recommendation, ...]
    shifts: tuple[Recommendation, ...]
    preconditions: tuple[Recommendation, ...]
    reminders: tuple[Recommendation, ...]
    processes: tuple[Recommendation, ...]
    borderlands: tuple[Recommendation, ...]
    tools: tuple[Recommendation, ...]
    withheld: tuple[Withheld, ...]
    plan: tuple[Step, ...]
    to_ask: tuple[ToAsk, ...]
    firings: tuple[Firing, ...]

    def firing(self, id_: str) -> Firing:
        """Return the firing with this id; `KeyError` if there is none."""
        for firing in self.firings:
            if firing.id == id_:
                return firing
        raise KeyError(id_)

    def recommendations(self) -> tuple[Recommendation, ...]:
        """Return everything advised, of all kinds, each kind in its order."""
        return (
            *self.interventions,
            *self.techniques,
            *self.shifts,
            *self.preconditions,
            *self.reminders,
            *self.processes,
            *self.borderlands,
            *self.tools,
        )

    def as_json(self) -> str:
        """Return the advice as JSON text, its keys in the order of the contract."""
        from pydantic import TypeAdapter

        data = TypeAdapter(Advice).dump_json(self, by_alias=True, indent=2)
        return data.decode() + "\n"


def with_firings_later(advice: Advice, make: Callable[[], tuple[Firing, ...]]) -> Advice:
    """Return `advice`, just made without firings, so that `make` gives them when they are first asked for."""
    object.__setattr__(advice, "_make_firings", make)
    object.__delattr__(advice, "firings")
    return advice
