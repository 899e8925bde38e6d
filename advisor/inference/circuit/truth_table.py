"""What can be so: exact answers about conditions, by looking at every combination of what they name.

A condition is taken by itself: whether something is found, or at which stage a factor stands, is free. So
what is called impossible here is impossible, and a rule that is said to cover another does so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import prod

from advisor.inference.circuit.gates import Circuit
from advisor.inference.circuit.placed import placed
from advisor.inference.circuit.trials import repeated
from advisor.inference.network import Seek, Test
from advisor.knowledge.facts import Fact

MOST_COMBINATIONS = 1 << 22


def can_hold(test: Test, known: Collection[Fact] | None = None) -> bool:
    """Return whether a test can hold at all, if at most the facts of `known` (None: any) can be."""
    found = _table([test], known)
    return found is None or found[0] != 0


def covers(wide: Test, narrow: Test) -> bool:
    """Return whether the wide test holds wherever the narrow one does."""
    found = _table([wide, narrow], None)
    return found is not None and not found[1] & ~found[0]


def surely_meet(one: Test, other: Test) -> bool:
    """Return whether two tests can hold together; where there is too much to look at, it is not said."""
    found = _table([one, other], None)
    return found is not None and found[0] & found[1] != 0


def facts_in(test: Test) -> Iterator[Fact]:
    """Yield every fact that a test looks at."""
    if isinstance(test, Seek):
        yield from test.facts
        yield from [test.outside] if test.outside else []
    else:
        for member in test.members:
            yield from facts_in(member)


def size_of(test: Test) -> int:
    """Return how many counts and comparisons there are in a test."""
    return 1 if isinstance(test, Seek) else 1 + sum(map(size_of, test.members))


def depth_of(test: Test) -> int:
    """Return how many counts stand inside each other."""
    return 0 if isinstance(test, Seek) else 1 + max(map(depth_of, test.members), default=0)


def combinations_of(*tests: Test) -> int:
    """Return how many combinations of facts there are to look at."""
    return prod(len(facts) + 1 for facts in _values(tests).values())


def _values(
    tests: Sequence[Test], known: Collection[Fact] | None = None
) -> dict[tuple[str, str], list[Fact]]:
    """Return the facts that tests look at, by what they are about: of those only one can be at a time."""
    values: dict[tuple[str, str], list[Fact]] = {}
    for fact in dict.fromkeys(fact for test in tests for fact in facts_in(test)):
        if known is None or fact in known:
            values.setdefault(fact[:2], []).append(fact)
    return values


def _table(tests: Sequence[Test], known: Collection[Fact] | None) -> list[int] | None:
    """Return where each test holds, one bit a combination; None where there are too many to look at.

    Of each answer or conclusion the values that are named count, and one that stands for all others.
    """
    values = _values(tests, known)
    rows = prod(len(facts) + 1 for facts in values.values())
    if rows > MOST_COMBINATIONS:
        return None
    columns: dict[Fact, int] = {}
    run = 1
    for facts in values.values():
        period = run * (len(facts) + 1)
        for place, fact in enumerate(facts):
            columns[fact] = repeated(((1 << run) - 1) << (place * run), period, rows // period)
        run = period
    circuit = Circuit()
    gates = [placed(test, circuit, circuit.given).gate for test in tests]
    program = circuit.program(gates)
    cells = program.run(columns, 0, (1 << rows) - 1)
    return [cells[program.cell_of[gate]] for gate in gates]
