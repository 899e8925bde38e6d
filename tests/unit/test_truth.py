"""What can be: the search for a case, held against looking at every case one by one."""

from __future__ import annotations

from itertools import product

from hypothesis import given, strategies as st

from advisor.inference.circuit.gates import Circuit
from advisor.inference.circuit.placed import placed
from advisor.inference.circuit.satisfy import Solver
from advisor.inference.network import Count, Seek
from advisor.knowledge.facts import Fact

VALUES = {"one": ("low", "middle", "high"), "two": ("yes", "no"), "three": ("yes", "no")}
FACTS = [Fact("answer", id_, value) for id_, values in VALUES.items() for value in values]
MANY = 1_000_000
seeks = st.lists(st.sampled_from(FACTS), min_size=1, max_size=3, unique=True).map(
    lambda facts: Seek(tuple(facts), None)
)


def counts(tests):
    return st.lists(tests, min_size=1, max_size=3).flatmap(
        lambda members: st.integers(1, len(members)).map(lambda need: Count(need, members))
    )


tests_ = st.recursive(seeks, counts, max_leaves=6)


def holds(circuit, gate, way):
    program = circuit.program([gate])
    known = {Fact(kind, id_, value): 1 for (kind, id_), value in way.items()}
    return bool(program.run(known, 0, 1)[program.cell_of[gate]])


def cases():
    for chosen in product(*((None, *values) for values in VALUES.values())):
        yield {("answer", id_): value for id_, value in zip(VALUES, chosen, strict=True) if value}


@given(st.lists(st.tuples(tests_, tests_), min_size=1, max_size=4))
def test_a_search_says_what_looking_at_every_case_says_and_learns_nothing_false_for_the_next(pairs):
    circuit = Circuit()
    solver = Solver(circuit)
    for one, other in pairs:
        gates = [placed(test, circuit, circuit.given).gate for test in (one, other)]
        for gate in (*gates, circuit.both(gates[0], circuit.opposite(gates[1])), circuit.differ(*gates)):
            found, _ = solver.solve(gate, MANY)
            assert found == any(holds(circuit, gate, case) for case in cases())
            if found:
                assert holds(circuit, gate, solver.way())


def test_a_search_that_would_take_too_long_says_so_and_harms_none_after_it():
    circuit = Circuit()
    first, second = (
        placed(Count(2, [Seek((fact,), None) for fact in FACTS[n:]]), circuit, circuit.given).gate
        for n in (0, 2)
    )
    gate = circuit.both(second, circuit.opposite(first))  # two of the last are two of all
    solver = Solver(circuit)
    assert solver.solve(gate, 0)[0] is None
    assert solver.solve(gate, MANY)[0] is False


def test_a_chain_of_a_thousand_gates_is_searched_without_a_thousand_calls():
    circuit = Circuit()
    gate = circuit.given(FACTS[0])
    for number in range(1_000):
        item = circuit.given(Fact("item", f"list.i{number}", "yes"))
        gate = circuit.both(gate, item) if number % 2 else circuit.either(gate, item)
    solver = Solver(circuit)
    assert solver.solve(gate, MANY)[0]
    assert holds(circuit, gate, solver.way())
