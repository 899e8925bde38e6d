"""Asked back, the script answers what Python answers: why, why not, and what if."""

from __future__ import annotations

import json
import random
from dataclasses import asdict

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.advice.reasoner import Reasoner
from advisor.cases.edits import Edit
from advisor.errors import AdvisorError
from advisor.explanation import what_if, why, why_not
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.terms import STAGES
from advisor.verification import made_up
from tests.support.amount import examples
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

WANTED = [
    "advice/reasoner",
    "cases/case",
    "explanation/what_if",
    "explanation/why",
    "explanation/why_not",
]
SHIM = """
const { caseFromDict } = modules["cases/case"];
const asCase = (plain) => caseFromDict(plain);
shim.why = (plain, ids) => {
  const advice = modules["advice/reasoner"].advise(asCase(plain), knowledge);
  return ids.map((id) => modules["explanation/why"].why(advice, id, knowledge));
};
const { whyNot } = modules["explanation/why_not"];
shim.whyNot = (plain, ids) => ids.map((id) => whyNot(asCase(plain), id, knowledge));
const { whatIf } = modules["explanation/what_if"];
shim.whatIf = (plain, several) => several.map((edits) => whatIf(asCase(plain), edits, knowledge));
"""
SHIPPED = Advisor(engine="columnar")
SCRIPT = Script(SHIPPED.knowledge, WANTED, SHIM)
TOLD = told_cases(SHIPPED.knowledge)
EVERY = max(1, 24 // examples(1))  # of the cases that are told; all of them in a long run


def as_script_says(found):
    return json.loads(json.dumps(asdict(found)))


def answered(ask, all_of_it):
    """Return what is asked about and answered; what has no answer in this case is left out."""
    found = {}
    for each in all_of_it:
        try:
            found[str(each)] = (each, as_script_says(ask(each)))
        except AdvisorError:
            continue
    return [each for each, _ in found.values()], [answer for _, answer in found.values()]


def check_why(advisor, case, script, some=lambda ids: ids):
    knowledge, advice = advisor.knowledge, advisor.advise(case)
    ids = some([*knowledge.ids(knowledge.kinds.names), *advice.firings.by_id])
    asked, answers = answered(lambda id_: why(advice, id_, knowledge), ids)
    assert script.call("why", case.as_dict(), asked) == answers


def check_why_not(advisor, case, script, some=lambda ids: ids):
    knowledge = advisor.knowledge
    factors = knowledge.ids_of("factor")
    at = [f"{factor}={stage}" for factor in factors for stage in STAGES]
    ids = some([*knowledge.ids(knowledge.kinds.asked_why_not), *factors, *at])
    asked, answers = answered(lambda id_: why_not(advisor, case, id_), ids)
    assert script.call("whyNot", case.as_dict(), asked) == answers


def check_what_if(advisor, case, script, futures):
    asked, answers = answered(lambda edits: what_if(advisor, case, edits), futures)
    plain = [[asdict(edit) for edit in edits] for edits in asked]
    assert script.call("whatIf", case.as_dict(), plain) == answers


def drawn_futures(knowledge, draw, many):
    values = [(Fact(*key, ""), [*said, None]) for key, said in values_of_answers(knowledge).items()]
    return [
        [
            Edit(Edit.of(fact).name, draw.choice(said))
            for fact, said in draw.sample(values, draw.choice((1, 1, 2)))
        ]
        for _ in range(many)
    ]


def test_the_script_says_why_as_python_does_in_every_scenario_and_variation():
    for case in TOLD[::EVERY]:
        check_why(SHIPPED, case, SCRIPT)


def test_the_script_says_why_not_as_python_does_in_scenarios():
    draw = random.Random(18)
    for case in draw.sample(TOLD, examples(5)):
        check_why_not(SHIPPED, case, SCRIPT, lambda ids: draw.sample(ids, 6))


def test_the_script_says_what_if_as_python_does_in_scenarios():
    draw = random.Random(19)
    for case in TOLD[:: 2 * EVERY]:
        check_what_if(SHIPPED, case, SCRIPT, drawn_futures(SHIPPED.knowledge, draw, 4))


def test_so_it_is_in_made_up_cases():
    draw = random.Random(20)
    for case in made_up(examples(4), 21, SHIPPED.knowledge):
        check_why(SHIPPED, case, SCRIPT, lambda ids: draw.sample(ids, min(len(ids), 400)))
        check_why_not(SHIPPED, case, SCRIPT, lambda ids: draw.sample(ids, 4))
        check_what_if(SHIPPED, case, SCRIPT, drawn_futures(SHIPPED.knowledge, draw, 4))


@settings(max_examples=examples(4))
@given(case=cases(SHIPPED.knowledge), seed=st.integers(0, 10**6))
def test_so_it_is_in_any_case(case, seed):
    draw = random.Random(seed)
    check_why(SHIPPED, case, SCRIPT, lambda ids: draw.sample(ids, min(len(ids), 400)))
    check_why_not(SHIPPED, case, SCRIPT, lambda ids: draw.sample(ids, 4))
    check_what_if(SHIPPED, case, SCRIPT, drawn_futures(SHIPPED.knowledge, draw, 4))


@settings(max_examples=examples(15))
@given(data=st.data(), seed=st.integers(0, 10**6))
def test_so_it_is_with_any_small_knowledge_base(data, seed):
    advisor = Reasoner(data.draw(small_knowledge()), engine="columnar")
    script = Script(advisor.knowledge, WANTED, SHIM)
    for _ in range(2):
        case = data.draw(cases(advisor.knowledge))
        check_why(advisor, case, script)
        check_why_not(advisor, case, script)
        check_what_if(advisor, case, script, drawn_futures(advisor.knowledge, random.Random(seed), 6))
