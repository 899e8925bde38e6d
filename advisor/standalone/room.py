"""The exercise in the room as one page: a scenario shown at a projector, and played on a phone."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from advisor.exercise.choices import choices
from advisor.exercise.debriefing import other_view
from advisor.exercise.exercise import called
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.questions import under_headings
from advisor.reports.scenario import answers_said
from advisor.scenarios.scenario import Scenario
from advisor.standalone.data import page_data, underscored
from advisor.standalone.story import in_pieces
from advisor.standalone.writing import Making, page_of

ROOM = Making("room.html", "room", ("style.css", "room.css"))
NOT_ASKED = ("bounds", "places")  # of the circuit: what only an interview looks at
NOT_SHOWN = ("meeting", "portfolio-rule")  # entries that no exercise comes to


def room_page(scenario: Scenario, knowledge: KnowledgeBase, *, facts: int | None = None) -> str:
    """Return a scenario as a page; `facts` says how many facts may be asked for, None: any number."""
    return page_of(room_data(scenario, knowledge, facts=facts), ROOM)


def room_data(scenario: Scenario, knowledge: KnowledgeBase, *, facts: int | None = None) -> dict[str, Any]:
    """Return all that the script needs, as JSON can say it."""
    data = page_data(knowledge)
    circuit = {key: value for key, value in data["circuit"].items() if key not in NOT_ASKED}
    entries = {kind: found for kind, found in data["entries"].items() if kind not in NOT_SHOWN}
    exercise = _exercise(scenario, knowledge, facts)
    return {**data, "circuit": circuit, "entries": entries, "exercise": exercise}


def _exercise(scenario: Scenario, knowledge: KnowledgeBase, facts: int | None) -> dict[str, Any]:
    """Return what is told of a scenario; neither its title nor its id is in what is shown at first."""
    number = scenario.number
    return {
        "name": called(scenario),
        "file": "exercise" if number is None else f"case-{number}",
        "most": facts,
        "minutes": scenario.minutes,
        "you": scenario.case.respondent,
        "story": in_pieces(scenario.narrative),
        "terms": [[f"{word[:1].upper()}{word[1:]}", said] for word, said in scenario.terms.items()],
        "facts": [
            {"heading": headed.heading, "questions": [question.id for question in headed.questions]}
            for headed in under_headings(knowledge)
        ],
        "scenario": scenario_data(scenario, knowledge),
    }


def scenario_data(scenario: Scenario, knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return what is compared with: the case, what its author expects, and what can be chosen."""
    other = other_view(scenario, knowledge)
    return {
        "id": scenario.id,
        "title": scenario.title,
        "teaches": scenario.teaches,
        "discuss": list(scenario.discuss),
        "other_view": None if other is None else asdict(other),
        "known": {question.id: said for question, said in answers_said(scenario.case, knowledge)},
        "case": scenario.case.as_dict(),
        "expect": underscored(scenario.expect.as_dict()),
        "choices": [
            {"id": group.id, "title": group.title, "entries": [asdict(each) for each in group.entries]}
            for group in choices(knowledge)
        ],
    }
