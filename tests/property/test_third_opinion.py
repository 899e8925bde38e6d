"""CLIPS, fed with the same rules, agrees with experta: on the shipped rules and on small random ones."""

from __future__ import annotations

import clips
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.cases.facts import initial_facts
from advisor.inference._experta_engine import Engine
from advisor.knowledge.facts import is_absence
from advisor.knowledge.strata import CONCLUDED_KINDS
from tests.support.amount import examples
from tests.support.clips_rules import ClipsEngine
from tests.support.strategies import beside, cases, small_knowledge

SHIPPED = Advisor().knowledge
ENGINE = Engine(SHIPPED)
CLIPS = ClipsEngine(SHIPPED)
SHARED = clips.Environment()


@settings(max_examples=examples(40))
@given(case=cases(SHIPPED), given_beside=beside(SHIPPED))
def test_clips_agrees_on_any_case_over_the_shipped_rules(case, given_beside):
    agree(ENGINE, CLIPS, [*initial_facts(case, SHIPPED), *given_beside])


@settings(max_examples=examples(150))
@given(data=st.data())
def test_clips_agrees_on_any_case_over_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    facts = [*initial_facts(data.draw(cases(knowledge)), knowledge), *data.draw(beside(knowledge))]
    agree(Engine(knowledge), ClipsEngine(knowledge, SHARED), facts)


def agree(engine, clips, facts):
    fired = engine.infer(facts)
    rules, known = clips.infer(facts)
    assert {each.id for each in fired if not each.is_derived} == rules
    concluded = {each.concludes for each in fired if each.concludes.kind in CONCLUDED_KINDS}
    # CLIPS says of every finding whether it is ruled out; we work that out where a rule asks for it.
    assert {fact for fact in known if not is_absence(fact) or fact in concluded} == concluded
