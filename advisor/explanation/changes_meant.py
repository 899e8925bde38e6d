"""The changes that somebody means who types them: by ids, or by the words of a question and its answers."""

from __future__ import annotations

from advisor._language import _
from advisor.advice.named import plain
from advisor.cases.edits import Edit, parsed
from advisor.errors import EditError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import Asked, asked_things, question_named

MOST_TOLD = 3


def changes_meant(text: str, knowledge: KnowledgeBase) -> list[Edit]:
    """Return the changes of one future: several as QUESTION=VALUE with commas between, or one in words.

    In words it is a question or an item, or the beginning of one, and behind the sign the answer: its text,
    the beginning of that, or its number in the list. `EditError` for what is no change, or may be several.
    """
    name, equals, value = text.partition("=")
    if not equals or "=" in value or not value.strip():
        return parsed(text)
    found = _asked_so(name.strip(), knowledge)
    if len(found) > 1:
        titles = ", ".join(f"'{asked.kind.asked(asked.part.text)}'" for asked in found[:MOST_TOLD])
        raise EditError(
            name.strip(), _("this may be several questions"), _("say which: {titles}").format(titles=titles)
        )
    if not found:
        return parsed(text)
    word = _word(found[0], value)
    if word is None:
        return parsed(f"{_name(found[0], '')}={value}")
    return [Edit(_name(found[0], word), word)]


def _asked_so(name: str, knowledge: KnowledgeBase) -> list[Asked]:
    """Return the questions, and items of lists, with this id or this text, or else that begin so."""
    asked = [each for each in asked_things(knowledge).values() if not each.kind.in_actions]
    by_id = question_named(name, knowledge)
    if by_id is not None:
        return [each for each in asked if each.question.id == by_id.id and not each.part.key]
    if not plain(name):
        return []
    texts = [(plain(each.part.text if each.part.key else each.question.prompt), each) for each in asked]
    same = [each for text, each in texts if text == plain(name)]
    return same or [each for text, each in texts if text.startswith(plain(name))]


def _name(asked: Asked, word: str) -> str:
    return Edit.of(Fact(*asked.part.thing, word)).name


def _word(asked: Asked, value: str) -> str | None:
    """Return the answer that is meant; None if it is none of the question's, or may be several."""
    said = plain(value)
    texts = {option.id: option.text for option in asked.question.options if option.id in asked.part.words}
    if value.strip() in (*asked.part.values, *texts):
        return value.strip()
    words = list(texts)
    if said.isdecimal() and 1 <= int(said) <= len(words) and not asked.part.key:
        return words[int(said) - 1]
    same = [word for word, text in texts.items() if plain(text) == said]
    found = same or [word for word, text in texts.items() if said and plain(text).startswith(said)]
    return found[0] if len(found) == 1 else None
