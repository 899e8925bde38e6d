"""Totals in words: what every form of them says, text and page alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor._language import N_, _, ngettext
from advisor.advice.naming import plain_names
from advisor.cohort.totals import LIGHT, NOTHING, PeriodTotals, SectorTotals, Spread, Totals
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.sectors import sector_titles
from advisor.knowledge.terms import STAGE_WORDS


@dataclass(frozen=True, slots=True)
class Line:
    """The numbers of one sector, one time or all cases: one for each of what it is split into."""

    label: str
    numbers: tuple[int, ...]
    cases: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One factor, or the partnership as a whole: in what its cases are split, and the numbers.

    `values` are the words of the files for each part; there is one part only where nothing may be told apart.
    """

    title: str
    values: tuple[tuple[str, ...], ...]
    parts: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def is_split(self) -> bool:
        """Whether there is more to show than how many cases there are."""
        return len(self.parts) > 1

    @property
    def instead(self) -> str:
        """What is said where it is not split."""
        if self.values == (("unknown",),):
            return _("Not known of any case.")
        return _("These are not told apart: too few would stand somewhere.")


@dataclass(frozen=True, slots=True)
class Section:
    """Panels of one kind; `instead` is said where there are none."""

    id: str
    title: str
    notes: tuple[str, ...]
    panels: tuple[Panel, ...]
    instead: str = ""


@dataclass(frozen=True, slots=True)
class TotalsShown:
    """All that is said of totals, from above."""

    title: str
    alerts: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    first_title: str
    first: tuple[tuple[str, int], ...]  # an intervention, and how many cases it comes first in
    cases: int


def totals_shown(totals: Totals, knowledge: KnowledgeBase) -> TotalsShown:
    """Return what is said of totals."""
    names = _names(knowledge)
    sections = _sections(totals, names) if totals.cases is not None else ()
    return TotalsShown(
        title=_("Many partnerships together"),
        alerts=_(
            "Alerts, such as one for a child's safety, are not counted here. "
            "Whoever keeps the assessed table looks at them first, one by one, in its column 'alerts'."
        ),
        lead=tuple(_lead(totals)),
        sections=tuple(sections),
        first_title=_("What comes first most often"),
        first=tuple(_first(totals, knowledge)),
        cases=totals.cases or 0,
    )


def sector_title(each: SectorTotals) -> str:
    """Return what a row of the table by sectors is called."""
    if len(each.sectors) > 1:
        return _("All other sectors together")
    return sector_titles().get(each.sectors[0], _("Other, or not given"))


def period_title(each: PeriodTotals) -> str:
    """Return what a row of the table by time is called."""
    first, last = _quarter(each.first), _quarter(each.last)
    if not first and not last:
        return _("No date that can be read") if each.undated else _("Any date")
    if not first:
        said = _("Up to {last}, or no date") if each.undated else _("Up to {last}")
        return said.format(last=last)
    if not last:
        return _("{first} and later").format(first=first)
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _quarter(quarter: str | None) -> str:
    """Return 2026-Q1 as it is read: 2026 Q1."""
    return (quarter or "").replace("-", " ")


def part_title(values: Sequence[str]) -> str:
    """Return what cases are called that say one of these."""
    words = {**STAGE_WORDS, "unknown": _("not known")}
    said = [_(words[value]) if value in words else _(_COLOURS[value]) for value in values]
    return _(" or ").join(filter(None, (", ".join(said[:-1]), said[-1])))


_COLOURS = {"green": N_("green"), "amber": N_("amber"), "red": N_("red")}


def _names(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return what each spread is called: the plain name of a factor, if the interview has one."""
    plain = {id_: name for name, id_ in plain_names(knowledge)}
    titles = {id_: plain.get(id_, knowledge.entry(id_).title) for id_ in knowledge.ids_of("factor")}
    return {LIGHT: _("The partnership as a whole"), **titles}


def _first(totals: Totals, knowledge: KnowledgeBase) -> Iterator[tuple[str, int]]:
    """Yield what comes first, and in how many cases; that in some nothing does is said once."""
    is_told = any(NOTHING in each.values for each in totals.interventions)
    rest = _("All others") if is_told else _("All others, or none yet")
    for each in totals.interventions:
        yield _advised(each.values[0], knowledge) if each.values else rest, each.cases


def _advised(id_: str, knowledge: KnowledgeBase) -> str:
    return str(knowledge.entry(id_).title) if id_ in knowledge.ids_of("intervention") else _("None yet")


def _lead(totals: Totals) -> Iterator[str]:
    """Yield what to know before reading the numbers."""
    least = totals.least
    if totals.cases is None:
        yield _("There are fewer than {least} cases that could be counted, so nothing is shown.").format(
            least=least
        )
    else:
        yield ngettext("{n:,} case was counted.", "{n:,} cases were counted.", totals.cases).format(
            n=totals.cases
        )
    if totals.refused is None:
        yield _("Fewer than {least} rows, or none, had faults and were left out.").format(least=least)
    else:
        yield _("{n:,} rows had faults and were left out.").format(n=totals.refused)
    if totals.cases is not None:
        yield _(
            "No number here is smaller than {least}, and none can be worked out. Where there would be fewer, "
            "or none, what is next to each other is counted as one, such as 'loose or not known'. In "
            "pictures it is hatched."
        ).format(least=least)


def _sections(totals: Totals, names: Mapping[str, str]) -> Iterator[Section]:
    whole = [(_("All cases"), totals.cases or 0, totals.spreads)]
    yield Section("all", _("All cases together"), (), _panels(whole, names))
    if totals.by_period != "no-column":
        rows = [(period_title(each), each.cases, each.spreads) for each in totals.periods]
        note = _("These are not the same partnerships each time. What differs may be who was asked.")
        yield Section(
            "time",
            _("Over time"),
            (note,) if rows else (),
            _panels(rows, names),
            "" if rows else _("No time can be shown apart: there are too few cases, or all are of one."),
        )
    if totals.by_sector != "no-column":
        rows = [(sector_title(each), each.cases, each.spreads) for each in totals.sectors]
        instead = (
            "" if rows else _("No sector can be shown apart: there are too few cases, or all are of one.")
        )
        yield Section("sectors", _("By sector"), (), _panels(rows, names), instead)


Row = tuple[str, int, tuple[Spread, ...]]


def _panels(rows: Sequence[Row], names: Mapping[str, str]) -> tuple[Panel, ...]:
    """Return a panel for each spread of these rows."""
    if not rows:
        return ()
    return tuple(_panel(place, rows, names) for place in range(len(rows[0][2])))


def _panel(place: int, rows: Sequence[Row], names: Mapping[str, str]) -> Panel:
    spread = rows[0][2][place]
    lines = tuple(
        Line(label, tuple(part.cases for part in spreads[place].parts), cases)
        for label, cases, spreads in rows
    )
    parts = tuple(part_title(part.values) for part in spread.parts)
    values = tuple(part.values for part in spread.parts)
    return Panel(names[spread.of], values, parts, lines)
