"""Who leads an intervention, and how it is begun: what fits the reason that is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from advisor.advice.context import BuildContext
from advisor.advice.model import Recommendation
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.rules import NeedsHelp


class Lead(NamedTuple):
    """Who else must lead, if anybody, and whether that is for the trouble that is told."""

    helper: str | None
    is_for_this: bool


def lead_for(id_: str, told: Firing, context: BuildContext) -> Lead:
    """Return who else must lead: for the trouble that is told if somebody must, else for another."""
    helpers = context.reasons[id_].helpers
    if not helpers:
        return Lead(None, False)
    fitting = _fitting(helpers, told, context)
    return Lead((fitting or [helper for helper, _ in helpers])[0], bool(fitting))


def _fitting(helpers: Sequence[tuple[str, Firing]], told: Firing, context: BuildContext) -> list[str]:
    """Return who must lead for the trouble that is told.

    A reason that rests on answers alone is about one trouble: who asks for help must share half of them, and
    not a wide answer only, such as who decides. A pattern gathers many, and any of them may be the trouble.
    """
    ground = context.grounds.of(told)
    enough = 1 if any(fact.kind == "pattern" for fact in told.support) else max(1, (len(ground) + 1) // 2)
    return [helper for helper, firing in helpers if len(ground & context.grounds.of(firing)) >= enough]


def is_begun_by_her(lead: Lead, told: Firing, context: BuildContext) -> bool:
    """Return whether the reason told says itself how she begins, and nobody else must lead for it.

    In an open quarrel it is hers only where it is known who else leads, and that it is for another trouble.
    """
    if not context.wording.entry(told.id).first_step or lead.is_for_this:
        return False
    quarrel = any(context.knowledge.entry(fact.id).heat == "quarrel" for fact in context.leading)
    return lead.helper is not None or not quarrel


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


class Beginning(NamedTuple):
    """How to begin with something: whole, and in a line."""

    text: str
    short: str


def beginnings(
    id_: str, lead: Lead, ways: Sequence[Recommendation], told: Firing, context: BuildContext
) -> Iterator[Beginning]:
    """Yield ways to begin with an intervention, the best first: win whoever must lead for the trouble told.

    Else what the reason itself says fits best. Where it says nothing, a technique fits of which a reason,
    and no slight one, rests on an answer that the reason told rests on: any other would answer another
    trouble. Last comes what always holds.
    """
    reason, short = context.wording.entry(told.id), short_of(id_, told, context)
    own = [Beginning(reason.first_step, short)] if reason.first_step else []
    if own and not _is_won_first(id_, lead, context):
        yield from own
        return
    if lead.helper is not None:
        yield Beginning(_winning(lead.helper, context), short)
    if own:
        yield from own
        return
    ground = context.grounds.of(told)
    for way in ways:
        reasons = context.reasons[way.id]
        fitting = (each for each in [*reasons.strong, *reasons.moderate] if ground & context.grounds.of(each))
        if (why := next(fitting, None)) is not None:
            technique, own = context.wording.entry(way.id), context.wording.entry(why.id)
            how = own.first_step or technique.how
            yield Beginning(f"{technique.title}. {how}", own.short or technique.short or short)
    yield Beginning(context.wording.entry(id_).first_step, short)


def _is_won_first(id_: str, lead: Lead, context: BuildContext) -> bool:
    """Return whether a helper is won before the reason's own step: one for this trouble.

    Where it takes weight and nobody neutral, winning somebody is another step than the heading speaks of. It
    comes first only where she said whether there is somebody; else her own step may lead there.
    """
    if lead.helper is None or not lead.is_for_this:
        return False
    takes = context.knowledge.entry(id_).lead
    is_weight = takes.standing == "required" and takes.neutrality != "required"
    return not is_weight or _said_of(lead.helper, context) in ("yes", "no")


def beginning_of(kind: str, id_: str, told: Firing, context: BuildContext) -> Beginning:
    """Return how to begin with something other than an intervention, for the reason that is told."""
    own: str | None = context.wording.entry(told.id).first_step
    action = context.knowledge.kinds.advice[kind].action
    text = own or str(getattr(context.wording.entry(id_), action))
    return Beginning(text, short_of(id_, told, context))


def short_of(id_: str, told: Firing, context: BuildContext) -> str:
    """Return in a line what to do, for the reason that is told; the title where nothing says it."""
    entry = context.wording.entry(id_)
    own: str | None = context.wording.entry(told.id).short
    return own or getattr(entry, "short", None) or str(entry.title)


def _winning(helper: str, context: BuildContext) -> str:
    """Return how to win a helper, or what to do where she said that there is nobody such."""
    entry = context.wording.entry(helper)
    text: str = entry.without if _said_of(helper, context) == "no" else entry.ask
    return text


def _said_of(helper: str, context: BuildContext) -> str | None:
    """Return what she said of whether there is such a helper; None if nothing."""
    question, _, item = (context.knowledge.entry(helper).item or "").partition(".")
    said = context.case.answers.get(question)
    return said.get(item) if isinstance(said, Mapping) else None
