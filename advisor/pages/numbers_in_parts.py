"""A table that is too wide for a sheet of paper, in parts that are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from advisor._language import _
from advisor.pages.totals_model import Numbers


def in_parts(numbers: Numbers, most: int, beside: int = 0) -> Iterator[Numbers]:
    """Yield a table with at most so many columns between its first one and the last `beside`.

    Those at both ends stand in each part; the columns between are shared out as evenly as they go.
    """
    end = len(numbers.headers) - beside
    parts = -(-(end - 1) // most) or 1
    cuts = [1 + (end - 1) * part // parts for part in range(parts + 1)]
    for part, (begin, until) in enumerate(pairwise(cuts), 1):
        told = _("{caption}, part {part}") if parts > 1 else "{caption}"
        yield Numbers(
            told.format(caption=numbers.caption, part=part),
            _cut(numbers.headers, begin, until, end),
            tuple(_cut(row, begin, until, end) for row in numbers.rows),
        )


def _cut(cells: Sequence[str], begin: int, until: int, end: int) -> tuple[str, ...]:
    return (*cells[:1], *cells[begin:until], *cells[end:])
