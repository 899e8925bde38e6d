"""Advice: the result, typed. Every line names the firings that brought it.

The fields and their names are the published JSON contract (docs/json.md); `advice.as_json()` gives it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, make_dataclass
from functools import cache
from typing import Any, ClassVar

from advisor._given import no_text
from advisor._suggest import did_you_mean
from advisor.advice.beside import Beside
from advisor.advice.forms import ADVICE_SCHEMA_VERSION as ADVICE_SCHEMA_VERSION, Forms
from advisor.advice.knowledge_ref import KnowledgeRef
from advisor.advice.last_time import Since
from advisor.advice.on_demand import OnDemand
from advisor.advice.parts import (
    AlertAdvice as AlertAdvice,
    FactorAdvice as FactorAdvice,
    FindingAdvice as FindingAdvice,
    Fit as Fit,
    InterventionAdvice as InterventionAdvice,
    OwnWords as OwnWords,
    PatternAdvice as PatternAdvice,
    Readiness as Readiness,
    Recommendation as Recommendation,
    ToAsk as ToAsk,
    Withheld as Withheld,
)
from advisor.advice.planned import Leading, Step
from advisor.errors import UnknownIdError
from advisor.inference.firing import Firing
from advisor.inference.plain_truth import light
from advisor.inference.trace import Trace
from advisor.knowledge.kind import Kinds
from advisor.knowledge.kinds import KINDS
from advisor.knowledge.terms import LightOrUnknown


@dataclass(frozen=True, slots=True, repr=False)
class Advice(OnDemand, Forms):
    """What the rules say of a case.

    `alerts` come before everything else, whatever is left out; they count and rank nowhere.
    `said` gives for each sign of a named pattern or a known stage the answers that it rests on, in the
    leader's own words: the texts of the options that she chose.
    `since` says what became of last time, None (and not in the JSON) where there is no earlier case.

    Each part is worked out when it is first looked at, be it to compare, show or write the advice: of what
    fired when the advice was given, and in the language of then, whatever has happened since.
    """  # the published schema quotes this

    schema_version: int
    knowledge: KnowledgeRef
    engine: str
    case: dict[str, Any]
    beside: tuple[Beside, ...]
    alerts: tuple[AlertAdvice, ...]
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
    leading: Leading | None
    nothing_first: str
    to_ask: tuple[ToAsk, ...]
    notes: tuple[OwnWords, ...]
    said: dict[str, tuple[str, ...]]
    firings: Trace
    since: Since | None = field(default=None, kw_only=True)
    kinds: ClassVar[Kinds] = KINDS

    @property
    def light(self) -> LightOrUnknown:
        """How the partnership stands as a whole; `unknown` where fewer than two factors stand firm."""
        firm = [each.stage for each in self.factors if each.sure == "firm" and each.stage != "unknown"]
        return light(firm) or "unknown"

    def firing(self, id_: str) -> Firing:
        """Return the firing with this id; `UnknownIdError` if there is none."""
        found = self.firings.by_id
        if not isinstance(id_, str):
            raise no_text("firing", "id_", id_)
        if id_ not in found:
            raise UnknownIdError(f"there is no firing '{id_}' in this advice; {did_you_mean(id_, found)}")
        return found[id_]

    def of_kind(self, kind: str) -> tuple[Recommendation, ...]:
        """Return what is advised of one kind, best first; `UnknownIdError` if none of it can be."""
        if kind not in self.kinds.advisable:
            raise UnknownIdError(f"no '{kind}' can be advised; {did_you_mean(kind, self.kinds.advisable)}")
        found: tuple[Recommendation, ...] = getattr(self, self.kinds[kind].field)
        return found

    def recommendations(self) -> tuple[Recommendation, ...]:
        """Return everything advised, of all kinds, each kind in its order."""
        return tuple(item for kind in self.kinds.advisable for item in self.of_kind(kind))


@cache
def advice_type(kinds: Kinds) -> type[Advice]:
    """Return what advice by a table of kinds is: `Advice`, with a field more for each kind that it has not.

    So a kind that was added to the table alone is advised too; only its field has no name for a type checker.
    """
    there = {each.name for each in fields(Advice)}
    missing = [kinds[kind].field for kind in kinds.advisable if kinds[kind].field not in there]
    if not missing:
        return Advice
    more = [(name, tuple[Recommendation, ...]) for name in missing]
    own = {"kinds": kinds, "__doc__": Advice.__doc__, "__module__": __name__}
    return make_dataclass("Advice", more, bases=(Advice,), namespace=own, frozen=True, repr=False, slots=True)
