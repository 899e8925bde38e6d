"""What holds the stage of a factor where it is: which sign decides it, and which answers would move it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from advisor._language import _
from advisor.advice.naming import factor_names
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.check import checked
from advisor.cases.edits import Edit
from advisor.cases.facts import initial_facts
from advisor.errors import UnknownIdError
from advisor.explanation.explained import Explained
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.gates import Gate, Program
from advisor.inference.circuit.trials import Counterfactual, columns_of, single_counterfactuals
from advisor.inference.plain_truth import weighed_stage
from advisor.inference.weighing import sign_of
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.rules import Rule
from advisor.knowledge.terms import STAGES, StageOrUnknown

NOT_KNOWN = "unknown"


def deciding_signs(signs: Sequence[str], knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Return those of the signs of a factor, ids of rules, without which it would stand elsewhere."""
    now = _weighed(signs, knowledge)
    without = {sign: [each for each in signs if each != sign] for sign in signs}
    return tuple(sign for sign, others in without.items() if _weighed(others, knowledge) != now)


def _weighed(signs: Iterable[str], knowledge: KnowledgeBase) -> str | None:
    found = weighed_stage([sign_of(knowledge.entry(sign, Rule), True) for sign in signs])
    return None if found is None else found[0]


@dataclass(frozen=True, slots=True)
class Turning:
    """One answer, given or changed, after which a factor stands at another stage."""

    edit: Edit
    stage: StageOrUnknown


@dataclass(frozen=True, slots=True, repr=False)
class StageSettled(Explained):
    """What decides where a factor stands: `stage` now, and what one answer alone would make of it.

    `deciding` are answers to what is open yet, `hangs_on` other answers to what was said.
    """

    id: str
    title: str
    stage: StageOrUnknown
    deciding: tuple[Turning, ...]
    hangs_on: tuple[Turning, ...]


def stage_settled(advisor: Reasoner, case: Case, factor: str) -> StageSettled:
    """Return which answers decide the stage of a factor; `UnknownIdError` if there is no such factor.

    An answer that the leader does not know counts as open.
    """
    knowledge = advisor.knowledge
    if knowledge.kind(factor) != "factor":
        what = _("'{title}' is not one of the things that stand loose or tight; name one of: {factors}")
        named = what.format(
            title=knowledge.entry(factor).title,
            factors=", ".join(f"'{name}'" for name in factor_names(knowledge).values()),
        )
        raise UnknownIdError(named)
    known = initial_facts(checked(case, knowledge), knowledge)
    program, gates = knowledge.memo(_program)[factor]
    changes = single_counterfactuals(program, known, values_of_answers(knowledge))
    now, *then = _stages_after(program, gates, known, changes)
    said = {fact[:2] for fact in known}
    turning = [
        (change.key in said, Turning(Edit.of(change.fact), cast(StageOrUnknown, stage)))
        for change, stage in zip(changes, then, strict=True)
        if stage != now
    ]
    return StageSettled(
        factor,
        knowledge.entry(factor).title,
        cast(StageOrUnknown, now),
        tuple(each for is_said, each in turning if not is_said),
        tuple(each for is_said, each in turning if is_said),
    )


def _program(knowledge: KnowledgeBase, factor: str) -> tuple[Program, dict[str, Gate]]:
    """Return what works out the stage of a factor, and nothing else."""
    evaluator = evaluator_for(knowledge)
    gates: dict[str, Gate] = {stage: evaluator.gate_of(Fact("stage", factor, stage)) for stage in STAGES}
    return evaluator.circuit.program(list(gates.values())), gates


def _stages_after(
    program: Program, gates: dict[str, Gate], known: Sequence[Fact], changes: Sequence[Counterfactual]
) -> list[str]:
    """Return the stage as things are, and then after each of the changes alone."""
    rows = len(changes) + 1
    everywhere = (1 << rows) - 1
    columns = columns_of(known, changes, [1 << row for row in range(1, rows)], everywhere)
    cells = program.run(columns, 0, everywhere)
    at = {stage: cells[program.cell_of[gate]] for stage, gate in gates.items()}
    return [
        next((stage for stage, column in at.items() if column >> row & 1), NOT_KNOWN) for row in range(rows)
    ]
