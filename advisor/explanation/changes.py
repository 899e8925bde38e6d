"""The smallest changes to the answers of a case after which something is concluded.

Only what somebody could find out or wish for is tried: `advisor.explanation.reach`.
"""

from __future__ import annotations

from collections.abc import Sequence

from advisor.advice.reasoner import Consultation
from advisor.cases.edits import Edit, changed
from advisor.cases.facts import initial_facts
from advisor.explanation.reach import is_in_reach, tells_of_trouble
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.ranking import advised
from advisor.inference.circuit.search import Wanted, sets_that_bring
from advisor.inference.circuit.trials import Counterfactual, columns_of_cases, single_counterfactuals
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact, Thing
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.rules import Raises

MOST_SETS = 5


def smallest_changes(
    id_: str, consulted: Consultation, knowledge: KnowledgeBase
) -> tuple[tuple[Edit, ...], ...]:
    """Return the smallest sets of answers to find out or to wish for after which something is concluded.

    Sets of one are looked for first, then of two, then of three. They are all of the same size, at most five,
    those first that add what is not known, and among them what tells of no trouble. No part of a set would
    do, and each was tried on the case itself. Of an alert whatever raises it is told.
    """
    is_alert = knowledge.has(id_, ("alert",))
    return _smallest(knowledge.memo(_wanted)[id_], consulted, knowledge, troubles_too=is_alert)


def changes_to_stage(
    factor: str, stage: str, consulted: Consultation, knowledge: KnowledgeBase
) -> tuple[tuple[Edit, ...], ...]:
    """Return the smallest sets of changes after which a factor stands at a stage, as `smallest_changes`."""
    return _smallest(knowledge.memo(_wanted_stage)[factor, stage], consulted, knowledge)


def _smallest(
    wanted: Wanted,
    consulted: Consultation,
    knowledge: KnowledgeBase,
    *,
    troubles_too: bool = False,
) -> tuple[tuple[Edit, ...], ...]:
    known = consulted.facts
    answered = {fact[:2]: fact.value for fact in known}
    candidates = [
        change
        for change in single_counterfactuals(wanted.program, known, values_of_answers(knowledge))
        if is_in_reach(change.fact, answered, knowledge)
    ]
    for sets in sets_that_bring(wanted, known, candidates):
        found = sorted(
            sets,
            key=lambda changes: (
                sum(change.key in answered for change in changes),
                sum(tells_of_trouble(change.fact, knowledge) for change in changes),
                changes,
            ),
        )
        found = found if troubles_too else _without_worse(found, set(answered), knowledge)
        if found:
            told = [tuple(Edit.of(change.fact) for change in changes) for changes in found[:MOST_SETS]]
            return tuple(_that_bring_it(told, wanted, consulted, knowledge))
    return ()


def _without_worse(
    found: Sequence[tuple[Counterfactual, ...]], answered: set[Thing], knowledge: KnowledgeBase
) -> list[tuple[Counterfactual, ...]]:
    """Return the sets without those that join a trouble to what is to get better.

    Where something can be found out that tells of no trouble, what does is left out too.
    """
    worse = [
        changes for changes in found if any(tells_of_trouble(change.fact, knowledge) for change in changes)
    ]
    good = [changes for changes in found if changes not in worse]
    return good or [changes for changes in worse if not any(change.key in answered for change in changes)]


def _that_bring_it(
    sets: Sequence[tuple[Edit, ...]],
    wanted: Wanted,
    consulted: Consultation,
    knowledge: KnowledgeBase,
) -> list[tuple[Edit, ...]]:
    """Return the sets that bring it when they are made to the case, each a bit of whole numbers."""
    cases = [initial_facts(changed(consulted.case, edits, knowledge), knowledge) for edits in sets]
    brought = wanted.where(columns_of_cases(cases), (1 << len(sets)) - 1)
    return [edits for row, edits in enumerate(sets) if brought >> row & 1]


def _wanted_stage(knowledge: KnowledgeBase, at: tuple[str, str]) -> Wanted:
    """Return what is looked for where a factor is to stand at a stage."""
    evaluator = evaluator_for(knowledge)
    return Wanted(evaluator.circuit, evaluator.gate_of(Fact("stage", *at)))


def _wanted(knowledge: KnowledgeBase, id_: str) -> Wanted:
    """Return what is looked for where something is to be concluded."""
    evaluator = evaluator_for(knowledge)
    circuit = evaluator.circuit
    if knowledge.has(id_, knowledge.kinds.concluded):
        gate = evaluator.gate_of(Fact("finding", id_, "present"))
    elif knowledge.has(id_, ("pattern",)):
        gate = evaluator.gate_of(Fact("pattern", id_, "likely"))
    elif knowledge.has(id_, ("alert",)):
        gate = circuit.any_of(step.fires for step in evaluator.about.get((Raises, id_), ()))
    elif knowledge.has(id_, ("rule",)):
        gate = evaluator.fires_at[id_]
    else:
        gate = advised(evaluator, id_)
    return Wanted(circuit, gate)
