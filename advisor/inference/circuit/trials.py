"""Try many changes to the answers of one case at once: each change is a bit of whole numbers.

A column of the circuit is then one whole number with a bit for each trial, so thousands of futures are
worked out in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from advisor.inference.circuit.gates import Program
from advisor.knowledge.facts import Fact

F = TypeVar("F")
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
