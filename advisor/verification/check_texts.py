"""Checks of texts: can anybody read them, and do they say where a thought comes from and why it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from advisor._language import _
from advisor.knowledge.complaints import Complaint
from advisor.verification.checks import check
from advisor.verification.subject import Subject

OLDEST = 14  # years: the reading age that no text should be above
GROWN_UP = 18  # years: above this the number says nothing
FEWEST_WORDS = 12  # a shorter text is too short to measure
_NOT_READ = ("id", "title", "form", "use", "tone", "kind", "source", "source-term", "when", "then")


@check("warning")
def no_published_source(subject: Subject) -> Iterator[Complaint]:
    """A rule whose link is said to be the source's names a published work and where in it."""
    for rule in subject.knowledge.rules:
        if rule.basis == "source" and subject.knowledge.works[rule.source.work].unpublished:
            what = _("'{id}' says that its link is the source's and names no published work").format(
                id=rule.id
            )
            yield rule.id, "basis", what, _("name the work, or write 'basis: judgement'")
        elif rule.basis == "source" and rule.source.page is None and not re.search(r"\d", rule.source.at):
            what = _("'{id}' does not say where in the work its link is made").format(id=rule.id)
            yield rule.id, "at", what, _("write the section, the table or the page")


@check("warning")
def reason_says_the_title(subject: Subject) -> Iterator[Complaint]:
    """A rule's reason says more than its title."""
    for rule in subject.knowledge.rules:
        if _bare(rule.because) == _bare(rule.title):
            yield (
                rule.id,
                "because",
                _("the reason of '{id}' only says its title again").format(id=rule.id),
                _("say why it follows"),
            )


@check("warning")
def no_short_text(subject: Subject) -> Iterator[Complaint]:
    """Where things that can be advised say in a line what to do, all of them do."""
    knowledge = subject.knowledge
    entries = [entry for kind in knowledge.kinds.advisable for entry in knowledge.of_kind(kind)]
    without = [entry for entry in entries if getattr(entry, "short", None) is None]
    if len(without) < len(entries):
        for entry in without:
            what = _("'{id}' does not say in a line what to do").format(id=entry.id)
            yield entry.id, "id", what, _("write 'short', an imperative of at most 90 letters")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


@check("warning")
def hard_to_read(subject: Subject) -> Iterator[Complaint]:
    """Everybody can read every text: none wants a reading age above 14."""
    for _kind, entry in subject.own_entries():
        for name, value in entry.as_dict().items():
            if name not in _NOT_READ:
                for text in _texts(value):
                    yield from _hard(entry.id, name, text)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a value, but not ids."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for member in value:
            yield from _texts(member)
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from _texts(member) if name not in _NOT_READ else ()


def _hard(id_: str, name: str, text: str) -> Iterator[Complaint]:
    age = reading_age(text)
    if age is not None and age > OLDEST:
        years = f"{age:.0f}" if age < GROWN_UP else _("{grown_up} or more").format(grown_up=GROWN_UP)
        what = _("'{name}' of '{id}' wants a reading age of {years}").format(name=name, id=id_, years=years)
        yield id_, name, what, _("use shorter words, or make two sentences of it")


def reading_age(text: str) -> float | None:
    """Return the age, in years, at which a text can be read; None if it is too short to say.

    It is the grade of the Automated Readability Index (Senter and Smith 1967) plus 5.
    """
    words = re.findall(r"[A-Za-z0-9'\u2019-]+", text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = len(re.findall(r"[.?!:;](?=\s|$)", text)) or 1
    letters = sum(map(len, words))
    return 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43 + 5
