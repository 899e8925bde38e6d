"""The index of scenarios as pages and as a table: for the trainer, and a list that gives nothing away."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from advisor._command import hint
from advisor._language import N_, _, ngettext
from advisor.files.csv_safety import harmless_text
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import plain_title_of
from advisor.reports.outline import HANGING, PLAIN, Mark, Outline, Paragraph, Point
from advisor.scenarios.index import Row
from advisor.scenarios.scenario import Scenario

LEVELS = {
    "first": N_("for a first time"),
    "middle": N_("for a group with some practice"),
    "demanding": N_("demanding"),
}
HEADINGS = (
    "number",
    "id",
    "title",
    "level",
    "minutes",
    "setting",
    "teaches",
    "patterns",
    "alerts",
    "comes-first",
    "expects",
    "expects-not",
    "plan",
    "pair",
    "facts",
    "words",
    "variations",
)
_ROOM = 4  # columns for a number


def index_outline(
    rows: Sequence[Row],
    index: Sequence[Row],
    knowledge: KnowledgeBase,
    full: bool,
    to_plan: Sequence[str] = (),
) -> Outline:
    """Return the list for the trainer: a line and the point for each; with `full` all that is known of it.

    `index` are all rows: the other side of a pair may not be among those that are listed. `to_plan` is what a
    day of the same kind is asked for with.
    """
    names = {row.id: case_name(row) for row in index}
    outline = Outline()
    for row in rows:
        outline.put(_entry(row))
        if full:
            outline.put(Point(text, 2, HANGING) for text in _whole(row, names, knowledge))
    outline.paragraph(ngettext("{n} case study.", "{n} case studies.", len(rows)).format(n=len(rows)))
    outline.put(Paragraph(text, close=True) for text in _next(rows, to_plan))
    return outline


def neutral_outline(rows: Sequence[Row]) -> Outline:
    """Return the list for those who take part: neither titles nor points, which give the answers away."""
    outline = Outline()
    for row in rows:
        said = [case_name(row), *([row.setting] if row.setting else []), *_length(row)]
        text = _("{case}: {rest}").format(case=said[0], rest="; ".join(said[1:]) or "-")
        outline.put([Point(text, 1, PLAIN)])
    return outline


def case_name(row: Row) -> str:
    """Return what a scenario is called before a group: by its number; one without by its title."""
    return row.title if row.number is None else _("Case {number}").format(number=row.number)


def where_it_belongs(each: Row | Scenario) -> str:
    """Return the number, level, length and setting of a scenario in a line; nothing if it says none."""
    numbered = [] if each.number is None else [_("Case {number}").format(number=each.number)]
    level = [each.level] if each.level else []
    return "; ".join((*numbered, *level, *_length(each), *([each.setting] if each.setting else [])))


def titles(ids: Iterable[str], knowledge: KnowledgeBase) -> str:
    """Return what entries are called, one behind the other; an id for what is no longer there."""
    return "; ".join(plain_title_of(id_, knowledge) if id_ in knowledge.positions else id_ for id_ in ids)


def _entry(row: Row) -> Iterator[Point]:
    named = row.title if row.number is not None else f"{row.title} [{row.name}]"
    told = ", ".join((*([row.level] if row.level else []), *_length(row)))
    said = "; ".join(each for each in (told, row.setting) if each)
    number = "-" if row.number is None else f"{row.number}."
    yield Point(f"{named} ({said})" if said else named, 1, Mark(number.ljust(_ROOM - 1), _ROOM))
    yield Point(row.teaches, 2, PLAIN)


def _length(row: Row | Scenario) -> Iterator[str]:
    if row.minutes is not None:
        yield _("{minutes} minutes").format(minutes=row.minutes)


def _whole(row: Row, names: Mapping[str, str], knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield what else is known of a scenario, each thing in a line; what there is none of is left out."""
    lists = (
        (_("Comes before all else: {titles}"), row.alerts),
        (_("What holds it: {titles}"), row.patterns),
        (_("Expected: {titles}"), row.expects),
        (_("Also in the plan: {titles}"), [id_ for id_ in row.plan if id_ not in row.expects]),
        (_("Would be wrong: {titles}"), row.wrong),
    )
    for text, ids in lists:
        if ids:
            yield text.format(titles=titles(ids, knowledge))
    if row.pair is not None:
        yield _("Told from the other side: {other}").format(other=names.get(row.pair, row.pair))
    facts = ngettext("{n} fact to ask for", "{n} facts to ask for", row.facts).format(n=row.facts)
    words = _("{words} words").format(words=row.words)
    varied = ngettext("{n} variation", "{n} variations", row.variations).format(n=row.variations)
    yield f"{facts}; {words}; {varied}; id {row.name}"


def _next(rows: Sequence[Row], to_plan: Sequence[str]) -> Iterator[str]:
    """Yield what may be asked next."""
    if rows:
        asked = rows[0].name if rows[0].number is None else str(rows[0].number)
        yield _("One whole: {command}").format(command=hint("scenario", "show", asked))
        yield _("A half day: {command}").format(command=hint("scenario", "plan", *to_plan))


def index_csv(rows: Iterable[Row], knowledge: KnowledgeBase) -> str:
    """Return the index as a table of CSV: titles, not ids; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows([harmless_text(cell) for cell in _cells(row, knowledge)] for row in rows)
    return text.getvalue().encode("utf-8", "replace").decode()  # a name may have half a character in it


def _cells(row: Row, knowledge: KnowledgeBase) -> list[str]:
    lead = () if row.lead is None else (row.lead,)
    lists = (row.patterns, row.alerts, lead, row.expects, row.wrong, row.plan)
    given = (row.number, row.name, row.title, row.level, row.minutes, row.setting, row.teaches)
    counts = (row.pair, row.facts, row.words, row.variations)
    said = (*given, *(titles(ids, knowledge) for ids in lists), *counts)
    return ["" if each is None else str(each) for each in said]
