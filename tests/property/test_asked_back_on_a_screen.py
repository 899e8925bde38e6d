"""Laws of asking back: in the words of the advice, true to the plan, on a screen, and never a new trouble."""

from __future__ import annotations

from hypothesis import assume, given, settings, strategies as st

from advisor import Advisor
from advisor.advice import named
from advisor.cases.edits import Edit
from advisor.cases.facts import initial_facts
from advisor.explanation import sensitivity, what_if, why, why_not
from advisor.explanation.reach import is_better, is_own_fault, tells_of_trouble
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import asked_things, values_of_answers
from advisor.reports import as_text
from advisor.reports.screen import LINES
from advisor.reports.sensitivity_outline import sensitivity_outline
from advisor.reports.what_if_outline import future_outline
from advisor.reports.why_not_outline import why_not_outline
from advisor.reports.why_told import why_in_words
from tests.property.test_settled import answered
from tests.support.amount import examples
from tests.support.strategies import cases

SHIPPED = Advisor()
KNOWLEDGE = SHIPPED.knowledge
COULD_BE = KNOWLEDGE.ids((*KNOWLEDGE.kinds.advisable, "pattern"))
ASKED = asked_things(KNOWLEDGE)
FACTS = {
    Edit.of(Fact(*key, value)): Fact(*key, value)
    for key, values in values_of_answers(KNOWLEDGE).items()
    for value in values
}


def in_a_row(outline):
    text = as_text(outline)
    assert text.count("\n") <= LINES
    return " ".join(text.split())


@settings(max_examples=examples(10))
@given(case=cases(KNOWLEDGE), data=st.data())
def test_why_tells_what_the_plan_told_on_a_screen(case, data):
    advice = SHIPPED.advise(case)
    assume(advice.plan)
    number = data.draw(st.integers(1, len(advice.plan)))
    step = advice.plan[number - 1]
    found = why(advice, named(str(number), KNOWLEDGE, advice), KNOWLEDGE)
    said = in_a_row(why_in_words(found, advice, KNOWLEDGE))
    title = KNOWLEDGE.entry(step.id).title
    for told in (
        f"{number}. {title}",
        step.short,
        advice.firing(step.reason).because,
        step.text,
        step.led_by,
    ):
        assert " ".join(told.split()) in said


@settings(max_examples=examples(8))
@given(case=cases(KNOWLEDGE), data=st.data())
def test_whatever_the_advice_tells_of_can_be_asked_for_by_its_title_and_fits_on_a_screen(case, data):
    advice = SHIPPED.advise(case)
    told = [*advice.patterns, *advice.findings, *advice.withheld, *advice.recommendations(), *advice.alerts]
    told += [factor for factor in advice.factors if factor.stage != "unknown"]
    assume(told)
    thing = data.draw(st.sampled_from(told))
    assert named(thing.title, KNOWLEDGE, advice) == thing.id
    assert KNOWLEDGE.entry(thing.id).title == thing.title
    in_a_row(why_in_words(why(advice, thing.id, KNOWLEDGE), advice, KNOWLEDGE))


@settings(max_examples=examples(6))
@given(case=cases(KNOWLEDGE), data=st.data())
def test_why_not_never_wishes_for_anything_worse(case, data):
    there = {item.id for item in SHIPPED.advise(case).recommendations()}
    missing = [id_ for id_ in COULD_BE if id_ not in there]
    missing = [id_ for id_ in missing if id_ not in {each.id for each in SHIPPED.advise(case).patterns}]
    found = why_not(SHIPPED, case, data.draw(st.sampled_from(missing)))
    said = {fact[:2]: fact.value for fact in initial_facts(case, KNOWLEDGE)}
    for fact in (FACTS[edit] for edits in found.changes for edit in edits):
        asked, before = ASKED[fact[:2]], said.get(fact[:2])
        assert (Edit.of(fact).name in found.to_find_out) == (before is None)
        if before is not None:
            assert is_better(fact, before, asked, KNOWLEDGE)
            options = [option.id for option in asked.question.options]
            assert not asked.question.scale or options.index(fact.value) > options.index(before)
        assert not (before is None and is_own_fault(fact, asked, KNOWLEDGE))
    for edits in found.changes:
        to_get_better = any(edit.name not in found.to_find_out for edit in edits)
        assert not (to_get_better and any(tells_of_trouble(FACTS[edit], KNOWLEDGE) for edit in edits))
    in_a_row(why_not_outline(found, KNOWLEDGE))


@settings(max_examples=examples(15))
@given(edit=st.sampled_from([*FACTS]), data=st.data())
def test_what_is_better_than_something_is_never_worse_than_it_too(edit, data):
    fact = FACTS[edit]
    assume(fact[:2] in ASKED)
    other = data.draw(st.sampled_from([each for each in FACTS.values() if each[:2] == fact[:2]]))
    asked = ASKED[fact[:2]]
    better = is_better(fact, other.value, asked, KNOWLEDGE)
    assert not (better and is_better(other, fact.value, asked, KNOWLEDGE))


@settings(max_examples=examples(10))
@given(data=st.data())
def test_with_every_answer_all_that_the_plan_puts_first_is_called_certain(data):
    case = data.draw(answered(KNOWLEDGE))
    found, advice = sensitivity(SHIPPED, case), SHIPPED.advise(case)
    said = in_a_row(sensitivity_outline(found, KNOWLEDGE))
    for number, step in enumerate((step for step in advice.plan if step.when == "first"), 1):
        assert f"{number}. {KNOWLEDGE.entry(step.id).title}: certain" in said
    for open_ in ("as far as is known", "may still", "What is open"):
        assert open_ not in said


@settings(max_examples=examples(10))
@given(case=cases(KNOWLEDGE))
def test_settle_speaks_of_the_plan_and_never_says_that_something_in_it_may_come(case):
    found, advice = sensitivity(SHIPPED, case), SHIPPED.advise(case)
    assert found.plan_first == tuple(step.id for step in advice.plan if step.when == "first")
    assert set(found.plan_first) <= {*found.certain, *found.possible}
    there = {item.id for item in advice.recommendations()}
    assert set(found.possible) & there == set(found.may_fall_away)
    full = as_text(sensitivity_outline(found, KNOWLEDGE, full=True))
    may_come = full.partition("may still come in: ")[2].partition("\n- ")[0]
    assert not {KNOWLEDGE.entry(id_).title for id_ in there} & set(" ".join(may_come.split()).split("; "))
    in_a_row(sensitivity_outline(found, KNOWLEDGE))


@settings(max_examples=examples(15))
@given(case=cases(KNOWLEDGE), edit=st.sampled_from([edit for edit in FACTS if "." not in edit.name]))
def test_what_if_says_that_nothing_changes_or_what_does_and_why_on_a_screen(case, edit):
    future, advice = what_if(SHIPPED, case, [edit]), SHIPPED.advise(case)
    said = in_a_row(future_outline(future, KNOWLEDGE))
    moves = (*future.alerts, *future.stages, *future.places, *future.plan, *future.others)
    assert ("Nothing changes" in said) == (not moves)
    if not moves:
        reasons = ("what you have said", "hold it", "tips nothing", "comes before all else already")
        assert any(why_so in said for why_so in reasons)
    first = [step.id for step in advice.plan if step.when == "first"]
    if moves and not any("first" in (each.before, each.after) for each in future.plan):
        assert ("What comes first stays as it is" if first else "Nothing comes first") in said
        assert set(first) == set(future.plan_first)
