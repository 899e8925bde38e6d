"""Who leads an intervention, and how it is begun: what fits the reason that is told."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.advice.context import BuildContext
from advisor.advice.model import Recommendation
from advisor.advice.support import Reasons
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.rules import NeedsHelp


def helper_for(reasons: Reasons, told: Firing, context: BuildContext) -> str | None:
    """Return who else must lead: for the trouble that is told if somebody must, else for another."""
    ground = context.grounds.of(told) if len(reasons.helpers) > 1 else frozenset()
    fitting = [helper for helper, firing in reasons.helpers if ground & context.grounds.of(firing)]
    return next(iter([*fitting, *(helper for helper, _ in reasons.helpers)]), None)


def is_plainly_hers(id_: str, context: BuildContext) -> bool:
    """Return whether the leader may lead an intervention: all that speaks for somebody else is ruled out.

    What was not asked rules out nothing. Where no rule speaks of it, the entry says what it takes.
    """
    rules = context.knowledge.memo(_asking_for_help)[id_]
    if rules:
        return all(map(context.wording.is_ruled_out, rules))
    lead = context.knowledge.entry(id_).lead
    return "required" not in (lead.standing, lead.neutrality)


def _asking_for_help(knowledge: KnowledgeBase, id_: str) -> tuple[str, ...]:
    thens = ((rule.id, rule.then) for rule in knowledge.rules)
    return tuple(rule for rule, then in thens if isinstance(then, NeedsHelp) and then.needs_help == id_)


def first_steps(
    id_: str, helper: str | None, ways: list[Recommendation], told: Firing, context: BuildContext
) -> Iterator[str]:
    """Yield ways to begin, the best first: win whoever must lead, then what fits the reason, then as always.

    What fits best is what the rule of the reason itself says.

    A technique fits where one of its own reasons, and no slight one, rests on an answer that the reason told
    rests on: else it would answer another trouble.
    """
    if helper is not None:
        yield _winning(helper, context)
    yield from own_step(told, context)
    ground = context.grounds.of(told)
    for way in ways:
        reasons = context.reasons[way.id]
        if any(ground & context.grounds.of(each) for each in [*reasons.strong, *reasons.moderate]):
            technique = context.wording.entry(way.id)
            yield f"{technique.title}. {technique.how}"
    yield context.wording.entry(id_).first_step


def own_step(told: Firing, context: BuildContext) -> Iterator[str]:
    """Yield how the rule that gives a reason says to begin, if it does."""
    rule = context.wording.entry(told.id)
    if rule.first_step is not None:
        yield rule.first_step


def short_of(id_: str, told: Firing, context: BuildContext) -> str:
    """Return in a line what to do: in the words of the reason that is told, if it has its own."""
    entry = context.knowledge.entry(id_)
    short = context.wording.entry(told.id).short or getattr(context.wording.entry(id_), "short", None)
    return str(short or entry.title)


def _winning(helper: str, context: BuildContext) -> str:
    """Return how to win a helper, or what to do where she said that there is nobody such."""
    entry = context.wording.entry(helper)
    question, _, item = (entry.item or "").partition(".")
    said = context.answers.get(question)
    missing = isinstance(said, dict) and said.get(item) == "no"
    text: str = entry.without if missing else entry.ask
    return text
