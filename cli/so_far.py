"""What is told at a question: why it is asked, and the advice so far."""

from __future__ import annotations

from advisor._language import _
from advisor.advice.model import Advice
from advisor.interview.interview import Interview
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import Question
from advisor.knowledge.terms import ASKED_STAGES
from advisor.reports.advice_alerts import in_a_line
from advisor.reports.why_outline import factor_name
from advisor.reports.wording import citation, inside

from .prompts import wrapped

MOST_DECIDED = 4  # told at a question


def why_text(question: Question, interview: Interview) -> str:
    """Return why a question is asked: in general, and which advice hangs on it now, with its source."""
    knowledge = interview.knowledge
    decides = [
        f"{_plainly(id_, knowledge)} ({citation(rule, knowledge)})"
        for id_, rule in interview.hangs_on(question.id).items()
        if not knowledge.has(id_, ("pattern",))  # their names would sound like an accusation here
    ]
    if not decides:
        return "\n".join([wrapped(question.why), wrapped(_("Just now it cannot change the advice."))])
    listed = [wrapped(each, "  - ", "    ") for each in decides[:MOST_DECIDED]]
    return "\n".join([wrapped(question.why), wrapped(_("Your answer may still decide:")), *listed])


def _plainly(id_: str, knowledge: KnowledgeBase) -> str:
    """Return what is decided of a thing, in plain words."""
    entry = knowledge.entry(id_)
    if knowledge.has(id_, ("alert",)):
        return _("whether this stands first: {title}").format(title=inside(entry.title))
    if knowledge.has(id_, ("factor",)):
        return _("where you stand with {factor}").format(factor=inside(factor_name(id_, knowledge)))
    return _("whether this helps: {title}").format(title=inside(getattr(entry, "plain", entry.title)))


def newly_raised(interview: Interview, told: set[str]) -> list[str]:
    """Return the alerts that stand and were not `told` yet, and note them there: she may stop early."""
    new = set(interview.alerts) - told
    told |= new
    return [wrapped(in_a_line(each)) for each in interview.advice().alerts if each.id in new] if new else []


def so_far_text(advice: Advice, knowledge: KnowledgeBase) -> str:
    """Return in a few lines what the advice would be so far."""
    parts = [wrapped(in_a_line(alert)) for alert in advice.alerts]
    parts.append(wrapped(_("So far, and it may still change:")))
    for factor in advice.factors:
        stage = _(ASKED_STAGES[factor.stage])
        parts.append(wrapped(f"{factor_name(factor.id, knowledge)}: {stage}", "  ", "    "))
    first = [knowledge.entry(step.id).title for step in advice.plan if step.when == "first"]
    told = _("First: {steps}.").format(steps="; ".join(first)) if first else _("Nothing to do first yet.")
    parts.append(wrapped(told))
    return "\n".join(parts)
