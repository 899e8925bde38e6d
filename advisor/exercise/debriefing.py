"""The debrief: the point of the story, what its author says of each choice, and the other side's view."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.errors import AdvisorError
from advisor.exercise.choices import WAIT
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import AuthorSays, Comparison, Debrief, Discussed, OtherView
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.expectations import Expectations
from advisor.scenarios.loader import read_scenario
from advisor.scenarios.scenario import Scenario


def debrief(exercise: Exercise, found: Comparison) -> Debrief:
    """Return what ends an exercise; `found` is the comparison of what was chosen."""
    scenario = exercise.scenario
    said = [*author_says(scenario.expect)]
    chosen = [each.choice.id for each in found.chosen]
    also = {each.id: each for each in reversed(said) if each.kind not in ("not-recommended", "before")}
    return Debrief(
        title=scenario.title,
        teaches=scenario.teaches,
        discussed=tuple(
            Discussed(
                each.choice,
                tuple(one for one in said if each.choice.id in (one.id, one.then)),
                each.standing,
            )
            for each in found.chosen
        ),
        also_expected=tuple(each for each in said if also.get(each.id) is each and each.id not in chosen),
        other_view=other_view(scenario, exercise.advisor.knowledge),
        discuss=scenario.discuss,
    )


def author_says(expect: Expectations) -> Iterator[AuthorSays]:
    """Yield what an author expects of what can be chosen, what is to be begun first before the rest."""
    if expect.wait is not None:
        yield AuthorSays("wait", WAIT, expect.wait.reason)
    if expect.first is not None:
        yield AuthorSays("first", expect.first.id, expect.first.reason)
    for each in expect.among_first:
        yield AuthorSays("among-first", each.id, each.reason)
    for each in expect.in_plan:
        yield AuthorSays("in-plan", each.id, each.reason)
    for one in expect.recommended:
        yield AuthorSays("recommended", one.id, one.reason)
    for pair in expect.before:
        yield AuthorSays("before", pair.first, pair.reason, pair.then)
    for other in expect.not_recommended:
        yield AuthorSays("not-recommended", other.id, other.reason)


def other_view(scenario: Scenario, knowledge: KnowledgeBase) -> OtherView | None:
    """Return the other side's view; None if there is none, or its file cannot be read."""
    if scenario.other_view is None:
        return None
    try:
        other = read_scenario(scenario.other_view, knowledge)
    except AdvisorError:  # `scenario check` says what is wrong with it
        return None
    return OtherView(other.id, other.number, other.title, other.teaches)
