"""Laws of inference, over random cases and random small knowledge bases."""

from __future__ import annotations

import random

from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case
from advisor.advice.build import advice_from
from advisor.cases.facts import initial_facts
from advisor.inference._experta_engine import Engine
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kinds import WORK
from tests.support.amount import examples
from tests.support.checker import problems
from tests.support.strategies import beside, cases, cases_and_parts, small_knowledge

SHIPPED = Advisor()


@settings(max_examples=examples(60))
@given(case=cases(SHIPPED.knowledge), given_beside=beside(SHIPPED.knowledge))
def test_the_checker_finds_nothing_wrong_with_the_advice_on_any_case(case, given_beside):
    advice = SHIPPED.advise(case, given_beside)
    assert problems(advice, case, SHIPPED.knowledge, given_beside) == []


@settings(max_examples=examples(120))
@given(data=st.data())
def test_experta_concludes_what_the_meaning_of_the_rules_says_in_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    case, given_beside = data.draw(cases(knowledge)), data.draw(beside(knowledge))
    facts = [*initial_facts(case, knowledge), *given_beside]
    advice = advice_from(Engine(knowledge).infer(facts), facts, case, knowledge, "experta")
    assert problems(advice, case, knowledge, given_beside) == []


@settings(max_examples=examples(100))
@given(data=st.data())
def test_answering_an_open_question_never_takes_a_finding_back(data):
    knowledge = data.draw(small_knowledge())
    full, part = data.draw(cases_and_parts(knowledge))
    assert _findings(part, knowledge) <= _findings(full, knowledge)


@settings(max_examples=examples(100))
@given(data=st.data(), seed=st.integers())
def test_the_order_of_entries_and_answers_does_not_change_what_is_concluded(data, seed):
    knowledge = data.draw(small_knowledge())
    case = data.draw(cases(knowledge))
    shuffled = _shuffled(knowledge, random.Random(seed))
    answers = list(case.answers.items())
    random.Random(seed).shuffle(answers)
    again = Case(answers=dict(answers), actions=case.actions, partners=case.partners[::-1])
    assert _concluded(case, knowledge) == _concluded(again, shuffled)


@settings(max_examples=examples(20))
@given(case=cases(SHIPPED.knowledge))
def test_an_engine_that_has_seen_other_cases_gives_the_same_advice(case):
    assert SHIPPED.advise(case) == Advisor(SHIPPED.knowledge).advise(case)


def _findings(case, knowledge):
    fired = Engine(knowledge).infer(initial_facts(case, knowledge))
    return {f.concludes for f in fired if f.concludes.kind == "finding"}


def _concluded(case, knowledge):
    fired = Engine(knowledge).infer(initial_facts(case, knowledge))
    return {(f.id, f.concludes, frozenset(f.support)) for f in fired}


def _shuffled(knowledge, chance):
    entries = {}
    for kind in (*knowledge.kinds.names, WORK):
        found = [(entry.id, entry) for entry in knowledge.of_kind(kind)]
        if kind != "question":
            chance.shuffle(found)
        entries[kind] = dict(found)
    return KnowledgeBase("small", "1", "0", entries)
