"""The trainer's page of a case: on one sheet what it is about and how to lead it, then all there is to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._language import N_, _, ngettext
from advisor.advice.reasoner import Reasoner
from advisor.exercise.choices import choice_named
from advisor.reports.handout_full import add_whole
from advisor.reports.handout_head import headed, named
from advisor.reports.handout_said import RulesSay, Told, not_to_do, to_do
from advisor.reports.outline import Outline, Point, Table
from advisor.reports.scenario import cited
from advisor.reports.wording import ended, leading
from advisor.scenarios.loader import read_scenario
from advisor.scenarios.scenario import Scenario

_POINTS, _TRAPS, _QUESTIONS = 3, 5, 3
_LEVELS = {
    "first": N_("for a first time"),
    "middle": N_("for a group that has seen some"),
    "demanding": N_("demanding"),
}
_HOURS = (  # what happens, and how many minutes of 45 and of 90 it takes
    (N_("Each reads the page alone."), 5, 5),
    (N_("They ask for facts, three at a time; give out the cards."), 5, 15),
    (N_("Each numbers the boxes alone, then two or three compare."), 10, 15),
    (N_("All: what comes first, by show of hands. One voice for each reason."), 10, 15),
    (N_("Somebody plays the other side, and is asked."), 0, 15),
    (N_("The point, the traps, the questions. Hands again. Give out the answers."), 10, 20),
    (N_("Each writes down one thing for their own work."), 5, 5),
)


def trainer_handout(scenario: Scenario, advisor: Reasoner, full: bool = False) -> Outline:
    """Return the page for the trainer, and behind it all there is; `full` with what only tests the rules."""
    outline = headed(_("{case}, for the trainer").format(case=named(scenario)))
    for said in _about(scenario, advisor):
        outline.paragraph(said)
    _add_hours(outline)
    do, leave = to_do(scenario.expect), not_to_do(scenario.expect)
    _add_told(outline, _("Three points to bring home"), do[:_POINTS], advisor)
    _add_told(outline, _("Traps, and why"), leave[:_TRAPS], advisor)
    if scenario.discuss:
        outline.add(0, _("Three questions to ask"))
    outline.put(Point(question) for question in scenario.discuss[:_QUESTIONS])
    _add_first(outline, RulesSay(advisor.advise(scenario.case), advisor.knowledge), advisor)
    add_whole(outline, scenario, advisor, full)
    return outline


def _about(scenario: Scenario, advisor: Reasoner) -> Iterator[str]:
    """Yield the point, then for whom it is, how long it takes, where it plays, and who else tells it."""
    yield scenario.teaches
    minutes = scenario.minutes
    told = (
        _(_LEVELS[scenario.level]) if scenario.level else "",
        ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes) if minutes else "",
        scenario.setting or "",
    )
    for_whom = "; ".join(filter(None, told))
    source = _("Source: {source}.").format(source=cited(scenario, advisor.knowledge))
    yield f"{ended(for_whom[:1].upper() + for_whom[1:])} {source}" if for_whom else source
    if scenario.other_view:
        other = _("The same partnership as somebody else sees it: {case}.")
        yield other.format(case=named(read_scenario(scenario.other_view, advisor.knowledge)).rstrip("."))


def _add_hours(outline: Outline) -> None:
    heads = (_("How it may go"), *(_minutes(column) for column in (1, 2)))
    rows = tuple((_(what), *(str(n) if n else "\u2013" for n in times)) for what, *times in _HOURS)
    points = [
        Point(_("{what} {short} minutes of 45, {long} of 90").format(what=what, short=short, long=long))
        for what, short, long in rows
    ]
    outline.put([Table(heads, rows, tuple(points), wraps=True, widths=(74, 13, 13), lined=True)])


def _minutes(column: int) -> str:
    whole = sum(row[column] for row in _HOURS)  # type: ignore[misc]  # a column of numbers
    return _("{n} minutes").format(n=whole)


def _add_told(outline: Outline, title: str, told: Sequence[Told], advisor: Reasoner) -> None:
    """Add some of what the author tells, each with its first reason."""
    if told:
        outline.add(0, title)
    for each in told:
        name = leading(choice_named(each.id, advisor.knowledge))
        outline.add(1, f"{name} {ended(each.reasons[0])}")


def _add_first(outline: Outline, says: RulesSay, advisor: Reasoner) -> None:
    """Add how the plan of the rules begins."""
    steps = [step for step in says.advice.plan if step.when == "first"]
    outline.add(0, _("The rules would begin with"))
    for step in steps:
        outline.add(1, f"{leading(choice_named(step.id, advisor.knowledge))} {ended(step.short)}")
    if not steps:
        outline.add(1, _("Nothing presses."))
