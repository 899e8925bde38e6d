"""Progress as small charts: one a factor, three levels each, and the days at their distances."""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise

from advisor._language import N_, _
from advisor.knowledge.terms import ASKED_STAGES, STAGES
from advisor.pages.circles_model import SIGNS, Line
from advisor.pages.model import Label
from advisor.pages.over_time_model import Chart, Dot, OverTime, Stretch
from advisor.progress.model import FactorLine, Move, Point, Voice
from advisor.reports.progress_words import move_said
from advisor.reports.wording import ended

LEFT, SPAN, RIGHT = 76, 264, 34  # of the words of the levels, of the days, and behind the last
CLOSEST = 52  # that two days are drawn to each other: their months must not meet
CLOSEST_DATES = 70  # the same where whole dates are written, since some are of one month
STEP, LINE, BETWEEN = 26, 16, 20
NAME_LETTERS = 44
_TURNS = {
    "on": N_("on"),
    "recovered": N_("on again"),
    "dip": N_("dip?"),
    "slide": N_("back"),
    "back": N_("back"),
    "relapse": N_("relapse"),
}


def over_time(voice: Voice, id_: str) -> OverTime | None:
    """Return the charts of a voice; None with fewer than two days: there is nothing to see over time."""
    line = [place for place, visit in enumerate(voice.visits) if visit.place == "in-line"]
    if len(line) < 2:
        return None
    days = [voice.visits[place].date or datetime.date.min for place in line]
    by_month = len({day.isoformat()[:7] for day in days}) == len(days)
    closest = CLOSEST if by_month else CLOSEST_DATES
    xs = dict(zip(line, _places(days, closest), strict=True))
    tried = tuple(_tried(voice, xs))
    charts, y = list[Chart](), 4
    for factor in voice.factors:
        chart, y = _chart(factor, xs, tried, y)
        charts.append(chart)
    bottom = y - BETWEEN + 8
    return OverTime(
        id=id_,
        title=_("Where the partnership stood over time in each of four ways"),
        says=" ".join(_says(voice, line)),
        legend=" ".join(_legend(voice, days, closest)),
        width=max(xs.values()) + RIGHT,
        height=bottom + LINE,
        charts=tuple(charts),
        days=tuple(
            Label(x, bottom + 12, day.isoformat()[: 7 if by_month else None])
            for day, x in zip(days, xs.values(), strict=True)
        ),
    )


def _places(days: Sequence[datetime.date], closest: int) -> list[int]:
    """Return where days are drawn: at their true distances, but none too close to the one before it."""
    whole = max((days[-1] - days[0]).days, 1)
    places = [LEFT + 14]
    for before, day in pairwise(days):
        places.append(places[-1] + max(SPAN * (day - before).days // whole, closest))
    return places


def _chart(factor: FactorLine, xs: dict[int, int], tried: Sequence[int], y: int) -> tuple[Chart, int]:
    """Return the chart that begins at a height, and the height at which it ends."""
    names = []
    for text in textwrap.wrap(factor.name, NAME_LETTERS):
        names.append(Label(2, y + LINE - 4, text))
        y += LINE
    y += 26 if any(_is_on_top(move) for move in factor.moves) else 14
    heights: dict[str, int] = {stage: y + STEP * nth for nth, stage in enumerate(reversed(STAGES))}
    end = max(xs.values()) + 12
    levels = tuple(
        (Label(2, height + 4, _(ASKED_STAGES[stage])), Line(LEFT, height, end, height))
        for stage, height in heights.items()
    )
    chart = Chart(
        names=tuple(names),
        levels=levels,
        stretches=tuple(
            Stretch(Line(xs[m.earlier], heights[m.before], xs[m.later], heights[m.after]), m.gap)
            for m in factor.moves
        ),
        dots=tuple(
            _dot(x, heights[point.stage], point)
            for point, x in ((factor.points[place], x) for place, x in xs.items())
            if point.stage in heights
        ),
        turns=tuple(
            Label(xs[m.later], heights[m.after] + (-10 if m.direction == "on" else 17), _turn(m))
            for m in factor.moves
            if m.turn in _TURNS
        ),
        tried=tuple(Line(x, y - 6, x, y + STEP * 2 + 8) for x in tried),
    )
    return chart, y + STEP * (len(STAGES) - 1) + 12 + BETWEEN


def _is_on_top(move: Move) -> bool:
    """Return whether a word stands above the highest level, where the name must leave room for it."""
    return move.turn in _TURNS and move.direction == "on" and move.after == STAGES[-1]


def _dot(x: int, y: int, point: Point) -> Dot:
    return Dot(x, y, SIGNS.index(point.stage), point.sure == "tentative", point.own_view)


def _turn(move: Move) -> str:
    said = _(_TURNS[move.turn])
    return f"{said}?" if move.perhaps and not said.endswith("?") else said


def _tried(voice: Voice, xs: dict[int, int]) -> Iterator[int]:
    """Yield where something was tried: on its day, or amid two days if its own is not known."""
    found = set()
    for between in voice.between:
        begin, end = xs[between.earlier], xs[between.later]
        first = voice.visits[between.earlier].date
        for tried in between.tried:
            days = (tried.date - first).days if tried.date and first else between.days / 2
            found.add(begin + int((end - begin) * days) // max(between.days, 1))
    yield from sorted(found)


def _says(voice: Voice, line: Sequence[int]) -> Iterator[str]:
    """Yield for each factor where it stood first, and each of its moves."""
    for factor in voice.factors:
        moved = [move for move in factor.moves if move.direction != "same"]
        said = [
            f"{voice.visits[move.later].date}, {_turn(move)}: {move_said(move, factor.name)}"
            for move in moved
        ]
        known = next((factor.points[place] for place in line if factor.points[place].stage in STAGES), None)
        if said:
            yield from map(ended, said)
        elif known:
            yield _("{factor}: {stage}, all the time.").format(
                factor=factor.name, stage=_(ASKED_STAGES[known.stage])
            )
        else:
            yield _("{factor}: not known.").format(factor=factor.name)


def _legend(voice: Voice, days: Sequence[datetime.date], closest: int) -> Iterator[str]:
    """Yield what the signs of the charts mean, those that are in them."""
    points = [point for factor in voice.factors for point in factor.points]
    moves = [move for factor in voice.factors for move in factor.moves]
    yield _("The higher, the tighter.")
    if any(between.tried for between in voice.between):
        yield _("An upright broken line: something was tried then.")
    if any(point.sure == "tentative" for point in points):
        yield _("An empty sign, or a question mark: not firm.")
    if any(move.turn == "dip" for move in moves):
        yield _("Dip?: it went back soon after something new was tried. That often passes.")
    if any(move.turn == "relapse" for move in moves):
        yield _("Relapse: it went back a second time.")
    if any(move.gap for move in moves):
        yield _("A broken line from sign to sign: not known in between.")
    gaps = [(b - a).days * SPAN // max((days[-1] - days[0]).days, 1) for a, b in pairwise(days)]
    if any(gap < closest for gap in gaps):
        yield _("Days that are close to each other are drawn further apart than they are.")
