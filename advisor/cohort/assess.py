"""Many cases at once: a table with one row a case goes in, a table with what is most important comes out.

What does the work is plain data and pure, so that another process or machine can do it: `Assessor`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

from advisor.cohort.answer_columns import AnswerColumn, answers_of, asked_as_a_whole
from advisor.cohort.categories import NO_WORDS, Words
from advisor.cohort.columns import given_in, unpacked
from advisor.inference import weighing
from advisor.inference.circuit.evaluator import Evaluator, evaluator_for
from advisor.inference.circuit.gates import Circuit, Gate, Number, Program
from advisor.inference.circuit.logics import GateLogic
from advisor.inference.circuit.ranking import Ranking
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import SPECIAL_ANSWERS, UNKNOWN
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of
from advisor.knowledge.rules import Raises
from advisor.knowledge.terms import STAGES

BLOCK = (
    65_536  # rows at a time: long enough for whole columns to pay, short enough for the processor's memory
)
ALERTS, SEVERAL = "alerts", " | "
ROW, LIGHT, OPEN, OPEN_CORE, FAULTS = "row", "light", "open", "open-core", "faults"
LIGHT_FROM, SURE_OF = "light-rests-on", "{}-sure"
FIRMLY = tuple(f"{stage}-firm" for stage in STAGES)
PLACES = ("first", "second", "third")
READINESS = "{}-readiness"
NOWHERE, EVERYWHERE = np.uint64(0), np.uint64(2**64 - 1)


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of the result: the cells of the program that hold its number, and the word for each number.

    Without words the number itself is meant.
    """

    name: str
    digits: tuple[int, ...]
    words: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertColumn:
    """An alert, and the cell of the program that says where it is raised."""

    id: str
    title: str
    turn_to: str
    cell: int


@dataclass(frozen=True, slots=True)
class Assessor:
    """Assesses tables of cases. It is plain data and may be pickled; the same rows always give the same."""

    answers: Mapping[str, AnswerColumn]
    factors: tuple[str, ...]
    program: Program
    results: tuple[ResultColumn, ...]
    alerts: tuple[AlertColumn, ...] = ()

    def assess(self, frame: pl.DataFrame, first_row: int = 1, words: Words = NO_WORDS) -> pl.DataFrame:
        """Return where each row stands and what comes first; one with faults is marked and not assessed.

        An alert that the sound cells of such a row raise is named all the same.
        `first_row` is the number of the first one, for where `frame` is a part of something longer. `words`
        are the texts of columns that hold their numbers.
        """
        starts = range(0, max(len(frame), 1), BLOCK)
        blocks = (self._block(frame[start : start + BLOCK], first_row + start, words) for start in starts)
        return pl.concat(blocks)

    def _block(self, frame: pl.DataFrame, first_row: int, words: Words) -> pl.DataFrame:
        rows = len(frame)
        given = given_in(frame, self.answers, words)
        cells = self.program.run(given.known, NOWHERE, EVERYWHERE)
        told = pl.Series(FAULTS, [None] * rows, dtype=pl.String)
        if given.faults:
            told = told.scatter([*given.faults], [" | ".join(faults) for faults in given.faults.values()])
        columns = [pl.Series(ROW, np.arange(first_row, first_row + rows), dtype=pl.Int64)]
        columns.append(_alerts(self.alerts, cells, rows))
        columns += [_result(result, cells, rows) for result in self.results]
        frame = pl.DataFrame([*columns, told])
        if not given.faults:
            return frame
        assessed = [result.name for result in self.results]
        return frame.with_columns(pl.when(pl.col(FAULTS).is_null()).then(pl.col(assessed)))

    def words(self, column: str) -> list[str]:
        """Return what a column of the result can say."""
        return [word for result in self.results if result.name == column for word in result.words if word]

    @property
    def schema(self) -> dict[str, Any]:
        """The columns of the result and their types."""
        types = {result.name: pl.String if result.words else pl.UInt16 for result in self.results}
        return {ROW: pl.Int64, ALERTS: pl.String, **types, FAULTS: pl.String}


def _alerts(alerts: Sequence[AlertColumn], cells: Sequence[Any], rows: int) -> pl.Series:
    """Return which alerts each row raises, one behind the other; nothing where there is none."""
    if not alerts:
        return pl.Series(ALERTS, [None] * rows, dtype=pl.String)
    raised = pl.DataFrame(
        {
            each.id: pl.Series([None, each.id], dtype=pl.String).gather(unpacked(cells[each.cell], rows))
            for each in alerts
        }
    )
    named = raised.select(pl.concat_str(pl.all(), separator=SEVERAL, ignore_nulls=True).alias(ALERTS))
    return named[ALERTS].replace("", None)


def _result(result: ResultColumn, cells: Sequence[Any], rows: int) -> pl.Series:
    number = np.zeros(rows, dtype=np.uint16)
    for place, cell in enumerate(result.digits):
        number |= unpacked(cells[cell], rows).astype(np.uint16) << place
    if not result.words:
        return pl.Series(result.name, number, dtype=pl.UInt16)
    return pl.Series(result.words, dtype=pl.String).gather(number).alias(result.name)


def assessor_for(knowledge: KnowledgeBase) -> Assessor:
    """Return what assesses tables with this knowledge base."""
    evaluator = evaluator_for(knowledge)
    wanted = list(_wanted(evaluator))
    raised = {
        id_: evaluator.circuit.any_of(step.fires for step in evaluator.about.get((Raises, id_), ()))
        for id_ in knowledge.ids_of("alert")
    }
    gates = [*raised.values(), *(gate for _, digits, _ in wanted for gate in digits)]
    program = evaluator.circuit.program(gates)
    results = tuple(
        ResultColumn(name, tuple(program.cell_of[gate] for gate in digits), words)
        for name, digits, words in wanted
    )
    alerts = tuple(
        AlertColumn(alert.id, alert.title, alert.turn_to, program.cell_of[raised[alert.id]])
        for alert in knowledge.of_kind("alert")
    )
    return Assessor(answers_of(knowledge), tuple(knowledge.ids_of("factor")), program, results, alerts)


Wanted = tuple[str, Number, tuple[str | None, ...]]


def _wanted(evaluator: Evaluator) -> Iterator[Wanted]:
    """Yield the columns of the result: name, the number in the circuit, and the words for the numbers."""
    circuit, factors = evaluator.circuit, evaluator.knowledge.ids_of("factor")
    firmly = {factor: _where(evaluator, "sure", factor, FIRMLY) for factor in factors}
    lights = weighing.lights(
        GateLogic(circuit), [dict(zip(STAGES, firm, strict=True)) for firm in firmly.values()]
    )
    yield LIGHT, chosen(circuit, list(lights.values())), ("unknown", *lights)
    yield LIGHT_FROM, circuit.total([circuit.any_of(firm) for firm in firmly.values()]), ()
    for factor in factors:
        stages = _where(evaluator, "stage", factor, STAGES)
        yield factor, chosen(circuit, stages), ("unknown", *STAGES)
        yield SURE_OF.format(factor), _sure(circuit, firmly[factor], stages), (None, "firm", "tentative")
    for kind, advised in evaluator.knowledge.kinds.advice.items():
        if advised.places:
            yield from _first_places(evaluator, kind, advised.places)
    for name, core in ((OPEN_CORE, True), (OPEN, False)):
        yield name, circuit.total(_open(evaluator, core)), ()


def _where(evaluator: Evaluator, kind: str, factor: str, values: Sequence[str]) -> list[Gate]:
    return [evaluator.gate_of(Fact(kind, factor, value)) for value in values]


def _sure(circuit: Circuit, firm: Sequence[Gate], stages: Sequence[Gate]) -> Number:
    """Return 1 where a factor stands firm, 2 where it stands and is not firm."""
    return first_of(circuit, [circuit.any_of(firm), circuit.any_of(stages)])


def _first_places(evaluator: Evaluator, kind: str, most: int) -> Iterator[Wanted]:
    """Yield the columns for the first places of one kind; of interventions, how ready they are as well."""
    circuit, ranking = evaluator.circuit, Ranking(evaluator, kind)
    ids = tuple(ranking.candidates)
    for name, place in zip(PLACES[:most], ranking.places, strict=False):
        taken = [place.taken_by[id_] for id_ in ids]
        if kind != "intervention":
            yield f"{name}-{kind}", chosen(circuit, taken), (None, *ids)
            continue
        yield name, chosen(circuit, taken), (None, *ids)
        readiness = [place.after, place.needs_help, circuit.any_of(taken)]
        yield READINESS.format(name), first_of(circuit, readiness), (None, "after", "needs-help", "now")


def _open(evaluator: Evaluator, core: bool) -> Iterator[Gate]:
    """Yield where each question is open, as `advisor.cases.questions.is_open` says it of one case."""
    circuit, knowledge = evaluator.circuit, evaluator.knowledge
    for question in knowledge.questions.values():
        if question.core or not core:
            whole = [circuit.given(asked_as_a_whole(question.id, word)) for word in SPECIAL_ANSWERS]
            parts = knowledge.memo(parts_of)[question.id]
            known = [circuit.any_of(evaluator.gate_of(Fact(*p.thing, v)) for v in p.values) for p in parts]
            asked = [
                circuit.either(circuit.given(Fact(*part.thing, UNKNOWN)), of_it)
                for part, of_it in zip(parts, known, strict=True)
            ]
            in_full = circuit.either(circuit.any_of(whole), circuit.all_of(asked))
            says_something = circuit.any_of(known)
            is_closed = in_full if kind_of(question).in_actions else circuit.both(in_full, says_something)
            yield circuit.opposite(is_closed)


def chosen(circuit: Circuit, gates: Sequence[Gate]) -> Number:
    """Return the number of the one gate that holds, counted from 1; 0 where none does."""
    digits = range(len(gates).bit_length())
    return [circuit.any_of(g for number, g in enumerate(gates, 1) if number >> digit & 1) for digit in digits]


def first_of(circuit: Circuit, gates: Sequence[Gate]) -> Number:
    """Return the number of the first gate that holds, counted from 1; 0 where none does."""
    alone = [
        circuit.both(gate, circuit.opposite(circuit.any_of(gates[:place])))
        for place, gate in enumerate(gates)
    ]
    return chosen(circuit, alone)
