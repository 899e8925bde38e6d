"""From the reasons for and against each thing to what is recommended, and what is held back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from advisor.advice.beginning import beginnings, lead_for, short_of
from advisor.advice.context import BuildContext
from advisor.advice.model import InterventionAdvice, Recommendation, Withheld
from advisor.advice.nearest import distance
from advisor.advice.order import Ranked, ranked
from advisor.advice.support import Reasons
from advisor.inference.firing import Firing


def recommendations(kind: str, context: BuildContext) -> tuple[Recommendation, ...]:
    """Return what is recommended of one kind, best first."""
    items = ranked(kind, context.reasons, context.stages, context.reached, context.knowledge)
    return tuple(
        Recommendation(**_common(kind, rank, item, _reason(item.reasons, context), context))
        for rank, item in enumerate(items, 1)
    )


def _common(kind: str, rank: int, item: Ranked, told: Firing, context: BuildContext) -> dict[str, Any]:
    entry = context.knowledge.entry(item.id)
    reasons = item.reasons
    return {
        "id": item.id,
        "kind": kind,
        "title": entry.title,
        "rank": rank,
        "strong": len(reasons.strong),
        "moderate": len(reasons.moderate),
        "slight": len(reasons.slight),
        "reason": told.id,
        "firings": _ids(reasons.supports),
        "cautions": _ids(reasons.cautions),
        "factor": getattr(entry, "factor", None),
        "short": short_of(item.id, told, context),
    }


def _ids(firings: Iterable[Firing]) -> tuple[str, ...]:
    return tuple([firing.id for firing in firings])  # quicker than from a generator


def _reason(reasons: Reasons, context: BuildContext) -> Firing:
    """Return the reason to tell first: one of the strongest, the one nearest to this case."""
    best = reasons.strongest
    return best[0] if len(best) == 1 else min(best, key=lambda firing: distance(firing, context))


def interventions(
    context: BuildContext, techniques: Sequence[Recommendation]
) -> tuple[InterventionAdvice, ...]:
    """Return the recommended interventions, best first; `techniques` are those recommended for the case."""
    items = ranked("intervention", context.reasons, context.stages, context.reached, context.knowledge)
    return tuple(_intervention(rank, item, techniques, context) for rank, item in enumerate(items, 1))


def _intervention(
    rank: int, item: Ranked, techniques: Sequence[Recommendation], context: BuildContext
) -> InterventionAdvice:
    entry = context.knowledge.entry(item.id)
    told = _reason(item.reasons, context)
    common = _common("intervention", rank, item, told, context)
    ways = ways_of(item.id, techniques, context)
    lead = lead_for(item.id, told, context)
    helper = lead.helper
    waits = [firing.id for first, firing in item.reasons.waits if first in item.after]
    help_ = [firing.id for _, firing in sorted(item.reasons.helpers, key=lambda pair: pair[0] != helper)]
    common["cautions"] = (*common["cautions"], *waits, *help_)
    begin = next(beginnings(item.id, lead, ways, told, context))
    common["short"] = begin.short
    return InterventionAdvice(
        **common,
        readiness="after" if item.after else "needs-help" if helper else "now",
        after=item.after,
        led_by=context.knowledge.entry(helper).title if helper else entry.lead.who,
        techniques=tuple(technique.id for technique in ways),
        first_step=begin.text,
    )


def ways_of(id_: str, techniques: Iterable[Recommendation], context: BuildContext) -> list[Recommendation]:
    """Return those of the techniques that are ways to do an intervention, best first."""
    return [each for each in techniques if id_ in context.knowledge.entry(each.id).interventions]


def withheld(context: BuildContext) -> tuple[Withheld, ...]:
    """Return what would be advised, were it not for a reason against it."""
    places = context.knowledge.positions
    both = [id_ for id_, reasons in context.reasons.items() if reasons.withholds and reasons.supports]
    return tuple(
        Withheld(
            id=id_,
            kind=context.knowledge.kind(id_),
            title=context.knowledge.entry(id_).title,
            firings=_ids(context.reasons[id_].withholds),
        )
        for id_ in sorted(both, key=places.__getitem__)
    )
