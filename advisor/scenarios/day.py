"""A day of scenarios: a few that fit into the time and differ, the plainer ones first.

They differ in what holds the partnership, in what comes before all else, and in where they play. A scenario
that is told from two sides is one unit: half of the group reads the one, half the other. The same wishes
always give the same day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from advisor.scenarios.day_parts import Slot, Unit, length_of, slots_of
from advisor.scenarios.index import Row

_HALF_DAY, _MOST_OF_HALF, _EACH, _MOST = 210, 3, 60, 6
_BEAM = 60  # unfinished days that are gone on with
Chosen = tuple[int, ...]  # places of units
_MORE, _ABOUT, _PAIR, _RISING, _ALERT, _NO_PATTERN = 1000, 400, 120, 60, 150, 60
_SAME_PATTERN, _SHARED_PATTERN, _SAME_LEAD, _SHARED_WORD = 60, 15, 40, 10


@dataclass(frozen=True, slots=True)
class Day:
    """Units in their order, with the time that each part takes; `spare` minutes are left over."""

    minutes: int
    units: tuple[Unit, ...]
    slots: tuple[Slot, ...]
    spare: int


def planned_day(rows: Sequence[Row], minutes: int, about: Collection[str] = ()) -> Day | None:
    """Return a day of some of the rows, of those in `about` before all others; None if not one fits."""
    search = _Search(_units(rows), minutes, about)
    most = _MOST_OF_HALF if minutes <= _HALF_DAY else min(_MOST, minutes // _EACH)
    days: list[Chosen] = [()]
    best: Chosen = ()
    for _turn in range(most):
        longer = [each for day in days for each in search.longer(day)]
        best = min(longer, key=search.rank, default=best)
        days = search.to_go_on_with(longer)
    return _day([search.units[place] for place in best], minutes) if best else None


class _Search:
    """Looks for the best day step by step: of all that are one unit longer, the best few are gone on with."""

    def __init__(self, units: Sequence[Unit], minutes: int, about: Collection[str]) -> None:
        self.units, self._minutes = units, minutes
        self._long = [unit.minutes for unit in units]
        self._own = [_worth(unit, about) for unit in units]
        self._alike = [[_alike(one, other) for other in units[:place]] for place, one in enumerate(units)]

    def longer(self, day: Chosen) -> Iterator[Chosen]:
        """Yield a day with each unit more that stands behind its last, where all of it fits into the time."""
        for place in range(day[-1] + 1 if day else 0, len(self.units)):
            if self._length((*day, place)) <= self._minutes:
                yield (*day, place)

    def rank(self, day: Chosen) -> tuple[int, Chosen]:
        """Return what days of so many units are compared by; the least is the best, with little time left."""
        return (self._minutes - self._length(day)) // 2 - self._worth(day), day

    def to_go_on_with(self, days: Iterable[Chosen]) -> list[Chosen]:
        """Return the best of the days into which a unit more fits; that time is left says nothing yet."""
        unfinished = [day for day in days if next(self.longer(day), None) is not None]
        return sorted(unfinished, key=lambda day: (-self._worth(day), day))[:_BEAM]

    def _worth(self, day: Chosen) -> int:
        """Return how good a day is: units that are wanted, rise, and differ."""
        units = [self.units[place] for place in day]
        worth = sum(self._own[place] for place in day) + _RISING * len({unit.level for unit in units})
        worth += _PAIR if any(len(unit.rows) > 1 for unit in units) else 0
        return worth - sum(self._alike[later][earlier] for earlier, later in combinations(day, 2))

    def _length(self, day: Chosen) -> int:
        return length_of([self._long[place] for place in day], self._minutes)


def _units(rows: Sequence[Row]) -> list[Unit]:
    """Return what can be worked on, in order; both sides of a pair are one, if both are there."""
    left = {row.id: row for row in sorted(rows, key=lambda row: (row.number or 0, row.id))}
    units = []
    while left:
        row = left.pop(next(iter(left)))
        other = left.pop(row.pair, None) if row.pair is not None else None
        units.append(Unit((row,) if other is None else (row, other)))
    return sorted(units, key=lambda unit: unit.place)


def _worth(unit: Unit, about: Collection[str]) -> int:
    """Return how good a unit is by itself: whether it is about what is wanted, and plain to talk about."""
    worth = _MORE + (_ABOUT if any(row.id in about for row in unit.rows) else 0)
    worth -= _ALERT if any(row.alerts for row in unit.rows) else 0
    return worth - (0 if unit.patterns else _NO_PATTERN)


def _alike(one: Unit, other: Unit) -> int:
    """Return how much two units have in common."""
    shared = len({*one.patterns} & {*other.patterns})
    alike = _SHARED_PATTERN * min(shared, 3)
    alike += _SAME_PATTERN if one.patterns[:1] == other.patterns[:1] else 0
    alike += _SAME_LEAD if one.lead == other.lead else 0
    return alike + _SHARED_WORD * min(len(_words(one) & _words(other)), 3)


def _words(unit: Unit) -> set[str]:
    said = " ".join(row.setting or "" for row in unit.rows).replace(",", " ")
    return {word for word in said.casefold().split() if len(word) > 3}


def _day(units: Sequence[Unit], minutes: int) -> Day:
    slots = tuple(slots_of(units, minutes))
    return Day(minutes, tuple(units), slots, minutes - slots[-1].at - slots[-1].minutes)
