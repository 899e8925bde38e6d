"""Gates as clauses: in each clause at least one literal holds (Tseitin 1968).

A literal is twice a gate where it holds, and one more where it does not.
"""

from __future__ import annotations

from advisor.inference.circuit.gates import AND, OR, Gate

Literal = int
Clause = list[Literal]


def clauses(kind: int, gate: Gate, left: Gate, right: Gate) -> list[Clause]:
    """Return what a gate of some kind is that looks at two others."""
    yes, no, a, b = 2 * gate, 2 * gate + 1, 2 * left, 2 * right
    if kind == AND:
        return [[no, a], [no, b], [yes, a ^ 1, b ^ 1]]
    if kind == OR:
        return [[yes, a ^ 1], [yes, b ^ 1], [no, a, b]]
    return [[no, a, b], [no, a ^ 1, b ^ 1], [yes, a ^ 1, b], [yes, a, b ^ 1]]
