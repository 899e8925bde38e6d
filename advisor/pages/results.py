"""The page with the results of exercises: who chose what, how often, the author and the rules beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._language import _, language_tag, ngettext
from advisor.exercise.side_by_side import Learner, Line, SideBySide
from advisor.pages.numbers_in_parts import in_parts
from advisor.pages.results_model import OwnWords, ResultsChapter, ResultsLabels, ResultsPage
from advisor.pages.totals_model import Numbers
from advisor.reports.exercise_results import (
    author_in_short,
    changed,
    own_words,
    rules_in_short,
    scenario_named,
    voted,
    who_of,
)

MOST_COUNTS, MOST_PEOPLE = 6, 10  # columns side by side: an A4 page holds them


def results_page(all_: Sequence[SideBySide]) -> ResultsPage:
    """Return the page with results; `as_html` makes a file of it."""
    return ResultsPage(
        language=language_tag(),
        name=_("What was chosen"),
        chapters=tuple(_chapter(number, found) for number, found in enumerate(all_, 1)),
        words=ResultsLabels(
            skip=_("Go to the results"),
            contents=_("On this page"),
            by_person=_("Who chose what"),
            in_own_words=_("In their own words"),
            offline=_("This page is one file. It loads nothing, sends nothing and keeps nothing."),
        ),
    )


def _chapter(number: int, found: SideBySide) -> ResultsChapter:
    learners = ngettext("{n} learner.", "{n} learners.", len(found.learners)).format(n=len(found.learners))
    point = _("Its point: {teaches}").format(teaches=found.teaches) if found.teaches else ""
    legend = _("A number says which place it had among the choices.")
    if found.told_after:
        legend += " " + _("Behind the arrow is its place after the debrief; 0 is none.")
    people = _people(found)
    return ResultsChapter(
        id=f"case-{number}",
        title=scenario_named(found),
        notes=tuple(filter(None, (point, learners, voted(found), changed(found)))),
        counts=tuple(in_parts(_counts(found), MOST_COUNTS, beside=2)),
        people=tuple(in_parts(people, MOST_PEOPLE)) if people.rows else (),
        legend=legend,
        own_words=tuple(filter(None, (_own_words(each, found) for each in found.learners))),
    )


def _counts(found: SideBySide) -> Numbers:
    headers = ["", _("Chosen by")]
    if found.told_after:
        headers.append(_("After the debrief"))
    if found.votes:
        headers += [_("Hands"), _("Hands afterwards")]
    several = found.groups if len(found.groups) > 1 else ()
    headers += [group or _("no group") for group in several]
    rows = tuple((line.title, *_cells(line, found, several)) for line in found.lines)
    return Numbers(
        _("What was chosen, and what the author and the rules say"),
        (*headers, _("The author"), _("The rules")),
        rows,
    )


def _cells(line: Line, found: SideBySide, groups: Sequence[str]) -> Iterator[str]:
    yield str(sum(map(bool, line.by)) or _("nobody"))
    if found.told_after:
        yield str(sum(map(bool, line.after)))
    if found.votes:
        yield from map(str, line.hands)
    for group in groups:
        pairs = zip(line.by, found.learners, strict=True)
        yield str(sum(bool(place) for place, each in pairs if each.group == group))
    yield author_in_short(line)
    yield rules_in_short(line.rules)


def _people(found: SideBySide) -> Numbers:
    headers = ("", *(who_of(learner, found) for learner in found.learners))
    rows = tuple(
        (line.title, *map(_place, line.by, line.after))
        for line in found.lines
        if any(line.by) or any(line.after)
    )
    return Numbers(_("Who chose what"), headers, rows)


def _place(before: int, after: int | None) -> str:
    """Return which place something had among the choices, and after the debrief."""
    first = str(before or "")
    if after is None or after == before:
        return first
    return f"{before}→{after}"


def _own_words(learner: Learner, found: SideBySide) -> OwnWords | None:
    said = tuple(own_words(learner, found))
    return OwnWords(who_of(learner, found), said) if said else None
