"""Asking the advice back says in the page what it says at the terminal, line by line.

Where the terminal names an option of a command that shows more, the page says only that there is more.
"""

from __future__ import annotations

import random
import re
from dataclasses import asdict

from hypothesis import example, given, settings, strategies as st

from advisor import Advisor
from advisor._command import as_command
from advisor.advice.naming import factor_names, plain
from advisor.advice.reasoner import Reasoner
from advisor.cases.edits import Edit
from advisor.errors import AdvisorError
from advisor.explanation import what_if, why, why_not
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.terms import STAGES
from advisor.reports.what_if_outline import future_outline
from advisor.reports.why_not_outline import why_not_outline
from advisor.reports.why_told import why_in_words
from advisor.verification import made_up
from tests.support.amount import examples
from tests.support.outlined import blocks_of
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

WANTED = [
    "advice/naming",
    "advice/reasoner",
    "cases/case",
    "reports/what_if_outline",
    "reports/why_not_outline",
    "reports/why_told",
]
SHIM = """
const shownAndFull = (outline) => [false, true].map((full) => outline(full).blocks);
shim.why = (plain, asked) => {
  const advice = modules["advice/reasoner"].advise(modules["cases/case"].caseFromDict(plain), knowledge);
  const { whyInWords } = modules["reports/why_told"];
  return asked.map((found) => shownAndFull((full) => whyInWords(found, advice, knowledge, full)));
};
const { whyNotOutline } = modules["reports/why_not_outline"];
shim.whyNot = (asked) => asked.map((found) => shownAndFull((full) => whyNotOutline(found, knowledge, full)));
const { futureOutline } = modules["reports/what_if_outline"];
shim.whatIf = (asked) => asked.map((found) => shownAndFull((full) => futureOutline(found, knowledge, full)));
shim.factorNames = () => Array.from(modules["advice/naming"].factorNames(knowledge));
shim.plain = modules["advice/naming"].plain;
"""
SHIPPED = Advisor(engine="columnar")
SCRIPT = Script(SHIPPED.knowledge, WANTED, SHIM)
TOLD = told_cases()
OPTION = re.compile("(; which, and through which rules)?[,:] with --full$")
LETTERS = st.characters(exclude_categories=["Cn", "Cs"])  # what is newer than one's Unicode has no case


def as_page_says(outline):
    """Return the blocks of an outline without the option of a command that shows more."""
    blocks = blocks_of(outline)
    for block in blocks:
        if "text" in block:
            block["text"] = OPTION.sub("", block["text"])
    return blocks


def shown_and_full(outline):
    with as_command():
        return [as_page_says(outline(full)) for full in (False, True)]


def concluded(advice):
    """Return all of which one may ask why."""
    told = (*advice.recommendations(), *advice.withheld, *advice.patterns, *advice.findings, *advice.alerts)
    standing = (factor.id for factor in advice.factors if factor.firings)
    return [*dict.fromkeys((*(each.id for each in told), *standing, *advice.firings.by_id))]


def check_why(case, ids, advisor, script):
    advice, knowledge = advisor.advise(case), advisor.knowledge
    found = [why(advice, id_, knowledge) for id_ in ids(concluded(advice))]
    says = [
        shown_and_full(lambda full, each=each: why_in_words(each, advice, knowledge, full=full))
        for each in found
    ]
    assert script.call("why", case.as_dict(), [asdict(each) for each in found]) == says


def check_why_not(case, ids, advisor, script):
    found = []
    for id_ in ids:
        try:
            found.append(why_not(advisor, case, id_))
        except (
            AdvisorError,
            IndexError,
        ):  # it is so; or it looks at what is always so, of which nothing is said
            continue
    says = [
        shown_and_full(lambda full, each=each: why_not_outline(each, advisor.knowledge, full))
        for each in found
    ]
    assert script.call("whyNot", [asdict(each) for each in found]) == says


def check_what_if(case, futures, advisor, script):
    before = advisor.advise(case)
    found = [what_if(advisor, case, edits, before) for edits in futures]
    says = [
        shown_and_full(lambda full, each=each: future_outline(each, advisor.knowledge, full))
        for each in found
    ]
    assert script.call("whatIf", [asdict(each) for each in found]) == says


def could_be(knowledge):
    """Return all of which one may ask why not."""
    factors = knowledge.ids_of("factor")
    at_stages = (f"{factor}={stage}" for factor in factors for stage in STAGES)
    return [*knowledge.ids(knowledge.kinds.asked_why_not), *factors, *at_stages]


def changes(knowledge):
    """Return all changes of one answer, taking it away included."""
    values = values_of_answers(knowledge).items()
    return [Edit(Edit.of(Fact(*key, said[0])).name, value) for key, said in values for value in (*said, None)]


def test_why_says_the_same_in_every_scenario_and_variation():
    chance = random.Random(1)
    for case in TOLD[::6]:
        check_why(case, lambda ids: chance.sample(ids, min(2, len(ids))), SHIPPED, SCRIPT)


def test_why_says_the_same_of_everything_in_some_scenarios():
    for case in TOLD[::240]:
        check_why(case, lambda ids: ids, SHIPPED, SCRIPT)


def test_why_says_the_same_in_cases_that_are_made_up():
    chance = random.Random(4)
    for case in made_up(8, 4, SHIPPED.knowledge):
        check_why(case, lambda ids: chance.sample(ids, min(3, len(ids))), SHIPPED, SCRIPT)


@settings(max_examples=examples(10))
@given(case=cases(SHIPPED.knowledge), chance=st.randoms(use_true_random=False))
def test_why_says_the_same_in_any_case(case, chance):
    check_why(case, lambda ids: chance.sample(ids, min(20, len(ids))), SHIPPED, SCRIPT)


def test_why_not_says_the_same_in_scenarios_and_variations():
    chance, ids = random.Random(2), could_be(SHIPPED.knowledge)
    for case in chance.sample(TOLD, 12):
        check_why_not(case, chance.sample(ids, 2), SHIPPED, SCRIPT)


@settings(max_examples=examples(8))
@given(case=cases(SHIPPED.knowledge), ids=st.lists(st.sampled_from(could_be(SHIPPED.knowledge)), min_size=2))
def test_why_not_says_the_same_in_any_case(case, ids):
    check_why_not(case, ids[:4], SHIPPED, SCRIPT)


def test_what_if_says_the_same_in_scenarios_and_variations():
    chance, edits = random.Random(3), changes(SHIPPED.knowledge)
    for case in chance.sample(TOLD, 20):
        check_what_if(case, [[each] for each in chance.sample(edits, 3)], SHIPPED, SCRIPT)


@settings(max_examples=examples(8))
@given(
    case=cases(SHIPPED.knowledge),
    edits=st.lists(
        st.sampled_from(changes(SHIPPED.knowledge)), min_size=1, max_size=6, unique_by=lambda each: each.name
    ),
)
def test_what_if_says_the_same_of_several_changes_in_any_case(case, edits):
    check_what_if(case, [edits], SHIPPED, SCRIPT)


@settings(max_examples=examples(15))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    advisor, script = Reasoner(knowledge, "columnar"), Script(knowledge, WANTED, SHIM)
    for case in data.draw(st.lists(cases(knowledge), min_size=1, max_size=3)):
        check_why(case, lambda ids: ids, advisor, script)
        check_why_not(case, data.draw(st.permutations(could_be(knowledge)))[:8], advisor, script)
        edits = data.draw(st.permutations(changes(knowledge)))
        check_what_if(case, [[each] for each in edits[:4]], advisor, script)


def test_factors_are_called_what_the_interview_calls_them():
    assert SCRIPT.call("factorNames") == [list(each) for each in factor_names(SHIPPED.knowledge).items()]


@settings(max_examples=examples(200))
@given(name=st.text(LETTERS) | st.text("aAn'the _-.\u2019\u00df\x85\x1c\ufeff"))
@example("A step-by-step way!")
@example("\u201cThe\u00a0END\u201d")
def test_names_are_compared_the_same(name):
    assert SCRIPT.call("plain", name) == plain(name)
