"""The headings of a table: which are answers, and which only look like it."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from shlex import quote

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
    other = [other] if isinstance(other, str) else [*map(str, other)]
    near = _Near(answers)
    faults = [*_wrong_others(texts, answers, label, other)]
    faults += [
        Fault(label, 1, number, what, f"{remedy}, or name it with --other {shown(quote(name))}", (name,))
        for number, name in enumerate(texts, 1)
        if name not in answers and name not in other
        for what, remedy in near.wrong_with(name)
    ]
    if not faults and not any(name in answers for name in texts):
        example = next(iter(answers), "")
        remedy = f"name columns after questions, such as '{example}'"
        faults.append(Fault(label, 1, 1, "no column holds answers", remedy))
    if faults:
        raise TableError(faults)


def _wrong_others(
    names: list[str], answers: Mapping[str, AnswerColumn], label: str, other: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with the columns that are named as no answers."""
    for name in dict.fromkeys(other):
        if name in answers:
            what = f"'{shown(name)}' is an answer, and cannot be one of the other columns"
            yield Fault(label, 1, 1, what, "rename the column, or leave it out of 'other' (--other)")
        elif name not in names:
            what = f"there is no column '{shown(name)}', which 'other' (--other) names"
            yield Fault(label, 1, 1, what, did_you_mean(name, (one for one in names if one not in answers)))


def refuse_repeated(names: Collection[str], label: str) -> None:
    """Raise `TableError` if a heading is there twice."""
    seen: set[str] = set()
    faults = []
    nameless = sum(not name for name in names)
    if nameless > 1:
        what = f"there are {nameless:,} columns without a heading"
        faults.append(
            Fault(label, 1, [*names].index("") + 1, what, "give each a heading of its own, or remove them")
        )
    for number, name in enumerate(names, 1):
        if name and name in seen:
            what = f"the heading '{shown(name)}' is there twice"
            faults.append(Fault(label, 1, number, what, "rename or remove one", (name,)))
        seen.add(name)
    if faults:
        raise TableError(faults)


def refuse_too_many(columns: int, label: str) -> None:
    """Raise `TableError` if there are more columns than a table may have."""
    if columns > MOST_COLUMNS:
        what = f"there are {columns:,} columns, and {MOST_COLUMNS:,} is the most"
        raise TableError([Fault(label, 1, 1, what, "keep the answers and what the result is to carry")])


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
        whole, known = plain(name), f"there is no answer '{shown(name)}'"
        question, dot, item = name.partition(".")
        if whole in self._names:
            yield _almost(name, self._names[whole])
        elif dot and plain(question) in self._parts:
            yield known, _instead(item, self._parts[plain(question)])
        elif near := get_close_matches(whole, self._names, n=1, cutoff=_NEAR):
            yield _almost(name, self._names[near[0]])


def _almost(name: str, answer: str) -> tuple[str, str]:
    return f"the heading '{shown(name)}' is almost '{answer}'", "rename it"


def _instead(item: str, items: Mapping[str, str]) -> str:
    """Return what to write instead of an item that a question does not have."""
    near = nearest(item, items)
    if near is not None:
        return f"did you mean '{items[near]}'? Rename it"
    known = next(iter(items.values())).partition(".")[0]
    return f"behind '{known}.', {did_you_mean(item, items)}. Rename it"
