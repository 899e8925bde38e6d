"""The script asks what Python asks: the same next question, the same settled, after every step."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.advice.reasoner import Reasoner
from advisor.interview.interview import Interview
from tests.support.amount import examples
from tests.support.interviews import SHIM, WANTED, drawn_way, look, look_of
from tests.support.script import Script
from tests.support.settling_knowledge import case_of, settling_knowledge
from tests.support.strategies import small_knowledge
from tests.support.told import told_cases

SHIPPED = Advisor(engine="columnar")
SCRIPT = Script(SHIPPED.knowledge, WANTED, SHIM)
SMALL = Script(SHIPPED.knowledge, WANTED, SHIM)


def check_a_way(way, script):
    moves = ["begun", *way.args[2]]
    for move, seen, said in zip(moves, way.python, script.call(way.name, *way.args), strict=True):
        assert (move, said) == (move, seen)


def test_the_script_asks_what_python_asks_after_scenarios_and_their_variations():
    for case in told_cases()[::25]:
        assert SCRIPT.call("look", case.as_dict()) == look(Interview(SHIPPED, case))


def test_a_whole_interview_is_the_same_to_its_end():
    interview, moves = Interview(SHIPPED), list[Any]()
    seen = [look(interview)]
    while (question := interview.next_question()) is not None:
        options = [option.id for option in question.options]
        value = options[len(moves) % len(options)] if question.kind == "choice" else "dont-know"
        interview.answer(question.id, value)
        moves.append(["answer", question.id, value, None])
        seen.append({**look(interview), "came": None, "lost": []})
    assert len(moves) > 15
    assert SCRIPT.call("played", {}, "what-matters", moves) == seen


@settings(max_examples=examples(6))
@given(data=st.data())
def test_whatever_way_is_gone_the_script_goes_it_too(data):
    check_a_way(drawn_way(data, SHIPPED, 12), SCRIPT)


@settings(max_examples=examples(25))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    advisor = Advisor(data.draw(small_knowledge()), engine="columnar")
    SMALL.use(advisor.knowledge)
    check_a_way(drawn_way(data, advisor, 10), SMALL)


def test_so_it_is_where_much_is_settled_before_all_is_asked():
    settled = []
    for seed in range(examples(20)):
        chance = Random(seed)
        advisor = Reasoner(settling_knowledge(chance), "columnar")
        SMALL.use(advisor.knowledge)
        for _ in range(4):
            held = look_of(advisor, case_of(chance))
            assert SMALL.call(held.name, *held.args) == held.python
            settled.append((held.python["plan_begins"], bool(held.python["open"])))
    assert len({*settled}) > 2
