"""Many cases in a table come out as each does alone."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.cases.questions import is_open
from advisor.inference.plain_truth import light
from tests.support.amount import examples
from tests.support.rows import row_of, table_of
from tests.support.strategies import cases, small_knowledge

SHIPPED = Advisor()


def in_rows(knowledge):
    """Draw a case as a row can hold it: with no partners, and not empty, since such a table is refused."""
    return cases(knowledge).map(lambda case: replace(case, partners=())).filter(row_of)


SAYING = in_rows(SHIPPED.knowledge)


@settings(max_examples=examples(15))
@given(many=st.lists(SAYING, min_size=1, max_size=8))
def test_a_table_says_of_each_row_what_the_advice_on_it_says(many):
    result = SHIPPED.advise_many(table_of(many))
    assert rows(result) == [expected(SHIPPED, case) for case in many]


@settings(max_examples=examples(60))
@given(data=st.data())
def test_so_it_does_with_any_small_knowledge_base(data):
    advisor = Advisor(data.draw(small_knowledge()))
    many = data.draw(st.lists(in_rows(advisor.knowledge), min_size=1, max_size=4))
    assert rows(advisor.advise_many(table_of(many))) == [expected(advisor, case) for case in many]


@settings(max_examples=examples(10))
@given(many=st.lists(SAYING, min_size=2, max_size=6), times=st.integers(10, 40))
def test_a_row_says_the_same_wherever_it_stands_in_a_long_table(many, times):
    once = SHIPPED.assessor.assess(pl.DataFrame(table_of(many)))
    often = SHIPPED.assessor.assess(pl.DataFrame(table_of(many * times)))
    assert often.drop("row").equals(pl.concat([once.drop("row")] * times))
    assert often["row"].to_list() == list(range(1, len(many) * times + 1))


@settings(max_examples=examples(20))
@given(case=SAYING)
def test_the_case_in_a_row_is_the_case(case):
    again = SHIPPED.case_in(row_of(case))
    assert SHIPPED.advise(again).plan == SHIPPED.advise(case).plan


def rows(result):
    names = [name for name in result if name not in ("row", "faults")]
    return [tuple(result[name][row] for name in names) for row in range(len(result["row"]))]


def expected(advisor, case):
    """Return the row that the advice on a case alone amounts to."""
    advice = advisor.advise(case)
    firm = [factor.stage for factor in advice.factors if factor.sure == "firm"]
    places = [(item.id, item.readiness) for item in advice.interventions[:3]]
    places += [(None, None)] * (3 - len(places))
    questions = [
        question
        for question in advisor.knowledge.questions.values()
        if is_open(question.id, case, advisor.knowledge)
    ]
    return (
        " | ".join(alert.id for alert in advice.alerts) or None,
        light(firm) or "unknown",
        len(firm),
        *(said for factor in advice.factors for said in (factor.stage, factor.sure)),
        *(said for place in places for said in place),
        sum(question.core for question in questions),
        len(questions),
    )
