"""A day of scenarios as a page for the trainer: when what is done, why these, and what to prepare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from typing import Any

from advisor._command import hint
from advisor._language import N_, _, ngettext
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.reports.outline import DASH, Outline, Point, Table, numbered
from advisor.reports.scenario_index import LEVELS, case_name
from advisor.reports.wording import ended, joined
from advisor.scenarios.day import Day, Slot, Unit
from advisor.scenarios.index import Row

_DONE = {
    "welcome": N_("Welcome: who is here, and what each would like to take home. Nothing here is a test."),
    "read": N_("{case}: read the story. What would you want to know? Tell what they ask for, and no more."),
    "choose": N_("{case}: in twos or threes, what would you do, and in which order? Each says why."),
    "tell": N_("{case}: each half tells the other what it read, as the people in it would tell it."),
    "compare": N_("{case}: lay side by side what people chose, and what the rules say."),
    "talk": N_("{case}: talk about the point of it, and about what each would still do otherwise."),
    "break": N_("Break"),
    "lunch": N_("Lunch"),
    "closing": N_("Closing: each says one thing to try within a week, and with whom."),
}
_TWO_READ = N_(
    "{case}: half of the group reads the one, half the other, apart from each other. What would you want to know?"
)


def day_outline(
    day: Day, knowledge: KnowledgeBase, about: str | None = None, begins: time | None = None
) -> Outline:
    """Return the page of a day; `about` is the id of what it is to be about, `begins` the time of the clock."""
    outline = Outline()
    outline.add(0, _title(day))
    outline.paragraph(_("For the trainer: it says what each case teaches."))
    outline.add(0, _("When"))
    outline.put([_timetable(day, begins)])
    if day.spare:
        said = ngettext("{n} minute is left over", "{n} minutes are left over", day.spare).format(n=day.spare)
        outline.paragraph(_("{spare}: give them to the talk that is going best.").format(spare=said))
    outline.add(0, _("Why these"))
    for text in _why(day.units, knowledge, about):
        outline.add(1, text)
    for number, unit in enumerate(day.units, 1):
        outline.put(_about_unit(number, unit, knowledge))
    outline.add(0, _("To prepare"))
    for text in _to_prepare(day.units):
        outline.add(1, text)
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
    rows = [(_clock(slot.at, begins), _done(slot), str(slot.minutes)) for slot in day.slots]
    narrow = tuple(
        Point(_("{when} ({minutes} minutes) {what}").format(when=when, minutes=minutes, what=what), 1, DASH)
        for when, what, minutes in rows
    )
    return Table((_("When"), _("What"), _("Minutes")), tuple(rows), narrow, wraps=True, widths=(12, 74, 14))


def _clock(at: int, begins: time | None) -> str:
    minutes = at if begins is None else begins.hour * 60 + begins.minute + at
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


def _done(slot: Slot) -> str:
    if slot.unit is None:
        return _(_DONE[slot.kind])
    text = _TWO_READ if slot.kind == "read" and len(slot.unit.rows) > 1 else _DONE[slot.kind]
    return _(text).format(case=unit_name(slot.unit))


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
        yield _differ(
            holds,
            _("What holds them is not the same: {titles}."),
            _("In some the same holds them: {titles}."),
            knowledge,
        )
        leads = [unit.lead for unit in units if unit.lead is not None]
        yield _differ(
            leads,
            _("Something else comes first in each: {titles}."),
            _("In some the same comes first: {titles}."),
            knowledge,
        )
    for unit in units:
        if len(unit.rows) > 1:
            yield _("{cases} are one partnership, told from two sides.").format(cases=unit_name(unit))
        if any(row.alerts for row in unit.rows):
            yield _(
                "{cases}: a child may be at risk in it. Say so beforehand, and let people step out."
            ).format(cases=unit_name(unit))


def _about(units: Sequence[Unit], knowledge: KnowledgeBase, about: str) -> str:
    has = [unit for unit in units if any(about in (*row.patterns, *row.practises) for row in unit.rows)]
    names = joined([unit_name(unit) for unit in has]) if has else _("none of them")
    text = _("About '{title}': {names}.")
    said = text.format(title=title_of(about, knowledge), names=names)
    rest = _("The rest are there to differ from it.") if len(has) < len(units) else ""
    return f"{said} {rest}".rstrip()


def _differ(ids: Iterable[str], all_differ: str, some_same: str, knowledge: KnowledgeBase) -> str:
    counted = Counter(ids)
    titles = joined([title_of(id_, knowledge).rstrip(".") for id_ in counted])
    return (all_differ if max(counted.values(), default=1) == 1 else some_same).format(titles=titles or "-")


def _about_unit(number: int, unit: Unit, knowledge: KnowledgeBase) -> Iterator[Point]:
    level = max(unit.rows, key=lambda row: list(LEVELS).index(row.level or "middle")).level
    said = [_("{minutes} minutes").format(minutes=unit.minutes), *([_(LEVELS[level])] if level else [])]
    yield Point(f"{unit_name(unit)} ({'; '.join(said)})", 1, numbered(number))
    for row in unit.rows:
        setting = _("Where: {setting}.").format(setting=row.setting) if row.setting else ""
        yield Point(f"{ended(row.title)} {setting}", 2)
        yield Point(row.point, 3)
        yield Point(_lead(row, knowledge), 3)


def _lead(row: Row, knowledge: KnowledgeBase) -> str:
    holds = title_of(row.patterns[0], knowledge).rstrip(".") if row.patterns else _("nothing that has a name")
    if row.lead is None:
        return _("What holds it: {title}.").format(title=holds)
    lead = title_of(row.lead, knowledge).rstrip(".")
    return _("What holds it: {title}. What comes first: {lead}.").format(title=holds, lead=lead)


def _to_prepare(units: Sequence[Unit]) -> Iterator[str]:
    yield _("Read each story yourself, with what is expected and why: {commands}").format(
        commands="; ".join(hint("scenario", "show", _asked(row)) for unit in units for row in unit.rows)
    )
    for row in (row for unit in units for row in unit.rows):
        number = row.number or row.id
        printed = hint("scenario", "handout", _asked(row), "-o", f"case-{number}.html")
        own = hint("scenario", "handout", _asked(row), "--for", "trainer", "-o", f"trainer-{number}.html")
        yield _("Print {case}: {printed}; for yourself: {own}").format(
            case=case_name(row), printed=printed, own=own
        )
    yield _("If time runs short, leave out a case; never the talk about one, nor the closing.")


def _asked(row: Row) -> str:
    return row.name if row.number is None else str(row.number)
