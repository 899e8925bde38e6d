"""Checks of what is said otherwise: is it told at all, does it say something else, does anybody read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor.inference.circuit.truth_table import can_hold, covers
from advisor.inference.network import Count, Test, positive
from advisor.inference.wording import ALWAYS
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.model import hyphened
from advisor.knowledge.otherwise import SaidOtherwise
from advisor.verification.checks import check
from advisor.verification.subject import Subject


@check("error")
def words_never_told(subject: Subject) -> Iterator[Complaint]:
    """Each text that is said otherwise is told somewhere, and so is the text itself."""
    for _, entry in _said_otherwise(subject):
        own = subject.deep.get(entry.id, ALWAYS)
        earlier: list[Test] = []
        for each in entry.said_otherwise:
            test = subject.down(positive(each.when, subject.knowledge))
            told = _both(own, test)
            if not can_hold(told):
                what = f"'{entry.id}' is never so while this is said otherwise"
                yield entry.id, "said-otherwise", _at(what, entry, each), "look at what the rule asks for"
            elif earlier and covers(Count(1, list(earlier)), told):
                what = f"what '{entry.id}' says before this is told wherever this would be"
                yield entry.id, "said-otherwise", _at(what, entry, each), "put it first, or take it out"
            earlier.append(test)
        if covers(Count(1, list(earlier)), own):
            what = f"the text of '{entry.id}' itself is never told"
            yield entry.id, "said-otherwise", what, "make what is always said otherwise the text itself"


@check("warning")
def words_said_twice(subject: Subject) -> Iterator[Complaint]:
    """What is said otherwise says something else than the text itself, and than what is said before it."""
    for _, entry in _said_otherwise(subject):
        for number, each in enumerate(entry.said_otherwise):
            for name, text in each.texts().items():
                if text == getattr(entry, name):
                    what = f"'{hyphened(name)}' of '{entry.id}' is said otherwise in the same words"
                    yield (
                        entry.id,
                        hyphened(name),
                        _at(what, entry, each),
                        "leave it out, or say it otherwise",
                    )
            if any(each.texts() == other.texts() for other in entry.said_otherwise[:number]):
                what = f"'{entry.id}' is said otherwise twice in the same words"
                remedy = "put both conditions into one 'any'"
                yield entry.id, "said-otherwise", _at(what, entry, each), remedy


@check("warning")
def words_nobody_reads(subject: Subject) -> Iterator[Complaint]:
    """Only what an advice tells is said otherwise: other texts are seen in lists and pages alone."""
    for kind, entry in _said_otherwise(subject):
        told = (*subject.knowledge.kinds[kind].told, *getattr(entry, "own_texts", ()))
        for each in entry.said_otherwise:
            for name in each.texts():
                if name not in (*told, *getattr(entry, "own_texts", ()), "who"):  # who leads is told of all
                    what = f"no advice tells '{hyphened(name)}' of a {kind}"
                    told_ = ", ".join(map(hyphened, told))
                    remedy = f"say one of these otherwise: {told_}" if told else "leave it out"
                    yield entry.id, hyphened(name), what, remedy


def _said_otherwise(subject: Subject) -> Iterator[tuple[str, Any]]:
    """Yield each entry and rule that is said otherwise somewhere, with its kind."""
    for kind, entry in subject.knowledge.all_entries():
        if getattr(entry, "said_otherwise", ()):
            yield kind, entry


def _both(one: Test, other: Test) -> Test:
    return Count(2, [one, other])


def _at(what: str, entry: Any, each: SaidOtherwise) -> str:
    """Return a complaint with the number of the place where it is said otherwise, where there are several."""
    several = len(entry.said_otherwise) > 1
    return f"{what} (number {entry.said_otherwise.index(each) + 1})" if several else what
