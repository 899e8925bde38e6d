"""Tests of conditions in a circuit: where each holds, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from advisor.inference.circuit.gates import FALSE, TRUE, Circuit, Gate, constant
from advisor.inference.network import Count, Seek, Test
from advisor.knowledge.facts import Fact


@dataclass(frozen=True, slots=True)
class Placed:
    """A test in the circuit: where it holds, and the facts and members it looks at, each with its gate.

    `outside` are the facts that take members out of a share.
    """

    gate: Gate
    facts: tuple[tuple[Fact, Gate], ...] = ()
    outside: tuple[tuple[Fact, Gate], ...] = ()
    members: tuple[Placed, ...] = ()


def placed(test: Test, circuit: Circuit, gate_of: Callable[[Fact], Gate]) -> Placed:
    """Put a test into a circuit; `gate_of` says where each fact is known."""
    if isinstance(test, Seek):
        facts = tuple((fact, gate_of(fact)) for fact in test.facts)
        return Placed(circuit.any_of(gate for _, gate in facts), facts)
    if test.share is not None:
        return _placed_share(test, circuit, gate_of)
    members = tuple(placed(member, circuit, gate_of) for member in test.members)
    return Placed(circuit.at_least([m.gate for m in members], test.need), members=members)


def _placed_share(test: Count, circuit: Circuit, gate_of: Callable[[Fact], Gate]) -> Placed:
    """Put half or most of those that apply into a circuit.

    That a member does not apply is no way of holding. The number that apply is `size` less those
    outside, so instead of dividing it, what holds is counted twice and compared with `size`. Nothing
    is half of nothing: where no member applies, the share is not reached, and its opposite is.
    """
    apart = [member.outside for member in test.members if isinstance(member, Seek) and member.outside]
    outside = tuple((fact, gate_of(fact)) for fact in apart)
    members = tuple(placed(inside(member), circuit, gate_of) for member in test.members)
    size = len(test.members)
    strict = (test.share == "most") != test.negated
    once, twice = [gate for _, gate in outside], [member.gate for member in members]
    least = size + 1 if strict else size
    enough = circuit.reaches(circuit.total(once, twice), constant(least))
    circuit.as_counted(enough, [*once, *twice, *twice], [TRUE] * least)
    none_left = circuit.all_of(gate for _, gate in outside) if len(outside) == size else FALSE
    gate = (
        circuit.either(enough, none_left)
        if test.negated
        else circuit.both(enough, circuit.opposite(none_left))
    )
    return Placed(gate, outside=outside, members=members)


def inside(member: Test) -> Test:
    """Return a member of a share without the way of not applying."""
    if not isinstance(member, Seek):
        return member
    return Seek(tuple(fact for fact in member.facts if fact != member.outside), None)


def gates_of(test: Placed) -> Iterator[Gate]:
    """Yield every gate of a test: also those that make no difference to it, which support looks at."""
    yield test.gate
    yield from (gate for _, gate in (*test.facts, *test.outside))
    for member in test.members:
        yield from gates_of(member)
