"""What can be: whether something of the circuit holds in any case at all, by finding a case or by proof.

Most of what is asked can be, and a few answers show it: many such ways are run at once, each a bit of whole
numbers. What no way shows is searched for until it is found or disproved. Where that takes too many steps it
stays open, and whoever asked says so (`None`). Steps are counted and no clock is looked at, so the same is
said on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from advisor.inference.circuit.evaluator import Evaluator
from advisor.inference.circuit.gates import Gate, Program, Value
from advisor.inference.circuit.satisfy import Solver, Way
from advisor.inference.network import Test
from advisor.knowledge.facts import Fact
from advisor.verification.trial_cases import TrialCases

AT_ONCE = 2048  # ways that are run together
ROUNDS = 12  # of trying ways, before a proof is tried
MOST_STEPS = 1_000_000  # in one search: about a second
ALL_STEPS = 4_000_000  # in all searches of a knowledge base


@dataclass(frozen=True, slots=True)
class Query:
    """Whether a gate can hold; `makes` are tests that, made true together, may well bring it about.

    If there are several such sets, they are tried in turn.
    """

    gate: Gate
    makes: tuple[tuple[Test, ...], ...] = ()


class Possible:
    """Answers what can be in a knowledge base; `seen` are cases that are tried on all that is asked."""

    def __init__(self, evaluator: Evaluator, seen: Iterable[Sequence[Fact]] = ()) -> None:
        self._evaluator = evaluator
        self._circuit = evaluator.circuit
        self._ways = TrialCases(evaluator)
        self._seen: list[Way] = [{fact[:2]: fact.value for fact in each} for each in seen]
        self._case_of: dict[Gate, Way | None] = {}
        self._solver = Solver(evaluator.circuit)
        self._steps_left = ALL_STEPS

    def ask(self, queries: Sequence[Query]) -> list[bool | None]:
        """Return for each query whether its gate can hold; None where that is too much to find out."""
        unknown = {query.gate: query for query in queries if query.gate not in self._case_of}
        self._run(self._seen, unknown)
        for number in range(ROUNDS):
            tried = [
                self._ways.to(each.makes[number % len(each.makes)]) for each in unknown.values() if each.makes
            ]
            self._run([way for way in tried if way is not None], unknown)
        for gate in unknown:
            self._prove(gate)
        return [self._answer(query.gate) for query in queries]

    def case_of(self, gate: Gate) -> Way | None:
        """Return a case in which a gate holds, if it was asked for and one was found."""
        return self._case_of.get(gate)

    def _answer(self, gate: Gate) -> bool | None:
        return self._case_of[gate] is not None if gate in self._case_of else None

    def fired(self, gates: Sequence[Gate], ways: Sequence[Way]) -> list[int]:
        """Return where each gate holds, one bit for each way."""
        found = dict.fromkeys(gates, 0)
        for start, holds in self._runs(gates, ways):
            for gate in found:
                found[gate] |= holds(gate) << start
        return [found[gate] for gate in gates]

    def _run(self, ways: Sequence[Way], unknown: dict[Gate, Query]) -> None:
        """Run some ways, and keep for each gate the first in which it holds."""
        for start, holds in self._runs(list(unknown), ways):
            for gate in list(unknown):
                if found := holds(gate):
                    self._case_of[gate] = ways[start + (found & -found).bit_length() - 1]
                    del unknown[gate]

    def _runs(
        self, gates: Sequence[Gate], ways: Sequence[Way]
    ) -> Iterator[tuple[int, Callable[[Gate], int]]]:
        """Run ways, so many at once; yield where each run begins, and what says where a gate holds in it."""
        program = self._circuit.program(gates) if ways and gates else None
        for start in range(0, len(ways) if program else 0, AT_ONCE):
            assert program is not None
            part = ways[start : start + AT_ONCE]
            cells = program.run(_columns(part), 0, (1 << len(part)) - 1)
            yield start, partial(_cell, cells, program)

    def _prove(self, gate: Gate) -> None:
        if self._steps_left <= 0:
            return
        found, steps = self._solver.solve(gate, min(MOST_STEPS, self._steps_left))
        self._steps_left -= steps
        if found is not None:
            self._case_of[gate] = self._solver.way() if found else None


def _cell(cells: list[Value], program: Program, gate: Gate) -> int:
    return int(cells[program.cell_of[gate]])


def _columns(ways: Sequence[Way]) -> dict[Fact, int]:
    columns: dict[Fact, int] = {}
    for number, way in enumerate(ways):
        for (kind, id_), value in way.items():
            fact = Fact(kind, id_, value)
            columns[fact] = columns.get(fact, 0) | 1 << number
    return columns
