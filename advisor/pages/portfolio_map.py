"""A portfolio as a map of circles, what its signs mean, and the lines beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from advisor._language import _, ngettext
from advisor.knowledge.terms import ASKED_STAGES
from advisor.pages.circles import circles
from advisor.pages.circles_model import BESIDE, SIGNS, Circles, Spot
from advisor.pages.portfolio_model import Key, Keys, Meaning
from advisor.portfolio.model import Circle, Portfolio
from advisor.portfolio.totals import titles as titles_of_sectors
from advisor.reports.wording import cut

MOST_SINGLE = 120  # partnerships with a sign each; of more, those that stand alike share one
LONGEST_NAME = 120
UNKNOWN, DIFFERS = SIGNS.index("unknown"), SIGNS.index("differs")


def spots_of(portfolio: Portfolio) -> tuple[Spot, ...]:
    """Return what is to be drawn: a spot for each circle, or for those that stand alike if they are many."""
    titles = titles_of_sectors() | {totals.sector: totals.title for totals in portfolio.sectors}
    numbers = _numbers(portfolio.circles)
    found = [
        Spot(
            number,
            cut(circle.name, LONGEST_NAME),
            titles.get(circle.sector, circle.sector),
            signs_of(circle.stage, circle.seen),
            own=not circle.assessed and circle.stage != "unknown",
            alert=circle.alert,
        )
        for number, circle in zip(numbers, portfolio.circles, strict=True)
    ]
    order = {title: place for place, title in enumerate(titles.values())}
    found.sort(key=lambda spot: order.get(spot.sector, len(order)))
    return tuple(found if len(found) <= MOST_SINGLE else _together(found))


def picture_of(portfolio: Portfolio, spots: Sequence[Spot]) -> Circles:
    """Return the map."""
    all_ = len(portfolio.circles)
    title = ngettext(
        "Map of {n} partnership round the centre: the nearer, the tighter",
        "Map of {n} partnerships and partners round the centre: the nearer, the tighter",
        all_,
    ).format(n=all_)
    return circles(spots, title=title, says=" ".join(_says(portfolio)))


def legend_of(portfolio: Portfolio, spots: Sequence[Spot]) -> Iterator[Meaning]:
    """Yield what the signs mean that are on the map."""
    drawn = {sign for spot in spots for sign in spot.signs}
    meanings = (
        _("T, a circle, green: tight. It is nearest to the centre."),
        _("I, a square, amber: in between."),
        _("L, a diamond, red: loose. It is furthest away."),
        _("?, a broken frame: not known yet. It is on no ring."),
        _("D, two halves: the voices differ, and it may not be shown who sees what. It is on no ring."),
    )
    for sign, text in enumerate(meanings):
        if sign in drawn or sign < BESIDE:
            yield Meaning(sign, False, text)
    if len(spots) < len(portfolio.circles):
        yield Meaning(None, False, _("The number in a sign says how many stand there alike."))
    if any(spot.own for spot in spots):
        yield Meaning(2, True, _("Hatched: your own view at a glance. No questions have been answered."))
    if any(len(spot.signs) > 1 for spot in spots):
        yield Meaning(None, False, _("Two signs joined by a line: one partnership, whose voices differ."))
    if any(spot.alert for spot in spots):
        yield Meaning(None, False, _("The word 'alert' below a sign: read what is said at the top first."))


def keys_of(spots: Sequence[Spot]) -> Iterator[Keys]:
    """Yield the lines beside the map, by sector; of many partnerships how many there are of a kind."""
    for sector, found in groupby(spots, key=lambda spot: spot.sector):
        yield Keys(sector, tuple(Key(spot.number, spot.name, standing_of(spot)) for spot in found))


def standing_of(spot: Spot) -> str:
    """Return in words where a spot stands."""
    if len(spot.signs) > 1:
        stages = " / ".join(_(ASKED_STAGES[SIGNS[sign]]) for sign in spot.signs)
        said = _("voices differ: {stages}").format(stages=stages)
    else:
        said = stage_said(SIGNS[spot.signs[0]])
    said = _("{stage}, own view").format(stage=said) if spot.own else said
    return _("{stage}; alert").format(stage=said) if spot.alert else said


def stage_said(stage: str) -> str:
    """Return the words for where something stands."""
    return _("voices differ") if stage == "differs" else _(ASKED_STAGES[stage])


def signs_of(stage: str, seen: Sequence[str]) -> tuple[int, ...]:
    """Return the signs for a stage, or for those that voices see if they may be shown; never an average."""
    if stage == "differs" and seen:
        return tuple(sorted({SIGNS.index(each) for each in seen}))
    return (SIGNS.index(stage),)


def _numbers(found: Sequence[Circle]) -> Iterator[str]:
    """Yield the number of each circle: of its row, with a letter behind if it is one of several partners."""
    partners = Counter[int]()
    for circle in found:
        nth = partners[circle.row]
        partners[circle.row] += circle.partner
        letter = "abcdefghijklmnopqrstuvwxyz"[nth % 26] * (nth // 26 + 1)
        yield f"{circle.row}{letter if circle.partner else ''}"


def _together(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield one spot for all that stand alike, with how many they are in place of a number."""
    alike = Counter((spot.sector, spot.signs, spot.own, spot.alert) for spot in spots)
    sectors = dict.fromkeys(spot.sector for spot in spots)
    for sector in sectors:
        for (own_sector, signs, own, alert), count in sorted(alike.items()):
            if own_sector == sector:
                name = ngettext("{n} partnership", "{n} partnerships", count).format(n=count)
                yield Spot(str(count), name, sector, signs, own, alert)


def _says(portfolio: Portfolio) -> Iterator[str]:
    """Yield how many are where, assessed and by her own view; the table has each by name."""
    counts = Counter[tuple[str, bool]]((circle.stage, circle.assessed) for circle in portfolio.circles)
    for stage in SIGNS:
        own, all_ = counts[stage, False], counts[stage, False] + counts[stage, True]
        if own and stage != "unknown":
            said = _("{stage}: {n}, of them {own} by your own view.")
        elif all_:
            said = _("{stage}: {n}.")
        else:
            continue
        yield said.format(stage=stage_said(stage), n=all_, own=own)
    yield _("The list beside it has each of them.")
