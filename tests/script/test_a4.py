"""The page with the advice has in the script what it has in Python, part by part."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case
from advisor._language import date_in_words
from advisor.advice.reasoner import Reasoner
from advisor.advice.review import review_day
from advisor.knowledge.scaffold import start_knowledge
from advisor.verification.variants import made_up
from tests.support.advised import PAGE_SHIM, PAGE_WANTED, page_of
from tests.support.amount import examples
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

WANTED = [*PAGE_WANTED, "advice/review", "days"]
SHIM = f"""{PAGE_SHIM}
shim.reviewDays = (days) => days.map(modules["advice/review"].reviewDay);
shim.inWords = (days) => days.map(modules["days"].dateInWords);
"""
SHIPPED = Advisor(engine="columnar").knowledge
SCRIPT = Script(SHIPPED, WANTED, SHIM)
DAYS = st.dates()
ODD = st.text("aZ 'I.?!-,;\"\u00a0\u3000\u200b\ufeff\u4e2d\U0001f600\u00df\u0130", max_size=90)
FACTOR = """factors:
  - id: thanks
    title: Thanks
    text: Whether anybody says thank you.
    source: {work: our-practice, at: A meeting}
    stages: {emerging: Nobody does., developing: Some do., confident: All do.}
"""


def check(case, knowledge, script):
    held = page_of(case, knowledge)
    assert script.call(held.name, *held.args) == held.python


@pytest.mark.parametrize("part", range(4))
def test_the_page_of_each_scenario_and_of_many_variations_is_pythons(part):
    for case in told_cases()[part::16]:
        check(case, SHIPPED, SCRIPT)


def test_so_is_that_of_cases_in_which_every_answer_is_drawn():
    for case in made_up(8, 7, SHIPPED):
        check(case, SHIPPED, SCRIPT)


@st.composite
def told(draw, knowledge):
    """Draw a case with words of hers in it: names, notes, days on which something was tried."""
    case = draw(cases(knowledge))
    days = st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31))
    return replace(
        case,
        partnership=draw(ODD),
        respondent=draw(ODD),
        date=draw(days),
        notes=draw(st.dictionaries(st.sampled_from([*knowledge.questions]), ODD, max_size=5)),
        actions=tuple(replace(each, date=draw(days), note=draw(ODD)) for each in case.actions),
    )


@settings(max_examples=examples(25))
@given(case=told(SHIPPED))
def test_so_is_that_of_any_case_with_her_own_words_in_it(case):
    check(case, SHIPPED, SCRIPT)


def test_a_knowledge_base_that_builds_on_another_says_so_in_the_same_words(tmp_path):
    start_knowledge(tmp_path / "below", empty=True)
    (tmp_path / "mine").mkdir()
    base = "format: 1\nname: mine\nversion: '1'\nextends: ../below\n"
    (tmp_path / "mine" / "base.yaml").write_text(base, encoding="utf-8")
    (tmp_path / "mine" / "more.yaml").write_text(FACTOR, encoding="utf-8")
    knowledge = Advisor(tmp_path / "mine", engine="columnar").knowledge
    extends = Reasoner(knowledge, "columnar").advise(Case()).knowledge.extends
    assert extends is not None
    assert extends.added == ("thanks",)
    check(Case(), knowledge, Script(knowledge, WANTED, SHIM))


@settings(max_examples=examples(40))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    script = Script(knowledge, WANTED, SHIM)
    for _ in range(2):
        check(data.draw(told(knowledge)), knowledge, script)


@settings(max_examples=examples(100))
@given(day=DAYS | st.sampled_from([datetime.date(9999, 10, 2), datetime.date(9999, 10, 3)]))
def test_days_are_counted_and_said_as_python_does(day):
    again = review_day(day)
    assert SCRIPT.call("reviewDays", [day.isoformat(), None]) == [again and again.isoformat(), None]
    texts = [day.isoformat(), day.isoformat()[:7]]
    assert SCRIPT.call("inWords", texts) == [*map(date_in_words, texts)]
