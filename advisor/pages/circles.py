"""The map of circles: a centre in the middle, three rings round it, and a sign for each partnership.

The nearer, the more integrated. Each sector has a slice, as wide as it needs; each ring as many rows as it
needs. So signs never cover each other, however many there are.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import isqrt

from advisor._language import _
from advisor.knowledge.terms import ASKED_STAGES
from advisor.pages._turns import TURN, arc, place
from advisor.pages.circles_model import BESIDE, LETTERS, SIGNS, Circles, Line, Mark, Ring, Spot, Turned
from advisor.pages.model import Label

CENTRE = 30  # the radius of the circle in the middle
PITCH, FOR_A_WORD = 33, 8  # from sign to sign; more where one has a word below it
CLEARANCE = 19  # what a line leaves free around a sign that is not its own
PAD, THIN = 8, 12  # on both sides of a ring's line; what a ring without signs is wide
LETTER, LINE, MOST_LINES, SHORTEST = 6, 13, 3, 10  # of the names of sectors
WIDE_LETTER = 7  # so that no name of a sector is cut off
EVENNESS = (16, 8, 4, 2, 1, 0)  # ways to share the turn among sectors, from nearly alike to by their numbers
ROOM = 20  # parts of the smallest picture: one more of them is no matter if the slices are more even

Signed = tuple[Spot, int]  # with one of its signs
Cells = dict[tuple[int, str], list[Signed]]
Placed = tuple[Spot, int, int, int]  # with its sign, distance and angle


def circles(spots: Sequence[Spot], *, title: str, says: str) -> Circles:
    """Return the map on which the spots stand; sectors have their slices in the order of the spots."""
    pitch = PITCH + FOR_A_WORD * any(spot.alert for spot in spots)
    sectors = list(dict.fromkeys(spot.sector for spot in spots))
    cells: Cells = {}
    for spot in spots:
        for sign in spot.signs:
            cells.setdefault((min(sign, BESIDE), spot.sector), []).append((spot, sign))
    for cell in cells.values():
        cell.sort(key=_row_wanted)
    ways = [_laid_out(cells, _shared(cells, sectors, even), pitch) for even in EVENNESS]
    largest = min(radii[-1] for _bounds, radii, _placed in ways) * (ROOM + 1) // ROOM
    bounds, radii, placed = next(way for way in ways if way[1][-1] <= largest)
    names = [_wrapped(sector, arc(radii[-1], bounds[sector][1])) for sector in sectors]
    rim = max(
        radii[-1] + LINE * max((len(lines) for lines in names), default=0) + 6,
        *(_reach(lines, bounds[sector], radii[-1]) for sector, lines in zip(sectors, names, strict=True)),
        0,
    )
    return Circles(
        title=title,
        says=says,
        size=2 * rim,
        rings=tuple(_ring(ring, radius, rim) for ring, radius in enumerate(radii)),
        rays=tuple(_rays(bounds, radii, rim)),
        sectors=tuple(
            turned
            for sector, lines in zip(sectors, names, strict=True)
            for turned in _sector(lines, bounds[sector], radii[-1], rim)
        ),
        links=tuple(_links(placed, rim)),
        marks=tuple(_mark(each, rim) for each in placed),
        centre=_("centre"),
        alert_word=_("alert"),
    )


def _shared(cells: Cells, sectors: Sequence[str], even: int) -> dict[str, tuple[int, int]]:
    """Return where the slice of each sector begins, and the angle that it spans."""
    needs = [sum(len(found) for (_ring, own), found in cells.items() if own == each) for each in sectors]
    ends = [*accumulate((2 * need + even for need in needs), initial=0)]
    begins = [TURN * end // max(ends[-1], 1) for end in ends]
    return {each: (a, b - a) for each, (a, b) in zip(sectors, pairwise(begins), strict=True)}


def _laid_out(
    cells: Cells, bounds: dict[str, tuple[int, int]], pitch: int
) -> tuple[dict[str, tuple[int, int]], list[int], list[Placed]]:
    """Return the slices, the outer radius of each ring, and where each sign is."""
    radius, radii, placed = CENTRE, [], list[Placed]()
    for ring in range(BESIDE + any(ring == BESIDE for ring, _sector in cells)):
        in_ring = {sector: cells[ring, sector] for sector in bounds if (ring, sector) in cells}
        rows, radius = _rows(in_ring, bounds, radius + PAD, pitch)
        for sector, found in in_ring.items():
            placed += _in_slice(found, bounds[sector], rows, pitch)
        radius += PAD if rows else THIN
        radii.append(radius)
    return bounds, radii, placed


def _rows(
    in_ring: dict[str, list[Signed]], bounds: dict[str, tuple[int, int]], begin: int, pitch: int
) -> tuple[list[int], int]:
    """Return the radii of as many rows as the fullest slice of a ring needs, and where they end."""
    rows, room = list[int](), dict.fromkeys(in_ring, 0)
    while any(room[sector] < len(found) for sector, found in in_ring.items()):
        rows.append(begin + len(rows) * pitch + pitch // 2)
        for sector in in_ring:
            room[sector] += arc(rows[-1], bounds[sector][1]) // pitch
    return rows, begin + len(rows) * pitch


def _in_slice(
    found: Sequence[Signed], bound: tuple[int, int], rows: Sequence[int], pitch: int
) -> Iterator[Placed]:
    """Yield the spots of one slice of a ring, over its rows by the room that each has, and evenly in each."""
    begin, span = bound
    room = [arc(row, span) // pitch for row in rows]
    ends = [len(found) * upto // sum(room) for upto in accumulate(room, initial=0)]
    for row, (first, end) in zip(rows, pairwise(ends), strict=True):
        in_row = sorted(found[first:end], key=lambda each: len(each[0].signs) == 1)
        for nth, (spot, sign) in enumerate(in_row):
            yield spot, sign, row, begin + span * (2 * nth + 1) // (2 * (end - first))


def _row_wanted(signed: Signed) -> int:
    """Return what to sort by so that the line from ring to ring is short and meets no other sign."""
    spot, sign = signed
    return 1 if len(spot.signs) == 1 else 2 if sign == spot.signs[0] else 0


def _mark(placed: Placed, middle: int) -> Mark:
    spot, sign, radius, angle = placed
    x, y = place(middle, radius, angle)
    return Mark(x, y, sign, spot.number, _(LETTERS[sign]), spot.name, spot.own, spot.alert)


def _ring(ring: int, radius: int, middle: int) -> Ring:
    word = _("on no ring") if ring == BESIDE else _(ASKED_STAGES[SIGNS[ring]])
    return Ring(radius, Label(middle, middle - radius + 4, word), broken=ring == BESIDE)


def _rays(bounds: dict[str, tuple[int, int]], radii: Sequence[int], middle: int) -> Iterator[Line]:
    """Yield the lines between slices; there are none round a single one."""
    for begin, _span in bounds.values() if len(bounds) > 1 else ():
        yield Line(*place(middle, CENTRE, begin), *place(middle, radii[-1], begin))


def _wrapped(sector: str, room: int) -> list[str]:
    """Return the name of a sector in as many lines as there is room for beside its slice."""
    width = max(room // LETTER, SHORTEST)
    return textwrap.wrap(sector, width, break_long_words=False, max_lines=MOST_LINES, placeholder=" …")


def _reach(lines: Sequence[str], bound: tuple[int, int], radius: int) -> int:
    """Return how far from the middle the corners of a name are, to any side: it is written straight."""
    angle = bound[0] + bound[1] // 2
    out = place(0, radius + 3 + LINE * len(lines), angle)
    along = place(0, WIDE_LETTER * max(map(len, lines), default=0) // 2, angle + TURN // 4)
    return max(abs(far + sign * half) for far, half in zip(out, along, strict=True) for sign in (-1, 1)) + 2


def _sector(lines: Sequence[str], bound: tuple[int, int], radius: int, middle: int) -> Iterator[Turned]:
    """Yield the lines of a sector's name along the rim, never upside down."""
    angle = (bound[0] + bound[1] // 2) % TURN
    is_below = TURN // 4 < angle < TURN * 3 // 4
    for nth, text in enumerate(lines if is_below else reversed(lines)):
        x, y = place(middle, radius + 3 + LINE // 2 + LINE * nth, angle)
        degrees = (angle + TURN // 2 * is_below) % TURN // 10
        yield Turned(Label(x, y, text), degrees)


def _links(placed: Sequence[Placed], middle: int) -> Iterator[Line]:
    """Yield lines between the signs of each spot that has more than one."""
    marks = [_mark(each, middle) for each in placed]
    by_spot: dict[Spot, list[Mark]] = {}
    for mark, (spot, *_rest) in zip(marks, placed, strict=True):
        by_spot.setdefault(spot, []).append(mark)
    for several in by_spot.values():
        for near, far in pairwise(sorted(several, key=lambda mark: mark.sign)):
            yield from _link(near, far, [mark for mark in marks if mark not in (near, far)])


def _link(near: Mark, far: Mark, others: Iterable[Mark]) -> Iterator[Line]:
    """Yield the pieces of a line from sign to sign that leave out the signs of others."""
    dx, dy = far.x - near.x, far.y - near.y
    long = isqrt(dx * dx + dy * dy)
    hidden = []
    for mark in others:
        x, y = mark.x - near.x, mark.y - near.y
        along = (x * dx + y * dy) // long
        beside = (x * dy - y * dx) ** 2 // (dx * dx + dy * dy)  # squared
        if 0 < along < long and beside < CLEARANCE * CLEARANCE:
            half = isqrt(CLEARANCE * CLEARANCE - beside)
            hidden.append((along - half, along + half))
    begin = 0
    for first, last in [*sorted(hidden), (long, long)]:
        if first > begin:
            ends = (near.x + dx * begin // long, near.y + dy * begin // long)
            yield Line(*ends, near.x + dx * first // long, near.y + dy * first // long)
        begin = max(begin, last)
