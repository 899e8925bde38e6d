"""A day of scenarios: a few that fit into the time and differ, the plainer ones first.

They differ in what holds the partnership, in what comes before all else, and in where they play. A scenario
that is told from two sides is one unit: half of the group reads the one, half the other. The same wishes
always give the same day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from advisor.scenarios.index import Row

WELCOME, CLOSING = 10, 15  # minutes
PAUSES = {"break": 15, "lunch": 45}
TWO_SIDES = 15  # more minutes for a pair: each half tells the other its side
USUAL = 45  # where a scenario does not say how long it takes
FEWEST_IN_FIVES = 25  # minutes of a scenario whose parts are told in steps of five
AT_A_STRETCH = 75  # minutes; after that a break does good
WHOLE_DAY = 300  # minutes, from which on there is a lunch
SHORTEST_DAY, LONGEST_DAY = 45, 540
_HALF_DAY, _MOST_OF_HALF, _EACH, _MOST = 210, 3, 60, 6
_BEAM = 60  # unfinished days that are gone on with
Chosen = tuple[int, ...]  # places of units
LEVELS = {"first": 0, "middle": 1, None: 1, "demanding": 2}
_MORE, _ABOUT, _PAIR, _RISING, _ALERT, _NO_PATTERN = 1000, 400, 120, 60, 150, 60
_SAME_PATTERN, _SHARED_PATTERN, _SAME_LEAD, _SHARED_WORD = 60, 15, 40, 10


@dataclass(frozen=True, slots=True)
class Unit:
    """What a group works on at a time: a scenario, or two that tell of the same partnership."""

    rows: tuple[Row, ...]

    @property
    def minutes(self) -> int:
        """How long it takes with a group."""
        longest = max(row.minutes or USUAL for row in self.rows)
        return longest + TWO_SIDES * (len(self.rows) - 1)

    @property
    def level(self) -> int:
        """How demanding it is: 0, 1 or 2."""
        return max(LEVELS[row.level] for row in self.rows)

    @property
    def patterns(self) -> tuple[str, ...]:
        """What holds the partnership, the author's first."""
        return tuple(dict.fromkeys(id_ for row in self.rows for id_ in row.patterns))

    @property
    def lead(self) -> str | None:
        """What comes before all else."""
        return self.rows[0].lead

    @property
    def place(self) -> tuple[int, int, int, str]:
        """What units stand in order by: level, length, number."""
        row = self.rows[0]
        return self.level, self.minutes, row.number or 0, row.id


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the day: from which minute on, how many, and which unit; None for a break and the like."""

    at: int
    minutes: int
    kind: str
    unit: Unit | None = None


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
        return _length([self._long[place] for place in day], self._minutes)


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


def _length(units: Sequence[int], minutes: int) -> int:
    """Return how long a day takes, of which the units take so many minutes each."""
    pauses = sum(PAUSES[kind] for kind in _pauses(units, minutes) if kind)
    return WELCOME + sum(units) + pauses + CLOSING


def _pauses(units: Sequence[int], minutes: int) -> Iterator[str]:
    """Yield what kind of pause comes before each unit; "" if none does."""
    at, since, has_lunch = WELCOME, WELCOME, minutes < WHOLE_DAY
    for number, long in enumerate(units):
        is_lunch = not has_lunch and number > 0 and at + long > minutes // 2
        is_break = number > 0 and since + long // 2 > AT_A_STRETCH
        kind = "lunch" if is_lunch else "break" if is_break else ""
        has_lunch = has_lunch or is_lunch
        at, since = at + long + PAUSES.get(kind, 0), long if kind else since + long
        yield kind


def _day(units: Sequence[Unit], minutes: int) -> Day:
    slots = tuple(_slots(units, minutes))
    return Day(minutes, tuple(units), slots, minutes - slots[-1].at - slots[-1].minutes)


def _slots(units: Sequence[Unit], minutes: int) -> Iterator[Slot]:
    """Yield the parts of a day: a welcome, the units with pauses between them, a closing."""
    at = WELCOME
    yield Slot(0, WELCOME, "welcome")
    for unit, pause in zip(units, _pauses([unit.minutes for unit in units], minutes), strict=True):
        if pause:
            yield Slot(at, PAUSES[pause], pause)
            at += PAUSES[pause]
        for kind, length in phases(unit):
            yield Slot(at, length, kind, unit)
            at += length
    yield Slot(at, CLOSING, "closing")


def phases(unit: Unit) -> Iterator[tuple[str, int]]:
    """Yield the parts of the work on a unit with their minutes: a sixth, a third, a sixth and the rest."""
    told = TWO_SIDES if len(unit.rows) > 1 else 0
    left = unit.minutes - told
    cuts = [0, *(_cut(left, sixths) for sixths in (1, 3, 4)), left]
    kinds = ("read", "choose", "compare", "talk")
    for kind, begin, end in zip(kinds, cuts, cuts[1:], strict=False):
        if kind == "compare" and told:
            yield "tell", told
        if end > begin:
            yield kind, end - begin


def _cut(minutes: int, sixths: int) -> int:
    """Return so many sixths of some minutes in steps of five, or of one where there are few."""
    step = 5 if minutes >= FEWEST_IN_FIVES else 1
    return (minutes * sixths + 3 * step) // (6 * step) * step
