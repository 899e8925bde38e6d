"""Which question would decide most: what each of its answers would change, all tried at once.

The circuit of the rules (`advisor.inference.circuit.gates`) tries them all in one run, without NumPy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from advisor._kept import kept
from advisor.inference.circuit.evaluator import Evaluator
from advisor.inference.circuit.gates import Gate, Program
from advisor.inference.circuit.ranking import Place, Ranking
from advisor.inference.circuit.trials import Counterfactual, columns_of, single_counterfactuals
from advisor.interview.decided import FIRST
from advisor.interview.trials import Trials
from advisor.knowledge.facts import Fact
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.terms import STAGES


class Lookahead:
    """Tries answers in advance."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator

    @kept
    def _ranking(self) -> Ranking:
        return Ranking(self._evaluator)

    @property
    def places(self) -> list[Place]:
        """The first three places among the interventions, in the circuit."""
        return self._ranking.places[:FIRST]

    @kept
    def _outcomes(self) -> list[Gate]:
        """What an answer may change: the stages, and the first three interventions with their readiness."""
        evaluator = self._evaluator
        factors = evaluator.knowledge.ids_of("factor")
        stages = [evaluator.gate_of(Fact("stage", factor, stage)) for factor in factors for stage in STAGES]
        return [
            *stages,
            *(gate for p in self.places for gate in (*p.taken_by.values(), p.after, p.needs_help)),
        ]

    @kept
    def _program(self) -> Program:
        return self._evaluator.circuit.program(self._outcomes)

    def decisive(self, known: Iterable[Fact], left: Mapping[str, Sequence[Part]]) -> dict[str, float]:
        """Return for each question how much an answer to it would change on average; 0 for nothing.

        `left` has for each question the parts that an answer would be about.
        """
        trials = Trials(left, self._evaluator.knowledge)
        columns, everywhere = trials.columns(known)
        then = self._program.run(columns, 0, everywhere)
        cells = [self._program.cell_of[gate] for gate in self._outcomes]
        return trials.share(*(trials.changed(then[cell]) for cell in cells))

    def single_counterfactuals(self, known: Iterable[Fact]) -> list[Counterfactual]:
        """Return every change of one value that may change the stages or the first three."""
        return single_counterfactuals(self._program, known, values_of_answers(self._evaluator.knowledge))

    def first_three(self, known: Sequence[Fact], changes: Sequence[Counterfactual]) -> list[tuple[str, ...]]:
        """Return the first three interventions as things are, and then after each of the changes alone."""
        rows = len(changes)
        everywhere = (1 << rows + 1) - 1
        where = [1 << place for place in range(1, rows + 1)]
        cells = self._program.run(columns_of(known, changes, where, everywhere), 0, everywhere)
        taken = [
            {id_: cells[self._program.cell_of[gate]] for id_, gate in place.taken_by.items()}
            for place in self.places
        ]
        return [
            tuple(id_ for place in taken for id_, column in place.items() if column >> row & 1)
            for row in range(rows + 1)
        ]
