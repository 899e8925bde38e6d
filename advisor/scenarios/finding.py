"""Finding a scenario in the index: by level, length, setting, point, and what can be practised on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from advisor._command import hint
from advisor._language import _, ngettext
from advisor._suggest import nearest
from advisor._text import shown
from advisor.advice.naming import named
from advisor.errors import AdvisorError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.scenarios.index import Row

_MOST = 6  # of what there is instead
_SMALL = 4  # letters: shorter words of a setting say little


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; all of it at once.

    `minutes` is how long it may take; `setting` and `point` are words; `pattern` and `intervention` are
    ids, titles or beginnings of one, the latter of anything that can be advised.
    """

    level: str | None = None
    minutes: int | None = None
    setting: str | None = None
    point: str | None = None
    pattern: str | None = None
    intervention: str | None = None
    pairs: bool = False


@dataclass(frozen=True, slots=True)
class _Filter:
    """One thing looked for: how it is typed, who has it, and what there is instead."""

    typed: str
    fits: Callable[[Row], bool]
    instead: Callable[[], str]


def find(rows: Sequence[Row], wanted: Wanted, knowledge: KnowledgeBase) -> tuple[Row, ...]:
    """Return the rows that have all that is wanted, in their order.

    `AdvisorError` if none has, with what there is instead; `UnknownIdError` for a pattern or an intervention
    that is none.
    """
    filters = list(_filters(rows, wanted, knowledge))
    found = tuple(row for row in rows if all(each.fits(row) for each in filters))
    if found or not filters:
        return found
    for each in filters:
        if not any(map(each.fits, rows)):
            what = _("{typed}: no scenario fits; {remedy}")
            raise AdvisorError(what.format(typed=each.typed, remedy=each.instead()))
    raise AdvisorError(_together(filters, rows))


def _together(filters: Sequence[_Filter], rows: Sequence[Row]) -> str:
    """Return that no row has everything, with how many have each, and how many without one of them."""
    alone = ", ".join(f"{each.typed} ({sum(map(each.fits, rows))})" for each in filters)
    what = _("no scenario fits all of it at once: {alone}; leave one out").format(alone=alone)
    without = {
        left.typed: sum(all(each.fits(row) for each in filters if each is not left) for row in rows)
        for left in filters
    }
    best = max(without, key=lambda typed: without[typed])
    if not without[best]:
        return what
    said = ngettext("without {typed} there is {n}", "without {typed} there are {n}", without[best])
    return f"{what}: {said.format(typed=best, n=without[best])}"


def _filters(rows: Sequence[Row], wanted: Wanted, knowledge: KnowledgeBase) -> Iterator[_Filter]:
    if wanted.level is not None:
        yield _Filter(f"--level {wanted.level}", lambda row: row.level == wanted.level, lambda: _levels(rows))
    if (minutes := wanted.minutes) is not None:
        yield _Filter(
            f"--minutes {minutes}",
            lambda row: row.minutes is not None and row.minutes <= minutes,
            lambda: _lengths(rows),
        )
    for option, word, text in (("setting", wanted.setting, _setting), ("point", wanted.point, _point)):
        if word is not None:
            yield _in_words(option, word, text, rows)
    if wanted.pattern is not None:
        id_ = meant(wanted.pattern, knowledge, ("pattern",), "--pattern")
        yield _listed("--pattern", id_, lambda row: row.patterns, rows, knowledge)
    if wanted.intervention is not None:
        id_ = meant(wanted.intervention, knowledge, knowledge.kinds.advisable, "--intervention")
        yield _listed("--intervention", id_, lambda row: row.practises, rows, knowledge)
    if wanted.pairs:
        instead = _("none of them names another view")
        yield _Filter("--pairs", lambda row: row.pair is not None, lambda: instead)


def _setting(row: Row) -> str:
    return (row.setting or "").casefold()


def _point(row: Row) -> str:
    return row.teaches.casefold()


def _in_words(option: str, word: str, text: Callable[[Row], str], rows: Sequence[Row]) -> _Filter:
    said = word.casefold().split()
    return _Filter(
        f"--{option} '{shown(word)}'",
        lambda row: all(each in text(row) for each in said),
        lambda: _other_words(word, text, rows),
    )


def _other_words(word: str, text: Callable[[Row], str], rows: Sequence[Row]) -> str:
    """Return the word that is near, or those that most of them have."""
    said = [dict.fromkeys(text(row).replace(",", " ").split()) for row in rows]
    words = Counter(each for row in said for each in row if len(each) >= _SMALL)
    near = nearest(word.casefold(), words)
    if near is not None:
        return _("did you mean '{near}'?").format(near=shown(near))
    most = ", ".join(f"{shown(each)} ({times})" for each, times in words.most_common(_MOST))
    return _("try a word that is there, such as {words}").format(words=most or "-")


def _levels(rows: Sequence[Row]) -> str:
    there = Counter(row.level for row in rows if row.level is not None)
    if not there:
        return _("none of them says its level")
    return _("there is {levels}").format(levels=", ".join(f"{level} ({there[level]})" for level in there))


def _lengths(rows: Sequence[Row]) -> str:
    lengths = [row.minutes for row in rows if row.minutes is not None]
    if not lengths:
        return _("none of them says how long it takes")
    return _("the shortest takes {minutes} minutes").format(minutes=min(lengths))


def meant(text: str, knowledge: KnowledgeBase, kinds: Sequence[str], option: str) -> str:
    """Return the id that is meant, of one of these kinds; `UnknownIdError` or `AdvisorError` if none is."""
    id_ = named(text, knowledge, kinds=kinds)
    kind = knowledge.kind(id_)
    if kind in kinds:
        return id_
    remedy = _("see what there is with: {command}").format(command=hint("knowledge", "list", kinds[0]))
    other = {"pattern": "--pattern", **dict.fromkeys(knowledge.kinds.advisable, "--intervention")}.get(kind)
    if other is not None:
        remedy = _("try {option}").format(option=other)
    what = _("{option}: '{title}' is of another kind ({kind}); {remedy}")
    raise AdvisorError(what.format(option=option, title=title_of(id_, knowledge), kind=kind, remedy=remedy))


def _listed(
    option: str,
    id_: str,
    held: Callable[[Row], Sequence[str]],
    rows: Sequence[Row],
    knowledge: KnowledgeBase,
) -> _Filter:
    def most() -> str:
        there = Counter(each for row in rows for each in held(row))
        told = (f"'{title_of(each, knowledge)}' ({times})" for each, times in there.most_common(_MOST))
        return _("there are some for {titles}").format(titles=", ".join(told) or "-")

    return _Filter(f"{option} '{title_of(id_, knowledge)}'", lambda row: id_ in held(row), most)
