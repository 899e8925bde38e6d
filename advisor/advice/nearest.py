"""Which of several equally strong reasons is told: the one that says most of this very case."""

from __future__ import annotations

from advisor.advice.context import BuildContext
from advisor.inference.firing import Firing
from advisor.knowledge.facts import is_absence

WEIGHED = ("pattern", "stage", "sure")  # what is found by weighing many answers


def distance(firing: Firing, context: BuildContext) -> tuple[bool, bool, bool, int, int]:
    """Return how far a reason is from the heart of a case; less is nearer.

    A reason that says itself what to do comes before one that borrows the words of its entry: those hold for
    any reason. Then that of the leading pattern; then what rests on her answers before what rests on another
    pattern or a stage; then what asks for more of them, and what rests on more of them, however deep.
    """
    there = [fact for fact in firing.support if not is_absence(fact)]
    return (
        not has_own_step(firing, context),
        not context.leading or context.leading[0] not in there,
        any(fact.kind in WEIGHED for fact in there),
        -len(there),
        -len(context.grounds.of(firing)),
    )


def has_own_step(firing: Firing, context: BuildContext) -> bool:
    """Return whether a reason says itself how to begin."""
    return bool(context.wording.entry(firing.id).first_step)
