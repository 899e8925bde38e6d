"""The search for small sets of changes finds just those that trying every set finds."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import assume, given, settings, strategies as st

from advisor import Advisor
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.gates import TRUE, Circuit
from advisor.inference.circuit.logics import GateLogic
from advisor.inference.circuit.search import LARGEST, MOST_SETS, Wanted, sets_that_bring
from advisor.inference.circuit.trials import Counterfactual, single_counterfactuals
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import values_of_answers
from tests.support.amount import examples
from tests.support.strategies import cases, small_knowledge

SHIPPED = Advisor().knowledge


@settings(max_examples=examples(60))
@given(data=st.data())
def test_in_any_small_knowledge_base(data):
    check(data.draw(small_knowledge()), data, 12)


@settings(max_examples=examples(12))
@given(data=st.data())
def test_in_the_shipped_one(data):
    check(SHIPPED, data, 9)


def check(knowledge, data, most):
    evaluator, known = evaluator_for(knowledge), initial_facts(data.draw(cases(knowledge)), knowledge)
    gates = [step.fires for step in evaluator.steps] + [*evaluator.concluded.values()]
    wanted = Wanted(evaluator.circuit, data.draw(st.sampled_from(gates)))
    assume(not holds(wanted, known))
    all_changes = single_counterfactuals(wanted.program, known, values_of_answers(knowledge))
    begin = data.draw(st.integers(0, max(0, len(all_changes) - most)))
    changes = all_changes[begin : begin + most]
    assert list(sets_that_bring(wanted, known, changes)) == list(every_set(wanted, known, changes))


def every_set(wanted, known, changes):
    found: list[tuple[Any, ...]] = []
    for size in range(1, LARGEST + 1):
        sets = [
            several
            for several in combinations(changes, size)
            if len({change.key for change in several}) == size
            and not any(set(smaller) <= set(several) for smaller in found)
            and holds(wanted, changed(known, several))
        ]
        found += sets
        if size == LARGEST and len(sets) > MOST_SETS:
            sets = [each for each in sets if changes.index(each[0]) <= changes.index(sets[MOST_SETS][0])]
        yield sets


def changed(known, changes):
    keys = {change.key for change in changes}
    return [*(fact for fact in known if fact[:2] not in keys), *(change.fact for change in changes)]


def holds(wanted, facts):
    return bool(wanted.where(dict.fromkeys(facts, 1), 1))


@settings(max_examples=examples(30))
@given(data=st.data())
def test_where_so_many_are_to_hold(data):
    circuit, facts = Circuit(), [Fact("answer", name, "yes") for name in "abcdef"]
    gates = [circuit.given(fact) for fact in facts]
    less = data.draw(st.lists(st.sampled_from(gates), max_size=2, unique=True))
    more = [gate for gate in gates if gate not in less]
    wanted = Wanted(circuit, GateLogic(circuit).reaches(more, [*less, TRUE, TRUE]))
    known = data.draw(st.lists(st.sampled_from(facts), max_size=3, unique=True))
    assume(not holds(wanted, known))
    others = [fact._replace(value="no" if fact in known else "yes") for fact in facts]
    changes = [Counterfactual(fact) for fact in others]
    assert list(sets_that_bring(wanted, known, changes)) == list(every_set(wanted, known, changes))
