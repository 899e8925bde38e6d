"""What was tried may be of any kind that can be done, in rules, cases and changes to a case."""

from __future__ import annotations

import pytest

from advisor import Action, Advisor, Case
from advisor.cases.edits import Edit, changed
from advisor.cases.facts import initial_facts
from advisor.errors import EditError
from advisor.knowledge.facts import Fact

KNOWLEDGE = Advisor().knowledge
KINDS = {
    "intervention": "visioning",
    "technique": "ground-rules",
    "shift": "being-honest",
    "precondition": "co-location",
    "tool": "circles-map",
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_latest_outcome_of_each_thing_is_known(kind):
    actions = (
        Action(id=KINDS[kind], kind=kind, outcome="worse"),
        Action(id=KINDS[kind], kind=kind, outcome="helped"),
    )
    assert initial_facts(Case(actions=actions), KNOWLEDGE) == [Fact("tried", KINDS[kind], "helped")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_may_say_what_came_of_it_and_take_it_back(kind):
    edit = Edit(f"tried.{KINDS[kind]}", "worse")
    case = changed(Case(), [edit], KNOWLEDGE)
    assert [(each.kind, each.id, each.outcome) for each in case.actions] == [(kind, KINDS[kind], "worse")]
    assert changed(case, [Edit(edit.name, None)], KNOWLEDGE).actions == ()


def test_what_nobody_can_do_cannot_have_been_tried():
    with pytest.raises(EditError, match="use one of: visioning"):
        changed(Case(), [Edit("tried.strangers", "worse")], KNOWLEDGE)
