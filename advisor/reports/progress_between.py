"""What lies between two days, as a part of the page with progress: what moved, was tried, and is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._language import N_, _, ngettext
from advisor.progress.model import Between, CameOrWent, FactorLine, Move, Tried, Voice
from advisor.reports.outline import CARE, FOR, Block, Point, Title
from advisor.reports.progress_words import move_said, time_said, tried_said, turn_said
from advisor.reports.wording import inside, joined

MOST_CAME = 4  # titles of what came, or went, that are named
FAR = 3653  # days; further apart, one of two dates is perhaps a slip
_CAME_AND_WENT = (
    (N_("New: {titles}"), "came", True),
    (N_("New, or only not asked before: {titles}"), "came", False),
    (N_("Gone: {titles}"), "went", True),
    (N_("Gone, or only not asked again: {titles}"), "went", False),
)


def what_lies_between(voice: Voice, between: Between) -> Iterator[Block]:
    """Yield what lies between two days: what moved, what was tried, what came and what went."""
    earlier, later = voice.visits[between.earlier], voice.visits[between.later]
    yield Title(
        _("{earlier} TO {later} ({time})").format(
            earlier=earlier.date, later=later.date, time=time_said(between.days)
        )
    )
    if between.days > FAR:
        yield Point(_("The two days are far apart: look whether both dates are right."), mark=CARE)
    if between.other_questions:
        yield Point(_("Answered on other questions than before: a change may come from those."), mark=CARE)
    moves = [(f, move) for f in voice.factors for move in f.moves if move.later == between.later]
    yield from _moved(moves)
    yield from _still(moves, between)
    yield from tried_points(_("Tried, and what came of it:"), between.tried)
    for text, which, known in _CAME_AND_WENT:
        titles = [each for each in getattr(between, which) if each.known is known]
        if titles:
            yield Point(_(text).format(titles=_titles(titles)))


def tried_points(head: str, these: Sequence[Tried]) -> Iterator[Block]:
    """Yield what was tried below a line that says when; that nothing is noted, where there is nothing."""
    if not these:
        yield Point(_("Tried: nothing is noted."))
        return
    yield Point(head)
    yield from (Point(tried_said(each), 2) for each in these)


def _moved(moves: Sequence[tuple[FactorLine, Move]]) -> Iterator[Block]:
    """Yield what moved, those that moved alike together: first what moved on."""
    groups: dict[str, list[tuple[FactorLine, Move]]] = {}
    for factor, move in sorted(moves, key=lambda each: each[1].direction != "on"):
        if move.direction != "same":
            groups.setdefault(turn_said(move), []).append((factor, move))
    for said, group in groups.items():
        yield Point(said, mark=FOR if group[0][1].direction == "on" else CARE)
        yield from (Point(move_said(move, factor.name), 2) for factor, move in group)


def _still(moves: Sequence[tuple[FactorLine, Move]], between: Between) -> Iterator[Block]:
    """Yield what stands where it stood."""
    if between.same_answers:
        yield Point(_("The same answers on both days: nothing moved."))
        return
    same = [inside(factor.name) for factor, move in moves if move.direction == "same"]
    if moves and len(same) == len(moves):
        yield Point(_("Nothing moved a stage."))
    elif same:
        yield Point(_("As it was: {factors}.").format(factors=joined(same)))


def _titles(these: Sequence[CameOrWent]) -> str:
    """Return titles in a row: situations first, and how many more there are."""
    ordered = sorted(these, key=lambda each: each.kind != "pattern")
    said = joined(each.title for each in ordered[:MOST_CAME])
    more = len(ordered) - MOST_CAME
    if more <= 0:
        return said
    return ngettext("{said}; and {n} more", "{said}; and {n} more", more).format(said=said, n=more)
