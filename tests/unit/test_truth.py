"""What can be, and which condition covers which: held against looking at every case one by one."""

from __future__ import annotations

from itertools import product

from hypothesis import given, strategies as st

from advisor.inference.circuit.gates import Circuit
from advisor.inference.circuit.placed import placed
from advisor.inference.circuit.truth_table import can_hold, covers, surely_meet
from advisor.inference.network import Count, Seek
from advisor.knowledge.facts import Fact

VALUES = {"one": ("low", "middle", "high"), "two": ("yes", "no"), "three": ("yes", "no")}
FACTS = [Fact("answer", id_, value) for id_, values in VALUES.items() for value in values]
seeks = st.lists(st.sampled_from(FACTS), min_size=1, max_size=3, unique=True).map(
    lambda facts: Seek(tuple(facts), None)
)


def counts(tests):
    return st.lists(tests, min_size=1, max_size=3).flatmap(
        lambda members: st.integers(1, len(members)).map(lambda need: Count(need, members))
    )


tests_ = st.recursive(seeks, counts, max_leaves=5)


def holds(test):
    """Return in which of all cases, each question answered or not, a test holds."""
    found = []
    for chosen in product(*((None, *values) for values in VALUES.values())):
        known = {Fact("answer", id_, value): 1 for id_, value in zip(VALUES, chosen, strict=True) if value}
        circuit = Circuit()
        gate = placed(test, circuit, circuit.given).gate
        program = circuit.program([gate])
        found.append(bool(program.run(known, 0, 1)[program.cell_of[gate]]))
    return found


@given(tests_, tests_)
def test_it_says_what_looking_at_every_case_says(one, other):
    first, second = holds(one), holds(other)
    assert can_hold(one) == any(first)
    assert covers(one, other) == all(a or not b for a, b in zip(first, second, strict=True))
    assert surely_meet(one, other) == any(a and b for a, b in zip(first, second, strict=True))


def test_what_cannot_come_about_is_left_out_of_what_is_known():
    test = Count(2, [Seek((FACTS[0],), None), Seek((FACTS[3],), None)])
    assert can_hold(test)
    assert not can_hold(test, {FACTS[0]})
