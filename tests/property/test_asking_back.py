"""Laws of what the advice answers when it is asked back."""

from __future__ import annotations

from itertools import combinations

from hypothesis import assume, given, settings, strategies as st

from advisor import Advisor
from advisor.cases.edits import Edit, changed, parsed
from advisor.cases.facts import initial_facts
from advisor.explanation import contrast, sensitivity, what_if, why, why_not
from advisor.explanation.partners import sector_said
from advisor.explanation.reach import is_in_reach, tells_of_trouble
from advisor.knowledge.facts import BESIDE_KINDS, Fact
from advisor.knowledge.phrases import quoted
from advisor.knowledge.questions import values_of_answers
from tests.support.amount import examples
from tests.support.strategies import cases, cases_and_parts, small_knowledge

SHIPPED = Advisor()
COLUMNAR = Advisor(SHIPPED.knowledge, engine="columnar")
ASKED_KINDS = ("answer", "item", "placed", "tried")
ADVISABLE = SHIPPED.knowledge.ids(("intervention", "shift", "precondition", "reminder"))


def leaves(reasons):
    for reason in reasons:
        if reason.kind == "answer":
            yield reason.text
        yield from leaves(reason.below)


def advised(advisor, case):
    return {item.id for item in advisor.advise(case).recommendations()}


@settings(max_examples=examples(25))
@given(case=cases(SHIPPED.knowledge), data=st.data())
def test_every_leaf_of_a_tree_is_an_answer_of_the_case(case, data):
    advice, knowledge = SHIPPED.advise(case), SHIPPED.knowledge
    ids = [item.id for item in advice.recommendations()]
    ids += [each.id for each in advice.findings]
    ids += [each.id for each in advice.patterns]
    ids += [each.id for each in advice.withheld]
    assume(ids)
    found = why(advice, data.draw(st.sampled_from(ids)), knowledge)
    facts = initial_facts(case, knowledge)
    said = {quoted(*fact, knowledge) for fact in facts if fact.kind != "sector"}
    said |= {sector_said(fact, advice.case) for fact in facts if fact.kind == "sector"}
    told = set(leaves((*found.reasons, *found.against)))
    assert told
    assert told <= said


@settings(max_examples=examples(25))
@given(case=cases(SHIPPED.knowledge), data=st.data())
def test_both_engines_give_the_same_reasons(case, data):
    by_experta, by_columnar = SHIPPED.advise(case), COLUMNAR.advise(case)
    ids = [item.id for item in by_experta.recommendations()]
    ids += [finding.id for finding in by_experta.findings]
    assume(ids)
    id_ = data.draw(st.sampled_from(ids))
    assert why(by_experta, id_, SHIPPED.knowledge) == why(by_columnar, id_, SHIPPED.knowledge)


@settings(max_examples=examples(10))  # each takes a second
@given(case=cases(SHIPPED.knowledge), data=st.data())
def test_every_smallest_change_brings_it_and_no_part_of_it_does(case, data):
    missing = [id_ for id_ in ADVISABLE if id_ not in advised(SHIPPED, case)]
    assume(missing)
    check_changes(SHIPPED, case, data.draw(st.sampled_from(missing)))


@settings(max_examples=examples(100))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    advisor = Advisor(data.draw(small_knowledge()))
    case = data.draw(cases(advisor.knowledge))
    missing = [id_ for id_ in advisor.knowledge.ids_of("intervention") if id_ not in advised(advisor, case)]
    assume(missing)
    check_changes(advisor, case, data.draw(st.sampled_from(missing)))


def check_changes(advisor, case, id_):
    for edits in why_not(advisor, case, id_).changes:
        assert id_ in advised(advisor, changed(case, edits, advisor.knowledge))
        for size in range(len(edits)):
            for part in combinations(edits, size):
                assert id_ not in advised(advisor, changed(case, part, advisor.knowledge))


@settings(max_examples=examples(100))
@given(data=st.data())
def test_where_no_change_is_named_no_random_one_within_reach_of_up_to_three_answers_brings_it(data):
    advisor = Advisor(data.draw(small_knowledge()))
    knowledge = advisor.knowledge
    case = data.draw(cases(knowledge))
    missing = [id_ for id_ in knowledge.ids_of("intervention") if id_ not in advised(advisor, case)]
    assume(missing)
    id_ = data.draw(st.sampled_from(missing))
    if why_not(advisor, case, id_).changes:
        return
    names = st.sampled_from(
        ["q0=a", "q1=b", "q2=c", "list.i0=yes", "list.i1=no", "placing.factor=emerging", "tried.one=helped"]
    )
    said = {fact[:2]: fact.value for fact in initial_facts(case, knowledge)}
    drawn = [parsed(text)[0] for text in data.draw(st.lists(names, min_size=1, max_size=3, unique=True))]
    facts = [fact for fact in tried_facts(knowledge) if Edit.of(fact) in drawn]
    tried = [fact for fact in facts if is_in_reach(fact, said, knowledge)]
    if any(tells_of_trouble(fact, knowledge) for fact in tried):  # never wished for beside what gets better
        tried = [fact for fact in tried if fact[:2] not in said]
    edits = [Edit.of(fact) for fact in tried]
    assert id_ not in advised(advisor, changed(case, edits, knowledge))


def tried_facts(knowledge):
    return [Fact(*key, value) for key, values in values_of_answers(knowledge).items() for value in values]


@settings(max_examples=examples(10))  # each takes a second
@given(case=cases(SHIPPED.knowledge), data=st.data())
def test_a_rule_that_is_said_to_lack_no_more_fires_once_its_needs_are_met(case, data):
    missing = [id_ for id_ in ADVISABLE if id_ not in advised(SHIPPED, case)]
    assume(missing)
    for miss in why_not(SHIPPED, case, data.draw(st.sampled_from(missing))).misses[:5]:
        needs = [Fact(need.kind, need.id, need.value) for need in (*miss.fails, *miss.unknown)]
        edits = {fact[:2]: Edit.of(fact) for fact in needs if fact.kind in ASKED_KINDS}
        done = changed(case, edits.values(), SHIPPED.knowledge)
        beside = [fact for fact in needs if fact.kind in BESIDE_KINDS]
        fired = {firing.id for firing in SHIPPED.advise(done, beside=beside).firings}
        assert (miss.rule in fired) == miss.is_enough


@settings(max_examples=examples(20))
@given(data=st.data())
def test_what_settle_calls_certain_no_completion_contradicts(data):
    full, part = data.draw(cases_and_parts(SHIPPED.knowledge))
    found, advice = sensitivity(SHIPPED, part), SHIPPED.advise(full)
    there = {item.id for item in advice.recommendations()}
    assert set(found.certain) <= there
    assert not set(found.ruled_out) & there
    assert found.first == tuple(item.id for item in advice.interventions)[: len(found.first)]
    stages = {factor.id: factor.stage for factor in advice.factors}
    assert found.stages == {id_: stages[id_] for id_ in found.stages}


@settings(max_examples=examples(20))
@given(case=cases(SHIPPED.knowledge))
def test_what_hangs_on_a_single_answer_does(case):
    for hanging in sensitivity(SHIPPED, case).hangs_on:
        advice = SHIPPED.advise(changed(case, [hanging.edit], SHIPPED.knowledge))
        assert tuple(item.id for item in advice.interventions[:3]) == hanging.first_three


@settings(max_examples=examples(20))
@given(case=cases(SHIPPED.knowledge), data=st.data())
def test_a_future_is_what_the_advice_on_it_says(case, data):
    question = data.draw(
        st.sampled_from([q for q in SHIPPED.knowledge.questions.values() if q.kind == "choice"])
    )
    edit = Edit(question.id, data.draw(st.sampled_from(question.options)).id)
    future = what_if(SHIPPED, case, [edit])
    after = SHIPPED.advise(changed(case, [edit], SHIPPED.knowledge))
    assert future.interventions == tuple(item.id for item in after.interventions)
    if case.answers.get(question.id) == edit.value:
        assert (future.stages, future.places, future.plan, future.others) == ((), (), (), ())


@settings(max_examples=examples(20))
@given(case=cases(SHIPPED.knowledge), data=st.data())
def test_a_contrast_leaves_out_what_speaks_for_both(case, data):
    advice = SHIPPED.advise(case)
    ids = [item.id for item in advice.interventions]
    assume(len(ids) > 1)
    one, other = data.draw(st.permutations(ids))[:2]
    found = contrast(advice, one, other, SHIPPED.knowledge)
    assert found.decided_by
    assert {r.text for r in found.first.reasons}.isdisjoint(r.text for r in found.second.reasons)
    ahead = ids.index(one) < ids.index(other)
    assert ahead != found.decided_by[0].startswith("It is the other way round")
