"""From the reasons for and against each thing to what is recommended, and what is held back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from advisor.advice.context import BuildContext
from advisor.advice.model import InterventionAdvice, Recommendation, Withheld
from advisor.advice.order import Ranked, ranked
from advisor.advice.support import Reasons
from advisor.cases.case import Case
from advisor.inference.firing import Firing


def recommendations(kind: str, context: BuildContext) -> tuple[Recommendation, ...]:
    """Return what is recommended of one kind, best first."""
    items = ranked(kind, context.reasons, context.stages, context.reached, context.knowledge)
    return tuple(Recommendation(**_common(kind, rank, item, context)) for rank, item in enumerate(items, 1))


def _common(kind: str, rank: int, item: Ranked, context: BuildContext) -> dict[str, Any]:
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
        "reason": _reason(reasons, context).id,
        "firings": _ids(reasons.supports),
        "cautions": _ids(reasons.cautions),
        "factor": getattr(entry, "factor", None),
    }


def _ids(firings: Iterable[Firing]) -> tuple[str, ...]:
    return tuple([firing.id for firing in firings])  # quicker than from a generator


def _reason(reasons: Reasons, context: BuildContext) -> Firing:
    """Return the reason to tell first: of the leading pattern if there is one, else the strongest.

    A slight reason is told only where there is no better one.
    """
    best = [*reasons.strong, *reasons.moderate] or reasons.slight
    for pattern in context.leading:
        for firing in best:
            if pattern in firing.support:
                return firing
    return best[0]


def interventions(
    context: BuildContext, techniques: Sequence[Recommendation], case: Case
) -> tuple[InterventionAdvice, ...]:
    """Return the recommended interventions, best first; `techniques` are those recommended for the case."""
    advised: list[InterventionAdvice] = []
    items = ranked("intervention", context.reasons, context.stages, context.reached, context.knowledge)
    serving = [(technique, context.knowledge.entry(technique.id).interventions) for technique in techniques]
    for rank, item in enumerate(items, 1):
        entry = context.knowledge.entry(item.id)
        ways = [technique for technique, served in serving if item.id in served]
        helper = item.reasons.helpers[0][0] if item.reasons.helpers else None
        waits = [firing.id for first, firing in item.reasons.waits if first in item.after]
        help_ = [firing.id for _, firing in item.reasons.helpers]
        common = _common("intervention", rank, item, context)
        common["cautions"] = (*common["cautions"], *waits, *help_)
        advised.append(
            InterventionAdvice(
                **common,
                readiness="after" if item.after else "needs-help" if helper else "now",
                after=item.after,
                led_by=context.knowledge.entry(helper).title if helper else entry.lead.who,
                techniques=tuple(technique.id for technique in ways),
                first_step=_first_step(item.id, helper, ways, case, context),
            )
        )
    return tuple(advised)


def _first_step(
    id_: str, helper: str | None, ways: Sequence[Recommendation], case: Case, context: BuildContext
) -> str:
    """Return how to begin: win the helper if one must lead, else the fitting technique, else as always."""
    if helper is not None:
        entry = context.wording.entry(helper)
        question, _, item = (entry.item or "").partition(".")
        said = case.answers.get(question)
        missing = isinstance(said, dict) and said.get(item) == "no"
        text: str = entry.without if missing else entry.ask
        return text
    if ways and (ways[0].strong or ways[0].moderate):
        technique = context.wording.entry(ways[0].id)
        return f"{technique.title}. {technique.how}"
    step: str = context.wording.entry(id_).first_step
    return step


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
