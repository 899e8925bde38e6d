"""A case for those who take part: the story and what they would do, all choices, and what to talk about."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _
from advisor.advice.reasoner import Reasoner
from advisor.exercise.choices import WAIT_GROUP, Group as Choices, choices
from advisor.exercise.exercise import called
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.handout_head import add_seat, headed
from advisor.reports.outline import Outline, Point
from advisor.reports.outline_on_paper import Boxed, Boxes
from advisor.reports.wording import ended
from advisor.scenarios.scenario import Scenario

_WHY = 2  # lines for the reason of what comes first
_THOUGHTS = 3  # lines below each question to talk about
_ASKED = {  # what is asked where a whole group of choices has one box, and room to say which
    "myself": N_("What?"),
    "together": N_("Something else. What?"),
    "others": N_("What, and of whom?"),
    "in-place": N_("A day, a person, a rule. What?"),
    "remember": N_("What must not be forgotten?"),
    WAIT_GROUP: N_("What, and whom?"),
}


def participant_handout(scenario: Scenario, advisor: Reasoner) -> Outline:
    """Return the page for those who take part: the story, boxes to number, and no answers."""
    outline = headed(called(scenario), to_sign=True)
    add_seat(outline, scenario)
    outline.paragraph(scenario.narrative)
    _add_words(outline, scenario)
    outline.add(0, _("What would you do, and in which order?"))
    outline.paragraph(
        _("Write 1 beside what you would do first, then 2, and 3 if you like. To wait is a choice too.")
    )
    outline.put([Boxes(tuple(_boxes(advisor.knowledge)))])
    outline.add(0, _("Why this first?"))
    outline.to_write(_WHY)
    return outline


def _add_words(outline: Outline, scenario: Scenario) -> None:
    """Add the words that are explained, all in one paragraph: there is one page."""
    said = " ".join(f"{word[:1].upper()}{word[1:]}: {ended(means)}" for word, means in scenario.terms.items())
    if said:
        outline.paragraph(_("Words explained. {words}").format(words=said))


def _boxes(knowledge: KnowledgeBase) -> Iterator[Boxed]:
    """Yield a box for each group, and one for each of the interventions where they belong."""
    for group in choices(knowledge):
        for entry in group.entries:
            if entry.kind == "intervention":
                plain = knowledge.entry(entry.id).plain
                yield Boxed(ended(f"{plain[:1].upper()}{plain[1:]}"), entry.line)
        yield Boxed(ended(group.title), _(_ASKED[group.id]), open=True)
    yield Boxed(_("Something else:"), open=True)


def choices_handout(scenario: Scenario, advisor: Reasoner) -> Outline:
    """Return the second sheet: all that can be chosen, in groups, each with a line in plain words."""
    outline = headed(_("{case}: all that can be chosen").format(case=called(scenario)))
    outline.columns = 3
    outline.paragraph(
        _("The list is the same for every case. Take from it what you would write in one of the boxes.")
    )
    for group in choices(advisor.knowledge):
        outline.add(0, group.title)
        outline.put(_listed(group))
    return outline


def _listed(group: Choices) -> Iterator[Point]:
    for entry in group.entries:
        yield Point(f"{ended(entry.title)} {entry.line}")


def discuss_handout(scenario: Scenario, _advisor: Reasoner) -> Outline:
    """Return the questions to talk about, which hint at what matters: to be given out after the choice."""
    outline = headed(_("{case}: to talk about").format(case=called(scenario)), to_sign=True)
    add_seat(outline, scenario)
    for question in scenario.discuss:
        outline.add(0, question)
        outline.to_write(_THOUGHTS)
    if not scenario.discuss:
        outline.add(0, _("What would you want to know before you do anything, and whom would you ask?"))
        outline.to_write(_THOUGHTS)
    outline.add(0, _("What would change your mind about what you chose?"))
    outline.to_write(_THOUGHTS)
    return outline
