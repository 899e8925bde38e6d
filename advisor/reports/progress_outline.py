"""One partnership over time, as an outline: where it stood on each day, and what lies between the days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advisor._command import hint
from advisor._language import N_, _, ngettext
from advisor.cases.gathering import Unread
from advisor.knowledge.terms import ASKED_STAGES, STAGES, TERMED_STAGES
from advisor.progress.model import (
    Between,
    CameOrWent,
    FactorLine,
    Move,
    Point as Stand,
    Progress,
    Tried,
    Visit,
    Voice,
)
from advisor.reports.outline import CARE, FOR, PLAIN, Block, Outline, Paragraph, Point, Table, Title
from advisor.reports.progress_words import GAP, SIGNS, move_said, time_said, tried_said, turn_said
from advisor.reports.wording import ended, inside, joined

MOST_CAME = 4  # titles of what came, or went, that are named
FAR = 3653  # days; further apart, one of two dates is perhaps a slip
_CAME_AND_WENT = (
    (N_("New: {titles}"), "came", True),
    (N_("New, or only not asked before: {titles}"), "came", False),
    (N_("Gone: {titles}"), "went", True),
    (N_("Gone, or only not asked again: {titles}"), "went", False),
)


def progress_outline(progress: Progress) -> Outline:
    """Return one partnership over time: alerts first, then voice by voice, then what could not be read."""
    outline = Outline()
    outline.put(_of(progress))
    outline.put(unread_files(progress.unread))
    return outline


def several_outline(several: Sequence[Progress]) -> Outline:
    """Return several partnerships, each in turn."""
    outline = Outline()
    for each in several:
        outline.put(_of(each))
    outline.put(unread_files(several[0].unread if several else ()))
    return outline


def short_outline(several: Sequence[Progress], words: Sequence[str]) -> Outline:
    """Return a line for each of several partnerships, and how to see one: `words` name where they lie."""
    outline = Outline()
    count = len(several)
    outline.put(
        [Title(ngettext("{n} partnership over time", "{n} partnerships over time", count).format(n=count))]
    )
    for each in several:
        outline.put(_alerts(each, named=True))
    outline.put(Point(_in_a_line(each)) for each in several)
    command = hint("progress", *words, "--partnership", several[0].partnership)
    outline.put([Paragraph(_("One of them: {command}").format(command=command))])
    outline.put(unread_files(several[0].unread))
    return outline


def unread_files(unread: Iterable[Unread]) -> Iterator[Block]:
    """Yield which files could not be read, and why."""
    found = list(unread)
    if not found:
        return
    text = ngettext(
        "{n} file could not be read and is not in this:",
        "{n} files could not be read and are not in this:",
        len(found),
    )
    yield Paragraph(text.format(n=len(found)))
    yield from (Point(line, mark=CARE) for each in found for line in each.said)


def _of(progress: Progress) -> Iterator[Block]:
    yield Title(_("{partnership}, over time").format(partnership=progress.partnership))
    yield from _alerts(progress)
    for voice in progress.voices:
        yield from _voice(voice, is_alone=len(progress.voices) == 1 and not progress.held_back)
    if progress.held_back:
        yield Paragraph(_held_back(progress))
    for one, other in progress.may_be_one:
        said = _("'{one}' and '{other}' may be one voice. If so, write the name the same in each file.")
        yield Paragraph(said.format(one=one, other=other))


def _alerts(progress: Progress, *, named: bool = False) -> Iterator[Block]:
    """Yield what comes before the partnership, and on which days it was raised."""
    for alert in progress.alerts:
        days = [day.isoformat() for day in alert.dates] + [_("a file without a date")] * alert.undated
        name = f"{progress.partnership}: " if named else ""
        yield Paragraph(f"{name}{ended(alert.title)} {alert.turn_to}")
        yield Paragraph(_("{text} Raised: {days}.").format(text=alert.text, days=", ".join(days)), close=True)


def _held_back(progress: Progress) -> str:
    text = ngettext(
        "{n} voice is not shown. Not every file of it says that others may see who said what (share).",
        "{n} voices are not shown. Not every file of theirs says that others may see who said what (share).",
        progress.held_back,
    )
    own = _("To see only your own files over time, name them: {command}").format(
        command=hint("progress", "FILE", "FILE")
    )
    return f"{text.format(n=progress.held_back)} {own}"


def _in_a_line(progress: Progress) -> str:
    """Return a partnership in a line: how many files, from when to when, and how it moved last."""
    said = []
    for voice in progress.voices:
        line = _in_line(voice)
        days = _("{n} of {name}").format(n=len(voice.visits), name=_name(voice))
        if len(line) > 1:
            moved = _("{days}, last moves: {on} on, {back} back")
            last = [
                move for factor in voice.factors for move in factor.moves if _is_to(move, voice, line[-1])
            ]
            ways = [move.direction for move in last]
            days = moved.format(days=days, on=ways.count("on"), back=ways.count("back"))
        said.append(days)
    if progress.held_back:
        said.append(
            ngettext("{n} voice not shown", "{n} voices not shown", progress.held_back).format(
                n=progress.held_back
            )
        )
    return _("{partnership}: files: {said}").format(partnership=progress.partnership, said="; ".join(said))


def _is_to(move: Move, voice: Voice, visit: Visit) -> bool:
    return voice.visits[move.later] is visit


def _in_line(voice: Voice) -> list[Visit]:
    return [visit for visit in voice.visits if visit.place == "in-line"]


def _name(voice: Voice) -> str:
    return voice.respondent or _("a voice without a name")


def _voice(voice: Voice, *, is_alone: bool) -> Iterator[Block]:
    if is_alone:
        yield Paragraph(_("As seen by: {name}").format(name=_name(voice)))
    else:
        yield Title(_("As seen by: {name}").format(name=_name(voice)))
    yield from _remarks(voice)
    yield _table(voice)
    yield Point(_legend(voice), mark=PLAIN)
    if voice.tried_before:
        yield from tried_points(_("Tried before that:"), voice.tried_before)
    for between in voice.between:
        yield from _between(voice, between)
    if voice.tried_since:
        yield Title(_("SINCE THEN"))
        yield from tried_points(_("Tried, and what came of it:"), voice.tried_since)


def _remarks(voice: Voice) -> Iterator[Block]:
    """Yield what is odd about the files of a voice."""
    line = _in_line(voice)
    undated = [visit.file for visit in voice.visits if visit.place == "no-date"]
    if not voice.respondent and len(voice.visits) > 1:
        yield Paragraph(
            _(
                "No file says who answered, so they are taken for one person's. If they are not, write "
                "'respondent:' and a role in each."
            )
        )
    if undated:
        said = _("Without a date, so nothing is held against it: {files}")
        yield Paragraph(said.format(files=", ".join(undated)))
    for visit in line:
        day = [each.file for each in voice.visits if each.date == visit.date]
        if len(day) > 1:
            said = _("{files} are of one day, {date}; what comes before and after is held against {last}")
            yield Paragraph(said.format(files=", ".join(day), date=visit.date, last=visit.file))
    if len(line) < 2:
        yield Paragraph(_("With one date or none nothing can be seen to move. Answer again in three months."))


def _table(voice: Voice) -> Table:
    headers = ("", *(_heading(visit, voice) for visit in voice.visits))
    rows = tuple((factor.name, *map(_cell, factor.points)) for factor in voice.factors)
    narrow = [
        Point(", ".join(headers[1:]), mark=PLAIN),
        *(Point(f"{factor.name}: {_small(factor)}", mark=PLAIN) for factor in voice.factors),
    ]
    return Table(headers, rows, tuple(narrow), wraps=True)


def _heading(visit: Visit, voice: Voice) -> str:
    if visit.date is None:
        return _("no date: {file}").format(file=visit.file)
    day = [each for each in voice.visits if each.date == visit.date]
    return f"{visit.date}" if len(day) == 1 else f"{visit.date} {visit.file}"


def _cell(point: Stand) -> str:
    """Return the sign of a stage and its word; nothing is drawn where it is not known."""
    return f"{SIGNS[point.stage]} {_stage(point)}" if point.stage in SIGNS else _stage(point)


def _stage(point: Stand) -> str:
    doubt = "?" if point.sure == "tentative" else ""
    return _(TERMED_STAGES["unknown"]) if point.stage not in SIGNS else _(ASKED_STAGES[point.stage]) + doubt


def _small(factor: FactorLine) -> str:
    """Return a factor as a line of signs, and where it stands last in words."""
    signs = " ".join(SIGNS.get(point.stage, GAP) for point in factor.points)
    return _("{signs} ({last})").format(signs=signs, last=_stage(factor.points[-1]))


def _legend(voice: Voice) -> str:
    points = [point for factor in voice.factors for point in factor.points]
    said = [f"{SIGNS[stage]} {_(ASKED_STAGES[stage])}" for stage in STAGES]
    if any(point.stage not in SIGNS for point in points):
        said.append(_("{gap} not known").format(gap=GAP))
    if any(point.sure == "tentative" for point in points):
        said.append(_("? rests on one answer, or the answers differ, so a move to or from it is 'perhaps'"))
    return ", ".join(said)


def _between(voice: Voice, between: Between) -> Iterator[Block]:
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
