"""How advice is worded and broken into lines, whatever the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from advisor._language import _
from advisor._text import in_lines, on_one_line
from advisor.errors import UnknownIdError
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of, question_named
from advisor.knowledge.rules import Rule

if TYPE_CHECKING:  # whoever has one to word has imported it; most advice has none
    from advisor.cases.edits import Edit
    from advisor.explanation import Reason

WIDTH = 100
NARROWEST = 30
STAGE_WORDS = {  # both words: the one of the files, and the one that leaders are asked in
    "emerging": "emerging (loose)",
    "developing": "developing (in between)",
    "confident": "confident (tight)",
    "unknown": "not known",
}


def wrapped(
    text: str, indent: int = 0, hanging: int | None = None, width: int = WIDTH, mark: str = ""
) -> list[str]:
    """Return `text` behind a mark, in lines of at most `width` columns; none if there is no text.

    Lines after the first are indented by `hanging`. What could steer a terminal or hide is not in them.
    """
    after = " " * (indent if hanging is None else hanging)
    first = " " * indent + mark
    return in_lines(on_one_line(text), width, first, after, at_hyphens=False)


def citation(firing: Firing | Rule | Reason, knowledge: KnowledgeBase) -> str:
    """Return where a firing or a rule comes from, short; says when the link is the authors' own judgement."""
    source = firing.source
    if source is None:
        return "derived"
    if knowledge.works[source.work].unpublished:
        return "our judgement"
    name = " ".join(word.capitalize() if word.isalpha() else word for word in source.work.split("-"))
    if not any(letter.isdigit() for letter in name):  # no author and year: a work of somebody's own
        name = getattr(source, "title", name)
    place = f"{name}, {source.at}" + (f", p. {source.page}" if source.page else "")
    return place if firing.basis == "source" else f"our judgement, after {place}"


def edit_text(edit: Edit, knowledge: KnowledgeBase) -> str:
    """Return a change in the words of the question."""
    return " ".join(edit_parts(edit, knowledge))


def edit_parts(edit: Edit, knowledge: KnowledgeBase) -> tuple[str, str]:
    """Return what a change is asked by, and what it says."""
    name, _dot, item = edit.name.partition(".")
    question = question_named(name, knowledge)
    if question is None:
        raise UnknownIdError(f"there is no question '{name}'")
    kind = kind_of(question)
    part = next((part for part in knowledge.memo(parts_of)[question.id] if part.key == item), None)
    asked = kind.asked(part.text) if part else question.title
    if edit.value is None:
        return asked, _("not answered")
    return asked, kind.say(question, edit.value) if item else kind.say_whole(question, edit.value)


def inside(title: str) -> str:
    """Return a title as it reads inside a sentence."""
    keep = (title[:2].isalpha() and title[:2].isupper()) or title.startswith(("I ", "I'"))
    return (title if keep else title[:1].lower() + title[1:]).rstrip(".")


def joined(words: Iterable[str]) -> str:
    """Return things in a row."""
    return "; ".join(word.rstrip(".") for word in words).replace("?; ", "? ")


def ended(text: str) -> str:
    """Return a text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!")) else text + "."
