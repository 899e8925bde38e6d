"""All there is to a case, for its trainer, under headings: expectations, rules, changes, facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor._language import N_, _, ngettext
from advisor.advice.model import InterventionAdvice
from advisor.advice.reasoner import Reasoner
from advisor.cases.edits import Edit
from advisor.exercise.choices import choice_named
from advisor.knowledge.questions import under_headings
from advisor.reports._advice_outline import CAVEAT
from advisor.reports.advice_alerts import alerts_of
from advisor.reports.handout_head import add_seat
from advisor.reports.handout_said import RulesSay
from advisor.reports.outline import Group, Outline, PageTitle
from advisor.reports.scenario import add_afterwards, add_terms, said_of
from advisor.reports.wording import citation, edit_text, ended, joined
from advisor.scenarios.expectation_check import outcomes
from advisor.scenarios.expectation_words import in_words
from advisor.scenarios.scenario import Scenario, Variation, advise_tellings

_MOST_REASONS = 2  # for each intervention
_MOST_CHANGES = 8  # that a group can talk about
_FEW = 3  # answers that a group can hold beside the story
_HEADS = {  # the lists of expectations that stand under one heading
    N_("What should be done"): ("wait", "first", "among-first", "in-plan", "recommended"),
    N_("What should be left for now"): ("not-recommended",),
    N_("In which order"): ("before",),
    N_("How it stands"): ("found", "not-found", "stages"),
}
_OF_ADVICE = ("wait", "first", "recommended", "not_recommended", "before", "in_plan", "among_first")


def add_whole(outline: Outline, scenario: Scenario, advisor: Reasoner, full: bool) -> None:
    """Add all of it on pages of its own; `full` with the changes that only test the rules."""
    outline.put([PageTitle(_("The story"))])
    add_seat(outline, scenario)
    outline.paragraph(scenario.narrative)
    add_terms(outline, scenario)
    _add_expected(outline, scenario, advisor)
    _add_advice(outline, scenario, advisor)
    add_afterwards(outline, scenario, advisor.knowledge)
    _add_variations(outline, scenario, advisor, full)
    if scenario.discuss:
        outline.add(0, _("To talk about"))
    for question in scenario.discuss:
        outline.add(1, question)
    _add_known(outline, scenario, advisor)


def _add_expected(outline: Outline, scenario: Scenario, advisor: Reasoner) -> None:
    """Add what the author expects, each with the reason, and where the rules say otherwise."""
    outline.add(0, _("What is expected, and why"))
    as_told = advise_tellings(replace(scenario, variations=()), advisor)
    met = [each.met for each in outcomes(as_told, advisor) if each.kind != "afterwards"]
    told = list(zip(met, in_words(scenario.expect, advisor.knowledge, ids=False), strict=True))
    for head, kinds in _HEADS.items():
        under = [each for each in told if each[1][0] in kinds]
        if under:
            outline.put([Group(_(head))])
        for is_met, (_kind, each, sentence) in under:
            otherwise = "" if is_met else _("The rules say otherwise here.")
            outline.add(1, f"{ended(sentence)} {each.reason} {otherwise}")


def _add_advice(outline: Outline, scenario: Scenario, advisor: Reasoner) -> None:
    """Add the plan, then the interventions in the rules' order with reasons, and those held back."""
    says = RulesSay(advisor.advise(scenario.case), advisor.knowledge)
    advice = says.advice
    outline.add(0, _("What the rules say"))
    outline.put(alerts_of(advice, advisor.knowledge))
    outline.put([Group(_("The plan"))])
    for step in advice.plan:
        outline.add(1, f"{ended(choice_named(step.id, advisor.knowledge))} {says.of(step.id)}")
    outline.put([Group(_("Of the eight interventions, in this order"))])
    outline.paragraph(_(CAVEAT))
    for item in advice.interventions:
        outline.add(1, f"{choice_named(item.id, advisor.knowledge)}{_waits(item, advisor)}")
        for id_ in dict.fromkeys((item.reason, *item.firings[:_MOST_REASONS])):
            outline.add(2, f"{says.reason(id_)} ({citation(advice.firing(id_), advisor.knowledge)})")
    if not advice.interventions:
        outline.add(1, _("None of the eight interventions is advised."))
    for held in advice.withheld:
        if held.kind == "intervention":
            because = advice.firing(held.firings[0]).because
            title = choice_named(held.id, advisor.knowledge)
            outline.add(1, _("Not now: {title}. {reason}").format(title=title, reason=because))


def _waits(item: InterventionAdvice, advisor: Reasoner) -> str:
    names = [choice_named(id_, advisor.knowledge) for id_ in item.after]
    return _(": not before {names}").format(names=joined(names)) if names else ""


def _add_variations(outline: Outline, scenario: Scenario, advisor: Reasoner, full: bool) -> None:
    """Add first the changes that tell a group something, then those that are there to test the rules."""
    for_a_group = [each for each in scenario.variations if _teaches(each)][:_MOST_CHANGES]
    others = [each for each in scenario.variations if each not in for_a_group]
    if for_a_group:
        outline.add(0, _("If it were a little different"))
    _add_changes(outline, for_a_group, advisor)
    if others and full:
        outline.add(0, _("Further changes, most of them to test the rules"))
        _add_changes(outline, others, advisor)
    elif others:
        left = ngettext(
            "There is {n} more change, to test the rules. With --full it stands here.",
            "There are {n} more changes, most of them to test the rules. With --full they stand here.",
            len(others),
        )
        outline.paragraph(left.format(n=len(others)))


def _teaches(variation: Variation) -> bool:
    """Return whether a group can learn from it: few answers are other, and something else is to be done."""
    changes_advice = any(getattr(variation.expect, name) for name in _OF_ADVICE)
    return changes_advice and len(variation.set) <= _FEW


def _add_changes(outline: Outline, variations: list[Variation], advisor: Reasoner) -> None:
    for variation in variations:
        outline.add(1, variation.teaches)
        for said in _changed(variation, advisor):
            outline.add(2, said)


def _changed(variation: Variation, advisor: Reasoner) -> Iterator[str]:
    for name, value in variation.set.items():
        yield edit_text(Edit(name, value), advisor.knowledge)


def _add_known(outline: Outline, scenario: Scenario, advisor: Reasoner) -> None:
    """Add what is known under the headings of the questions, with the numbers that the cards have."""
    outline.add(0, _("What is known, if somebody asks"))
    number = 0
    for headed in under_headings(advisor.knowledge):
        found = [
            (question, said)
            for question in headed.questions
            if (said := said_of(question, scenario.case, advisor.knowledge))
        ]
        if found and headed.heading:
            outline.put([Group(headed.heading)])
        for question, said in found:
            number += 1
            outline.add(1, f"{number}. {question.prompt} {said}")
