"""The circuit of a knowledge base as data: columns of gates, and where in it each thing is known.

A gate looks at gates before it, and is written as how far back they lie.
`script/inference/circuit.js` runs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from advisor.inference.circuit.bounds import Bounds
from advisor.inference.circuit.evaluator import CircuitRule, Evaluator
from advisor.inference.circuit.gates import GIVEN, TRUE, Circuit, Gate
from advisor.inference.circuit.logics import Bound
from advisor.interview.lookahead import Lookahead
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact


def circuit_data(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return the circuit of a knowledge base, and its steps in their order, as JSON can say it."""
    evaluator = Evaluator(knowledge)  # one of its own: whoever asked before may have added to the shared one
    evaluated = len(evaluator.circuit)  # what follows is for interviews, and no part of an evaluation
    bounds, places = Bounds(evaluator), Lookahead(evaluator).places
    return {
        **_gates(evaluator.circuit),
        "evaluated": evaluated,
        "steps": [_step(step) for step in evaluator.steps],
        "concluded": facts_at(evaluator.concluded),
        "bounds": {
            "rules": _columns(bounds.rules[rule.id] for rule in knowledge.rules),
            "concluded": _columns(bounds.facts[fact] for fact in evaluator.concluded),
            "recommended": _columns(bounds.recommended.values()),
        },
        "places": [[list(place.taken_by.values()), place.after, place.needs_help] for place in places],
    }


def _columns(bounds: Iterable[Bound]) -> dict[str, list[Gate]]:
    """Return where each of some things always is so, and where it never is."""
    several = list(bounds)
    return {
        "always": [bound.always for bound in several],
        "never": [bound.never for bound in several],
    }


def facts_at(gates: Mapping[Fact, Gate]) -> list[list[Any]]:
    """Return facts, each with its gate."""
    return [[*fact, gate] for fact, gate in gates.items()]


def _step(step: CircuitRule) -> list[Any]:
    """Return the id of a step and where it fires; of a weighing and an absence also what it concludes."""
    if step.rule is not None:
        return [step.id, step.fires]
    return [step.id, step.fires, facts_at(dict(step.concludes))]


def _gates(circuit: Circuit) -> dict[str, Any]:
    """Return the gates behind false and true: a digit for the kind of each, and what it looks at."""
    looks = [(gate, *circuit.looks(gate)) for gate in range(TRUE + 1, len(circuit))]
    return {
        "kinds": "".join(str(kind) for _, kind, _, _ in looks),
        "left": _distances((gate, left) for gate, kind, left, _ in looks if kind != GIVEN),
        "right": _distances((gate, right) for gate, kind, _, right in looks if kind != GIVEN),
        "given": [list(key) for _, kind, key, _ in looks if kind == GIVEN],
    }


def _distances(looks: Iterable[tuple[Gate, Gate]]) -> list[int]:
    return [gate - other for gate, other in looks]
