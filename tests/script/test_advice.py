"""The script advises what Python advises: the same JSON, letter for letter, but for the engine's name."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.verification.variants import made_up
from tests.support.advised import SHIM, WANTED, advice_of, merged_of
from tests.support.amount import examples
from tests.support.chains import written_chain
from tests.support.rich_knowledge import noted_cases, rich_knowledge
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

SHIPPED = Advisor(engine="columnar").knowledge
SCRIPT = Script(SHIPPED, WANTED, SHIM)


def check(case: Case, knowledge: KnowledgeBase, script: Script = SCRIPT, *, is_whole: bool = True) -> None:
    """Hold the script's JSON against Python's: the whole, or all but the firings, which are most of it."""
    held = advice_of(case, knowledge, is_whole=is_whole)
    assert script.call(held.name, *held.args) == held.python


def test_the_script_advises_what_python_advises_in_every_scenario_and_variation():
    for number, case in enumerate(told_cases()):
        check(case, SHIPPED, is_whole=number % 8 == 0)  # test_inference.py looks at all the firings


def test_so_it_does_where_every_answer_is_drawn():
    for case in made_up(examples(40), 18, SHIPPED):
        check(case, SHIPPED)


@settings(max_examples=examples(60))
@given(data=st.data())
def test_so_it_does_in_any_case_with_odd_notes_too(data):
    check(data.draw(noted_cases(SHIPPED)), SHIPPED)


@settings(max_examples=examples(30))
@given(data=st.data())
def test_so_it_does_with_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    script = Script(knowledge, WANTED, SHIM)
    for _ in range(3):
        check(data.draw(cases(knowledge)), knowledge, script)


@settings(max_examples=examples(25))
@given(data=st.data())
def test_so_it_does_with_heat_helpers_waits_and_texts_of_any_kind(data):
    knowledge = data.draw(rich_knowledge())
    script = Script(knowledge, WANTED, SHIM)
    for _ in range(3):
        check(data.draw(noted_cases(knowledge)), knowledge, script)


def test_so_it_does_where_one_thing_leads_to_the_next_thousands_of_times(tmp_path):
    folder = written_chain(tmp_path / "base", 3_000, patterns=True)
    knowledge = Advisor(folder, engine="columnar").knowledge
    script = Script(knowledge, WANTED, SHIM)
    for known in ("hardly", "well"):
        check(Case(answers={"contact": "none", "acquaintance": known}), knowledge, script)


ITEMS = st.lists(
    st.fixed_dictionaries({part: st.integers(0, 2) for part in ("strong", "moderate", "slight", "rank")}),
    max_size=4,
)


@settings(max_examples=examples(100))
@given(lists=st.lists(ITEMS, max_size=4))
def test_kinds_that_press_alike_are_merged_as_python_merges_them(lists):
    # No two kinds do so today, so nothing above would notice.
    held = merged_of(lists)
    assert SCRIPT.call(held.name, *held.args) == held.python
