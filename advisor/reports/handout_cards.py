"""What is known in a case as cards to cut out, and a card for whoever plays the other side."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _, ngettext
from advisor.advice.reasoner import Reasoner
from advisor.exercise.exercise import called
from advisor.knowledge.questions import under_headings
from advisor.reports.handout_head import add_seat, headed
from advisor.reports.outline import Outline, Point, numbered
from advisor.reports.outline_on_paper import Card, Cards
from advisor.reports.scenario import add_terms, said_of
from advisor.reports.wording import joined
from advisor.scenarios.loader import read_scenario
from advisor.scenarios.scenario import Scenario

_IN_MIND = (  # for whoever sees it from another seat: nothing in them is a fact of the case
    N_("What do you need from this that nobody has asked you about?"),
    N_("What might they suppose about you that is not so?"),
    N_("What would make it easy for you to say yes, and what would you say no to?"),
)


def cards_handout(scenario: Scenario, advisor: Reasoner) -> Outline:
    """Return the facts of a case as cards, numbered, in the order of the headings of the questions."""
    outline = headed(_("{case}: facts to cut out").format(case=called(scenario)))
    outline.paragraph(_whose(scenario))
    outline.put([Cards(tuple(_cards(scenario, advisor)))])
    return outline


def _whose(scenario: Scenario) -> str:
    """Return who is meant by `you`, and how the cards are used."""
    how = _("Give out a card when somebody asks for it.")
    if not scenario.case.respondent:
        return how
    you = _("'You' is: {respondent}.").format(respondent=scenario.case.respondent.rstrip("."))
    return f"{how} {you}"


def _cards(scenario: Scenario, advisor: Reasoner) -> Iterator[Card]:
    number = 0
    for headed_ in under_headings(advisor.knowledge):
        for question in headed_.questions:
            known = said_of(question, scenario.case, advisor.knowledge)
            if known:
                number += 1
                head = " \u00b7 ".join(filter(None, (called(scenario), str(number), headed_.heading)))
                yield Card(head, question.prompt, known)


def other_side_handout(scenario: Scenario, advisor: Reasoner) -> Outline:
    """Return a card for whoever plays the other side: its own story, if one is told, and nothing made up."""
    outline = headed(_("{case}: the other side").format(case=called(scenario)))
    if scenario.other_view:
        _add_own_story(outline, read_scenario(scenario.other_view, advisor.knowledge))
    else:
        _add_same_story(outline, scenario)
    outline.add(0, _("Hold these in mind"))
    outline.put(Point(_(text), mark=numbered(number)) for number, text in enumerate(_IN_MIND, 1))
    return outline


def _add_own_story(outline: Outline, other: Scenario) -> None:
    outline.paragraph(_("You sit on the other side. This is how it looks from there. Tell it in your words."))
    add_seat(outline, other)
    outline.paragraph(other.narrative)
    add_terms(outline, other)


def _add_same_story(outline: Outline, scenario: Scenario) -> None:
    """Add what can be said of a seat from which nobody has told the story."""
    partners = [partner.name for partner in scenario.case.partners if partner.name]
    if partners:
        seat = ngettext(
            "You sit here: {partners}.", "You sit in one of these seats: {partners}.", len(partners)
        )
        outline.paragraph(seat.format(partners=joined(partners)))
    outline.paragraph(
        _(
            "Nobody has told this story from your seat. Below is what the others say. Hold to what happens "
            "in it. What it was like for you is yours to say, and nothing that you say becomes a fact."
        )
    )
    add_seat(outline, scenario)
    outline.paragraph(scenario.narrative)
    add_terms(outline, scenario)
