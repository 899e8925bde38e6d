"""Whether a gate of the circuit can hold at all: a case in which it does, or the proof that there is none.

Gates are written as clauses (Tseitin 1968) and searched by conflict-driven clause learning with two watched
literals (Marques-Silva and Sakallah 1996; Moskewicz and others 2001; Een and Sorensson 2003). What is learnt
of one gate is kept for the next, since gates share what they rest on. Why this is our own, and no decision
diagrams: docs/decisions/0020-what-the-checks-prove.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from advisor.inference.circuit.clauses import Clause, Literal, clauses
from advisor.inference.circuit.gates import FALSE, GIVEN, TRUE, Circuit, Gate
from advisor.knowledge.facts import Fact, Thing

OPEN, NO, YES = -1, 0, 1
FADES = 1.05  # by how much each conflict weighs more than the one before
MOST_GATES = 12_000  # that a gate rests on: more would take too much memory for what comes of it
_HUGE = 1e100
Way = dict[Thing, str]  # what is said of each thing


class Solver:
    """Looks for cases in which gates of a circuit hold; of each thing a case says one value at most."""

    def __init__(self, circuit: Circuit) -> None:
        self._circuit = circuit
        self._value: list[int] = []  # of each literal
        self._watches: list[list[Clause]] = []  # the clauses that look at a literal's opposite
        self._others: dict[Literal, list[Literal]] = {}  # what cannot be where a fact is: its other values
        self._facts_of: dict[Thing, list[Gate]] = {}
        self._reason: list[Clause | None] = []
        self._level: list[int] = []
        self._weight: list[float] = []
        self._step = 1.0
        self._steps = 0
        self._trail: list[Literal] = []
        self._levels: list[int] = []  # where in the trail each level begins
        self._done = 0
        self._loaded: set[Gate] = set()
        self._waiting: list[tuple[float, Gate]] = []  # gates of what is asked, the weightiest first
        self._asked: set[Gate] = set()

    def solve(self, gate: Gate, most: int) -> tuple[bool | None, int]:
        """Return whether a gate can hold, None after `most` steps, and how many there were.

        A step is a look at a clause; a search always costs some.
        """
        cone = self._circuit.cone(gate)
        if len(cone) > MOST_GATES:
            return None, len(cone)
        self._load(cone)
        self._asked = set(cone)
        self._waiting = [(-self._weight[each], -each) for each in cone]
        heapify(self._waiting)
        begun = self._steps
        while True:
            clause = self._propagated()
            steps = self._steps - begun
            if clause is not None:
                if len(self._levels) <= 1:  # nothing was decided but that the gate holds
                    self._undo(0)
                    self._add([2 * gate + 1])
                    return False, steps
                self._learn(clause)
            elif not self._levels:
                if self._value[2 * gate] == NO or steps > most:
                    return None if self._value[2 * gate] != NO else False, steps
                self._decide(2 * gate)
            elif steps > most:
                self._undo(0)
            elif not self._next():
                return True, steps

    def way(self) -> Way:
        """Return what is said in the case that was found, and forget the case."""
        said: Way = {}
        for gate in sorted(self._asked):
            kind, key, _ = self._circuit.looks(gate)
            if kind == GIVEN and isinstance(key, Fact) and self._value[2 * gate] == YES:
                said[key[:2]] = key.value
        self._undo(0)
        return said

    def _load(self, cone: Iterable[Gate]) -> None:
        missing = len(self._circuit) - len(self._level)
        self._value += [OPEN] * (2 * missing)
        self._watches += [[] for _ in range(2 * missing)]
        self._reason += [None] * missing
        self._level += [0] * missing
        self._weight += [0.0] * missing
        for gate in sorted(cone):
            if gate not in self._loaded:
                self._loaded.add(gate)
                for clause in self._clauses(gate):
                    self._add(clause)

    def _clauses(self, gate: Gate) -> list[Clause]:
        """Return what a gate is, as clauses; of one that is given, note what cannot be beside it."""
        kind, left, right = self._circuit.looks(gate)
        if kind != GIVEN:
            return clauses(kind, gate, left, right)
        if gate in (FALSE, TRUE):
            return [[2 * gate + (gate == FALSE)]]
        if isinstance(left, Fact):
            others = self._facts_of.setdefault(left[:2], [])
            for other in others:
                self._others.setdefault(2 * gate, []).append(2 * other + 1)
                self._others.setdefault(2 * other, []).append(2 * gate + 1)
            others.append(gate)
        return []

    def _add(self, clause: Clause) -> None:
        """Add a clause; the search stands at the beginning."""
        if any(self._value[each] == YES for each in clause):
            return
        clause = [each for each in clause if self._value[each] == OPEN]
        if len(clause) > 1:
            self._watch(clause)
        elif clause:
            self._set(clause[0], None)
            self._propagated()

    def _watch(self, clause: Clause) -> None:
        for literal in clause[:2]:
            self._watches[literal ^ 1].append(clause)

    def _set(self, literal: Literal, reason: Clause | None) -> None:
        self._value[literal], self._value[literal ^ 1] = YES, NO
        self._reason[literal >> 1] = reason
        self._level[literal >> 1] = len(self._levels)
        self._trail.append(literal)

    def _decide(self, literal: Literal) -> None:
        self._levels.append(len(self._trail))
        if self._value[literal] == OPEN:
            self._set(literal, None)

    def _next(self) -> bool:
        """Take the weightiest open gate as not holding; return whether there was one."""
        while self._waiting:
            gate = -heappop(self._waiting)[1]
            if self._value[2 * gate] == OPEN:
                self._decide(2 * gate + 1)
                return True
        return False

    def _propagated(self) -> Clause | None:
        """Draw all conclusions; return a clause in which nothing can hold any more, if one is met."""
        while self._done < len(self._trail):
            literal = self._trail[self._done]
            self._done += 1
            for other in self._others.get(literal, ()):
                if self._value[other] == NO:
                    return [other, literal ^ 1]
                if self._value[other] == OPEN:
                    self._set(other, [other, literal ^ 1])
            broken = self._looked_at(literal ^ 1)
            if broken is not None:
                return broken
        return None

    def _looked_at(self, false: Literal) -> Clause | None:
        """Let the clauses that look at a false literal look at another, or draw the conclusion."""
        value, watches = self._value, self._watches
        looking = watches[false ^ 1]
        self._steps += 1 + len(looking)
        kept: list[Clause] = []
        watches[false ^ 1] = kept
        for number, clause in enumerate(looking):
            if clause[0] == false:
                clause[0], clause[1] = clause[1], false
            first = clause[0]
            if value[first] != YES:
                for place in range(2, len(clause)):
                    other = clause[place]
                    if value[other] != NO:
                        clause[1], clause[place] = other, false
                        watches[other ^ 1].append(clause)
                        break
                else:
                    if value[first] == NO:
                        kept += looking[number:]
                        return clause
                    kept.append(clause)
                    self._set(first, clause)
                continue
            kept.append(clause)
        return None

    def _learn(self, clause: Clause) -> None:
        """Add what a conflict teaches, and go back to where it would have been of use."""
        learnt = self._taught(clause)
        self._step *= FADES
        if len(learnt) == 1:
            self._undo(0)
            self._set(learnt[0], None)
            return
        place = max(range(1, len(learnt)), key=lambda number: self._level[learnt[number] >> 1])
        learnt[1], learnt[place] = learnt[place], learnt[1]
        self._undo(self._level[learnt[1] >> 1])
        self._watch(learnt)
        self._set(learnt[0], learnt)

    def _taught(self, clause: Clause) -> Clause:
        """Return the clause that forbids what led to a conflict; its first literal is what to do instead."""
        now, left, place = len(self._levels), 0, len(self._trail)
        seen: set[Gate] = set()
        learnt: Clause = [0]
        literal = -1
        while True:
            for each in clause:
                gate = each >> 1
                if each != literal and gate not in seen and self._level[gate] > 0:
                    seen.add(gate)
                    self._weigh(gate)
                    if self._level[gate] == now:
                        left += 1
                    else:
                        learnt.append(each)
            place -= 1
            while self._trail[place] >> 1 not in seen:
                place -= 1
            literal = self._trail[place]
            left -= 1
            if not left:
                learnt[0] = literal ^ 1
                return learnt
            clause = self._reason[literal >> 1] or []

    def _weigh(self, gate: Gate) -> None:
        """Let a gate weigh more in the choice of what to decide next."""
        self._weight[gate] += self._step
        if self._weight[gate] > _HUGE:
            self._weight = [weight / _HUGE for weight in self._weight]
            self._step /= _HUGE

    def _undo(self, level: int) -> None:
        """Go back to a level."""
        if level >= len(self._levels):
            return
        self._done = self._levels[level]
        for literal in self._trail[self._done :]:
            self._value[literal] = self._value[literal ^ 1] = OPEN
            if literal >> 1 in self._asked:
                heappush(self._waiting, (-self._weight[literal >> 1], -(literal >> 1)))
        del self._trail[self._done :]
        del self._levels[level:]
