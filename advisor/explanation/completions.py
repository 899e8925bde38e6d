"""What comes of a case in each way in which its open answers may turn out, where those are few.

Bounds (`inference.circuit.bounds`) are safe and not sharp: something that they call open may be certain.
Where little is open, every completion is tried instead, in one run of the circuit: nothing is left unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from advisor.cases.case import Case
from advisor.cases.facts import initial_facts
from advisor.cases.questions import parts_not_asked
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.gates import Gate, Program
from advisor.inference.circuit.ranking import advised
from advisor.inference.circuit.trials import Key, repeated
from advisor.interview.means import means_for
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.terms import STAGES

MOST_COMPLETIONS = 4096
Column = int  # a bit for each completion


@dataclass(frozen=True, slots=True)
class Completions:
    """What is so in how many of all completions.

    `stages` are those that are the same in all, `first` the interventions that always have their place,
    `advised` says of each thing whether it is always advised (True), never (False), or now and then (None).
    `deciding` are the open questions of which an answer can change any of that.
    """

    stages: dict[str, str]
    first: tuple[str, ...]
    advised: dict[str, bool | None]
    deciding: tuple[str, ...]


def completions(case: Case, knowledge: KnowledgeBase) -> Completions | None:
    """Return what comes of every completion of a case; None where there are too many to try."""
    wanted = knowledge.once(_wanted)
    asked: dict[Key, list[Fact]] = {}
    for fact in wanted.program.given:
        assert isinstance(fact, Fact)
        asked.setdefault(fact[:2], []).append(fact)
    open_ = {id_: _open_keys(id_, case, asked, knowledge) for id_ in knowledge.questions}
    values = {key: asked[key] for keys in open_.values() for key in keys}
    rows = prod(len(facts) + 1 for facts in values.values())
    if rows > MOST_COMPLETIONS:
        return None
    return _Tried(wanted, initial_facts(case, knowledge), values, rows).found(open_)


def _open_keys(id_: str, case: Case, asked: Mapping[Key, object], knowledge: KnowledgeBase) -> list[Key]:
    """Return the parts of a question that have no answer and that some rule looks at."""
    parts = parts_not_asked(id_, case, knowledge)
    return [part.thing for part in parts if part.thing in asked]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked at of each completion: stages, who takes which place, and what is advised."""

    stages: Mapping[str, Mapping[str, Gate]]
    places: tuple[Mapping[str, Gate], ...]
    advised: Mapping[str, Gate]
    program: Program
    gates: frozenset[Gate]


def _wanted(knowledge: KnowledgeBase) -> _Wanted:
    evaluator = evaluator_for(knowledge)
    stages: dict[str, dict[str, Gate]] = {
        factor: {stage: evaluator.gate_of(Fact("stage", factor, stage)) for stage in STAGES}
        for factor in knowledge.ids_of("factor")
    }
    places = tuple(place.taken_by for place in means_for(knowledge).lookahead.places)
    things = {id_: advised(evaluator, id_) for id_ in knowledge.ids(knowledge.kinds.advisable)}
    several: list[Mapping[str, Gate]] = [*stages.values(), *places, things]
    gates = [gate for each in several for gate in each.values()]
    return _Wanted(stages, places, things, evaluator.circuit.program(gates), frozenset(gates))


class _Tried:
    """All completions, worked out; a completion is a number whose digits are the values of what is open."""

    def __init__(
        self, wanted: _Wanted, known: Iterable[Fact], values: Mapping[Key, list[Fact]], rows: int
    ) -> None:
        self._wanted = wanted
        self._everywhere = (1 << rows) - 1
        self._strides: dict[Key, tuple[int, int]] = {}
        columns = dict.fromkeys(known, self._everywhere)
        run = 1
        for key, facts in values.items():
            period = run * (len(facts) + 1)
            self._strides[key] = run, period
            for place, fact in enumerate(facts):
                columns[fact] = repeated(((1 << run) - 1) << (place * run), period, rows // period)
            run = period
        self._rows = rows
        self._cells = wanted.program.run(columns, 0, self._everywhere)

    def _at(self, gate: Gate) -> Column:
        return int(self._cells[self._wanted.program.cell_of[gate]])

    def found(self, open_: Mapping[str, Iterable[Key]]) -> Completions:
        """Return what is so in all; `open_` are the parts of each question that are open."""
        wanted = self._wanted
        stages = {factor: self._always(gates) for factor, gates in wanted.stages.items()}
        deciding = [id_ for id_, keys in open_.items() if any(map(self._decides, keys))]
        return Completions(
            {factor: stage for factor, stage in stages.items() if stage is not None},
            tuple(self._first()),
            {id_: self._sure(self._at(gate)) for id_, gate in wanted.advised.items()},
            tuple(deciding),
        )

    def _sure(self, column: Column) -> bool | None:
        return True if column == self._everywhere else False if column == 0 else None

    def _always(self, gates: Mapping[str, Gate]) -> str | None:
        """Return which of several is so in all completions; 'unknown' where none is so in any."""
        said = {name: self._sure(self._at(gate)) for name, gate in gates.items()}
        if all(sure is False for sure in said.values()):
            return "unknown"
        return next((name for name, sure in said.items() if sure), None)

    def _first(self) -> Iterable[str]:
        for place in self._wanted.places:
            taken = self._always(place)
            if taken is None or taken not in place:
                return
            yield taken

    def _decides(self, key: Key) -> bool:
        """Return whether two completions that differ in this part alone come to something else."""
        run, period = self._strides[key]
        lowest = repeated((1 << run) - 1, period, self._rows // period)
        columns = [self._at(gate) for gate in self._wanted.gates]
        shifts = range(run, period, run)
        return any((column ^ (column >> shift)) & lowest for column in columns for shift in shifts)
