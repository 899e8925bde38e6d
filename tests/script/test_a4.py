"""The page with the advice has in the script what it has in Python, part by part."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor._language import date_in_words
from advisor.advice.review import review_day
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


def check(case, knowledge, script):
    held = page_of(case, knowledge)
    assert script.call(held.name, *held.args) == held.python


@pytest.mark.parametrize("part", range(4))
def test_the_page_of_each_scenario_and_of_many_variations_is_pythons(part):
    for case in told_cases(SHIPPED)[part::16]:
        check(case, SHIPPED, SCRIPT)


def test_so_is_that_of_cases_in_which_every_answer_is_drawn():
    for case in made_up(8, 7, SHIPPED):
        check(case, SHIPPED, SCRIPT)


@settings(max_examples=examples(25))
@given(case=cases(SHIPPED))
def test_so_is_that_of_any_case(case):
    check(case, SHIPPED, SCRIPT)


@settings(max_examples=examples(40))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    script = Script(knowledge, WANTED, SHIM)
    for _ in range(2):
        check(data.draw(cases(knowledge)), knowledge, script)


@settings(max_examples=examples(100))
@given(day=DAYS | st.sampled_from([datetime.date(9999, 10, 2), datetime.date(9999, 10, 3)]))
def test_days_are_counted_and_said_as_python_does(day):
    again = review_day(day)
    assert SCRIPT.call("reviewDays", [day.isoformat(), None]) == [again and again.isoformat(), None]
    texts = [day.isoformat(), day.isoformat()[:7]]
    assert SCRIPT.call("inWords", texts) == [*map(date_in_words, texts)]
