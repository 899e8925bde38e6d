"""What comes first in the plan of many cases that differ in little, each different advice worked out once.

All variants of a case go through the circuit of the rules in one run, a bit each. Those in which the same
rules speak of what is advised, and reach the same factors, have the same plan; so one of them is advised on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.gates import Program
from advisor.inference.circuit.touched import Touched
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import Recommends

OF_ORDER = ("withhold", "wait")  # what a rule says that holds something back or has it wait


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """The ids of what the plan has first, and which rules hold back what, or let it wait."""

    first: frozenset[str]
    held: frozenset[tuple[str, str]]

    def stay_in(self, other: FirstSteps) -> float:
        """Return which part of these stays in another plan; there must be one at least."""
        return len(self.first & other.first) / len(self.first)

    def differ_by_order(self, other: FirstSteps) -> bool:
        """Return whether a rule, in one of both alone, holds back or lets wait what one alone has first."""
        moved = self.first ^ other.first
        return any(about in moved for about, _ in self.held ^ other.held)


def first_steps(reasoner: Reasoner, cases: Sequence[Case]) -> list[FirstSteps]:
    """Return what comes first in each of several cases, which are quick if they differ in little."""
    known: dict[tuple[int, ...], FirstSteps] = {}
    found: list[FirstSteps] = []
    for case, mark in zip(cases, _marks(cases, reasoner.knowledge), strict=True):
        if mark not in known:
            known[mark] = _first_of(reasoner, case)
        found.append(known[mark])
    return found


def _first_of(reasoner: Reasoner, case: Case) -> FirstSteps:
    advice = reasoner.advise(case)
    said = [(firing.concludes, firing.id) for firing in advice.firings]
    return FirstSteps(
        frozenset(step.id for step in advice.plan if step.when == "first"),
        frozenset((fact.id, rule) for fact, rule in said if fact.kind in OF_ORDER),
    )


def _marks(cases: Sequence[Case], knowledge: KnowledgeBase) -> list[tuple[int, ...]]:
    """Return for each case in what it is unlike the first: the numbers of gates that decide on a plan."""
    columns: dict[Fact, int] = {}
    for row, case in enumerate(cases):
        for fact in initial_facts(case, knowledge):
            columns[fact] = columns.get(fact, 0) | 1 << row
    everywhere = (1 << len(cases)) - 1
    program = knowledge.once(_deciding)
    cells = program.run(columns, 0, everywhere)
    marks: list[list[int]] = [[] for _ in cases]
    for number, cell in program.cell_of.items():
        column = cells[cell]
        for row in _bits(everywhere ^ column if column & 1 else column):
            marks[row].append(number)
    return [tuple(mark) for mark in marks]


def _deciding(knowledge: KnowledgeBase) -> Program:
    """Return what works out what the plan rests on: which rules speak of what is advised, and their reach.

    That is how what is advised is put in order (`advice.order`), and the plan looks at nothing else.
    """
    evaluator = evaluator_for(knowledge)
    touched, factors = Touched(evaluator), knowledge.ids_of("factor")
    speaking = [step.fires for steps in evaluator.about.values() for step in steps]
    reach = [
        touched.unsettled_factor(factor, steps)
        for (about, _), steps in evaluator.about.items()
        if about is Recommends
        for factor in factors
    ]
    return evaluator.circuit.program([*speaking, *reach])


def _bits(column: int) -> Iterator[int]:
    """Yield the places of the bits that are set."""
    while column:
        lowest = column & -column
        yield lowest.bit_length() - 1
        column ^= lowest
