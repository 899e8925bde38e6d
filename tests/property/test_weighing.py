"""The logics in which signs are weighed agree; another weighing reaches every engine."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings, strategies as st

from advisor.cases.facts import initial_facts
from advisor.cohort.assess import assessor_for
from advisor.inference import weighing
from advisor.inference._experta_engine import Engine
from advisor.inference.circuit.bounds import Bounds
from advisor.inference.circuit.evaluator import Evaluator
from advisor.inference.circuit.gates import Circuit
from advisor.inference.circuit.logics import Bound, BoundLogic, GateLogic
from advisor.inference.plain_truth import PLAIN_TRUTH, weighed_stage
from advisor.inference.weighing import Sign
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import Weight
from advisor.knowledge.terms import STAGES
from tests.support.amount import examples
from tests.support.strategies import cases, small_knowledge

KINDS = st.tuples(st.sampled_from(get_args(Weight)), st.booleans())
STAGE_SIGNS = st.lists(st.tuples(st.sampled_from(STAGES), KINDS), max_size=5)
FIT_SIGNS = st.lists(st.tuples(st.sampled_from(("for", "against")), KINDS), max_size=5)


def weighed(logic, signs, holds, stage):
    found = [Sign(says, at, *kinds) for (says, kinds), at in zip(signs, holds, strict=True)]
    return weighing.weighed(logic, "stage" if stage else "pattern", found, logic.false)


@settings(max_examples=examples(100))
@given(data=st.data(), stage=st.booleans())
def test_gates_and_bounds_say_what_plain_truth_says(data, stage):
    signs = data.draw(STAGE_SIGNS if stage else FIT_SIGNS)
    truth, size = st.sampled_from((True, False, None)), len(signs)
    partly = data.draw(st.lists(truth, min_size=size, max_size=size))
    circuit = Circuit()
    at = [circuit.given(number) for number in range(len(signs))]
    never = [circuit.given(("never", number)) for number in range(len(signs))]
    gates = weighed(GateLogic(circuit), signs, at, stage)
    bounds = weighed(BoundLogic(circuit), signs, list(map(Bound, at, never)), stage)
    program = circuit.program([*gates.values(), *(gate for bound in bounds.values() for gate in bound)])
    known: dict[Hashable, int] = {number: 1 for number, holds in enumerate(partly) if holds}
    known |= {("never", number): 1 for number, holds in enumerate(partly) if holds is False}
    bounded = program.run(known, 0, 1)
    for full in product(*((True, False) if holds is None else (holds,) for holds in partly)):
        plain = weighed(PLAIN_TRUTH, signs, full, stage)
        cells = program.run({number: 1 for number, holds in enumerate(full) if holds}, 0, 1)
        assert {value: bool(cells[program.cell_of[gate]]) for value, gate in gates.items()} == plain
        for value, bound in bounds.items():
            assert plain[value] or not bounded[program.cell_of[bound.always]]
            assert not plain[value] or not bounded[program.cell_of[bound.never]]


def rosiest(logic, signs):
    """Weigh otherwise: whoever has any sign at all is confident."""
    seen = logic.any_of(sign.holds for sign in signs)
    return {"emerging": logic.false, "developing": logic.false, "confident": seen}


def only_green(logic, stands):
    """Weigh otherwise: one factor that is confident makes it green."""
    green = logic.any_of([each["confident"] for each in stands])
    return {"red": logic.false, "amber": logic.false, "green": green}


@settings(max_examples=examples(30))
@given(data=st.data())
def test_another_weighing_is_one_function_and_reaches_every_engine(data):
    knowledge = data.draw(small_knowledge())
    case = data.draw(cases(knowledge))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weighing, "stages", rosiest)
        patch.setattr(weighing, "lights", only_green)
        known = initial_facts(case, knowledge)
        fired = Engine(knowledge).infer(known)
        evaluator = Evaluator(knowledge)
        bounds, state = Bounds(evaluator).of_case(known), evaluator.evaluate(dict.fromkeys(known, 1))
        assessor = assessor_for(knowledge)
    by_experta = {each.concludes for each in fired if each.concludes.kind == "stage"}
    signs = {each.concludes.id for each in fired if each.concludes.kind == "sign"}
    for factor in knowledge.ids_of("factor"):
        confident = Fact("stage", factor, "confident")
        lower = {Fact("stage", factor, stage) for stage in STAGES[:2]}
        seen = factor in signs
        assert not lower & by_experta
        assert not any(state.concluded[fact] for fact in lower)
        assert (confident in by_experta) == seen == bool(state.concluded[confident])
        assert bounds.facts[confident] in (seen, None)
        assert all(bounds.facts[fact] is False for fact in lower)
    light = next(result for result in assessor.results if result.name == "light")
    cells = assessor.program.run(dict.fromkeys(known, 1), 0, 1)
    number = sum(cells[cell] << place for place, cell in enumerate(light.digits))
    firmly = any(state.concluded[Fact("sure", each, "confident-firm")] for each in knowledge.ids_of("factor"))
    assert light.words[number] == ("green" if firmly else "unknown")


PLAIN_SIGNS = st.lists(st.tuples(st.sampled_from(STAGES), KINDS), min_size=1, max_size=8)


def where(signs):
    """Return the stage that the signs say where all of them hold, and how sure it is."""
    found = weighed_stage([Sign(says, True, *kinds) for says, kinds in signs])
    assert found is not None
    return found


@settings(max_examples=examples(200))
@given(signs=PLAIN_SIGNS)
def test_a_stage_is_known_wherever_there_is_a_sign_and_some_sign_says_so_or_signs_differ(signs):
    stage, sure = where(signs)
    said = {says for says, _ in signs}
    assert sure.startswith(stage)
    assert stage in said or (stage == "developing" and said == {"emerging", "confident"})


@settings(max_examples=examples(200))
@given(signs=PLAIN_SIGNS)
def test_what_is_firm_stays_when_any_one_plain_sign_is_taken_away(signs):
    stage, sure = where(signs)
    for place, (_, (weight, _)) in enumerate(signs):
        if sure.endswith("firm") and weight in ("plain", "faint", "again"):
            assert where([*signs[:place], *signs[place + 1 :]])[0] == stage


@settings(max_examples=examples(200))
@given(signs=PLAIN_SIGNS, lower=st.sampled_from(STAGES), place=st.integers(0, 7))
def test_a_sign_that_says_less_never_raises_the_stage(signs, lower, place):
    says, kinds = signs[place % len(signs)]
    if STAGES.index(lower) <= STAGES.index(says):
        other = list(signs)
        other[place % len(signs)] = (lower, kinds)
        before, after = where(signs)[0], where(other)[0]
        assert STAGES.index(after) <= STAGES.index(before)
