"""A scenario on paper: a page for those who take part, without answers, and one for the trainer."""

from __future__ import annotations

from dataclasses import replace

from advisor._language import _
from advisor.advice.model import InterventionAdvice
from advisor.advice.reasoner import Reasoner
from advisor.cases.edits import Edit
from advisor.knowledge.phrases import title_of
from advisor.reports._advice_outline import CAVEAT
from advisor.reports.advice_alerts import alerts_of
from advisor.reports.outline import Outline
from advisor.reports.scenario import add_afterwards, add_known, add_terms, cited
from advisor.reports.wording import citation, edit_text, ended, joined
from advisor.scenarios.expectation_check import outcomes
from advisor.scenarios.expectation_words import in_words
from advisor.scenarios.scenario import Scenario, advise_tellings

_TO_ASK = 4  # facts that participants are to ask for
_MOST_REASONS = 2  # for each intervention, on the trainer's page


def participant_handout(scenario: Scenario, advisor: Reasoner) -> Outline:
    """Return the page for those who take part: the story, room for their own thoughts, and no answers."""
    outline = Outline()
    outline.add(0, scenario.title)
    outline.paragraph(scenario.narrative)
    add_terms(outline, scenario)
    outline.add(0, _("What would you want to know?"))
    outline.paragraph(_("Write down what you would ask, and whom, before you decide anything."))
    outline.to_write(_TO_ASK)
    outline.add(0, _("What would you do, and in which order?"))
    outline.paragraph(_("Choose up to three of these, or none, and number them."))
    for entry in advisor.knowledge.of_kind("intervention"):
        outline.add(1, f"{entry.plain[:1].upper()}{entry.plain[1:]} ({entry.title})")
    outline.add(0, _("Why these, and why in this order?"))
    outline.to_write(_TO_ASK)
    if scenario.discuss:
        outline.add(0, _("To talk about"))
    for question in scenario.discuss:
        outline.add(1, question)
    return outline


def trainer_handout(scenario: Scenario, advisor: Reasoner) -> Outline:
    """Return the page for the trainer: what it teaches, what is expected, and what the rules say and why."""
    outline = Outline()
    outline.add(0, _("{title}: for the trainer").format(title=scenario.title))
    outline.paragraph(
        _("{teaches} Source: {source}.").format(
            teaches=scenario.teaches, source=cited(scenario, advisor.knowledge)
        )
    )
    if scenario.other_view:
        other = _("The same partnership as somebody else sees it: scenario {id}.")
        outline.paragraph(other.format(id=scenario.other_view))
    outline.add(0, _("The story"))
    outline.paragraph(scenario.narrative)
    add_terms(outline, scenario)
    outline.add(0, _("What is expected, and why"))
    as_told = advise_tellings(replace(scenario, variations=()), advisor)
    met = [each.met for each in outcomes(as_told, advisor) if each.kind != "afterwards"]
    for is_met, (_place, each, sentence) in zip(
        met, in_words(scenario.expect, advisor.knowledge, ids=False), strict=True
    ):
        otherwise = "" if is_met else _("The rules say otherwise here.")
        outline.add(1, f"{ended(sentence)} {each.reason} {otherwise}")
    _add_advice(outline, scenario, advisor)
    add_afterwards(outline, scenario, advisor.knowledge)
    if scenario.variations:
        outline.add(0, _("If it were a little different"))
    for variation in scenario.variations:
        outline.add(1, variation.teaches)
        for name, value in variation.set.items():
            outline.add(2, edit_text(Edit(name, value), advisor.knowledge))
    if scenario.discuss:
        outline.add(0, _("To talk about"))
    for question in scenario.discuss:
        outline.add(1, question)
    outline.add(0, _("What is known, if somebody asks"))
    add_known(outline, scenario.case, advisor.knowledge)
    return outline


def _add_advice(outline: Outline, scenario: Scenario, advisor: Reasoner) -> None:
    """Add the interventions in the rules' order with their reasons, and those that are held back."""
    advice = advisor.advise(scenario.case)
    outline.add(0, _("What the rules say"))
    outline.put(alerts_of(advice, advisor.knowledge))
    outline.paragraph(_("Of the eight interventions, in this order. {caveat}").format(caveat=_(CAVEAT)))
    for item in advice.interventions:
        plain = advisor.knowledge.entry(item.id).plain
        outline.add(1, f"{item.title} ({plain}){_waits(item, advisor)}")
        for id_ in dict.fromkeys((item.reason, *item.firings[:_MOST_REASONS])):
            firing = advice.firing(id_)
            outline.add(2, f"{firing.because} ({citation(firing, advisor.knowledge)})")
    if not advice.interventions:
        outline.add(1, _("None of the eight interventions is advised."))
    for held in advice.withheld:
        if held.kind == "intervention":
            because = advice.firing(held.firings[0]).because
            outline.add(1, _("Not now: {title}. {reason}").format(title=held.title, reason=because))


def _waits(item: InterventionAdvice, advisor: Reasoner) -> str:
    names = [title_of(id_, advisor.knowledge) for id_ in item.after]
    return _(": not before {names}").format(names=joined(names)) if names else ""
