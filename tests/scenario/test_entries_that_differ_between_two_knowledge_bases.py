"""The shipped knowledge with other entries in it: what changes is told of them, and of no rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.comparison import across
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.loader import read_scenario

STORIES = (
    "health-visitors",
    "hot-quarrel",
    "revolving-door",
    "she-does-it-all",
    "talking-shop",
    "they-resist",
    "two-left-of-seven",
    "worn-out-and-alone",
)


@pytest.fixture(scope="module")
def cases(knowledge):
    return [read_scenario(f"scenario:{id_}", knowledge).case for id_ in STORIES]


def with_entries(knowledge, kind, entries):
    held = {
        each: {entry.id: entry for entry in knowledge.of_kind(each)}
        for each in (*knowledge.kinds.names, "work")
    }
    held[kind] = {entry.id: entry for entry in entries}
    return KnowledgeBase(knowledge.name, knowledge.version, "other", held)


def changes(cases, one, other):
    return [change for case in across(cases, one, other).cases for change in case.changes]


@pytest.mark.parametrize("kind", ["intervention", "pattern", "shift", "precondition"])
def test_entries_in_another_order_change_the_order_and_nothing_else(cases, knowledge, kind):
    other = with_entries(knowledge, kind, reversed([*knowledge.of_kind(kind)]))
    found = changes(cases, knowledge, other)
    assert {each.by for each in found} <= {"order"}
    assert not any(each.roots for each in found)


def test_a_situation_that_leads_since_it_has_no_heat_any_more_is_told_of_that_entry(cases, knowledge):
    cooled = [replace(each, heat=None) for each in knowledge.of_kind("pattern")]
    found = changes(cases, knowledge, with_entries(knowledge, "pattern", cooled))
    hot = {each.id for each in knowledge.of_kind("pattern") if each.heat}
    assert any(each.part == "leads" for each in found)
    for each in found:
        assert each.by in ("entry-changed", "order")
        assert each.roots == ()
        if each.part == "leads":
            assert each.entries
            assert {*each.entries} <= hot


def test_who_leads_under_another_name_is_a_text_and_no_other_reason(cases, knowledge):
    renamed = [replace(each, title=f"{each.title}, or the like") for each in knowledge.of_kind("helper")]
    found = changes(cases, knowledge, with_entries(knowledge, "helper", renamed))
    led = [each for each in found if each.part == "led-by"]
    assert led
    for each in led:
        assert (each.by, each.roots) == ("text-only", ())
        assert {*each.entries} <= {helper.id for helper in renamed}
