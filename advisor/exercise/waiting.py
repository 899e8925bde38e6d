"""When it is right to wait and ask more: what the rules say of that choice, which no entry stands for."""

from __future__ import annotations

from collections.abc import Sequence

from advisor._language import _
from advisor.advice.model import Advice
from advisor.advice.waiting import why_wait
from advisor.exercise.choices import WAIT, choice_named
from advisor.exercise.model import Standing
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.expectations import Expectations


def standing_of_waiting(
    advice: Advice, with_asked: Sequence[str], expect: Expectations, knowledge: KnowledgeBase
) -> Standing:
    """Return what the rules say of waiting; `with_asked` is what they begin with on the facts asked for.

    An alert does not wait. Otherwise to wait is right where nothing presses, where most is not known, where
    only hints speak for what comes first, and where the story's author would begin nothing. In all other
    cases it is left open: no rule says that to ask more is wrong.
    """
    if advice.alerts:
        return Standing(WAIT, "held-back", reasons=(_("What comes before any of them does not wait."),))
    why = _why_right(advice, expect, knowledge)
    if why:
        return Standing(WAIT, "agreed", place="first", reasons=(why,))
    first = choice_named(advice.plan[0].id, knowledge)
    if with_asked:
        return Standing(
            WAIT, "open", reasons=(_("Enough is known to begin, with this: {title}.").format(title=first),)
        )
    told = _(
        "On what you were told they would begin nothing either. With all the facts they begin with this: "
        "{title}."
    )
    return Standing(WAIT, "open", reasons=(told.format(title=first),))


def _why_right(advice: Advice, expect: Expectations, knowledge: KnowledgeBase) -> str:
    """Return why to wait is right; nothing if it is not."""
    why = why_wait(advice)
    if not why and expect.wait is not None:
        return _("Whoever wrote the story would wait, and ask more first.")
    if not why and _begins_nothing(expect, knowledge):
        return _("Whoever wrote the story would begin nothing new here.")
    return why


def _begins_nothing(expect: Expectations, knowledge: KnowledgeBase) -> bool:
    """Return whether an author says what not to do, and expects nothing but what is to be remembered."""
    planned = (*expect.in_plan, *expect.among_first)
    ids = [*(each.id for each in expect.recommended), *(each.id for each in planned)]
    if expect.first is not None or not (ids or expect.not_recommended):
        return False
    advised = knowledge.kinds.advice
    groups = (advised[knowledge.kind(id_)].group_of(knowledge.entry(id_)) for id_ in ids)
    return all(group == "remember" for group in groups)
