"""The four factors as a picture: a row each, three boxes from loose to tight, and what moves it on.

It is narrow enough to be read on a phone, needs no colour, and says what the table below it says too.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from advisor._language import _
from advisor.advice.model import FactorAdvice
from advisor.knowledge.terms import ASKED_STAGES, STAGES
from advisor.pages._lines import EDGE, LINE, lines
from advisor.pages.model import Box, Label, Picture, Row, Standing
from advisor.reports.wording import ended

WIDTH = 340
BOX_WIDTH, BOX_HEIGHT, GAP = 100, 34, 18
BETWEEN = 18
NAME_LETTERS, MOVE_LETTERS, MOST_LINES = 36, 45, 4  # of a line, in the sizes that the style gives them


def matrix(factors: Sequence[FactorAdvice], standings: Sequence[Standing]) -> Picture:
    """Return the picture; factors and where they stand are in the same order."""
    rows, y = [], EDGE
    for factor, standing in zip(factors, standings, strict=True):
        row, y = _row(factor, standing, y)
        rows.append(row)
    said = " ".join(f"{each.name}: {ended(each.stands)} {each.moves}".rstrip() for each in standings)
    return Picture(
        title=_("Where the partnership stands in each of four ways, from loose to tight"),
        says=said,
        legend=" ".join(_legend(factors)),
        width=WIDTH,
        height=y,
        box_width=BOX_WIDTH,
        box_height=BOX_HEIGHT,
        rows=tuple(rows),
    )


def _row(factor: FactorAdvice, standing: Standing, y: int) -> tuple[Row, int]:
    """Return the row that begins at a height, and the height at which it ends."""
    names, y = lines(textwrap.wrap(standing.name, NAME_LETTERS), y)
    y += LINE // 2
    boxes = tuple(_box(place, stage, factor, y) for place, stage in enumerate(STAGES))
    arrow = _arrow(factor, standing, y)
    y += BOX_HEIGHT + 2
    said = _("To move it on: {what}").format(what=standing.moves) if standing.moves else ""
    told = textwrap.wrap(said, MOVE_LETTERS, max_lines=MOST_LINES, placeholder=" ...")
    moves, y = lines(told, y)
    return Row(names, boxes, arrow, moves), y + BETWEEN


def _box(place: int, stage: str, factor: FactorAdvice, y: int) -> Box:
    x = _left(place)
    label = Label(x + BOX_WIDTH // 2, y + BOX_HEIGHT // 2 + 4, _(ASKED_STAGES[stage]))
    return Box(x, y, label, here=factor.stage == stage, sure=factor.sure == "firm")


def _left(place: int) -> int:
    return EDGE + place * (BOX_WIDTH + GAP)


def _arrow(factor: FactorAdvice, standing: Standing, y: int) -> str:
    """Return the way of an arrow to the next stage; none where nothing moves it on, or it is at the last."""
    if not standing.moves:
        return ""
    begin = _left(STAGES.index(factor.stage)) + BOX_WIDTH + 4
    end, middle = begin + GAP - 8, y + BOX_HEIGHT // 2
    return f"M{begin} {middle}H{end}m-5 -5l5 5l-5 5"


def _legend(factors: Sequence[FactorAdvice]) -> Iterator[str]:
    """Yield what the signs of the picture mean, those that are in it."""
    yield _("● is where it stands.")
    if any(factor.sure == "firm" for factor in factors):
        yield _("A whole thick frame is firm: more than one answer says so, or one that says it all.")
    if any(factor.sure == "tentative" for factor in factors):
        yield _("A broken frame is not firm yet.")
    if any(factor.stage == "unknown" for factor in factors):
        yield _("A row without ● is not known yet.")
