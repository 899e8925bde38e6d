"""Which rules fire only where others do: the pairs that no case tells apart, and what is proved of them.

Each rule has a case in which it fires and little else is said. A rule that does not fire in it is not
implied, so the pairs that are left to prove are few, however many rules there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisor.inference.circuit.trials import bits_set
from advisor.knowledge.rules import Rule
from advisor.verification.possible import AT_ONCE, Query
from advisor.verification.subject import Subject

Fitting = Callable[[Rule, Rule], bool]


@dataclass(frozen=True, slots=True)
class Implied:
    """A rule that fires only where another one does; `surely` is False where that is open."""

    narrow: Rule
    wide: Rule
    surely: bool


def implied(
    subject: Subject, groups: Iterable[Sequence[Rule]], fitting: Fitting, check: str
) -> list[Implied]:
    """Return the pairs within the groups of which one rule implies the other, in the order of the rules.

    `fitting` says whether a pair, the narrow one first, is of interest. Of rules that are alike in condition
    and conclusion only the first counts. What could not be compared is noted for `check`.
    """
    different = [_different(subject, group) for group in groups]
    pairs = [pair for pair in _maybe(subject, different) if fitting(*pair)]
    fires, circuit = subject.evaluator.fires_at, subject.evaluator.circuit
    queries = [
        Query(
            circuit.both(fires[narrow.id], circuit.opposite(fires[wide.id])), ((subject.tests[narrow.id],),)
        )
        for narrow, wide in pairs
    ]
    found = []
    for (narrow, wide), apart in zip(pairs, subject.possible.ask(queries), strict=True):
        if fires[narrow.id] == fires[wide.id] or apart is False:
            found.append(Implied(narrow, wide, True))
        elif apart is None:
            subject.leave_out(check, narrow.id)
    for group in different:
        for rule in group:
            if subject.can_fire[rule.id] is None:
                subject.leave_out(
                    check, rule.id, sum(fitting(rule, other) for other in group if other is not rule)
                )
    places = subject.knowledge.positions
    return sorted(found, key=lambda each: (places[each.narrow.id], places[each.wide.id]))


def _different(subject: Subject, rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules without those that are like an earlier one in condition and conclusion."""
    first: dict[object, Rule] = {}
    for rule in rules:
        first.setdefault((subject.evaluator.fires_at[rule.id], repr(rule.then)), rule)
    return list(first.values())


def _maybe(subject: Subject, groups: Sequence[Sequence[Rule]]) -> Iterator[tuple[Rule, Rule]]:
    """Yield the pairs of which the second fires in the case of the first."""
    fires, possible = subject.evaluator.fires_at, subject.possible
    able = [rule for group in groups if len(group) > 1 for rule in group if subject.can_fire[rule.id]]
    group_of = {rule.id: number for number, group in enumerate(groups) for rule in group}
    for start in range(0, len(able), AT_ONCE):
        part = able[start : start + AT_ONCE]
        ways = [possible.case_of(fires[rule.id]) or {} for rule in part]
        masks: dict[int, int] = {}
        for number, rule in enumerate(part):
            masks[group_of[rule.id]] = masks.get(group_of[rule.id], 0) | 1 << number
        wides = [rule for group in masks for rule in groups[group]]
        for wide, holds in zip(wides, possible.fired([fires[rule.id] for rule in wides], ways), strict=True):
            for number in bits_set(holds & masks[group_of[wide.id]]):
                if part[number] is not wide:
                    yield part[number], wide
