"""Check a case against the questionnaire: every answer, note and action that does not fit is a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.cases.case import CASE_FORMAT, Case
from advisor.cases.sound import plain_case, sound_case
from advisor.errors import CaseError, Fault
from advisor.files.format_line import is_newer, other_format
from advisor.files.positioned_yaml import Node
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.dates import date_in
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.base import Wrong
from advisor.knowledge.question_kinds.table import kind_of

WrongWith = Callable[[Question, Node, Node], Iterator[Wrong]]  # of what stands behind a key


def checked_case(tree: Node, name: str, knowledge: KnowledgeBase) -> tuple[Case | None, list[Fault]]:
    """Return the case that `tree` holds and no faults, or None and all its faults."""
    if not isinstance(tree.value, dict):
        what = "this is not a case: 'key: value' lines are wanted"
        return None, [Fault(name, tree.line, tree.column, what, "begin with 'format: 1'")]
    other = other_format(tree, name, CASE_FORMAT)
    if other is not None and is_newer(tree, CASE_FORMAT):
        return None, [other]  # whatever else looks wrong may be right there
    if {"case", "narrative"} <= tree.value.keys():
        what = "this is a scenario, not a case"
        remedy = f"put 'scenario:' before its name: scenario:{name}"
        return None, [Fault(name, tree.line, tree.column, what, remedy)]
    apart = ("format", "answers", "notes")
    rest = Node({key: value for key, value in tree.value.items() if key not in apart}, tree.line, tree.column)
    case = plain_case(rest.plain())
    faults: list[Fault] = []
    if case is None:
        from advisor.knowledge.validate import validate  # brings pydantic, for whatever is not plainly right

        case, faults = validate(rest, Case, name)
    faults = [fault for fault in faults if not fault.what.endswith(NO_DATE)]
    faults += [*_date_faults(rest, name), *([other] if other else [])]
    faults += _answer_faults(tree, name, knowledge)
    faults += _action_faults(tree, name, knowledge)
    faults += _note_faults(tree, name, knowledge)
    if faults or case is None:
        return None, faults
    answers, notes = (tree.at((key,)).plain() if key in tree.value else {} for key in ("answers", "notes"))
    return replace(case, answers=answers or {}, notes=notes or {}), []


NO_DATE = "is not a date in 'date'"


def _date_faults(tree: Node, name: str) -> Iterator[Fault]:
    """Yield a fault for each date that is none; pydantic would take a number for seconds since 1970."""
    actions = tree.at(("actions",)).value if "actions" in _mapping(tree) else []
    for owner in [tree, *(actions if isinstance(actions, list) else [])]:
        node = _mapping(owner).get("date", (None, None))[1]
        if node is not None and node.value is not None and date_in(node.value) is None:
            yield _fault(node, name, f"'{shown(node.value)}' {NO_DATE}", "write it like 2026-09-14")


def _mapping(node: Node) -> dict[str, tuple[Node, Node]]:
    return node.value if isinstance(node.value, dict) else {}


def checked(case: Case, knowledge: KnowledgeBase) -> Case:
    """Return a case built in code as a file with the same content would give it.

    Raises `CaseError` with all its faults, at 1:1 each, where a file with that content had some.
    """
    data = case.as_dict()
    sound = sound_case(data, knowledge)
    if sound is not None:
        return sound
    found, faults = checked_case(_tree_of(data), "case", knowledge)
    if found is None:
        raise CaseError(faults)
    return found


def _tree_of(value: object) -> Node:
    if isinstance(value, dict):
        return Node({str(key): (Node(str(key), 1, 1), _tree_of(v)) for key, v in value.items()}, 1, 1)
    if isinstance(value, (list, tuple)):
        return Node([_tree_of(member) for member in value], 1, 1)
    return Node(value, 1, 1, str(value))  # type: ignore[arg-type]  # anything: it is checked


def _fault(node: Node, name: str, what: str, remedy: str) -> Fault:
    return Fault(name, node.line, node.column, what, remedy)


def _answer_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    return _faults_by_question(tree, name, knowledge, ("answers", "contact: regular"), _wrong_answer)


def _note_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    return _faults_by_question(tree, name, knowledge, ("notes", "contact: your words"), _wrong_note)


def _faults_by_question(
    tree: Node, name: str, knowledge: KnowledgeBase, part: tuple[str, str], wrong: WrongWith
) -> Iterator[Fault]:
    """Yield the faults of the part that has a line for each question; `part` is its name and such a line."""
    key, example = part
    said = tree.at((key,))
    if said is tree or said.value is None:
        return
    if not isinstance(said.value, dict):
        yield _fault(said, name, f"'{key}' takes one line for each question", f"write '{example}'")
        return
    for word, (at, node) in said.value.items():
        question = knowledge.questions.get(word)
        if question is None:
            remedy = did_you_mean(word, knowledge.questions)
            yield _fault(at, name, f"there is no question '{shown(word)}'", remedy)
        else:
            for where, what, remedy in wrong(question, at, node):
                yield _fault(where, name, what, remedy)


def _wrong_answer(question: Question, key: Node, node: Node) -> Iterator[Wrong]:
    return kind_of(question).wrong(question, key, node)


def _wrong_note(question: Question, _: Node, node: Node) -> Iterator[Wrong]:
    if not isinstance(node.value, str):
        yield node, f"the note on '{question.id}' is not text", "write it in quotation marks"


def _action_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    actions = tree.at(("actions",))
    if actions is tree or not isinstance(actions.value, list):
        return
    for action in actions.value:
        if not isinstance(action.value, dict) or "id" not in action.value:
            continue
        node = action.value["id"][1]
        kind = action.at(("kind",)).value if "kind" in action.value else "intervention"
        advisable = knowledge.kinds.advisable
        kinds = (kind,) if kind in advisable else advisable
        if isinstance(node.value, str) and not knowledge.has(node.value, kinds):
            what = f"there is no {kind if len(kinds) == 1 else 'entry'} '{shown(node.value)}'"
            yield _fault(node, name, what, did_you_mean(node.value, knowledge.ids(kinds)))
