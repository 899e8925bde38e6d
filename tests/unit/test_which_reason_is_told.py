"""Which of several equally strong reasons a step tells, and that its heading, why and beginning fit it."""

from __future__ import annotations

from typing import Any

import pytest

from advisor import Advisor, Case
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports import advice_outline, as_text
from tests.support.one_shift import ONE_SHIFT
from tests.support.told import shipped_scenarios

SHIPPED = Advisor()
KNOWLEDGE = SHIPPED.knowledge
SCENARIOS = shipped_scenarios()
RULE = """\
  - {{id: {id}, title: T, when: {when}, then: {{recommend: giving, strength: {strength}}},
     because: "{id} is why.", basis: judgement, source: {{work: our-practice, at: T}}{step}}}
"""
STEP = ", short: An own heading, first-step: An own step."
ONE, TWO = (
    "{answer: contact, is: none}",
    "{all: [{answer: contact, is: none}, {answer: acquaintance, is: hardly}]}",
)


@pytest.fixture
def told(tmp_path):
    """Return what gives the reason that is told of rules of a name, a condition, a strength and a step."""

    def of(*rules):
        folder = tmp_path / "kb"
        start_knowledge(folder, empty=True)
        texts = [RULE.format(id=id_, when=when, strength=how, step=step) for id_, when, how, step in rules]
        (folder / "more.yaml").write_text(ONE_SHIFT + "".join(texts))
        advice = Advisor(folder).advise(Case(answers={"contact": "none", "acquaintance": "hardly"}))
        assert advice.shifts[0].reason == advice.plan[0].reason
        return advice.plan[0].reason

    return of


def test_a_reason_that_says_what_to_do_is_told_before_one_that_says_nothing_and_asks_for_more(told):
    assert told(("bare", TWO, "strong", ""), ("own", ONE, "strong", STEP)) == "own"


def test_of_two_reasons_that_say_what_to_do_the_one_that_asks_for_more_answers_is_told(told):
    assert told(("general", ONE, "strong", STEP), ("special", TWO, "strong", STEP)) == "special"


def test_a_stronger_reason_is_told_also_where_only_a_weaker_one_says_what_to_do(told):
    assert told(("bare", ONE, "strong", ""), ("own", TWO, "moderate", STEP)) == "bare"


def test_of_reasons_that_are_as_near_the_one_that_stands_first_is_told(told):
    assert told(("a", ONE, "strong", STEP), ("b", ONE, "strong", STEP)) == "a"


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
def test_nothing_is_told_by_a_bare_reason_where_one_as_strong_says_what_to_do(scenario):
    advice = SHIPPED.advise(scenario.case)
    strength = {firing.id: firing.concludes.value for firing in advice.firings}
    bare = []
    for item in advice.recommendations():
        told = KNOWLEDGE.entry(item.reason)
        best = [KNOWLEDGE.entry(id_) for id_ in item.firings if strength[id_] == strength[item.reason]]
        if not (told.first_step or told.said_otherwise) and any(rule.first_step for rule in best):
            bare.append((item.id, item.reason))
    assert bare == []


WRITTEN_TWICE: dict[str, Any] = {
    "information-blocks": {"written-twice": "yes", "no-shared-system": "yes"},
    "trust": "openly",
}


def test_who_writes_it_twice_is_asked_which_record_nobody_would_miss():
    advice = SHIPPED.advise(Case(answers=WRITTEN_TWICE))
    assert advice.of_kind("precondition")[0].id == "shared-database"
    assert "nobody would miss" in advice.of_kind("precondition")[0].short


def test_what_has_to_be_ready_where_a_partner_may_go_is_not_sent_round():
    leaving: dict[str, Any] = {
        "pressing": {"partner-leaves": "yes", "fixed-date": "yes"},
        "what-i-want": "keep",
    }
    texts = [step.text for step in SHIPPED.advise(Case(answers=leaving)).plan]
    assert not [text for text in texts if "Send it round tomorrow" in text]


TOLD_TO = {"mandate": "told", "keenness": "because-they-must", "partner-kind": "one-outside"}


def convening(**helpers):
    found = {"who-could-help": helpers} if helpers else {}
    advice = SHIPPED.advise(Case(answers={**TOLD_TO, **found}))
    return next(step for step in advice.plan if step.id == "convening")


def test_a_helper_of_weight_who_was_not_asked_about_does_not_take_the_place_of_the_own_step():
    step = convening()
    assert "on one page" in step.short
    assert "on one page" in step.text
    assert "senior person" in step.led_by


@pytest.mark.parametrize(("there", "said"), [("yes", "Ask the senior person"), ("no", "no such person")])
def test_a_helper_of_weight_is_spoken_of_where_she_said_whether_there_is_one(there, said):
    assert said in convening(sponsor=there).text


def test_somebody_neutral_is_won_first_though_nobody_asked_about_one():
    advice = SHIPPED.advise(Case(answers={"disagreement": "open-dispute", "my-part": "yes"}))
    step = next(step for step in advice.plan if step.id == "conflict-handling")
    assert "whom all" in step.text


def full_page(answers):
    advice = SHIPPED.advise(Case(answers=answers))
    return " ".join(as_text(advice_outline(advice, KNOWLEDGE, full=True)).split())


@pytest.mark.parametrize("scenario", SCENARIOS[::6], ids=lambda scenario: scenario.id)
def test_the_full_page_says_what_to_do_by_each_reason_that_the_plan_leaves_out(scenario):
    advice = SHIPPED.advise(scenario.case)
    page = " ".join(as_text(advice_outline(advice, KNOWLEDGE, full=True)).split())
    told = {step.reason for step in advice.plan}
    listed = [kind for kinds in KNOWLEDGE.kinds.headings.values() for kind in kinds]
    advised = [item for kind in listed for item in advice.of_kind(kind)]
    rules = [KNOWLEDGE.entry(id_) for item in advised for id_ in item.firings]
    shorts = [r.short for r in rules if r.short and not r.said_otherwise and r.id not in told]
    assert [short for short in shorts if f"To do: {short}" not in page] == []


def test_the_full_page_says_it_in_the_words_for_the_case():
    alone = {
        "trust": "not-at-all",
        "disagreement": "avoided",
        "partner-kind": "one-outside",
        "my-part": "yes",
    }
    text = full_page(alone)
    assert "Ask each alone what they do not say" not in text
    assert "Say one small thing that is left unsaid, to one of them, alone." in text


def test_the_full_page_leaves_the_advice_as_it_was():
    advice = SHIPPED.advise(Case(answers={"trust": "not-at-all"}, partners=()))
    before = advice.as_json()
    advice_outline(advice, KNOWLEDGE, full=True)
    assert advice.as_json() == before
