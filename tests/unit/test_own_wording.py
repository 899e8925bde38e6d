"""What is told of an advice later is told in the words of its case, as the advice itself was."""

from __future__ import annotations

import pytest

from advisor import Advisor
from advisor.inference.wording import Wording
from advisor.reports.own_wording import wording_of
from tests.support.told import told_cases

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
OTHERWISE = [
    id_ for id_ in KNOWLEDGE.ids(KNOWLEDGE.kinds.names) if getattr(KNOWLEDGE.entry(id_), "said_otherwise", ())
]


@pytest.mark.parametrize("case", told_cases()[::60], ids=lambda case: case.partnership[:30])
def test_each_text_is_told_by_the_answers_and_by_what_was_concluded(case):
    consulted = ADVISOR.consult(case)
    concluded = (firing.concludes for firing in consulted.advice.firings)
    in_advice = Wording(KNOWLEDGE, {*consulted.facts, *concluded})
    later = wording_of(consulted.advice, KNOWLEDGE)
    assert [later.entry(id_) for id_ in OTHERWISE] == [in_advice.entry(id_) for id_ in OTHERWISE]
    assert any(later.entry(id_) != KNOWLEDGE.entry(id_) for id_ in OTHERWISE)
