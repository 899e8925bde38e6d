"""Try many changes to the answers of one case at once: each change is a bit of whole numbers.

A column of the circuit is then one whole number with a bit for each trial, so thousands of futures are
worked out in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from advisor.inference.circuit.gates import Gate, Program
from advisor.knowledge.facts import Fact

MOST_ROWS = 20_000  # looked at of one run: more would be the same in many orders
MOST_SETS = 40  # found: nobody would read more
Key = tuple[str, str]  # the kind and id of an answer or item: what can have one value at a time


class Counterfactual(NamedTuple):
    """One answer, item or placing that is changed or added."""

    fact: Fact

    @property
    def key(self) -> Key:
        """What is changed."""
        return (self.fact.kind, self.fact.id)


def single_counterfactuals(
    program: Program, known: Iterable[Fact], values: Mapping[Key, Sequence[str]]
) -> list[Counterfactual]:
    """Return every change of one answer that a program can notice, in a fixed order.

    `values` are those that an answer may have. Of values that a program does not look at, one stands for all:
    it does nothing but take the place of what was said.
    """
    there = set(known)
    looked_at: dict[Key, set[str]] = {}
    for fact in program.given:
        if isinstance(fact, Fact):
            looked_at.setdefault(fact[:2], set()).add(fact.value)
    return [
        change
        for key in sorted(looked_at)
        for value in _worth_trying(values.get(key, ()), looked_at[key])
        if (change := Counterfactual(Fact(*key, value))).fact not in there
    ]


def _worth_trying(values: Sequence[str], looked_at: set[str]) -> list[str]:
    others = [value for value in values if value not in looked_at]
    return [value for value in values if value in looked_at or value == others[0]]


def sets_that_bring(
    program: Program, wanted: Gate, known: Sequence[Fact], changes: Sequence[Counterfactual], size: int
) -> list[tuple[Counterfactual, ...]]:
    """Return sets of `size` changes, of different answers, after which the wanted gate holds; not too many.

    All pairs are tried in one run. Of longer sets the first change is made, and then all pairs of those
    behind it: many short numbers are quicker to work with than one that is very long.
    """
    if size <= 2:
        return _tried_at_once(program, wanted, known, changes, size)
    found: list[tuple[Counterfactual, ...]] = []
    for place, first in enumerate(changes):
        rest = [change for change in changes[place + 1 :] if change.key != first.key]
        with_first = [*(fact for fact in known if fact[:2] != first.key), first.fact]
        longer = sets_that_bring(program, wanted, with_first, rest, size - 1)
        found += [(first, *others) for others in longer]
        if len(found) > MOST_SETS:
            break
    return found


def _tried_at_once(
    program: Program, wanted: Gate, known: Sequence[Fact], changes: Sequence[Counterfactual], size: int
) -> list[tuple[Counterfactual, ...]]:
    """Return the sets of one or two changes that bring what is wanted.

    A set is the number of a row: its changes are the digits of that number to the base of how many there are.
    """
    number = len(changes)
    if not number:
        return []
    rows = number**size
    everywhere = (1 << rows) - 1
    where = [_rows_with(place, number, size) for place in range(number)]
    columns = columns_of(known, changes, where, everywhere)
    result = program.run(columns, 0, everywhere)[program.cell_of[wanted]] & everywhere
    sets = (_set_of(row, changes, size) for row in islice(bits_set(result), MOST_ROWS))
    return [found for found in sets if found]


def _set_of(row: int, changes: Sequence[Counterfactual], size: int) -> tuple[Counterfactual, ...]:
    """Return the changes of a row; none where they stand in another order, or two are of one answer."""
    number = len(changes)
    places = [row // number**digit % number for digit in range(size)]
    found = tuple(changes[place] for place in places)
    is_set = all(low < high for low, high in pairwise(places))
    return found if is_set and len({change.key for change in found}) == size else ()


def columns_of(
    known: Iterable[Fact], changes: Sequence[Counterfactual], where: Sequence[int], everywhere: int
) -> Mapping[Fact, int]:
    """Return where each fact is given: where it was and stays, or is what it is changed to."""
    changed: dict[Key, int] = {}
    columns: dict[Fact, int] = {}
    for change, rows in zip(changes, where, strict=True):
        changed[change.key] = changed.get(change.key, 0) | rows
        columns[change.fact] = columns.get(change.fact, 0) | rows
    for fact in known:
        columns[fact] = columns.get(fact, 0) | (everywhere & ~changed.get(fact[:2], 0))
    return columns


def columns_of_cases(cases: Sequence[Iterable[Fact]]) -> dict[Fact, int]:
    """Return where each fact is given, a bit for each case; in bytes first: to set a bit copies a number."""
    columns: dict[Fact, bytearray] = {}
    for place, case in enumerate(cases):
        for fact in case:
            column = columns.setdefault(fact, bytearray(len(cases) // 8 + 1))
            column[place >> 3] |= 1 << (place & 7)
    return {fact: int.from_bytes(column, "little") for fact, column in columns.items()}


def _rows_with(place: int, number: int, size: int) -> int:
    """Return the rows that have a change among their digits."""
    rows = 0
    for digit in range(size):
        run = number**digit  # so many rows in a row have the same digit here
        period = run * number
        once = ((1 << run) - 1) << (place * run)
        rows |= repeated(once, period, number**size // period)
    return rows


def repeated(bits: int, period: int, times: int) -> int:
    """Return bits again and again; by doubling, since dividing so long a number would take minutes."""
    result, done = bits, 1
    while done < times:
        more = min(done, times - done)
        result |= (result & ((1 << more * period) - 1)) << done * period
        done += more
    return result


def bits_set(value: int) -> Iterator[int]:
    """Yield the places of the bits that are set, lowest first."""
    data = value.to_bytes((value.bit_length() + 7) // 8, "little")
    for found in re.finditer(rb"[^\0]", data):
        byte, place = data[found.start()], found.start() * 8
        yield from (place + bit for bit in range(8) if byte >> bit & 1)
