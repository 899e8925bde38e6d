"""How steady advice is, on small knowledge bases of which the figures can be worked out by hand."""

from __future__ import annotations

import json
import random
import shutil
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case
from advisor.verification import how_steady, made_up
from advisor.verification.first_steps import first_steps
from advisor.verification.steadiness import PartTried, QuestionTried, WayTried
from advisor.verification.variants import part_of, variants
from tests.command.run import advisor
from tests.support.amount import examples
from tests.support.chains import PATIENT, SOUND, SOURCE
from tests.support.strategies import cases, small_knowledge

# What comes first is to be introduced, because they hardly know each other's work; that they are in touch
# calls for keeping it up, which is never first.
STRANGERS = Case(answers={"contact": "regular", "acquaintance": "hardly"})
SIX = [f"q{number}" for number in range(6)]


def base_with(folder, **entries):
    """Return the sound knowledge base with more in it."""
    shutil.copytree(SOUND, folder)
    (folder / "more.yaml").write_text(json.dumps(entries), encoding="utf-8")
    return Advisor(folder).knowledge


def rule(id_, when, then):
    texts = {"title": f"Because of {id_}", "because": "It follows.", "basis": "judgement", "source": SOURCE}
    return {"id": id_, "when": when, "then": then, **texts}


@pytest.fixture
def sound():
    return Advisor(SOUND).knowledge


def test_half_of_the_answers_carry_what_is_first_and_half_do_not(sound):
    found = how_steady(sound, [STRANGERS])
    # With another contact it stays, and without one; with another acquaintance, or none, nothing is first.
    assert found.ways == (
        WayTried("changed", 2, stays=0.5, same=0.5, turned=0.5),
        WayTried("dropped", 2, stays=0.5, same=0.5, turned=0.5),
        WayTried("added", 0, stays=0.0, same=0.0, turned=0.0),
    )
    assert found.questions == (
        QuestionTried("acquaintance", trials=2, moved=2, turned=2, by_order=0),
        QuestionTried("contact", trials=2, moved=0, turned=0, by_order=0),
    )
    assert [each.should_not for each in found.questions] == [True, False]
    assert found.never_move == ("contact",)


def test_what_turns_the_advice_over_by_holding_something_back_should(tmp_path):
    held = rule("no-contact-holds-it", {"answer": "contact", "is": "none"}, {"withhold": "being-introduced"})
    found = how_steady(base_with(tmp_path / "base", rules=[held]), [STRANGERS])
    # Changed to none it is held back; dropped it stays.
    contact = next(each for each in found.questions if each.question == "contact")
    assert contact == QuestionTried("contact", trials=2, moved=1, turned=1, by_order=1)
    assert (contact.should, contact.should_not) == (True, False)


def test_an_answer_that_is_missing_is_added_and_one_that_nobody_knows_is_missing(sound):
    for answers in ({"acquaintance": "hardly"}, {"acquaintance": "hardly", "contact": "dont-know"}):
        found = how_steady(sound, [Case(answers=answers)])
        assert [way.trials for way in found.ways] == [1, 1, 1]
        assert found.ways[2].stays == 1.0


def test_a_case_in_which_nothing_comes_first_is_left_out_and_counted(sound):
    friends = Case(answers={"contact": "regular", "acquaintance": "well"})
    found = how_steady(sound, [friends, STRANGERS])
    assert (found.cases, found.without_first) == (2, 1)
    assert found.ways == how_steady(sound, [STRANGERS]).ways


@pytest.fixture
def six(tmp_path):
    """A knowledge base in which one of six answers is enough for one thing, and another needs all."""
    options = [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}]
    told = {"kind": "choice", "why": "It tells.", "options": options}
    asked = [{"id": id_, "prompt": f"{id_}?", **told} for id_ in SIX]
    patient, introduced = (
        {"recommend": id_, "strength": "strong"} for id_ in (PATIENT["id"], "being-introduced")
    )
    rules = [rule(f"{id_}-is-enough", {"answer": id_, "is": "x"}, patient) for id_ in SIX]
    rules.append(rule("all-are-needed", {"all": [{"answer": id_, "is": "y"} for id_ in SIX]}, introduced))
    return base_with(tmp_path / "six", questions=asked, preconditions=[PATIENT], rules=rules)


def test_a_part_of_the_answers_is_held_beside_all_of_them(six):
    enough, needed = (Case(answers=dict.fromkeys(SIX, word)) for word in "xy")
    found = how_steady(six, [enough, needed])
    # Of one case each part has what all have; of the other no part has anything, so it is silent.
    assert found.parts == tuple(
        PartTried(Fraction(1, number), trials=6, had=0.5, kept=1.0, silent=0.5) for number in (3, 2)
    )
    assert found.more_is_better
    # Any one of six answers changed: the first thing stays, with the other case it goes.
    assert found.ways[0].trials == 12
    assert found.ways[1].stays == 0.5


def test_a_third_of_six_answers_is_two_and_of_seven_three():
    several = [Case(answers=dict.fromkeys(letters, "x")) for letters in ("abcdef", "abcdefg")]
    sizes = [len(part_of(case, Fraction(1, 3), random.Random(1)).answers) for case in several]
    assert sizes == [2, 3]


def test_the_same_seed_makes_up_the_same_cases_and_finds_the_same(sound):
    assert made_up(5, 7, sound) == made_up(5, 7, sound) != made_up(5, 8, sound)
    assert how_steady(sound, made_up(5, 7, sound), 7) == how_steady(sound, made_up(5, 7, sound), 7)


@settings(max_examples=examples(40))
@given(data=st.data())
def test_what_comes_first_in_many_at_once_is_what_comes_first_in_each(data):
    reasoner = Advisor(data.draw(small_knowledge()), "columnar")
    case = data.draw(cases(reasoner.knowledge))
    several = [case, *(each.case for each in variants(case, random.Random(1), reasoner.knowledge))]
    one_by_one = [
        {step.id for step in reasoner.advise(each).plan if step.when == "first"} for each in several
    ]
    assert [steps.first for steps in first_steps(reasoner, several)] == one_by_one


def test_the_command_gives_text_and_the_same_as_json(tmp_path):
    path = tmp_path / "case.yaml"
    answers = "{contact: regular, acquaintance: hardly}"
    path.write_text(f"format: 1\npartnership: Us\nanswers: {answers}\n", encoding="utf-8")
    words = ("knowledge", "steady", str(path), "--made-up", "0", "--knowledge", str(SOUND))
    text = advisor(*words).stdout
    # The scenario and its variation are the other case: there each of the two answers carries it.
    assert "is another: 75.0% of it stays; all the same in 75.0%, turned over in 25.0% of 4 trials" in text
    assert "acquaintance: turned over in 2 of 4, by weight in 2" in text
    told = json.loads(advisor(*words, "--format", "json").stdout)
    assert told["ways"][0] == {"how": "changed", "trials": 4, "stays": 0.75, "same": 0.75, "turned": 0.25}
    assert told["never_move"] == ["contact"]
    assert told["parts"][0] == {"share": "1/3", "trials": 0, "had": 0.0, "kept": 0.0, "silent": 0.0}


def test_a_case_that_is_not_there_is_said_and_ends_with_two():
    told = advisor("knowledge", "steady", "nowhere.yaml", "--knowledge", str(SOUND))
    assert told.returncode == 2
    assert "nowhere.yaml" in told.stderr
