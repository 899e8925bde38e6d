"""What is otherwise in two pieces of advice on one case, part by part, without why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from advisor.advice.model import Advice
from advisor.comparison.across_model import Part

ADVISED, HELD_BACK = "advised", "held back"
Places = dict[str, str]  # where each thing stands
_OF_BOTH = ("sure", "rank", "readiness", "led-by")  # what is told only of what is there before and after


class Move(NamedTuple):
    """Something that is otherwise."""

    part: Part
    id: str
    before: str | None
    after: str | None


def moves(was: Advice, is_: Advice) -> Iterator[Move]:
    """Yield what is otherwise, alerts first, then what stands where, last what is only said otherwise."""
    moved: set[tuple[str, str]] = set()
    for part, places in PLACES.items():
        before, after = places(was), places(is_)
        for id_ in dict.fromkeys((*after, *before)):
            said = before.get(id_), after.get(id_)
            if said[0] == said[1] or (part in _OF_BOTH and None in said):
                continue
            moved.add((part, id_))
            if part != "sure" or ("stage", id_) not in moved:
                yield Move(part, id_, *said)
    told_before, told_after = _texts(was), _texts(is_)
    for id_, slots in told_after.items():
        old = told_before.get(id_, {})
        other = [slot for slot in slots if slot in old and old[slot] != slots[slot]]
        if other and ("pattern", id_) not in moved:
            yield Move(
                "text",
                id_,
                *("\n".join(dict.fromkeys(each[slot] for slot in other)) for each in (old, slots)),
            )


def _alerts(advice: Advice) -> Places:
    return {alert.id: "raised" for alert in advice.alerts}


def _stages(advice: Advice) -> Places:
    return {factor.id: factor.stage for factor in advice.factors}


def _sure(advice: Advice) -> Places:
    return {factor.id: f"{factor.stage}, {factor.sure}" for factor in advice.factors if factor.sure}


def _findings(advice: Advice) -> Places:
    return {finding.id: "found" for finding in advice.findings}


def _patterns(advice: Advice) -> Places:
    return {pattern.id: str(pattern.fit) for pattern in advice.patterns}


def _leads(advice: Advice) -> Places:
    return {} if advice.leading is None else {advice.leading.pattern: "leads"}


def _advised(advice: Advice) -> Places:
    held = {each.id: HELD_BACK for each in advice.withheld}
    return {**held, **{item.id: ADVISED for item in advice.recommendations()}}


def _ranks(advice: Advice) -> Places:
    return {item.id: str(item.rank) for item in advice.recommendations()}


def _readiness(advice: Advice) -> Places:
    return {item.id: " ".join([str(item.readiness), *sorted(item.after)]) for item in advice.interventions}


def _led_by(advice: Advice) -> Places:
    return {item.id: item.led_by for item in advice.interventions}


def _plan(advice: Advice) -> Places:
    return {step.id: str(step.when) for step in advice.plan}


_TOLD = ("title", "short", "text", "turn_to", "calls_for", "makes_worse", "first_step")


def _texts(advice: Advice) -> dict[str, dict[str, str]]:
    """Return the texts that are told of each thing, each by where it stands."""
    told: dict[str, dict[str, str]] = {}
    parts: dict[str, tuple[Any, ...]] = {
        "": (*advice.alerts, *advice.factors, *advice.findings, *advice.patterns, *advice.recommendations()),
        "plan": advice.plan,
    }
    for part, several in parts.items():
        for each in several:
            texts = {f"{part}.{name}": text for name in _TOLD if (text := getattr(each, name, ""))}
            told.setdefault(each.id, {}).update(texts)
    return told


PLACES: dict[Part, Callable[[Advice], Places]] = {
    "alert": _alerts,
    "stage": _stages,
    "sure": _sure,
    "finding": _findings,
    "pattern": _patterns,
    "leads": _leads,
    "advised": _advised,
    "rank": _ranks,
    "readiness": _readiness,
    "led-by": _led_by,
    "plan": _plan,
}
