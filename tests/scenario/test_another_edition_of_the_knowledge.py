"""The shipped scenarios under the knowledge of 0.1.0 and of today: each change has its explanation."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from advisor.comparison import across
from advisor.comparison.across_model import By
from advisor.inference import knowledge_in
from advisor.reports.across import across_outline
from advisor.reports.outline_text import as_text
from advisor.scenarios.loader import read_scenario
from tests.from_0_1_0.files import unpack_knowledge

TOLD = (
    "health-visitors",
    "revolving-door",
    "hot-quarrel",
    "everything-well",
    "she-does-it-all",
    "talking-shop",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory, knowledge):
    old = knowledge_in(unpack_knowledge(tmp_path_factory.mktemp("old")))
    return across([read_scenario(f"scenario:{id_}", knowledge).case for id_ in TOLD], old, knowledge)


def changes(found):
    return [change for case in found.cases for change in case.changes]


def test_each_change_has_one_explanation_and_names_what_it_comes_from(found):
    told = changes(found)
    assert len(told) > 100
    assert {change.by for change in told} <= set(get_args(By))
    for change in told:
        assert change.roots or change.entries or change.answers or change.by in ("weighing", "order")
        assert change.before != change.after


def test_a_rule_that_is_said_to_be_new_is_in_one_of_the_two_alone(found, knowledge):
    for change in changes(found):
        for root in change.roots:
            if root.how == "added":
                assert root.rule in {rule.id for rule in knowledge.rules}
            if root.how == "removed":
                assert root.rule not in {rule.id for rule in knowledge.rules}


def test_all_of_it_can_be_read_and_is_the_same_twice(found):
    said = as_text(across_outline(found))
    assert said == as_text(across_outline(found))
    assert json.loads(found.as_json())["cases"]
    assert all(str(change.title) in " ".join(said.split()) for change in found.cases[0].changes[:3])
