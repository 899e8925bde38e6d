"""Check a case against the questionnaire: every answer, note and action that does not fit is a fault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import fields, replace
from typing import Any

from advisor._command import hint, is_command
from advisor._language import _
from advisor._suggest import sparing
from advisor._text import holds_control, shown
from advisor.cases.case import CASE_FORMAT, Action, Case, Partner
from advisor.cases.plain import IN_CODE, plain_data
from advisor.cases.questionnaire import are_others
from advisor.cases.sound import plain_case, sound_case
from advisor.errors import CaseError, Fault
from advisor.files.format_line import is_newer, other_format
from advisor.files.positioned_yaml import Node
from advisor.files.yaml_troubles import control_character
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.dates import date_in
from advisor.knowledge.model import hyphened
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.base import Wrong
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.titles import meant

WrongWith = Callable[[Question, Node, Node], Iterator[Wrong]]  # of what stands behind a key


def checked_case(tree: Node, name: str, knowledge: KnowledgeBase) -> tuple[Case | None, list[Fault]]:
    """Return the case that `tree` holds and no faults, or None and all its faults."""
    if not isinstance(tree.value, dict):
        what = _("this is not a case: 'key: value' lines are wanted")
        return None, [tree.fault(name, what, _("begin with 'format: 1'"))]
    other = other_format(tree, name, CASE_FORMAT)
    if other is not None and is_newer(tree, CASE_FORMAT):
        return None, [other]  # whatever else looks wrong may be right there
    if {"case", "narrative"} <= tree.value.keys():
        what = _("this is a scenario, not a case")
        remedy = _("put 'scenario:' before its name: scenario:{name}").format(name=name)
        if tree.is_data:
            remedy = _("give what stands under its 'case'")
        return None, [tree.fault(name, what, remedy)]
    outside = _outside(tree, knowledge)
    case, faults = _particulars(tree, name, outside)
    faults += [other] if other else []
    faults += _outside_faults(tree, name, outside)
    with sparing():
        misfits = [*_answer_faults(tree, name, knowledge)]
        misfits += _action_faults(tree, name, knowledge)
        misfits += _note_faults(tree, name, knowledge)
    faults += [*misfits, *(_of_other_questions(tree, name, knowledge) if misfits else ())]
    if faults or case is None:
        return None, faults
    answers, notes = (tree.at((key,)).plain() if key in tree.value else {} for key in ("answers", "notes"))
    return replace(case, answers=answers or {}, notes=notes or {}), []


def _outside(tree: Node, knowledge: KnowledgeBase) -> list[str]:
    """Return the questions whose answers stand beside `answers`, where they should stand under it."""
    return [key for key in _mapping(tree) if key in knowledge.questions and key not in _OF_CASE]


def _outside_faults(tree: Node, name: str, outside: Collection[str]) -> Iterator[Fault]:
    for key in outside:
        what, remedy = _("unknown key '{key}'").format(key=shown(key)), _("write it under '{key}'")
        yield tree.key_at((key,)).fault(name, what, remedy.format(key="answers"))


def _particulars(tree: Node, name: str, outside: Collection[str] = ()) -> tuple[Case | None, list[Fault]]:
    """Return the case without answers and notes, which hang on the questions, and the faults of the rest."""
    apart = ("format", "answers", "notes", *outside)
    rest = replace(tree, value={key: value for key, value in _mapping(tree).items() if key not in apart})
    case = plain_case(rest.plain())
    faults: list[Fault] = []
    if case is None:
        from advisor.knowledge.validate import validate  # brings pydantic, for whatever is not plainly right

        case, faults = validate(rest, Case, name)
    faults = [fault for fault in faults if fault.path[-1:] != ("date",)]  # they are told below
    return case, [*faults, *_date_faults(rest, name)]


def _date_faults(tree: Node, name: str) -> Iterator[Fault]:
    """Yield a fault for each date that is none; pydantic would take a number for seconds since 1970."""
    actions = tree.at(("actions",)).value if "actions" in _mapping(tree) else []
    for owner in [tree, *(actions if isinstance(actions, list) else [])]:
        node = _mapping(owner).get("date", (None, None))[1]
        if node is not None and node.value is not None and date_in(node.value) is None:
            yield node.fault(
                name,
                _("'{text}' is not a date in 'date'").format(text=shown(node.text)),
                _("write it like 2026-09-14"),
            )


def _mapping(node: Node) -> dict[str, tuple[Node, Node]]:
    return node.value if isinstance(node.value, dict) else {}


def checked(case: Case, knowledge: KnowledgeBase) -> Case:
    """Return a case built in code as a file with the same content would give it.

    Raises `CaseError` with all its faults, which have no lines and are told apart by their paths, where a
    file with that content had some, or no file could hold it.
    """
    data = plain_data(case)
    sound = sound_case(data, knowledge)
    if sound is not None:
        return sound
    return check_tree(tree_of(data), knowledge)


def check_tree(tree: Node, knowledge: KnowledgeBase) -> Case:
    """Return the case of a tree without lines, which was made of plain data; `CaseError` with its faults."""
    found, faults = checked_case(tree, IN_CODE, knowledge)
    faults = [*faults, *_unheld(tree, IN_CODE, knowledge)]
    if found is None or faults:
        raise CaseError(faults)
    return found


def unread(tree: Node) -> tuple[Case | None, list[Fault]]:
    """Return the case of such a tree without answers and notes, held against no question, and its faults."""
    other = other_format(tree, IN_CODE, CASE_FORMAT)
    case, faults = _particulars(tree, IN_CODE)
    for key, example in (_ANSWERS, _NOTES):
        said = tree.at((key,))
        if said is not tree and said.value is not None and not isinstance(said.value, dict):
            faults.append(_no_mapping(said, IN_CODE, key, example))
    return case, [*faults, *([other] if other else [])]


def tree_of(value: Any, path: tuple[str | int, ...] = ()) -> Node:
    """Return plain data as a tree without lines."""
    if isinstance(value, dict):
        pairs = value.items()
        held = {key: (Node(key, 0, 0, key, path), tree_of(member, (*path, key))) for key, member in pairs}
        return Node(held, 0, 0, path=path)
    if isinstance(value, list):
        return Node([tree_of(each, (*path, number)) for number, each in enumerate(value)], 0, 0, path=path)
    return Node(value, 0, 0, str(value), path)


def _unheld(node: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    """Yield a fault for each text of a tree that no file could hold.

    What stands behind keys that are not known is passed over: they are faults already, and would be quoted.
    """
    if isinstance(node.value, dict):
        for key, (_, member) in node.value.items():
            if key in _KEYS or key in knowledge.questions:
                yield from _unheld(member, name, knowledge)
    elif isinstance(node.value, list):
        for member in node.value:
            yield from _unheld(member, name, knowledge)
    elif isinstance(node.value, str) and holds_control(node.value):
        yield node.fault(name, *control_character())


_OF_CASE = {hyphened(field.name) for field in fields(Case)} | {"format"}
_KEYS = {hyphened(field.name) for model in (Case, Partner, Action) for field in fields(model)} - {"answers"}

_ANSWERS, _NOTES = ("answers", "contact: regular"), ("notes", "contact: your words")


def _no_mapping(said: Node, name: str, key: str, example: str) -> Fault:
    what, remedy = _("'{key}' takes one line for each question"), _("write '{example}'")
    if said.is_data:
        what, remedy = _("'{key}' takes a value for each question"), _("give a mapping, such as {example}")
        example = str(dict([example.split(": ")]))
    return said.fault(name, what.format(key=key), remedy.format(example=example))


def _answer_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    return _faults_by_question(tree, name, knowledge, _ANSWERS, _wrong_answer)


def _note_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    return _faults_by_question(tree, name, knowledge, _NOTES, _wrong_note)


def _faults_by_question(
    tree: Node, name: str, knowledge: KnowledgeBase, part: tuple[str, str], wrong: WrongWith
) -> Iterator[Fault]:
    """Yield the faults of the part that has a line for each question; `part` is its name and such a line."""
    key, example = part
    said = tree.at((key,))
    if said is tree or said.value is None:
        return
    if not isinstance(said.value, dict):
        yield _no_mapping(said, name, key, example)
        return
    for word, (at, node) in said.value.items():
        question = knowledge.questions.get(word)
        if question is None:
            remedy = meant(word, ("question",), knowledge)
            yield at.fault(name, _("there is no question '{word}'").format(word=shown(word)), remedy)
        else:
            for where, what, remedy in wrong(question, at, node):
                yield where.fault(name, what, remedy)


def _wrong_answer(question: Question, key: Node, node: Node) -> Iterator[Wrong]:
    return kind_of(question).wrong(question, key, node)


def _wrong_note(question: Question, _key: Node, node: Node) -> Iterator[Wrong]:
    if not isinstance(node.value, str):
        remedy = _("give text") if node.is_data else _("write it in quotation marks")
        yield node, _("the note on '{id}' is not text").format(id=question.id), remedy


def _of_other_questions(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    """Yield what may be behind answers that do not fit: the case was answered on other questions."""
    node = _mapping(tree).get("questionnaire", (tree, tree))[1]
    if isinstance(node.value, str) and are_others(node.value, knowledge):
        what = _("this was answered on '{value}' and is read by '{name}'").format(
            value=shown(node.value), name=shown(knowledge.name)
        )
        remedy = _("give the folder of those questions: Advisor(knowledge=...)")
        if is_command():
            told = _("give the folder of those questions with --knowledge, or go on with it in {command}")
            remedy = told.format(command=hint("interview"))
        yield node.fault(name, what, remedy)


def _action_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    actions = tree.at(("actions",))
    if actions is tree or not isinstance(actions.value, list):
        return
    for action in actions.value:
        if not isinstance(action.value, dict) or "id" not in action.value:
            continue
        node = action.value["id"][1]
        kinds = kinds_of(action, knowledge)
        if isinstance(node.value, str) and not knowledge.has(node.value, kinds):
            what = _("there is no {kind} '{name}'").format(
                kind=kinds[0] if len(kinds) == 1 else _("entry"), name=shown(node.value)
            )
            yield node.fault(name, what, meant(node.value, kinds, knowledge))


def kinds_of(action: Node, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Return of which kinds may be what an action names; all where it says of none that there is."""
    kind = action.at(("kind",)).value if "kind" in _mapping(action) else "intervention"
    advisable = knowledge.kinds.advisable
    return (str(kind),) if kind in advisable else tuple(advisable)
