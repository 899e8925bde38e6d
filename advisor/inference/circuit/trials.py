"""Try many changes to the answers of one case at once: each change is a bit of whole numbers.

A column of the circuit is then one whole number with a bit for each trial, so thousands of futures are
worked out in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import isqrt
from typing import NamedTuple, TypeVar

from advisor.inference.circuit.gates import Gate, Program
from advisor.knowledge.facts import Fact

F = TypeVar("F")
MOST_ROWS = 10_000  # looked at of one run
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

    `size` is 1, 2 or 3, and no smaller set may bring it. All pairs are tried in one run. Of sets of three the
    first change is made, and then all pairs of those behind it: many short numbers are quicker to work with
    than one that is very long.
    """
    if size == 1:
        where = [1 << row for row in range(len(changes))]
        return [(changes[row],) for row in _rows_that_bring(program, wanted, known, changes, where)]
    last_first = changes[::-1]  # so that the rows of those behind a change are the first of all rows
    rows = _rows_of_pairs(len(changes))
    if size == 2:
        return _pairs_that_bring(program, wanted, known, last_first, rows)
    found: list[tuple[Counterfactual, ...]] = []
    for place in range(len(changes) - 1, 1, -1):
        first = last_first[place]
        with_first = [*(fact for fact in known if fact[:2] != first.key), first.fact]
        pairs = _pairs_that_bring(program, wanted, with_first, last_first[:place], rows)
        found += [(first, *others) for others in pairs if first.key not in {each.key for each in others}]
        if len(found) > MOST_SETS:
            break
    return found


def _pairs_that_bring(
    program: Program,
    wanted: Gate,
    known: Iterable[Fact],
    changes: Sequence[Counterfactual],
    rows_of: Sequence[int],
) -> list[tuple[Counterfactual, ...]]:
    """Return the pairs of changes to different answers that bring what is wanted, the later change first.

    `rows_of` are the rows that each change has among the pairs of these and more.
    """
    here = (1 << len(changes) * (len(changes) - 1) // 2) - 1
    where = [rows & here for rows in rows_of[: len(changes)]]
    found = (_pair_of(row) for row in _rows_that_bring(program, wanted, known, changes, where, here))
    pairs = ((changes[high], changes[low]) for low, high in found)
    return [(later, other) for later, other in pairs if later.key != other.key]


def _rows_that_bring(
    program: Program,
    wanted: Gate,
    known: Iterable[Fact],
    changes: Sequence[Counterfactual],
    where: Sequence[int],
    everywhere: int | None = None,
) -> Iterator[int]:
    """Yield the rows in which what is wanted holds; `where` are the rows in which each change is made."""
    if everywhere is None:
        everywhere = (1 << len(changes)) - 1
    result = program.run(columns_of(known, changes, where, everywhere), 0, everywhere)
    return islice(bits_set(result[program.cell_of[wanted]]), MOST_ROWS)


def _rows_of_pairs(number: int) -> list[int]:
    """Return in which rows each of so many changes is made, if there is a row for each pair.

    The pairs of the first change with none come first, then those of the second with the first, then those of
    the third with the two before it, and so on: the pairs of some changes are the first of the pairs of more.
    """
    rows = []
    length = (number * (number - 1) // 2 + 7) // 8
    for place in range(number):
        column = bytearray(length)
        begin = place * (place - 1) // 2
        pairs = [*range(begin, begin + place), *(n * (n - 1) // 2 + place for n in range(place + 1, number))]
        for row in pairs:
            column[row >> 3] |= 1 << (row & 7)
        rows.append(int.from_bytes(column, "little"))
    return rows


def _pair_of(row: int) -> tuple[int, int]:
    """Return the places of the two changes of a row, the lower first."""
    high = (1 + isqrt(8 * row + 1)) // 2
    return row - high * (high - 1) // 2, high


def columns_of(
    known: Iterable[Fact], changes: Sequence[Counterfactual], where: Sequence[int], everywhere: int
) -> Mapping[Fact, int]:
    """Return where each fact is given: where it was and stays, or is what it is changed to."""
    given = list(known)
    changed: dict[Key, int] = dict.fromkeys((fact[:2] for fact in given), 0)
    columns: dict[Fact, int] = {}
    for change, rows in zip(changes, where, strict=True):  # long numbers: as few as can be are made of them
        fact = change.fact
        columns[fact] = columns[fact] | rows if fact in columns else rows
        if (key := fact[:2]) in changed:
            changed[key] |= rows
    for fact in given:
        stays = everywhere ^ changed[fact[:2]]
        columns[fact] = columns[fact] | stays if fact in columns else stays
    return columns


def columns_of_cases(cases: Sequence[Iterable[F]]) -> dict[F, int]:
    """Return where each fact is given, a bit for each case; in bytes first: to set a bit copies a number."""
    columns: dict[F, bytearray] = {}
    for place, case in enumerate(cases):
        for fact in case:
            column = columns.setdefault(fact, bytearray(len(cases) // 8 + 1))
            column[place >> 3] |= 1 << (place & 7)
    return {fact: int.from_bytes(column, "little") for fact, column in columns.items()}


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
