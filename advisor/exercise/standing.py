"""What the rules say of one thing that can be chosen, on a case of which all is known."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.advice.model import Advice, Recommendation
from advisor.advice.planned import Step
from advisor.exercise.model import Standing

MOST_REASONS = 2


def standing(id_: str, advice: Advice, earlier: Sequence[str] = ()) -> Standing:
    """Return what the rules say of something; `earlier` are the ids of what would be done before it."""
    item = next((each for each in advice.recommendations() if each.id == id_), None)
    if item is None:
        held = _said("withhold", id_, advice)[:MOST_REASONS]
        return Standing(
            id_, "held-back" if held else "open", reasons=held, cautions=_said("caution", id_, advice)
        )
    after = tuple(each for each in getattr(item, "after", ()) if each not in earlier)
    step = next((each for each in advice.plan if each.id == id_), None)
    return Standing(
        id_,
        "not-yet" if after else "agreed",
        place=step.when if step else "",
        short=step.short if step else item.short,
        reasons=_waits(item, after, advice) if after else _reasons(item, step, advice),
        cautions=_said("caution", id_, advice),
        after=after,
        led_by=_led_by(item, step),
        way_of=tuple(each.id for each in advice.interventions if id_ in each.techniques),
    )


def _said(kind: str, id_: str, advice: Advice) -> tuple[str, ...]:
    """Return what the rules say against something, or to take care of with it; each text once."""
    said = (f.because for f in advice.firings if f.concludes.kind == kind and f.concludes.id == id_)
    return tuple(dict.fromkeys(said))


def _reasons(item: Recommendation, step: Step | None, advice: Advice) -> tuple[str, ...]:
    """Return the reason that the advice tells with it, and the next best, in the rules' words."""
    ids = dict.fromkeys((step.reason if step else item.reason, *item.firings))
    return tuple(dict.fromkeys(advice.firing(id_).because for id_ in ids))[:MOST_REASONS]


def _waits(item: Recommendation, after: Sequence[str], advice: Advice) -> tuple[str, ...]:
    firings = [advice.firing(id_) for id_ in item.cautions]
    said = (f.because for f in firings if f.concludes.kind == "wait" and f.concludes.value in after)
    return tuple(dict.fromkeys(said))


def _led_by(item: Recommendation, step: Step | None) -> str:
    """Return who leads where that is not plainly the leader."""
    if step is not None:
        return step.led_by
    return getattr(item, "led_by", "") if getattr(item, "readiness", "") == "needs-help" else ""
