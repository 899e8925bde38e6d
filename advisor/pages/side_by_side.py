"""Voices side by side as a picture: a row each factor, three boxes from loose to tight, a number each voice.

It is made only where it may be shown who said what. Nothing in it lies between two voices.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from advisor._language import _, ngettext
from advisor.comparison.model import Comparison, FactorSeen
from advisor.knowledge.terms import ASKED_STAGES, STAGES
from advisor.pages._lines import EDGE, lines
from advisor.pages.model import Label
from advisor.pages.side_by_side_model import Field, Row, SideBySide
from advisor.reports.wording import cut

WIDTH, BETWEEN = 340, 18
FIELD, GAP, HEAD = 108, 6, 20  # of a box: its width, what is between two, and the room for its word
VOICE, IN_A_LINE = 24, 4  # numbers of voices in a box
NAME_LETTERS, VOICE_LETTERS = 40, 120


def side_by_side(found: Comparison) -> SideBySide | None:
    """Return the picture of a comparison; None where it may not be told who sees what."""
    if found.view != "open" or not found.factors:
        return None
    rows, y = list[Row](), EDGE
    for factor in found.factors:
        row, y = _row(factor, y)
        rows.append(row)
    names = [cut(voice.name, VOICE_LETTERS) for voice in found.voices]
    return SideBySide(
        title=_("Where each voice sees the partnership in each of four ways, from loose to tight"),
        says=" ".join(_says(factor, names) for factor in found.factors),
        legend=tuple(f"{number}: {name}" for number, name in enumerate(names, 1)),
        width=WIDTH,
        height=y - BETWEEN + EDGE,
        field_width=FIELD,
        rows=tuple(rows),
    )


def _row(factor: FactorSeen, y: int) -> tuple[Row, int]:
    """Return the row that begins at a height, and the height at which it ends."""
    names, y = lines(textwrap.wrap(factor.name, NAME_LETTERS), y)
    y += 4
    most = max(factor.stages.count(stage) for stage in STAGES)
    height = HEAD + VOICE * max(-(-most // IN_A_LINE), 1) + 2
    fields = tuple(_field(place, stage, factor, y) for place, stage in enumerate(STAGES))
    below, y = lines([*_below(factor)], y + height)
    return Row(names, fields, height, below), y + BETWEEN


def _field(place: int, stage: str, factor: FactorSeen, y: int) -> Field:
    x = EDGE + place * (FIELD + GAP)
    here = [number for number, seen in enumerate(factor.stages, 1) if seen == stage]
    voices = tuple(
        Label(
            x + VOICE // 2 + 6 + VOICE * (nth % IN_A_LINE),
            y + HEAD + VOICE // 2 + VOICE * (nth // IN_A_LINE),
            f"{number}{'?' * (factor.sure[number - 1] == 'tentative')}",
        )
        for nth, number in enumerate(here)
    )
    return Field(x, y, Label(x + 8, y + 14, _(ASKED_STAGES[stage])), voices)


def _below(factor: FactorSeen) -> Iterator[str]:
    """Yield how far the voices are apart, and whose view is not known."""
    if factor.apart:
        yield ngettext("{n} stage apart", "{n} stages apart", factor.apart).format(n=factor.apart)
    unknown = [str(number) for number, stage in enumerate(factor.stages, 1) if stage not in STAGES]
    if unknown:
        yield _("not known: {voices}").format(voices=", ".join(unknown))


def _says(factor: FactorSeen, names: list[str]) -> str:
    each = "; ".join(
        f"{name}: {_(ASKED_STAGES[stage])}" for name, stage in zip(names, factor.stages, strict=True)
    )
    return f"{factor.name}. {each}."
