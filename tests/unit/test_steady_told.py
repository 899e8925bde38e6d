"""How steady the advice is, told in words: each line says what was measured, or that it was not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from advisor.reports.outline_text import as_text
from advisor.reports.steady import steady_outline
from advisor.verification import Steadiness
from advisor.verification.steadiness import PartTried, QuestionTried, WayTried

WAYS = (
    WayTried("changed", 40, 0.95, 0.9, 0.025),
    WayTried("dropped", 1, 1.0, 1.0, 0.0),
    WayTried("added", 0, 0.0, 0.0, 0.0),
)
QUESTIONS = (
    *(QuestionTried(f"turns-{number:02}", 10, 5, 4, 3) for number in range(14)),
    QuestionTried("by-weight", 10, 5, 4, 0),
    QuestionTried("never", 10, 0, 0, 0),
)
PARTS = (PartTried(Fraction(1, 3), 5, 0.5, 0.6, 0.2), PartTried(Fraction(1, 2), 1, 0.7, 0.8, 0.0))


def told(parts=PARTS, without_first=2, all_=False):
    found = Steadiness(20, without_first, WAYS, QUESTIONS, parts)
    return " ".join(as_text(steady_outline(found, all_), 100).split())


def test_what_was_tried_is_told_and_what_was_not():
    said = told()
    assert "is another: 95.0% of it stays; all the same in 90.0%, turned over in 2.5% of 40 trials" in said
    assert "of 1 trial" in said
    assert "is added: not tried" in said
    assert "nothing comes first in 2 of them" in said
    assert "nothing comes first" not in told(without_first=0)


def test_a_long_group_is_cut_and_says_so():
    assert "and 2 more, with --all" in told()
    assert "with --all" not in told(all_=True)
    assert "turns-13" in told(all_=True)
    assert "Answers that never moved it: 1" in told()


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((), "not tried: no case has answers enough"),
        (PARTS, "More answers bring it nearer, both ways."),
        (
            PARTS[::-1],
            "from half: it had 70.0% of what comes first from all; 80.0% of what it put first stays",
        ),
        (
            (PARTS[0], PartTried(Fraction(1, 2), 5, 0.4, 0.5, 0.0)),
            "More answers do not always bring it nearer",
        ),
    ],
)
def test_a_part_of_the_answers_is_held_beside_all(parts, said):
    assert said in told(parts)
