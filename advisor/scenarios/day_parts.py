"""The parts of a day of scenarios, and how long each takes: what a group works on, and the pauses between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.scenarios.index import Row

WELCOME, CLOSING = 10, 15  # minutes
PAUSES = {"break": 15, "lunch": 45}
TWO_SIDES = 15  # more minutes for a pair: each half tells the other its side
USUAL = 45  # where a scenario does not say how long it takes
FEWEST_IN_FIVES = 25  # minutes of a scenario whose parts are told in steps of five
AT_A_STRETCH = 75  # minutes; after that a break does good
WHOLE_DAY = 300  # minutes, from which on there is a lunch
LEVELS: dict[str | None, int] = {"first": 0, "middle": 1, None: 1, "demanding": 2}


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


def length_of(units: Sequence[int], minutes: int) -> int:
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


def slots_of(units: Sequence[Unit], minutes: int) -> Iterator[Slot]:
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
