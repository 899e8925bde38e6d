"""The evaluator and experta agree, on any case and on any small knowledge base; so do one case and many."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings, strategies as st

from advisor import Action, Advisor, Case
from advisor.cases.facts import initial_facts
from advisor.inference._experta_engine import Engine
from advisor.inference.circuit.bounds import Bounds
from advisor.inference.circuit.engine import ColumnarEngine
from advisor.inference.circuit.evaluator import Evaluator
from advisor.inference.circuit.ranking import Ranking
from advisor.inference.firing import by_conclusion
from advisor.inference.wording import Wording
from advisor.knowledge.facts import Fact
from advisor.knowledge.strata import CONCLUDED_KINDS
from advisor.knowledge.terms import STAGES
from tests.support.amount import examples
from tests.support.strategies import beside, cases, cases_and_parts, small_knowledge

SHIPPED = Advisor().knowledge
ENGINE = Engine(SHIPPED)
EVALUATOR = Evaluator(SHIPPED)
CERTAINTY = Bounds(EVALUATOR)


def by_experta(engine, case, knowledge, given_beside=()):
    """Return the rules that fired and what was concluded."""
    fired = engine.infer([*initial_facts(case, knowledge), *given_beside])
    rules = {each.id for each in fired if not each.id.startswith(("stage:", "sure:", "pattern:"))}
    return rules, {each.concludes for each in fired if each.concludes.kind in CONCLUDED_KINDS}


def by_evaluation(evaluator, case, knowledge, given_beside=()):
    """Return the same of the evaluator."""
    state = evaluator.evaluate(dict.fromkeys([*initial_facts(case, knowledge), *given_beside], 1))
    return true_in(state.fires), true_in(state.concluded)


def true_in(found):
    return {key for key, where in found.items() if where}


@settings(max_examples=examples(60))
@given(case=cases(SHIPPED), given_beside=beside(SHIPPED))
def test_they_agree_on_any_case_over_the_shipped_rules(case, given_beside):
    evaluated = by_evaluation(EVALUATOR, case, SHIPPED, given_beside)
    assert evaluated == by_experta(ENGINE, case, SHIPPED, given_beside)


@settings(max_examples=examples(30))
@given(case=cases(SHIPPED), given_beside=beside(SHIPPED))
def test_both_engines_give_the_same_advice_with_the_same_reasons(case, given_beside):
    columnar = Advisor(SHIPPED, engine="columnar").advise(case, given_beside)
    assert replace(columnar, engine="experta") == Advisor(SHIPPED).advise(case, given_beside)


@settings(max_examples=examples(60))
@given(data=st.data())
def test_both_engines_tell_any_case_in_the_same_words_in_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    facts = [*initial_facts(data.draw(cases(knowledge)), knowledge), *data.draw(beside(knowledge))]
    assert told(Engine(knowledge), facts, knowledge) == told(ColumnarEngine(knowledge), facts, knowledge)


def told(engine, facts, knowledge):
    """Return the title and reason of each rule that fired, in the words for these facts."""
    fired = engine.infer(facts)
    wording = Wording(knowledge, {*facts, *(each.concludes for each in fired)}, by_conclusion(fired))
    words = [wording.firing(each) for each in fired if not each.is_derived]
    return {each.id: (each.title, each.because) for each in words}


@settings(max_examples=examples(60))
@given(data=st.data())
def test_they_agree_on_any_case_over_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    case = data.draw(cases(knowledge))
    given_beside = data.draw(beside(knowledge))
    ours = by_evaluation(Evaluator(knowledge), case, knowledge, given_beside)
    assert ours == by_experta(Engine(knowledge), case, knowledge, given_beside)


@settings(max_examples=examples(30))
@given(data=st.data())
def test_many_cases_at_once_give_what_each_gives_alone(data):
    knowledge = data.draw(small_knowledge())
    many = data.draw(st.lists(cases(knowledge), min_size=1, max_size=5))
    evaluator = Evaluator(knowledge)
    given_by = [set(initial_facts(case, knowledge)) for case in many]
    facts: set[Fact] = set().union(*given_by)
    columns = {fact: np.array([fact in known for known in given_by]) for fact in facts}
    state = evaluator.evaluate(columns, np.ones(len(many), dtype=bool))
    for row, case in enumerate(many):
        fires, concluded = by_evaluation(evaluator, case, knowledge)
        assert true_in(at(row, state.fires)) == fires
        assert true_in(at(row, state.concluded)) == concluded


def at(row, found):
    """Return what is said of one row."""
    return {
        key: np.broadcast_to(where, row + 1)[row] if where.ndim == 0 else where[row]
        for key, where in found.items()
    }


@settings(max_examples=examples(60))
@given(data=st.data())
def test_the_order_of_interventions_is_that_of_the_advice(data):
    knowledge = data.draw(small_knowledge())
    case = data.draw(cases(knowledge))
    evaluator = Evaluator(knowledge)
    ranking = Ranking(evaluator)
    wanted = [
        gate for place in ranking.places for gate in (*place.taken_by.values(), place.after, place.needs_help)
    ]
    program = evaluator.circuit.program(wanted)
    cells = program.run(dict.fromkeys(initial_facts(case, knowledge), 1), 0, 1)
    holds = {gate: cells[program.cell_of[gate]] for gate in wanted}
    ours = [
        (id_, ready(place, holds))
        for place in ranking.places
        for id_, gate in place.taken_by.items()
        if holds[gate]
    ]
    advice = Advisor(knowledge).advise(case)
    assert ours == [(item.id, item.readiness) for item in advice.interventions]


def ready(place, holds):
    return "after" if holds[place.after] else "needs-help" if holds[place.needs_help] else "now"


@settings(max_examples=examples(100))
@given(data=st.data())
def test_an_unknown_never_settles_a_finding_that_some_completion_contradicts(data):
    knowledge = data.draw(small_knowledge())
    full, part = data.draw(cases_and_parts(knowledge))
    evaluator = Evaluator(knowledge)
    settled = {fact for fact in by_evaluation(evaluator, part, knowledge)[1] if fact.kind == "finding"}
    assert settled <= by_evaluation(evaluator, full, knowledge)[1]


@settings(max_examples=examples(60))
@given(data=st.data())
def test_what_is_certain_is_so_in_every_completion(data):
    knowledge = data.draw(small_knowledge())
    full, part = data.draw(cases_and_parts(knowledge))
    evaluator = Evaluator(knowledge)
    certain = Bounds(evaluator).of_case(initial_facts(part, knowledge))
    fires, concluded = by_evaluation(evaluator, full, knowledge)
    advised = {item.id for item in Advisor(knowledge).advise(full).recommendations()}
    for said, so in ((certain.rules, fires), (certain.facts, concluded), (certain.recommended, advised)):
        assert {key for key, sure in said.items() if sure is True} <= so
        assert not {key for key, sure in said.items() if sure is False} & so


@settings(max_examples=examples(30))
@given(data=st.data())
def test_what_is_certain_is_so_in_every_completion_over_the_shipped_rules(data):
    full, part = data.draw(cases_and_parts(SHIPPED))
    certain = CERTAINTY.of_case(initial_facts(part, SHIPPED))
    fires, concluded = by_evaluation(EVALUATOR, full, SHIPPED)
    for said, so in ((certain.rules, fires), (certain.facts, concluded)):
        assert {key for key, sure in said.items() if sure is True} <= so
        assert not {key for key, sure in said.items() if sure is False} & so


@settings(max_examples=examples(100))
@given(data=st.data())
def test_nothing_is_open_once_everything_is_answered(data):
    knowledge = data.draw(small_knowledge())
    full = {
        question.id: data.draw(answered(question))
        for question in knowledge.questions.values()
        if question.kind != "actions"
    }
    actions = tuple(Action(id=id_, outcome="helped") for id_ in knowledge.ids_of("intervention"))
    known = initial_facts(Case(answers=full, actions=actions), knowledge)
    certain = Bounds(Evaluator(knowledge)).of_case(known)
    assert all(sure is not None for said in certain for sure in said.values())


def answered(question):
    """Draw an answer that leaves nothing open."""
    if question.kind == "choice":
        return st.sampled_from([*(option.id for option in question.options), "not-applicable"])
    values = ["yes", "no", "not-applicable"] if question.kind == "checklist" else [*STAGES, "not-applicable"]
    return st.fixed_dictionaries({row.id: st.sampled_from(values) for row in question.items or question.rows})
