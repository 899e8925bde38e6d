"""The changes that somebody means who types them: by ids, or by the words of a question and its answers."""

from __future__ import annotations

import re

from advisor._command import typed_or_called
from advisor._language import _
from advisor._suggest import SAME, did_you_mean, nearest
from advisor._text import shown
from advisor.advice.naming import plain
from advisor.cases.edits import Edit, parsed
from advisor.errors import EditError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE
from advisor.knowledge.questions import Asked, asked_things, question_named

MOST_TOLD = 3
_BETWEEN = re.compile(r",(?=[^,=]*=)")  # a comma between two changes, and not one in an answer


def changes_meant(text: str, knowledge: KnowledgeBase) -> list[Edit]:
    """Return the changes of one future, with commas between: each as QUESTION=VALUE, or in words.

    In words it is a question or an item, or the first words of one, and behind the sign the answer: its text,
    the first words of that, or its number in the list. `EditError` for what is no change, or may be several.
    """
    parts = _BETWEEN.split(text) if text.count("=") > 1 else [text]
    edits = [edit for part in parts for edit in _one_meant(part, knowledge)]
    for place, edit in enumerate(edits):
        if any(edit.name == other.name for other in edits[:place]):
            parsed(",".join(f"{each.name}={each.value}" for each in edits))  # which says so
    return edits


def _one_meant(text: str, knowledge: KnowledgeBase) -> list[Edit]:
    name, equals, value = text.partition("=")
    if not equals or "=" in value or not value.strip():
        return parsed(text)
    found = _asked_so(name.strip(), knowledge)
    if len(found) > 1:
        titles = ", ".join(f"'{asked.kind.asked(asked.part.text)}'" for asked in found[:MOST_TOLD])
        raise EditError(
            name.strip(), _("this may be several questions"), _("say which: {titles}").format(titles=titles)
        )
    if not found and question_named(name.strip().partition(".")[0], knowledge) is not None:
        return parsed(text)  # an item by its id, or a whole list
    if not found:
        raise _no_question(name.strip(), knowledge)
    return [Edit(_name(found[0], ""), _word(found[0], name.strip(), value))]


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
    return same or [each for text, each in texts if _begins(text, plain(name))]


def _no_question(name: str, knowledge: KnowledgeBase) -> EditError:
    """Return what to say where no question has a name: a near one, those that have it inside, or how to."""
    asked = [each for each in asked_things(knowledge).values() if not each.kind.in_actions]
    inside = [
        each for each in asked if f" {plain(name)}" in f" {plain(each.part.text or each.question.prompt)}"
    ]
    titles = dict.fromkeys(f"'{each.kind.asked(each.part.text)}'" for each in inside)
    remedy = _("name it by its first words, or its id, as in: {example}").format(
        example=typed_or_called('--set "how are you in touch=2"', "'how are you in touch=2'")
    )
    if nearest(name, knowledge.questions) is not None:
        remedy = did_you_mean(name, knowledge.questions)
    elif plain(name) and not plain(name).isdecimal() and titles:
        remedy = _("say which: {titles}").format(titles=", ".join([*titles][:MOST_TOLD]))
    return EditError(name, _("there is no question '{name}'").format(name=shown(name)), remedy)


def _begins(text: str, words: str) -> bool:
    """Return whether a text begins with these words, none of them cut."""
    return text.startswith(words) and not text[len(words) :][:1].isalnum()


def _name(asked: Asked, word: str) -> str:
    return Edit.of(Fact(*asked.part.thing, word)).name


def _word(asked: Asked, name: str, value: str) -> str:
    """Return the answer that is meant; `EditError` with the choices if it is none, or may be several."""
    said = plain(value)
    texts = {option.id: option.text for option in asked.question.options if option.id in asked.part.words}
    known = list(dict.fromkeys((*asked.part.values, *texts)))
    words = list(texts)
    if value.strip() in known:
        return value.strip()
    if said.isdecimal() and 1 <= int(said) <= len(words) and not asked.part.key:
        return words[int(said) - 1]
    found = [word for word, text in texts.items() if plain(text) == said]
    if not found:
        meant = dict.fromkeys(meant for written, meant in SAME if said in written and meant in known)
        found = [word for word in meant if word != NOT_APPLICABLE]  # "none" may be an answer
    is_short = any(said in (*written, meant) for written, meant in SAME)  # "yes" begins what says much more
    if not found and not is_short:
        found = [word for word, text in texts.items() if said and _begins(plain(text), said)]
    if len(found) == 1:
        return found[0]
    is_near = not is_short and nearest(said, known) is not None
    choices = [f"{word} ('{texts[word]}')" if word in texts else word for word in words or known]
    listed = _("use one of: {words}").format(words=", ".join(choices))
    what = _("'{id}' has no option '{said}'").format(id=name, said=shown(value.strip()))
    raise EditError(name, what, did_you_mean(said, known) if is_near else listed)
