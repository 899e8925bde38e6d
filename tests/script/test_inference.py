"""The script infers what Python infers: the same firings, with the same support, in the same words."""

from __future__ import annotations

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.engine import ColumnarEngine
from advisor.inference.firing import by_conclusion
from advisor.inference.wording import Wording
from tests.support.amount import examples
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

WANTED = ["cases/case", "cases/facts", "inference/engine", "inference/firing", "inference/wording"]
SHIM = """
const { caseFromDict } = modules["cases/case"];
shim.facts = (plain) => modules["cases/facts"].initialFacts(caseFromDict(plain), knowledge);
shim.firings = (plain) => {
  const facts = shim.facts(plain);
  const firings = modules["inference/engine"].infer(facts, knowledge);
  const known = [...facts, ...firings.map((each) => each.concludes)];
  const wording = new modules["inference/wording"].Wording(
    knowledge, known, modules["inference/firing"].byConclusion(firings));
  return firings.map((each) => (each.is_derived ? each : wording.firing(each)));
};
"""
SHIPPED = Advisor(engine="columnar").knowledge
SCRIPT = Script(SHIPPED, WANTED, SHIM)


def as_script_says(firing):
    source = firing.source
    return {
        "id": firing.id,
        "title": firing.title,
        "because": firing.because,
        "basis": firing.basis,
        "concludes": firing.concludes._asdict(),
        "support": [fact._asdict() for fact in firing.support],
        "is_derived": firing.is_derived,
        "source": source
        and {"work": source.work, "title": source.title, "at": source.at, "page": source.page},
    }


def firings_of(case, knowledge):
    facts = initial_facts(case, knowledge)
    firings = ColumnarEngine(knowledge).infer(facts)
    known = {*facts, *(each.concludes for each in firings)}
    wording = Wording(knowledge, known, by_conclusion(firings))
    return [as_script_says(each if each.is_derived else wording.firing(each)) for each in firings]


def check(case, knowledge, script):
    plain = case.as_dict()
    assert script.call("facts", plain) == [fact._asdict() for fact in initial_facts(case, knowledge)]
    assert script.call("firings", plain) == firings_of(case, knowledge)


def test_the_script_fires_what_python_fires_in_every_scenario_and_variation():
    for case in told_cases():
        check(case, SHIPPED, SCRIPT)


@settings(max_examples=examples(40))
@given(case=cases(SHIPPED))
def test_the_script_fires_what_python_fires_in_any_case(case):
    check(case, SHIPPED, SCRIPT)


@settings(max_examples=examples(60))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    script = Script(knowledge, WANTED, SHIM)
    for _ in range(3):
        check(data.draw(cases(knowledge)), knowledge, script)
