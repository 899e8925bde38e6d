"""A pack for the next meeting: a page that may lie on the table, or one for the leader alone.

The page for the table is made of the meeting's own texts, which say nothing of this partnership, and of its
name. Nothing that a rule says, that was answered or that was found may reach it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._command import hint
from advisor._language import _
from advisor._text import on_one_line
from advisor.advice.meeting import NotNow, Planned
from advisor.advice.model import Advice, AlertAdvice
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.meetings import MEETING_MINUTES, Meeting, MeetingStep
from advisor.knowledge.phrases import title_of
from advisor.reports.advice_alerts import in_a_line
from advisor.reports.outline import DASH, Block, Outline, Paragraph, Point, Table, Title, numbered
from advisor.reports.wording import ended

HOUR = 60
ARRIVE, OPEN, LOOK_BACK = 2, 4, 4
AGREE = HOUR - MEETING_MINUTES - ARRIVE - OPEN - LOOK_BACK
BLANK = "." * 10
_ROWS = 4  # of a table to fill in
_TO_WRITE = 3
_MOST_WAITING = 3


def table_page(meeting: Meeting, partnership: str) -> Outline:
    """Return the page for the table. It is given no case and no advice, so it can tell nothing of them."""
    outline = Outline()
    name = partnership.strip()
    outline.add(0, _("{partnership}: our next meeting").format(partnership=name) if name else _no_name())
    outline.paragraph(_("What it is for: {purpose}").format(purpose=meeting.text))
    outline.add(0, _("The hour"))
    outline.put([_agenda(meeting)])
    outline.add(0, meeting.title)
    outline.put(Point(f"{ended(step.title)} {step.text}", mark=numbered(n)) for n, step in _steps(meeting))
    _list(
        outline,
        _("To keep in mind"),
        (*meeting.care, _("With more than six people, talk in pairs or threes.")),
    )
    _list(outline, _("To have ready"), meeting.materials)
    outline.add(0, _("Parts to take"))
    rows = [(role, BLANK) for role in meeting.roles]
    outline.put([_blank((_("Part"), _("Who")), rows)])
    _list(outline, _("To ask on the way"), meeting.questions[1:])
    outline.add(0, _("To fill in together: {title}").format(title=meeting.to_fill.title))
    outline.put([_empty(meeting.to_fill.columns)])
    outline.add(0, _("What we agree"))
    outline.put([_empty((_("Who"), _("Does what"), _("By when")))])
    outline.add(0, _("When we meet again"))
    outline.paragraph(_("Day: {blank} Time: {blank} Place: {blank}").format(blank=BLANK))
    return outline


def private_page(
    not_now: NotNow, advice: Advice, partnership: str, case_name: str, asked_with: Sequence[str] = ()
) -> Outline:
    """Return the page for the leader alone, where a meeting of all is the wrong thing now, or none is needed.

    What comes before the partnership stands at its head. Hints give
    the options `asked_with` again.
    """
    outline = Outline()
    told = in_a_line if not_now.is_urgent else _looked_at_again
    outline.put(Paragraph(told(alert), close=True) for alert in advice.alerts)
    outline.put([Title(_private_title(not_now, partnership.strip()))])
    outline.paragraph(_("This page is for you alone. Do not lay it on the table."))
    outline.add(0, _("Why not now") if not_now.speaks_against else _("Why not"))
    outline.paragraph(not_now.why)
    outline.put(_instead(not_now))
    outline.paragraph(_("The whole advice: {command}").format(command=hint("advise", case_name, *asked_with)))
    if not_now.speaks_against:
        outline.add(0, _("If you meet all the same"))
        outline.paragraph(_("Keep it to news, and do not raise there what this page is about."))
    if not_now.step is None:
        return outline
    if not_now.speaks_against:
        outline.add(0, _("Whom I see or ring, and when"))
        outline.to_write(_TO_WRITE)
    outline.add(0, _("When to think of a meeting again"))
    again = _("When this is done, change the answers that are no longer true and ask again: {command}")
    outline.paragraph(again.format(command=hint("pack", case_name, *asked_with)))
    return outline


def _private_title(not_now: NotNow, name: str) -> str:
    if not_now.speaks_against or not_now.step is None:  # without a step too little is known
        return _("{partnership}: no meeting yet").format(partnership=name) if name else _("No meeting yet")
    if name:
        return _("{partnership}: no extra meeting needed").format(partnership=name)
    return _("No extra meeting needed")


def _instead(not_now: NotNow) -> Iterator[Block]:
    """Yield what to do instead: what an alert says before all else, then the step, if there is one."""
    step = not_now.step
    if step is not None or not_now.is_urgent:
        yield Title(_("What to do instead") if not_now.speaks_against else _("What to do"))
    if not_now.is_urgent:
        yield Paragraph(_("First, and today: what stands at the head of this page."))
    if step is not None:
        yield Paragraph(_("After that: {step}").format(step=step.text) if not_now.is_urgent else step.text)
        if step.led_by:
            yield Paragraph(_("Who leads: {who}").format(who=ended(step.led_by.partition(";")[0])))


def alone_first(advice: Advice, not_now: NotNow) -> Iterator[str]:
    """Yield what the leader should hear even where she does not open the page: it is for her alone."""
    yield from map(in_a_line, advice.alerts)
    if not_now.speaks_against:
        said = _("There should be no meeting of all yet; the page is for you alone. {why}")
    else:
        said = _("No extra meeting is needed; the page is for you alone. {why}")
    yield said.format(why=not_now.why)


def beside_the_page(
    planned: Planned,
    advice: Advice,
    knowledge: KnowledgeBase,
    case_name: str,
    asked_with: Sequence[str] = (),
) -> Iterator[str]:
    """Yield what the leader should know and nobody else at the table: told to her, and on no page."""
    yield from map(_looked_at_again, advice.alerts)
    yield _("For you alone, and not on the page:")
    step = planned.step
    yield _("Your advice begins so, and the hour goes with it: {step}").format(step=step.text)
    if name := on_one_line(advice.case["partnership"]).strip():
        yield _('Everybody at the table reads the name at its head: "{name}".').format(name=name)
    item = next(item for item in advice.of_kind(step.kind) if item.id == step.id)
    cautions = [advice.firing(id_) for id_ in item.cautions]
    care = next((firing for firing in cautions if firing.concludes.kind == "caution"), None)
    if care is not None:
        yield _("Take care: {reason}").format(reason=care.because)
    if step.led_by:
        yield _("Who leads: {who}").format(who=ended(step.led_by))
    if waiting := [*_waiting(advice, knowledge)]:
        yield _("Leave out of this hour: {names}").format(names=" / ".join(waiting))
    command = hint("advise", case_name, *asked_with)
    yield _("Why this, and what else to do: {command}").format(command=command)


def _looked_at_again(alert: AlertAdvice) -> str:
    """Return an alert whole, where an answer says that it is no reason against a meeting."""
    return f"{ended(alert.title)} {alert.text} {alert.turn_to}"


def _waiting(advice: Advice, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield what waits for something else or is held back, by what to do in a line."""
    shorts = {each.id: each.short for each in advice.recommendations()}
    waits = [each.id for each in advice.interventions if each.after]
    held = [each.id for each in advice.withheld if each.kind == "intervention"]
    for id_ in (held + waits)[:_MOST_WAITING]:
        yield shorts.get(id_) or getattr(knowledge.entry(id_), "short", "") or ended(title_of(id_, knowledge))


def _no_name() -> str:
    return _("Our next meeting")


def _steps(meeting: Meeting) -> Iterator[tuple[int, MeetingStep]]:
    yield from enumerate(meeting.steps, 1)


def _agenda(meeting: Meeting) -> Table:
    """Return the hour in parts, each with the minutes from when to when."""
    parts = [
        *_opening(meeting),
        *((step.minutes, step.title) for step in meeting.steps),
        (AGREE, _("Who does what by when, and when we meet again")),
    ]
    rows, start = list[tuple[str, str]](), 0
    for minutes, what in parts:
        rows.append((_("{start} to {end}").format(start=start, end=start + minutes), what))
        start += minutes
    narrow = tuple(Point(f"{when}: {what}", mark=DASH) for when, what in rows)
    return Table((_("Minutes"), _("What")), tuple(rows), narrow, widths=(15, 85))


def _opening(meeting: Meeting) -> Iterator[tuple[int, str]]:
    """Yield the parts before the meeting's own steps; one that looks back itself does not do it twice."""
    yield ARRIVE, _("Arrive, and say what the hour is for")
    said = _("A sentence each: {question}").format(question=meeting.questions[0])
    yield OPEN + (LOOK_BACK if meeting.looks_back else 0), said
    if not meeting.looks_back:
        yield LOOK_BACK, _("What came of our last agreement that helped; at a first meeting, who is here")


def _list(outline: Outline, title: str, points: Sequence[str]) -> None:
    if points:
        outline.add(0, title)
    for point in points:
        outline.add(1, point)


def _empty(columns: Sequence[str]) -> Table:
    """Return a table to fill in."""
    return _blank(columns, [(BLANK,) * len(columns)] * _ROWS)


def _blank(columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Table:
    cells = [pair for row in rows for pair in zip(columns, row, strict=True)]
    narrow = tuple(Point(f"{column}: {cell}", mark=DASH) for column, cell in cells)
    return Table(tuple(columns), tuple(rows), narrow, wraps=True, to_fill=True)
