"""The headings of a table: which are answers, and which only look like it."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from shlex import quote

from advisor._command import typed_or_called
from advisor._given import names_in
from advisor._language import _
from advisor._suggest import did_you_mean, nearest
from advisor._text import shown
from advisor.cohort.answer_columns import AnswerColumn
from advisor.errors import Fault, TableError

MOST_COLUMNS = 3_000  # a questionnaire has some hundreds; so many headings are looked at in a second
_NEAR = 0.8  # headings this alike are taken for a slip of the pen


def check_columns(
    names: Collection[object], answers: Mapping[str, AnswerColumn], label: str, other: Collection[str] = ()
) -> None:
    """Raise `TableError` if the columns hold no answers, or one has a name that looks like a slip.

    A slip would be taken for something else and its answers for not asked. `other` names columns that look
    like it and are no answers. Places are 1 and the number of the column.
    """
    refuse_too_many(len(names), label)
    texts = [*map(str, names)]
    other = [*map(str, names_in(other))]
    near = _Near(answers)
    faults = [*_wrong_others(texts, answers, label, other)]
    faults += [
        Fault(
            label,
            1,
            number,
            what,
            _or_other(remedy, name),
            (name,),
        )
        for number, name in enumerate(texts, 1)
        if name not in answers and name not in other
        for what, remedy in near.wrong_with(name)
    ]
    if not faults and not any(name in answers for name in texts):
        example = next(iter(answers), "")
        remedy = _("name columns after questions, such as '{example}'").format(example=example)
        faults.append(Fault(label, 1, 1, _("no column holds answers"), remedy))
    if faults:
        raise TableError(faults)


def _or_other(remedy: str, name: str) -> str:
    """Return what to try with a heading that looks like a slip and may be none."""
    told = typed_or_called(
        _("{remedy}, or name it with --other {name}"), _("{remedy}, or name it in 'other': {name}")
    )
    said = typed_or_called(shown(quote(name)), f"'{shown(name)}'")
    return told.format(remedy=remedy, name=said)


def _wrong_others(
    names: list[str], answers: Mapping[str, AnswerColumn], label: str, other: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with the columns that are named as no answers."""
    option = typed_or_called("--other", "'other'")
    for name in dict.fromkeys(other):
        if name in answers:
            what = _("'{name}' is an answer, and cannot be one of the other columns").format(name=shown(name))
            remedy = _("rename the column, or leave it out of {option}").format(option=option)
            yield Fault(label, 1, 1, what, remedy)
        elif name not in names:
            what = _("there is no column '{name}', which {option} names")
            what = what.format(name=shown(name), option=option)
            yield Fault(label, 1, 1, what, did_you_mean(name, (one for one in names if one not in answers)))


def refuse_repeated(names: Collection[str], label: str) -> None:
    """Raise `TableError` if a heading is there twice."""
    seen: set[str] = set()
    faults = []
    nameless = sum(not name for name in names)
    if nameless > 1:
        what = _("there are {nameless:,} columns without a heading").format(nameless=nameless)
        faults.append(
            Fault(label, 1, [*names].index("") + 1, what, _("give each a heading of its own, or remove them"))
        )
    for number, name in enumerate(names, 1):
        if name and name in seen:
            what = _("the heading '{name}' is there twice").format(name=shown(name))
            faults.append(Fault(label, 1, number, what, _("rename or remove one"), (name,)))
        seen.add(name)
    if faults:
        raise TableError(faults)


def refuse_too_many(columns: int, label: str) -> None:
    """Raise `TableError` if there are more columns than a table may have."""
    if columns > MOST_COLUMNS:
        what = _("there are {columns:,} columns, and {most_columns:,} is the most").format(
            columns=columns, most_columns=MOST_COLUMNS
        )
        raise TableError([Fault(label, 1, 1, what, _("keep the answers and what the result is to carry"))])


def plain(name: str) -> str:
    """Return what is left of a heading without case, blanks, punctuation, accents and forms of letters."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in unicodedata.normalize("NFKD", letters) if letter.isalnum())


class _Near:
    """What headings are near that are no answers."""

    def __init__(self, answers: Mapping[str, AnswerColumn]) -> None:
        self._names = {plain(name): name for name in answers}
        self._parts: dict[str, dict[str, str]] = {}  # by the question, the columns of its items
        for name in answers:
            question, dot, item = name.partition(".")
            if dot:
                self._parts.setdefault(plain(question), {})[item] = name

    def wrong_with(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with a heading that is near that of an answer, and what to try instead."""
        whole, known = plain(name), _("there is no answer '{name}'").format(name=shown(name))
        question, dot, item = name.partition(".")
        if whole in self._names:
            yield _almost(name, self._names[whole])
        elif dot and plain(question) in self._parts:
            yield known, _instead(item, self._parts[plain(question)])
        elif near := get_close_matches(whole, self._names, n=1, cutoff=_NEAR):
            yield _almost(name, self._names[near[0]])


def _almost(name: str, answer: str) -> tuple[str, str]:
    return _("the heading '{name}' is almost '{answer}'").format(name=shown(name), answer=answer), _(
        "rename it"
    )


def _instead(item: str, items: Mapping[str, str]) -> str:
    """Return what to write instead of an item that a question does not have."""
    near = nearest(item, items)
    if near is not None:
        return _("did you mean '{near}'? Rename it").format(near=items[near])
    known = next(iter(items.values())).partition(".")[0]
    return _("behind '{known}.', {remedy}. Rename it").format(known=known, remedy=did_you_mean(item, items))
