"""The evaluator and experta agree, on any case and on any small knowledge base; so do one case and many."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor import Advisor
from advisor.evaluation import Evaluator
from advisor.facts import Fact, case_facts
from advisor.inference import Engine
from tests.support.amount import examples
from tests.support.strategies import cases, cases_and_parts, small_knowledge

SHIPPED = Advisor().knowledge
ENGINE = Engine(SHIPPED)
EVALUATOR = Evaluator(SHIPPED)
CONCLUDED = ("finding", "stage", "pattern")


def by_experta(engine, case, knowledge):
    """Return the rules that fired and what was concluded."""
    fired = engine.infer(case_facts(case, knowledge))
    rules = {each.id for each in fired if not each.id.startswith(("stage:", "pattern:"))}
    return rules, {each.concludes for each in fired if each.concludes}


def by_evaluation(evaluator, case, knowledge):
    """Return the same of the evaluator."""
    state = evaluator.evaluate(dict.fromkeys(case_facts(case, knowledge), True))
    return {id_ for id_, fires in state.fires.items() if fires}, concluded(state.known)


def concluded(known):
    return {fact for fact, where in known.items() if where and fact.kind in CONCLUDED}


@settings(max_examples=examples(60))
@given(case=cases(SHIPPED))
def test_they_agree_on_any_case_over_the_shipped_rules(case):
    assert by_evaluation(EVALUATOR, case, SHIPPED) == by_experta(ENGINE, case, SHIPPED)


@settings(max_examples=examples(30))
@given(case=cases(SHIPPED))
def test_both_engines_give_the_same_advice_with_the_same_reasons(case):
    columnar = Advisor(SHIPPED, engine="columnar").advise(case)
    assert replace(columnar, engine="experta") == Advisor(SHIPPED).advise(case)


@settings(max_examples=examples(200))
@given(data=st.data())
def test_they_agree_on_any_case_over_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    case = data.draw(cases(knowledge))
    ours = by_evaluation(Evaluator(knowledge), case, knowledge)
    assert ours == by_experta(Engine(knowledge), case, knowledge)


@settings(max_examples=examples(30))
@given(data=st.data())
def test_many_cases_at_once_give_what_each_gives_alone(data):
    knowledge = data.draw(small_knowledge())
    many = data.draw(st.lists(cases(knowledge), min_size=1, max_size=5))
    evaluator = Evaluator(knowledge)
    given_by = [set(case_facts(case, knowledge)) for case in many]
    facts: set[Fact] = set().union(*given_by)
    columns = {fact: np.array([fact in known for known in given_by]) for fact in facts}
    state = evaluator.evaluate(columns)
    for row, case in enumerate(many):
        alone = by_evaluation(evaluator, case, knowledge)
        assert {id_ for id_, fires in state.fires.items() if at(fires, row)} == alone[0]
        assert concluded({fact: at(where, row) for fact, where in state.known.items()}) == alone[1]


def at(where, row):
    return bool(where[row]) if isinstance(where, np.ndarray) else bool(where)


@settings(max_examples=examples(100))
@given(data=st.data())
def test_an_unknown_never_settles_a_finding_that_some_completion_contradicts(data):
    knowledge = data.draw(small_knowledge())
    full, part = data.draw(cases_and_parts(knowledge))
    evaluator = Evaluator(knowledge)
    settled = {fact for fact in by_evaluation(evaluator, part, knowledge)[1] if fact.kind == "finding"}
    assert settled <= by_evaluation(evaluator, full, knowledge)[1]
