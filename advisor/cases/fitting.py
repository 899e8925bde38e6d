"""A case file under other questions than it was written for: what still fits is kept, the rest is named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from advisor._language import _
from advisor._suggest import names_one
from advisor._text import shown
from advisor.cases.check import checked_case, kinds_of
from advisor.cases.sound import sound_answers
from advisor.files.positioned_yaml import Node
from advisor.knowledge.base import KnowledgeBase

LeftOut = list[tuple[Node, str]]  # what is wrong, and a line that says what it was


def fitting(tree: Node, knowledge: KnowledgeBase) -> tuple[Node, list[str]]:
    """Return the tree of a case file without what no question or entry knows, and a line for each of that.

    A line says what was meant, where that is near. Answers and their items, notes and what was tried are
    looked at; what is wrong in another way stays.
    """
    left_out: LeftOut = []
    held = dict(tree.value) if isinstance(tree.value, dict) else {}
    for key, fit in (("answers", _answers), ("notes", _notes), ("actions", _actions)):
        if key in held and held[key][1].value:
            name, node = held[key]
            held[key] = name, fit(node, knowledge, left_out)
    return (replace(tree, value=held), _lines(left_out, tree, knowledge)) if left_out else (tree, [])


def _lines(left_out: LeftOut, tree: Node, knowledge: KnowledgeBase) -> list[str]:
    faults = checked_case(tree, "", knowledge)[1]
    meant = {(fault.line, fault.column): fault.remedy for fault in faults}
    remedies = [meant.get((node.line, node.column), "") for node, _ in left_out]
    return [
        f"{line} ({remedy})" if names_one(remedy) else line
        for (_, line), remedy in zip(left_out, remedies, strict=True)
    ]


def _answers(node: Node, knowledge: KnowledgeBase, left_out: LeftOut) -> Node:
    if not isinstance(node.value, dict):
        return node
    fits = {
        word: (name, fit)
        for word, (name, said) in node.value.items()
        if (fit := _answer(name, said, knowledge, left_out)) is not None
    }
    return replace(node, value=fits)


def _answer(key: Node, node: Node, knowledge: KnowledgeBase, left_out: LeftOut) -> Node | None:
    word = key.text
    if word not in knowledge.questions:
        left_out.append((key, f"{shown(word)}: {_said(node)}"))
        return None
    sound = knowledge.memo(sound_answers)[word]
    if isinstance(node.value, dict) and sound.parts:
        fits = {item: pair for item, pair in node.value.items() if sound.takes_of(item, pair[1].value)}
        gone = [item for item in node.value if item not in fits]
        for item in gone:
            name, said = node.value[item]
            left_out.append((said if item in sound.parts else name, f"{word}.{shown(item)}: {_said(said)}"))
        return replace(node, value=fits) if fits or not gone else None
    if sound.takes(node.value):
        return node
    left_out.append((node, f"{word}: {_said(node)}"))
    return None


def _notes(node: Node, knowledge: KnowledgeBase, left_out: LeftOut) -> Node:
    if not isinstance(node.value, dict):
        return node
    fits = {word: pair for word, pair in node.value.items() if word in knowledge.questions}
    gone = [word for word in node.value if word not in fits]
    left_out += [
        (
            node.value[word][0],
            _("the note on {word}: {said}").format(word=shown(word), said=_said(node.value[word][1])),
        )
        for word in gone
    ]
    return replace(node, value=fits)


def _actions(node: Node, knowledge: KnowledgeBase, left_out: LeftOut) -> Node:
    if not isinstance(node.value, list):
        return node
    fits = []
    for action in node.value:
        id_ = action.at(("id",))
        is_named = isinstance(action.value, dict) and "id" in action.value and isinstance(id_.value, str)
        if is_named and not knowledge.has(str(id_.value), kinds_of(action, knowledge)):
            left_out.append((id_, _("what was tried: {said}").format(said=_said(action))))
        else:
            fits.append(action)
    return replace(node, value=fits)


def _said(node: Node) -> str:
    said: Any = node.plain()
    if isinstance(said, dict):
        return ", ".join(f"{shown(item)} {shown(value)}" for item, value in said.items())
    return shown(node.text if isinstance(said, (int, float)) else said)
