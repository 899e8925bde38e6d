"""One answer is one sign of a factor: each sign rests on a question that no other sign of it needs."""

from __future__ import annotations

from hypothesis import given, settings

from advisor import Advisor
from advisor.knowledge.facts import GIVEN_KINDS
from tests.support.amount import examples
from tests.support.strategies import cases

ADVISOR = Advisor()
FACTORS = ADVISOR.knowledge.ids_of("factor")


def questions_behind(advice, id_):
    """Return the questions whose answers a firing rests on, however deep."""
    found = set()
    for fact in advice.firing(id_).from_:
        if fact.kind in GIVEN_KINDS:
            found.add("placing" if fact.kind == "placed" else fact.id.partition(".")[0])
        for below in fact.firings:
            found |= questions_behind(advice, below)
    return found


def without_an_answer_of_its_own(signs):
    """Return the signs for which no question is left, when each takes one that no other has."""
    taken: dict[str, str] = {}

    def takes(sign, tried):
        for question in signs[sign]:
            if question not in tried:
                tried.add(question)
                if question not in taken or takes(taken[question], tried):
                    taken[question] = sign
                    return True
        return False

    return [sign for sign in signs if not takes(sign, set())]


def signs_of(factor, advice):
    """Return the signs of a factor with the questions behind each; those that count again are no second."""
    rules = (ADVISOR.knowledge.entry(f.id) for f in advice.firings if f.concludes[:2] == ("sign", factor))
    plain = [rule.id for rule in rules if rule.then.weight in ("plain", "defining")]
    return {id_: questions_behind(advice, id_) for id_ in plain}


@settings(max_examples=examples(60))
@given(case=cases(ADVISOR.knowledge))
def test_each_sign_of_a_factor_has_an_answer_of_its_own(case):
    advice = ADVISOR.advise(case)
    for factor in FACTORS:
        assert without_an_answer_of_its_own(signs_of(factor, advice)) == []
