"""Facts: what is known of a case, each a kind, an id and a value.

Answers give the first facts; firings conclude the others. Unknown answers give none. A finding
that is known not to hold is a fact too (`absent`), with a firing that says why, so that 'no sign
of it' can be followed down to answers like everything else.
"""

from __future__ import annotations

from typing import NamedTuple

PRESENT = "present"
ABSENT = "absent"
BESIDE_KINDS = ("apart", "moved", "observed")  # what is given beside a case, from looking at others with it
TOLD_KINDS = ("sector", *BESIDE_KINDS)  # what no question asks for, and no entry stands for
GIVEN_KINDS = ("answer", "item", "placed", "tried", *TOLD_KINDS)  # what is given; the others are concluded
MOVES = ("on", "same", "back")  # how a factor has moved against an earlier case
OUTCOMES = ("helped", "no-change", "worse", "too-early")
Thing = tuple[str, str]  # what a fact is about, its kind and id: ("finding", id), ("stage", factor) and so on


class Fact(NamedTuple):
    """Something known: for example ('answer', 'contact', 'none') or ('finding', 'no-contact', 'present')."""

    kind: str
    id: str
    value: str


def is_absence(fact: Fact) -> bool:
    """Return whether a fact says that a conclusion is known not to hold."""
    return fact.kind in ("finding", "pattern") and fact.value == ABSENT


class Reads(NamedTuple):
    """What a leaf of a condition reads: any fact of `yes` makes it true, any of `no` makes it false.

    `not_applicable` is the fact that takes it out of a share (half or most of those that apply).
    """

    yes: tuple[Fact, ...]
    no: tuple[Fact, ...]
    not_applicable: Fact | None = None
