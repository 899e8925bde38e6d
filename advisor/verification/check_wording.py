"""Checks of what is said otherwise: is it told at all, does it say something else, does anybody read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from advisor._language import _
from advisor.inference.circuit.gates import FALSE, TRUE
from advisor.inference.network import positive
from advisor.inference.wording import ALWAYS
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.model import hyphened
from advisor.knowledge.otherwise import SaidOtherwise
from advisor.verification.checks import check
from advisor.verification.possible import Query
from advisor.verification.subject import Subject


@dataclass(frozen=True, slots=True)
class _Telling:
    """A text of an entry (None: the text itself), and where it is told: wherever it may be, and it alone."""

    entry: Any
    otherwise: SaidOtherwise | None
    anywhere: Query
    first: Query


@check("error")
def words_never_told(subject: Subject) -> Iterator[Complaint]:
    """Each text that is said otherwise is told somewhere, and so is the text itself."""
    tellings = [each for _, entry in _said_otherwise(subject) for each in _tellings(entry, subject)]
    anywhere = subject.possible.ask([each.anywhere for each in tellings])
    first = subject.possible.ask([each.first for each in tellings])
    for telling, may_be, is_told in zip(tellings, anywhere, first, strict=True):
        entry, otherwise = telling.entry, telling.otherwise
        if may_be is None or (may_be and is_told is None):
            subject.leave_out("words-never-told", entry.id)
        elif otherwise is None:
            if may_be and not is_told:
                what = _("the text of '{id}' itself is never told").format(id=entry.id)
                yield (
                    entry.id,
                    "said-otherwise",
                    what,
                    _("make what is always said otherwise the text itself"),
                )
        elif not may_be:
            what = _("'{id}' is never so while this is said otherwise").format(id=entry.id)
            yield entry.id, "said-otherwise", _at(what, entry, otherwise), _("look at what the rule asks for")
        elif not is_told:
            what = _("what '{id}' says before this is told wherever this would be").format(id=entry.id)
            yield entry.id, "said-otherwise", _at(what, entry, otherwise), _("put it first, or take it out")


def _tellings(entry: Any, subject: Subject) -> Iterator[_Telling]:
    """Yield each text of an entry, in the order in which their conditions are looked at."""
    circuit, knowledge = subject.evaluator.circuit, subject.knowledge
    own, test = subject.evaluator.fires_at.get(entry.id, TRUE), subject.tests.get(entry.id, ALWAYS)
    earlier, shut = FALSE, [test]
    for each in entry.said_otherwise:
        when = positive(each.when, knowledge)
        holds = subject.evaluator.place(when).gate
        told = circuit.both(own, holds)
        first = circuit.both(told, circuit.opposite(earlier))
        yield _Telling(entry, each, Query(told, ((test, when),)), Query(first, ((when, *shut),)))
        earlier = circuit.either(earlier, holds)
        shut = [*shut, positive(each.when, knowledge, negated=True)]
    never = circuit.both(own, circuit.opposite(earlier))
    yield _Telling(entry, None, Query(own, ((test,),)), Query(never, ((test,), tuple(shut))))


@check("warning")
def words_said_twice(subject: Subject) -> Iterator[Complaint]:
    """What is said otherwise says something else than the text itself, and than what is said before it."""
    for _kind, entry in _said_otherwise(subject):
        for number, each in enumerate(entry.said_otherwise):
            for name, text in each.texts().items():
                if text == getattr(entry, name):
                    what = _("'{name}' of '{id}' is said otherwise in the same words").format(
                        name=hyphened(name), id=entry.id
                    )
                    yield (
                        entry.id,
                        hyphened(name),
                        _at(what, entry, each),
                        _("leave it out, or say it otherwise"),
                    )
            if any(each.texts() == other.texts() for other in entry.said_otherwise[:number]):
                what = _("'{id}' is said otherwise twice in the same words").format(id=entry.id)
                remedy = _("put both conditions into one 'any'")
                yield entry.id, "said-otherwise", _at(what, entry, each), remedy


@check("warning")
def words_nobody_reads(subject: Subject) -> Iterator[Complaint]:
    """Only what an advice tells is said otherwise: other texts are seen in lists and pages alone."""
    for kind, entry in _said_otherwise(subject):
        told = (*subject.knowledge.kinds[kind].told, *getattr(entry, "own_texts", ()))
        for each in entry.said_otherwise:
            for name in each.texts():
                if name not in (*told, *getattr(entry, "own_texts", ()), "who"):  # who leads is told of all
                    what = _("no advice tells '{name}' of a {kind}").format(name=hyphened(name), kind=kind)
                    told_ = ", ".join(map(hyphened, told))
                    remedy = (
                        _("say one of these otherwise: {told}").format(told=told_)
                        if told
                        else _("leave it out")
                    )
                    yield entry.id, hyphened(name), what, remedy


def _said_otherwise(subject: Subject) -> Iterator[tuple[str, Any]]:
    """Yield each entry and rule that is said otherwise somewhere, with its kind."""
    for kind, entry in subject.own_entries():
        if getattr(entry, "said_otherwise", ()):
            yield kind, entry


def _at(what: str, entry: Any, each: SaidOtherwise) -> str:
    """Return a complaint with the number of the place where it is said otherwise, where there are several."""
    several = len(entry.said_otherwise) > 1
    return (
        _("{what} (number {number})").format(what=what, number=entry.said_otherwise.index(each) + 1)
        if several
        else what
    )
