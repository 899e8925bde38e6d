"""Asked back, the script answers what Python answers: why, why not, and what if."""

from __future__ import annotations

import random

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.advice.reasoner import Reasoner
from advisor.verification import made_up
from tests.support.amount import examples
from tests.support.asked_back import SHIM, WANTED, drawn_futures, what_if_of, why_not_of, why_of
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

SHIPPED = Advisor(engine="columnar")
SCRIPT = Script(SHIPPED.knowledge, WANTED, SHIM)
TOLD = told_cases()
EVERY = max(1, 24 // examples(1))  # of the cases that are told; all of them in a long run


def check(script, held):
    assert script.call(held.name, *held.args) == held.python


def test_the_script_says_why_as_python_does_in_every_scenario_and_variation():
    for case in TOLD[::EVERY]:
        check(SCRIPT, why_of(SHIPPED, case))


def test_the_script_says_why_not_as_python_does_in_scenarios():
    draw = random.Random(18)
    for case in draw.sample(TOLD, examples(5)):
        check(SCRIPT, why_not_of(SHIPPED, case, lambda ids: draw.sample(ids, 6)))


def test_the_script_says_what_if_as_python_does_in_scenarios():
    draw = random.Random(19)
    for case in TOLD[:: 2 * EVERY]:
        check(SCRIPT, what_if_of(SHIPPED, case, drawn_futures(SHIPPED.knowledge, draw, 4)))


def test_so_it_is_in_made_up_cases():
    draw = random.Random(20)
    for case in made_up(examples(4), 21, SHIPPED.knowledge):
        check(SCRIPT, why_of(SHIPPED, case, lambda ids: draw.sample(ids, min(len(ids), 400))))
        check(SCRIPT, why_not_of(SHIPPED, case, lambda ids: draw.sample(ids, 4)))
        check(SCRIPT, what_if_of(SHIPPED, case, drawn_futures(SHIPPED.knowledge, draw, 4)))


@settings(max_examples=examples(4))
@given(case=cases(SHIPPED.knowledge), seed=st.integers(0, 10**6))
def test_so_it_is_in_any_case(case, seed):
    draw = random.Random(seed)
    check(SCRIPT, why_of(SHIPPED, case, lambda ids: draw.sample(ids, min(len(ids), 400))))
    check(SCRIPT, why_not_of(SHIPPED, case, lambda ids: draw.sample(ids, 4)))
    check(SCRIPT, what_if_of(SHIPPED, case, drawn_futures(SHIPPED.knowledge, draw, 4)))


@settings(max_examples=examples(15))
@given(data=st.data(), seed=st.integers(0, 10**6))
def test_so_it_is_with_any_small_knowledge_base(data, seed):
    advisor = Reasoner(data.draw(small_knowledge()), engine="columnar")
    script = Script(advisor.knowledge, WANTED, SHIM)
    for _ in range(2):
        case = data.draw(cases(advisor.knowledge))
        check(script, why_of(advisor, case))
        check(script, why_not_of(advisor, case))
        check(script, what_if_of(advisor, case, drawn_futures(advisor.knowledge, random.Random(seed), 6)))
