"""What moves between two plans, and why: the reason that a plan tells, or why something left it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor._language import _
from advisor.advice.model import Advice
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of


@dataclass(frozen=True, slots=True)
class Moved:
    """Where something stood before and stands after; None where it was or is not there.

    Of the plan `because` is the reason: that which the plan would tell, or why it would tell of it no more.
    """

    id: str
    before: str | None
    after: str | None
    because: str = ""


def moved(before: dict[str, str], after: dict[str, str]) -> tuple[Moved, ...]:
    """Return what is not where it was, in the order of where it is."""
    ids = dict.fromkeys((*after, *before))
    return tuple(
        Moved(id_, before.get(id_), after.get(id_)) for id_ in ids if before.get(id_) != after.get(id_)
    )


def moved_in_plan(before: Advice, after: Advice, knowledge: KnowledgeBase) -> tuple[Moved, ...]:
    """Return what moves in the plan, each with its reason."""
    was, is_ = ({step.id: step.when for step in advice.plan} for advice in (before, after))
    told = {step.id: after.firing(step.reason).because for step in after.plan}
    return tuple(
        Moved(
            each.id,
            each.before,
            each.after,
            _why_gone(each.id, before, after)
            if each.after is None
            else _why_there(each, told, after, knowledge),
        )
        for each in moved(dict(was), dict(is_))
    )


def _why_there(each: Moved, told: dict[str, str], after: Advice, knowledge: KnowledgeBase) -> str:
    """Return what the plan tells of something; of what it puts off, first what that waits for."""
    waits = next((getattr(item, "after", ()) for item in after.recommendations() if item.id == each.id), ())
    if each.before is not None and waits:
        titles = "; ".join(title_of(id_, knowledge) for id_ in waits)
        return _("It waits for: {titles}.").format(titles=titles)
    return told[each.id]


def _why_gone(id_: str, before: Advice, after: Advice) -> str:
    """Return why something left the plan: it is held back, has lost its reason, or others come first."""
    held = [each for each in after.firings if each.concludes.kind == "withhold" and each.concludes.id == id_]
    new = [firing for firing in held if firing.id not in before.firings.by_id]
    for firing in (*new, *held):
        return firing.because
    gone = list(_gone(id_, before, after))
    if gone:
        return _("A reason for it falls away: {title}").format(title=gone[0])
    return _("It is still advised, and other things come before it now.")


def _gone(id_: str, before: Advice, after: Advice) -> Iterator[str]:
    """Yield the titles of reasons for something that are gone, the one first that the plan told."""
    step = next(step for step in before.plan if step.id == id_)
    item = next(item for item in before.recommendations() if item.id == id_)
    for reason in dict.fromkeys((step.reason, *item.firings)):
        if reason not in after.firings.by_id:
            yield before.firing(reason).title
