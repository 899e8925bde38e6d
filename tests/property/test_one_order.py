"""Laws of the order and the plan, over made-up cases with the shipped knowledge."""

from __future__ import annotations

import re

from hypothesis import given, settings

from advisor import Advisor, Case
from advisor.knowledge.kinds import KINDS
from advisor.knowledge.rules import NeedsHelp
from tests.support.amount import examples
from tests.support.checker import known_from_answers, truth
from tests.support.strategies import cases

SHIPPED = Advisor(engine="columnar")
KNOWLEDGE = SHIPPED.knowledge
HEATS = ["danger", "wrong", "quarrel", "promise"]
CASES = cases(KNOWLEDGE)


def sentences(text):
    return set(re.split(r"(?<=[.?!])\s+", text))


def has_weight(item):
    return item.strong or item.moderate


def first_of(advice):
    return [step.id for step in advice.plan if step.when == "first"]


def own_first_steps(rule):
    return {rule.first_step, *(other.first_step for other in rule.said_otherwise)} - {None}


def key_signs(pattern):
    return [id_ for id_ in pattern.for_ if KNOWLEDGE.entry(id_).then.is_key]


@settings(max_examples=examples(60))
@given(case=CASES)
def test_what_the_leading_situation_calls_for_comes_first_or_the_advice_says_why_not(case):
    advice = SHIPPED.advise(case)
    if advice.leading is None:
        return
    became = [call.became for call in advice.leading.calls]
    assert "first" not in became[:-1]
    for call in advice.leading.calls:
        assert (call.became == "first") == (call.id in first_of(advice))
        if call.became in ("after", "withheld"):
            assert {advice.firing(id_).concludes.kind for id_ in call.firings} <= {"wait", "withhold"}
            assert call.firings


@settings(max_examples=examples(60))
@given(case=CASES)
def test_heat_leads_and_then_the_signs_decide(case):
    patterns = SHIPPED.advise(case).patterns
    heat = {p.id: KNOWLEDGE.entry(p.id).heat for p in patterns}
    hot = [p for p in patterns if heat[p.id] and (p.fit == "likely" or key_signs(p))]
    assert list(patterns[: len(hot)]) == sorted(hot, key=lambda p: HEATS.index(heat[p.id]))
    likely = [p for p in patterns[len(hot) :] if p.fit == "likely"]
    assert list(patterns[len(hot) : len(hot) + len(likely)]) == likely
    troubles = [p for p in likely if KNOWLEDGE.entry(p.id).tone != "strength"]
    weights = [(len(key_signs(p)), len(p.for_) - len(p.against), len(p.for_)) for p in troubles]
    assert weights == sorted(weights, reverse=True)


@settings(max_examples=examples(60))
@given(case=CASES)
def test_a_plan_says_nothing_twice(case):
    advice = SHIPPED.advise(case)
    texts = [step.text for step in advice.plan]
    assert len(texts) == len(set(texts))
    told = [sentences(advice.firing(step.reason).because) for step in advice.plan]
    assert sum(map(len, told)) == len(set().union(*told))


@settings(max_examples=examples(60))
@given(case=CASES)
def test_the_reason_told_with_a_step_is_one_of_its_own(case):
    advice = SHIPPED.advise(case)
    for step in advice.plan:
        item = next(each for each in advice.of_kind(step.kind) if each.id == step.id)
        assert step.reason in item.firings
        assert step.reason != item.reason or step.short == item.short


@settings(max_examples=examples(60))
@given(case=CASES)
def test_what_ranks_first_of_a_kind_is_in_the_plan_unless_all_that_it_says_is_said(case):
    advice = SHIPPED.advise(case)
    planned = {step.id for step in advice.plan}
    said = set().union(*(sentences(advice.firing(step.reason).because) for step in advice.plan))
    for kind in KINDS.advisable:
        for item in advice.of_kind(kind)[:1]:
            sorts = KINDS.advice[kind].sorts(KNOWLEDGE.entry(item.id))
            if has_weight(item) and set(sorts) - {"nourishing"} and item.id not in planned:
                assert all(sentences(advice.firing(id_).because) & said for id_ in item.firings)


@settings(max_examples=examples(60))
@given(case=CASES)
def test_nothing_stands_in_the_plan_by_a_hint_where_something_weightier_is_left_out(case):
    advice = SHIPPED.advise(case)
    items = {item.id: item for item in advice.recommendations()}
    later = [step for step in advice.plan if step.when == "later"]
    if any(not has_weight(items[step.id]) for step in advice.plan if not step.small) and first_of(advice):
        assert len(later) == 0


@settings(max_examples=examples(60))
@given(case=CASES)
def test_who_leads_is_said_unless_nobody_else_need_lead_or_the_reason_says_how_she_begins(case):
    advice = SHIPPED.advise(case)
    known = known_from_answers(case, KNOWLEDGE)
    for firing in advice.firings:
        if firing.concludes.kind in ("finding", "stage", "pattern"):
            known[firing.concludes.kind, firing.concludes.id] = firing.concludes.value
    asking = [(rule, rule.then.needs_help) for rule in KNOWLEDGE.rules if isinstance(rule.then, NeedsHelp)]
    for step in advice.plan:
        if step.kind == "intervention":
            about = [rule for rule, of in asking if of == step.id]
            plainly_hers = all(truth(rule.when, known, KNOWLEDGE) is False for rule in about)
            # she may begin herself what the reason told says how to begin: to go to one person alone, say
            if step.text not in own_first_steps(KNOWLEDGE.entry(step.reason)):
                assert (step.led_by == "") == (plainly_hers and bool(about))
            elif plainly_hers and about:
                assert step.led_by == ""


@settings(max_examples=examples(60))
@given(case=CASES)
def test_nothing_is_first_only_where_the_advice_says_why(case):
    advice = SHIPPED.advise(case)
    assert bool(advice.nothing_first) <= (first_of(advice) == [])
    assert not (advice.plan and not first_of(advice)) or advice.nothing_first
    small = [step for step in advice.plan if step.small]
    items = {item.id: item for item in advice.recommendations()}
    assert not any(has_weight(items[step.id]) for step in small)
    assert len(small) <= 1


def single_answers():
    for question in KNOWLEDGE.questions.values():
        if question.kind == "choice":
            half = len(question.options) // 2
            low = (
                {option.id for option in question.options[:half]} if question.core and question.scale else ()
            )
            for option in question.options:
                yield {question.id: option.id}, option.id in low
        elif question.kind == "checklist":
            for item in question.items:
                yield {question.id: {item.id: "yes"}}, False


def tells_of_trouble(advice):
    found = {finding.kind for finding in advice.findings} & {"inertia", "barrier", "degenerative-behaviour"}
    tones = [finding.tone for finding in advice.findings]
    return found or "trouble" in tones or any(not KNOWLEDGE.entry(p.id).tone for p in advice.patterns)


def test_whoever_tells_of_one_trouble_gets_a_first_step():
    left_alone = []
    for answers, is_low in single_answers():
        advice = SHIPPED.advise(Case(answers=answers))
        if (is_low or tells_of_trouble(advice)) and not first_of(advice):
            left_alone.append(answers)
    assert left_alone == []


@settings(max_examples=examples(60))
@given(case=CASES)
def test_a_told_trouble_has_a_first_step_wherever_something_that_can_begin_is_advised(case):
    advice = SHIPPED.advise(case)
    begun = [
        item
        for item in advice.recommendations()
        if set(KINDS.advice[item.kind].sorts(KNOWLEDGE.entry(item.id))) - {"nourishing"}
        and getattr(item, "readiness", "now") != "after"
    ]
    if begun and tells_of_trouble(advice):
        assert first_of(advice) != []
