"""Check your answers: all of them in words before the advice, each with its number to change it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _, day_in_words, ngettext
from advisor._text import shown_name
from advisor.cases.case import Case
from advisor.interview.interview import Interview
from advisor.interview.way import Entry
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question_kinds.table import kind_of
from advisor.reports.interventions import interventions_of

from .prompts import wrapped

SEATS = {"centre": N_("the centre's"), "partner": N_("a partner's"), "above": N_("above both")}
SHARED = {
    "yes": N_("yes, the others may see who said what"),
    "no": N_("no, the others are not shown who said what"),
}


def answers_text(interview: Interview) -> str:
    """Return all that was answered, in words: what the case is called first, then each with its number."""
    case = interview.case
    lines = [_("CHECK YOUR ANSWERS"), *(wrapped(each, "       ") for each in particulars(case).values())]
    for number, entry in enumerate(interview.entries, 1):
        question = interview.knowledge.questions[entry.question]
        lines.append(wrapped(question.prompt, f"{number:>4}  ", "      "))
        lines += [wrapped(each, "      = ", "        ") for each in _in_words(entry, interview.knowledge)]
    return "\n".join(lines)


def particulars(case: Case) -> dict[str, str]:
    """Return what a case is called, its day, its partners and whose view it is, in words."""
    partners = ", ".join(shown_name(partner.name) for partner in case.partners)
    return {
        "name": _("name: {name}").format(name=shown_name(case.partnership) or "-"),
        "date": _("date: {date}").format(date=day_in_words(case.date) if case.date else "-"),
        "partners": _("partners: {partners}").format(partners=partners or "-"),
        "seat": _("seat: {seat}").format(seat=_(SEATS[case.seen_from]) if case.seen_from else "-"),
        "share": _("share: {share}").format(share=_(SHARED[case.share or "no"])),
    }


def _in_words(entry: Entry, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield an answer in words: of a list what was said of which lines, the noes by their number."""
    question = knowledge.questions[entry.question]
    kind = kind_of(question)
    if isinstance(entry.answer, str):
        yield _bare(kind.say_whole(question, entry.answer))
    else:
        texts = {line.id: line.text for line in kind.lines(question, interventions_of(knowledge))}
        by_word: dict[str, list[str]] = {}
        for part, word in entry.answer.items():
            by_word.setdefault(word, []).append(texts.get(part, part))
        others = _("all {n}") if len(by_word) == 1 else _("the other {n}")
        for word, parts in by_word.items():
            told = others.format(n=len(parts)) if word == "no" else "; ".join(parts)
            yield f"{_bare(kind.say(question, word))}: {told}"
    if (number := len(entry.open_parts)) > 0:
        yield ngettext("left open: {n} line", "left open: {n} lines", number).format(n=number)
    if entry.note:
        yield _("your note: {note}").format(note=entry.note)


def _bare(said: str) -> str:
    """Return an answer without the marks around it; an apostrophe at its own end stays."""
    return said[1:-1] if len(said) > 1 and said[0] == said[-1] == "'" else said
