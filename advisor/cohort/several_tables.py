"""Tables that come in parts: a reader of Arrow batches, or a list or a generator of frames of any kind.

Each part is read by itself, when it is wanted, so a table may be longer than there is room for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain
from typing import Any

from advisor._language import _
from advisor.errors import AdvisorError

OnePart = Callable[[Any, int], Any]  # assesses a part, whose first row has this number


def is_of_arrow(table: Any, name: str) -> bool:
    """Return whether something is of this class of Arrow, without importing that."""
    return type(table).__module__.partition(".")[0] == "pyarrow" and type(table).__name__ == name


def begun(given: Iterable[Any]) -> tuple[bool, Iterable[Any]]:
    """Return whether what is given are tables, and the same again: of a generator the first one is taken."""
    if isinstance(given, Sequence):
        return len(given) > 0 and _is_table(given[0]), given
    members = iter(given)
    first = [*_at_most_one(members)]
    return bool(first) and _is_table(first[0]), chain(first, members)


def each_in_turn(tables: Iterable[Any], one_part: OnePart) -> Iterator[Any]:
    """Yield what is made of each table, its rows numbered on from those before it."""
    first_row = 1
    for place, table in enumerate(tables):
        if not _is_table(table):
            said = _("member {number} is no table as those before it are, but {kind}")
            raise AdvisorError(said.format(number=place, kind=type(table).__name__))
        found = one_part(table, first_row)
        first_row += len(table)
        yield found


def read_in_turn(reader: Any, one_part: OnePart) -> Any:
    """Return a reader of the assessments of each batch that a reader of Arrow gives."""
    arrow = import_module("pyarrow")
    none_yet = one_part(arrow.RecordBatch.from_pylist([], schema=reader.schema), 1)
    return arrow.RecordBatchReader.from_batches(none_yet.schema, each_in_turn(reader, one_part))


def _is_table(member: Any) -> bool:
    """Return whether a member of a list is a table: it has columns, as neither a case nor a row has."""
    return hasattr(member, "__len__") and hasattr(member, "columns")


def _at_most_one(members: Iterator[Any]) -> Iterator[Any]:
    for member in members:
        yield member
        return
