"""Checks of what waits for what: no ring of waiting, however long, can come about in any case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from advisor._language import _
from advisor.inference.circuit.gates import Circuit, Gate
from advisor.inference.circuit.satisfy import Way
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.rules import ComesFirst, Rule
from advisor.verification.checks import check
from advisor.verification.possible import Query
from advisor.verification.subject import Subject

MOST_RINGS = 50  # told of one tangle: nobody would read more
Edge = tuple[str, str]  # what comes first, and what waits for it


@check("error")
def waits_for_each_other(subject: Subject) -> Iterator[Complaint]:
    """No intervention waits for itself, and none wait for each other in a ring in the same case."""
    waits: dict[Edge, list[Rule]] = {}
    for rule in subject.knowledge.rules:
        if isinstance(rule.then, ComesFirst):
            waits.setdefault((rule.then.first, rule.then.before), []).append(rule)
            if rule.then.first == rule.then.before:
                yield (
                    rule.id,
                    "before",
                    _("'{first}' waits for itself").format(first=rule.then.first),
                    _("name another intervention"),
                )
    edges = {edge: rules for edge, rules in waits.items() if edge[0] != edge[1]}
    for tangle in _tangles(edges):
        within = {edge: rules for edge, rules in edges.items() if tangle.issuperset(edge)}
        if any(subject.knowledge.is_own(rule.id) for rules in within.values() for rule in rules):
            yield from _rings(within, subject)


def _rings(edges: Mapping[Edge, list[Rule]], subject: Subject) -> Iterator[Complaint]:
    """Yield a complaint for rings of a tangle, until each case with a ring in it has one that is told."""
    circuit, fires = subject.evaluator.circuit, subject.evaluator.fires_at
    holds = {edge: circuit.any_of(fires[rule.id] for rule in rules) for edge, rules in edges.items()}
    left = a_ring(circuit, holds)
    tests = [tuple(subject.tests[rule.id] for rules in edges.values() for rule in rules[:1])]
    for _ring in range(MOST_RINGS):
        (can,) = subject.possible.ask([Query(left, tuple(tests))])
        case = subject.possible.case_of(left)
        if case is None:
            if can is None:
                break
            return
        held = _held_in(case, edges, subject)
        ring = _shortest(list(held))
        yield _complaint(ring, held, subject)
        whole = circuit.all_of(holds[edge] for edge in ring)
        left = circuit.both(left, circuit.opposite(whole))
    subject.leave_out("waits-for-each-other", _in_order(edges.values(), subject)[-1].id)


def _complaint(ring: list[Edge], edges: Mapping[Edge, list[Rule]], subject: Subject) -> Complaint:
    """Return what is said of a ring, at the rule in it that is written last."""
    rules = _in_order(([edges[edge][0]] for edge in ring), subject)
    *others, last = [f"'{rule.id}'" for rule in rules]
    all_ = _("both hold") if len(rules) == 2 else _("all hold")
    way = " before ".join([*(first for first, _ in ring), ring[0][0]])
    what = _("{names} and {last} can {all}, and then nothing can begin: {way}").format(
        names=", ".join(others), last=last, all=all_, way=way
    )
    return rules[-1].id, "first", what, _("say in one of the conditions when it is the other way round")


def _in_order(several: Iterable[list[Rule]], subject: Subject) -> list[Rule]:
    """Return the rules of several lists as they are written one after another."""
    places = subject.knowledge.positions
    return sorted((rule for rules in several for rule in rules), key=lambda rule: places[rule.id])


def a_ring(circuit: Circuit, holds: Mapping[Edge, Gate]) -> Gate:
    """Return where some of the edges that hold make a ring.

    Points are taken out one after another, and what led through one leads past it; what then leads from a
    point to itself is a ring.
    """
    ways = dict(holds)
    rings: list[Gate] = []
    while ways:
        points = {point for edge in ways for point in edge}
        middle = min(sorted(points), key=lambda point: sum(point in edge for edge in ways))
        into = {first: gate for (first, then), gate in ways.items() if then == middle}
        out = {then: gate for (first, then), gate in ways.items() if first == middle}
        ways = {edge: gate for edge, gate in ways.items() if middle not in edge}
        for first, gate in into.items():
            for then, other in out.items():
                through = circuit.both(gate, other)
                if first == then:
                    rings.append(through)
                else:
                    known = ways.get((first, then))
                    ways[first, then] = through if known is None else circuit.either(known, through)
    return circuit.any_of(rings)


def _held_in(case: Way, edges: Mapping[Edge, list[Rule]], subject: Subject) -> dict[Edge, list[Rule]]:
    """Return the edges that hold in a case, each with its rules that fire there."""
    fires = subject.evaluator.fires_at
    gates = [fires[rule.id] for rules in edges.values() for rule in rules]
    fired = dict(zip(gates, subject.possible.fired(gates, [case]), strict=True))
    held = {edge: [rule for rule in rules if fired[fires[rule.id]]] for edge, rules in edges.items()}
    return {edge: rules for edge, rules in held.items() if rules}


def _shortest(edges: list[Edge]) -> list[Edge]:
    """Return a shortest ring, from the point that is first by name."""
    rings = [ring for start in sorted({first for first, _ in edges}) if (ring := _back_to(start, edges))]
    return min(rings, key=len)


def _back_to(start: str, edges: list[Edge]) -> list[Edge]:
    """Return the fewest edges that lead from a point back to it; none if it cannot be."""
    came: dict[str, Edge] = {}
    waiting = [start]
    for point in waiting:
        for edge in edges:
            if edge[0] == point and edge[1] not in came:
                came[edge[1]] = edge
                waiting.append(edge[1])
    if start not in came:
        return []
    ring = [came[start]]
    while ring[0][0] != start:
        ring.insert(0, came[ring[0][0]])
    return ring


def _tangles(edges: Mapping[Edge, object]) -> list[set[str]]:
    """Return the sets of points that lead to each other, each in the order of its first edge."""
    beyond = {point: _beyond(point, edges) for edge in edges for point in edge}
    found: list[set[str]] = []
    for point, reached in beyond.items():
        tangle = {other for other in reached if point in beyond[other]}
        if tangle and tangle not in found:
            found.append(tangle)
    return found


def _beyond(point: str, edges: Mapping[Edge, object]) -> set[str]:
    """Return the points that can be come to from a point."""
    onward: dict[str, list[str]] = {}
    for first, then in edges:
        onward.setdefault(first, []).append(then)
    reached: set[str] = set()
    waiting = [point]
    while waiting:
        for then in onward.get(waiting.pop(), ()):
            if then not in reached:
                reached.add(then)
                waiting.append(then)
    return reached
