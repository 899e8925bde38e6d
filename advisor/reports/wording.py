"""How advice is worded and broken into lines, whatever the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from advisor._language import _
from advisor._text import in_lines, on_one_line
from advisor.errors import UnknownIdError
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import inside as inside
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of, question_named
from advisor.knowledge.rules import Rule

if TYPE_CHECKING:  # whoever has one to word has imported it; most advice has none
    from advisor.cases.edits import Edit
    from advisor.explanation import Reason

WIDTH = 100
NARROWEST = 30
CUT = "..."


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
    if firing.source is None:
        return _("derived")
    place = place_in_work(firing, knowledge)
    if not place:
        return _("our judgement")
    return _("our judgement, after {place}").format(place=place) if is_judged(firing, knowledge) else place


def place_in_work(firing: Firing | Rule | Reason, knowledge: KnowledgeBase) -> str:
    """Return where in a published work a firing or a rule comes from, short; nothing if from none."""
    source = firing.source
    if source is None or knowledge.works[source.work].unpublished:
        return ""
    name = " ".join(word.capitalize() if word.isalpha() else word for word in source.work.split("-"))
    if not any(letter.isdigit() for letter in name):  # no author and year: a work of somebody's own
        name = getattr(source, "title", name)
    if source.page:
        return _("{work}, {place}, p. {page}").format(work=name, place=source.at, page=source.page)
    return f"{name}, {source.at}"


def is_judged(firing: Firing | Rule | Reason, knowledge: KnowledgeBase) -> bool:
    """Return whether those who wrote the rule judge so themselves, and no published work says it."""
    source = firing.source
    return source is None or knowledge.works[source.work].unpublished or firing.basis != "source"


def cut(text: str, letters: int) -> str:
    """Return a text on one line of at most so many letters; a longer one ends in `...` behind a word."""
    words = " ".join(on_one_line(text[: 20 * letters]).split())  # enough of it, however many blanks
    if len(words) <= letters:
        return words
    short = words[: letters - len(CUT) + 1]
    whole = short.rpartition(" ")[0] or short[:-1]
    return whole.rstrip(" ,;:-.") + CUT


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
    asked = kind.asked_alone(question, part.text) if part else question.title
    if edit.value is None:
        return asked, _("not answered")
    return asked, kind.say(question, edit.value) if item else kind.say_whole(question, edit.value)


def joined(words: Iterable[str]) -> str:
    """Return things in a row."""
    return "; ".join(word.rstrip(".") for word in words).replace("?; ", "? ")


def leading(title: str) -> str:
    """Return a title as it reads before what is said of it."""
    return title if title.endswith(("?", "!")) else title.rstrip(".") + ":"


def ended(text: str) -> str:
    """Return a text with a full stop, unless it ends a sentence already."""
    return text if text.endswith((".", "?", "!")) else text + "."
