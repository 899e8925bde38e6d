"""Answers in the words of the questions, and the titles of what is concluded."""

from __future__ import annotations

from typing import Any

from advisor._language import _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.beside import beside_asked, beside_said, beside_value
from advisor.knowledge.facts import BESIDE_KINDS, Fact
from advisor.knowledge.question_kinds.actions import OUTCOME_WORDS as OUTCOMES
from advisor.knowledge.question_kinds.table import kind_giving
from advisor.knowledge.questions import asked_things
from advisor.knowledge.sectors import sector_titles
from advisor.knowledge.terms import STAGE_WORDS

__all__ = [
    "OUTCOMES",
    "STAGE_WORDS",
    "asked_of",
    "inside",
    "own_words",
    "plain_title",
    "plain_title_of",
    "quoted",
    "sector_title",
    "stage_in_words",
    "title_of",
    "value_of",
]


def quoted(kind: str, id_: str, value: str, knowledge: KnowledgeBase) -> str:
    """Return an answer of the leader, quoted: the question, and what she said.

    What was given beside the case she did not say; it is told as it is.
    """
    if kind in BESIDE_KINDS:
        return beside_said(Fact(kind, id_, value), knowledge)
    return _("You said: {question} {answer}").format(
        question=asked_of(kind, id_, knowledge), answer=value_of(kind, id_, value, knowledge)
    )


def own_words(kind: str, id_: str, value: str, knowledge: KnowledgeBase) -> str:
    """Return an answer in the words that the leader chose it by, without the question.

    Of a choice that is the option's text, of a list the item; behind a colon stands what else was said of it.
    """
    if kind in BESIDE_KINDS:
        return beside_said(Fact(kind, id_, value), knowledge)
    said = value_of(kind, id_, value, knowledge)
    if kind == "answer":
        return said.removeprefix("'").removesuffix("'").rstrip(".")
    asked = asked_of(kind, id_, knowledge).rstrip(".:")
    return asked if kind in ("item", "sector") and value == "yes" else f"{asked}: {said}"


def asked_of(kind: str, id_: str, knowledge: KnowledgeBase) -> str:
    """Return what was asked: the question, and the item or row of it."""
    asked = asked_things(knowledge).get((kind, id_))
    if asked is not None:
        return asked.kind.asked(asked.part.text)
    if kind == "sector":
        return _("A partner is of the sector '{sector}':").format(sector=sector_title(id_))
    if kind in BESIDE_KINDS:
        return beside_asked(kind, id_, knowledge)
    return kind_giving(kind).asked(title_of(id_, knowledge))  # no question asks for it


def value_of(kind: str, id_: str, value: str, knowledge: KnowledgeBase) -> str:
    """Return what was said, in quotation marks where it is an option's text."""
    if kind == "sector":
        return value
    if kind in BESIDE_KINDS:
        return beside_value(value)
    asked = asked_things(knowledge).get((kind, id_))
    return asked.kind.say(asked.question, value) if asked else kind_giving(kind).say(None, value)


def sector_title(id_: str) -> str:
    """Return what a sector is called."""
    return sector_titles()[id_]


def title_of(id_: str, knowledge: KnowledgeBase) -> str:
    """Return the title of an entry."""
    title: str = knowledge.entry(id_).title
    return title


def inside(title: str) -> str:
    """Return a title as it reads inside a sentence."""
    keep = (title[:2].isalpha() and title[:2].isupper()) or title.startswith(("I ", "I'"))
    return (title if keep else title[:1].lower() + title[1:]).rstrip(".")


def plain_title(entry: Any) -> str:
    """Return the plain name of an entry with the study's behind it, or its title where it has no other."""
    plain: str = getattr(entry, "plain", "")
    title: str = entry.title
    return f"{plain[:1].upper()}{plain[1:]} ({inside(title)})" if plain else title


def plain_title_of(id_: str, knowledge: KnowledgeBase) -> str:
    """Return the plain name of an entry with the study's behind it, without the full stop of a sentence."""
    return plain_title(knowledge.entry(id_)).rstrip(".")


def stage_in_words(value: str) -> str:
    """Return what a fact says of a stage, or of how sure it is: `loose`, or `loose (firm)`."""
    stage, _hyphen, sure = value.partition("-")
    said = _(STAGE_WORDS[stage]) if stage in STAGE_WORDS else stage
    if not sure:
        return said
    return (
        _("{stage} (firm)").format(stage=said)
        if sure == "firm"
        else _("{stage} (tentative)").format(stage=said)
    )
