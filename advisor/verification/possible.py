"""What can be: whether something of the circuit holds in any case at all, by finding a case or by proof.

Most of what is asked can be, and a few answers show it: many such ways are run at once, each a bit of whole
numbers. What no way shows is searched for until it is found or disproved. Where that takes too many steps it
stays open, and whoever asked says so (`None`). Steps are counted and no clock is looked at, so the same is
said on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

from advisor.inference.circuit.evaluator import Evaluator
from advisor.inference.circuit.gates import Gate, Program
from advisor.inference.circuit.satisfy import MOST_GATES, Solver, Way
from advisor.inference.circuit.trials import columns_of_cases
from advisor.inference.network import Test
from advisor.knowledge.facts import Fact, Thing
from advisor.verification.trial_cases import TrialCases

SHARES = (0.1, 0.3, 0.6, 0.9)  # of what can be asked, that a drawn case tells
DRAWN = 4096  # cases, for the few gates that no way has settled
AT_ONCE = 2048  # ways that are run together
ROUNDS = 12  # of trying ways, before a proof is tried
FEW, WORTH = 500, 1 / 20  # of more than a few, a round must settle so many to be worth another one
MOST_STEPS = 1_000_000  # in one search: a million takes about a second
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
        self._try(self._seen, unknown)
        for number in range(ROUNDS):
            before = len(unknown)
            self._try(self._tried(list(unknown.values()), number), unknown)
            if before - len(unknown) < before * WORTH and before > FEW:
                break
        for gate in self._not_drawn(unknown) if len(unknown) <= FEW and self._steps_left > 0 else unknown:
            self._prove(gate)
        return [self._answer(query.gate) for query in queries]

    def _tried(self, queries: Iterable[Query], number: int) -> Iterator[Way]:
        """Yield a way for each query, made as they are wanted: there may be very many."""
        for each in queries:
            way = self._ways.to(each.makes[number % len(each.makes)]) if each.makes else None
            if way is not None:
                yield way

    def _not_drawn(self, unknown: dict[Gate, Query]) -> list[Gate]:
        """Try drawn cases on what is not too large to be searched; return all that is open after that."""
        small = {gate: each for gate, each in unknown.items() if len(self._circuit.cone(gate)) <= MOST_GATES}
        self._try(self._drawn(list(small)), small)
        return [gate for gate in unknown if gate not in self._case_of]

    def _drawn(self, gates: Sequence[Gate]) -> Iterator[Way]:
        """Yield cases of which answers are drawn, some with few and some with many: the same ones each time.

        They come to where hardly any way leads that was made to one end. Only what gates rest on is said.
        """
        values: dict[Thing, list[str]] = {}
        for fact in self._circuit.program(gates).given:
            if isinstance(fact, Fact):
                values.setdefault(fact[:2], []).append(fact.value)
        chance = Random(1)  # noqa: S311 (nothing is secret: it must be the same in each run)
        for share in SHARES * (DRAWN // len(SHARES)) if gates else ():
            yield {thing: chance.choice(said) for thing, said in values.items() if chance.random() < share}

    def case_of(self, gate: Gate) -> Way | None:
        """Return a case in which a gate holds, if it was asked for and one was found."""
        return self._case_of.get(gate)

    def _answer(self, gate: Gate) -> bool | None:
        return self._case_of[gate] is not None if gate in self._case_of else None

    def fired(self, gates: Sequence[Gate], ways: Sequence[Way]) -> list[int]:
        """Return where each gate holds, one bit for each way."""
        found = dict.fromkeys(gates, 0)
        program = self._circuit.program(gates)
        for start, part in _parts(ways):
            cells = _run(program, part)
            for gate in found:
                found[gate] |= cells[program.cell_of[gate]] << start
        return [found[gate] for gate in gates]

    def _try(self, ways: Iterable[Way], unknown: dict[Gate, Query]) -> None:
        """Run some ways, and keep for each gate the first in which it holds."""
        program: Program | None = None
        for _, part in _parts(ways):
            if not unknown:
                return
            if program is None or len(unknown) < len(program.cell_of) / 2:  # it takes as long as a run or two
                program = self._circuit.program(list(unknown))
            cells = _run(program, part)
            for gate in list(unknown):
                if found := cells[program.cell_of[gate]]:
                    self._case_of[gate] = part[(found & -found).bit_length() - 1]
                    del unknown[gate]

    def _prove(self, gate: Gate) -> None:
        if self._steps_left <= 0:
            return
        found, steps = self._solver.solve(gate, min(MOST_STEPS, self._steps_left))
        self._steps_left -= steps
        if found is not None:
            self._case_of[gate] = self._solver.way() if found else None


def _parts(ways: Iterable[Way]) -> Iterator[tuple[int, list[Way]]]:
    """Yield ways in parts of as many as are run together, each with the number of its first."""
    left, start = iter(ways), 0
    while part := list(islice(left, AT_ONCE)):
        yield start, part
        start += len(part)


def _run(program: Program, ways: Sequence[Way]) -> list[int]:
    """Return the cells of a program, one bit for each way."""
    columns = columns_of_cases([way.items() for way in ways])
    known = {Fact(*thing, value): column for (thing, value), column in columns.items()}
    cells: list[int] = program.run(known, 0, (1 << len(ways)) - 1)
    return cells
