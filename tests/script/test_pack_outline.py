"""The page's pack for the next meeting is the one of `advisor pack`, but that it names no command."""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor._text import holds_control
from advisor.advice.meeting import NotNow, meeting_for
from advisor.advice.reasoner import Reasoner
from advisor.reports import pack
from advisor.standalone.words.pack import OWN
from advisor.verification import made_up
from tests.support.amount import examples
from tests.support.outlined import blocks_of
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

WANTED = ["advice/meeting", "advice/reasoner", "cases/case", "reports/pack"]
SHIM = """
const { besideThePage, privatePage, tablePage } = modules["reports/pack"];
shim.pack = (plain) => {
  const advice = modules["advice/reasoner"].advise(modules["cases/case"].caseFromDict(plain), knowledge);
  const { isPlanned, meetingFor } = modules["advice/meeting"];
  const found = meetingFor(advice, knowledge);
  if (!isPlanned(found)) return [privatePage(found, advice, plain.partnership).blocks, []];
  return [tablePage(found.meeting, plain.partnership).blocks, besideThePage(found, advice, knowledge)];
};
shim.tables = (name) => knowledge.ofKind("meeting").map((meeting) => tablePage(meeting, name).blocks);
"""
SHIPPED = Advisor(engine="columnar")
KNOWLEDGE = SHIPPED.knowledge
SCRIPT = Script(KNOWLEDGE, WANTED, SHIM)
NAMES = (st.text(st.characters(codec="utf-8")) | st.text(" \t\n\ufeff\u200b\u200dA{}<\"'.\u0628")).filter(
    lambda name: not holds_control(name)
)


def pack_of(case, advisor):
    """Return the page that `advisor pack` makes, and what it tells beside it, without its commands."""
    advice = advisor.advise(case)
    found = meeting_for(advice, advisor.knowledge)
    with mock.patch.object(pack, "hint", return_value=OWN["where_you_answered"]):
        if isinstance(found, NotNow):
            return [blocks_of(pack.private_page(found, advice, case.partnership, "")), []]
        beside = pack.beside_the_page(found, advice, advisor.knowledge, "")
        return [blocks_of(pack.table_page(found.meeting, case.partnership)), list(beside)]


def check(case, advisor, script):
    blocks, beside = script.call("pack", case.as_dict())
    assert [blocks, beside] == pack_of(case, advisor)


def test_the_pack_is_the_same_in_every_scenario_and_variation():
    for case in told_cases():
        check(case, SHIPPED, SCRIPT)


def test_the_pack_is_the_same_in_cases_that_are_made_up():
    for case in made_up(100, 6, KNOWLEDGE):
        check(case, SHIPPED, SCRIPT)


@settings(max_examples=examples(40))
@given(case=cases(KNOWLEDGE), name=NAMES)
def test_the_pack_is_the_same_in_any_case_whatever_it_is_called(case, name):
    check(replace(case, partnership=name), SHIPPED, SCRIPT)


@settings(max_examples=examples(40))
@given(name=NAMES)
def test_the_page_for_the_table_is_the_same_for_every_meeting_whatever_the_partnership_is_called(name):
    says = [blocks_of(pack.table_page(meeting, name)) for meeting in KNOWLEDGE.of_kind("meeting")]
    assert SCRIPT.call("tables", name) == says


@settings(max_examples=examples(20))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    advisor, script = Reasoner(knowledge, "columnar"), Script(knowledge, WANTED, SHIM)
    for case in data.draw(st.lists(cases(knowledge), min_size=1, max_size=3)):
        check(case, advisor, script)
