"""A day of scenarios as a page for the trainer: when what is done, why these, and what to prepare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from typing import Any

from advisor._command import hint
from advisor._language import N_, _, ngettext
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import plain_title_of
from advisor.reports.outline import DASH, PLAIN, Outline, Point, Table, numbered
from advisor.reports.scenario_index import LEVELS, case_name, titles
from advisor.reports.wording import ended, joined
from advisor.scenarios.day import Day
from advisor.scenarios.day_parts import Slot, Unit
from advisor.scenarios.index import Row

MOST_TRAPS = 3
_PARTS = {
    "welcome": N_("Welcome"),
    "read": N_("{case}: read and ask"),
    "choose": N_("{case}: choose in twos or threes"),
    "tell": N_("{case}: each half tells the other"),
    "compare": N_("{case}: lay side by side"),
    "talk": N_("{case}: talk"),
    "break": N_("Break"),
    "lunch": N_("Lunch"),
    "closing": N_("Closing"),
}
_HOW = {
    "welcome": N_("Welcome: who is here, and what each would like to take home. Nothing here is a test."),
    "read": N_("Read and ask: everybody reads. You tell what they ask for, and no more than that."),
    "two": N_("Two sides: half of the group reads the one story, half the other, apart from each other."),
    "choose": N_("Choose: what would you do, and in which order? Each choice with a reason."),
    "tell": N_("Tell: each half says what it read, as the people in it would say it, before anybody judges."),
    "compare": N_("Lay side by side: what people chose, and what the rules say. There is no mark."),
    "talk": N_("Talk: what is the point of it? What would you still do otherwise, and why?"),
    "closing": N_("Closing: each says one thing to try within a week, and with whom."),
}


def day_outline(
    day: Day, knowledge: KnowledgeBase, about: str | None = None, begins: time | None = None
) -> Outline:
    """Return the page of a day; `about` is the id of what it is about, `begins` the time of the clock."""
    outline = Outline(dense=True)
    outline.add(0, _title(day))
    outline.paragraph(_("For the trainer: it says what each case teaches."))
    outline.add(0, _("The timetable"))
    outline.put([_timetable(day, begins)])
    if day.spare:
        said = ngettext("{n} minute is left over", "{n} minutes are left over", day.spare).format(n=day.spare)
        outline.paragraph(_("{spare}: give them to the talk that is going best.").format(spare=said))
    outline.add(0, _("How it goes"))
    for text in _how(day):
        outline.add(1, text)
    outline.add(0, _("Why these"))
    for text in _why(day.units, knowledge, about):
        outline.add(1, text)
    outline.add(0, _("The cases"))
    for number, unit in enumerate(day.units, 1):
        outline.put(_about_unit(number, unit, knowledge))
    outline.add(0, _("To prepare"))
    outline.put(_to_prepare(day.units))
    return outline


def day_as_dict(day: Day) -> dict[str, Any]:
    """Return a day as plain data: its cases by name, and its parts in order."""
    cases = [{"minutes": unit.minutes, "cases": [row.as_dict() for row in unit.rows]} for unit in day.units]
    parts = [
        {
            "at": slot.at,
            "minutes": slot.minutes,
            "kind": slot.kind,
            "cases": [] if slot.unit is None else [row.name for row in slot.unit.rows],
        }
        for slot in day.slots
    ]
    return {"minutes": day.minutes, "spare": day.spare, "units": cases, "parts": parts}


def unit_name(unit: Unit) -> str:
    """Return what a unit is called before the group: Case 17, or Case 20 and Case 21."""
    return _(" and ").join(case_name(row) for row in unit.rows)


def _title(day: Day) -> str:
    names = joined([unit_name(unit) for unit in day.units])
    return _("A plan for {minutes} minutes: {names}").format(minutes=day.minutes, names=names)


def _timetable(day: Day, begins: time | None) -> Table:
    rows = [(_clock(slot.at, begins), _part(slot), str(slot.minutes)) for slot in day.slots]
    narrow = tuple(
        Point(_("{when} {what}, {minutes} minutes").format(when=when, what=what, minutes=minutes), 1, PLAIN)
        for when, what, minutes in rows
    )
    return Table((_("When"), _("What"), _("Minutes")), tuple(rows), narrow, widths=(14, 70, 16))


def _clock(at: int, begins: time | None) -> str:
    minutes = at if begins is None else begins.hour * 60 + begins.minute + at
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


def _part(slot: Slot) -> str:
    text = _(_PARTS[slot.kind])
    return text if slot.unit is None else text.format(case=unit_name(slot.unit))


def _how(day: Day) -> Iterator[str]:
    kinds = {slot.kind for slot in day.slots} | {"two" for unit in day.units if len(unit.rows) > 1}
    yield from (_(text) for kind, text in _HOW.items() if kind in kinds)
    yield _("If time runs short, leave out a case; never the talk about one, nor the closing.")


def _why(units: Sequence[Unit], knowledge: KnowledgeBase, about: str | None) -> Iterator[str]:
    """Yield what the units have to do with what was wanted, and in what they differ."""
    if about is not None:
        yield _about(units, knowledge, about)
    levels = [unit.level for unit in units]
    if len(units) > 1:
        yield (
            _("They go from the plainer to the more demanding.")
            if levels[0] < levels[-1]
            else _("All of them are about as demanding as each other.")
        )
        holds = [unit.patterns[0] for unit in units if unit.patterns]
        leads = [unit.lead for unit in units if unit.lead is not None]
        other, same = _("What holds them is not the same"), _("In some the same holds them")
        yield _differ(holds, other, same, knowledge)
        other, same = _("Something else comes first in each"), _("In some the same comes first")
        yield _differ(leads, other, same, knowledge)
    for unit in units:
        if len(unit.rows) > 1:
            yield _("{cases} are one partnership, told from two sides.").format(cases=unit_name(unit))
        if any(row.alerts for row in unit.rows):
            care = _("{cases}: a child may be at risk in it. Say so beforehand, and let people step out.")
            yield care.format(cases=unit_name(unit))


def _about(units: Sequence[Unit], knowledge: KnowledgeBase, about: str) -> str:
    has = [unit for unit in units if any(about in (*row.patterns, *row.practises) for row in unit.rows)]
    names = joined([unit_name(unit) for unit in has]) if has else _("none of them")
    text = _("About '{title}': {names}.")
    said = text.format(title=plain_title_of(about, knowledge), names=names)
    rest = _("The rest are there to differ from it.") if len(has) < len(units) else ""
    return f"{said} {rest}".rstrip()


def _differ(ids: Iterable[str], other: str, same: str, knowledge: KnowledgeBase) -> str:
    counted = Counter(ids)
    titles = joined([plain_title_of(id_, knowledge) for id_ in counted])
    said = other if max(counted.values(), default=1) == 1 else same
    return _("{said}: {titles}.").format(said=said, titles=titles or "-")


def _about_unit(number: int, unit: Unit, knowledge: KnowledgeBase) -> Iterator[Point]:
    level = max(unit.rows, key=lambda row: list(LEVELS).index(row.level or "middle")).level
    said = [_("{minutes} minutes").format(minutes=unit.minutes), *([_(LEVELS[level])] if level else [])]
    yield Point(f"{unit_name(unit)} ({'; '.join(said)})", 1, numbered(number))
    for row in unit.rows:
        setting = _("Where: {setting}.").format(setting=row.setting) if row.setting else ""
        yield Point(f"{ended(row.title)} {setting}", 2)
        yield Point(row.teaches, 3)
        yield Point(_lead(row, knowledge), 3)
        if row.wrong:
            wrong = titles(row.wrong[:MOST_TRAPS], knowledge)
            yield Point(_("Soon said, and wrong here: {titles}.").format(titles=wrong), 3)


def _lead(row: Row, knowledge: KnowledgeBase) -> str:
    holds = plain_title_of(row.patterns[0], knowledge) if row.patterns else _("nothing that has a name")
    if row.lead is None:
        return _("What holds it: {title}.").format(title=holds)
    lead = plain_title_of(row.lead, knowledge)
    return _("What holds it: {title}. What comes first: {lead}.").format(title=holds, lead=lead)


def _to_prepare(units: Sequence[Unit]) -> Iterator[Point]:
    """Yield for each case what to read, to print and to have at hand."""
    for row in (row for unit in units for row in unit.rows):
        number = row.number or row.id
        yield Point(case_name(row), 1, DASH)
        shown = hint("scenario", "show", _asked(row))
        yield _to_do(_("to read yourself, with what is expected and why:"), shown)
        printed = hint("scenario", "handout", _asked(row), "-o", f"case-{number}.html")
        yield _to_do(_("to print for each of them:"), printed)
        own = hint("scenario", "handout", _asked(row), "--for", "trainer", "-o", f"trainer-{number}.html")
        yield _to_do(_("to print for yourself:"), own)
        page = hint("scenario", "page", _asked(row), "-o", f"page-{number}.html")
        yield _to_do(_("or together at a projector, and on a phone:"), page)
    yield Point(_("Afterwards"), 1, DASH)
    results = hint("scenario", "results", "results.csv", "--format", "html", "-o", "results.html")
    yield _to_do(_("what all chose side by side, from the files that the page saves:"), results)


def _to_do(what: str, command: str) -> Point:
    return Point(f"{what} {command}", 2, PLAIN)


def _asked(row: Row) -> str:
    return row.name if row.number is None else str(row.number)
