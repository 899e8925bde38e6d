"""Check a case against the questionnaire: every answer, note and action that does not fit is a fault."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar, get_args

from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.cases.case import CASE_FORMAT, Action, ActionKind, Case, Partner
from advisor.errors import CaseError, Fault
from advisor.files.format_line import is_newer, other_format
from advisor.files.positioned_yaml import Node
from advisor.knowledge.base import ADVISABLE_KINDS, KnowledgeBase
from advisor.knowledge.entries import ITEM_ANSWERS, NOT_APPLICABLE, STAGES, UNKNOWN, Option, Outcome, Question
from advisor.knowledge.model import Model

M = TypeVar("M", bound=Model)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


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
    case = _plain_case(rest.plain())
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


def _plain_case(data: dict[str, Any]) -> Case | None:
    """Return the case if every value is plainly of its kind, or None where that takes a closer look.

    Most cases are plainly right, and pydantic would cost them a third of the whole command's time.
    """
    partners = [_plain_record(Partner, item, {"name"}) for item in _listed(data.pop("partners", []))]
    actions = [
        _plain_record(Action, _with_date(item), {"id", "outcome"})
        for item in _listed(data.pop("actions", []))
    ]
    case = _plain_record(Case, _with_date(data), set())
    sound = [partner for partner in partners if partner], [action for action in actions if action]
    if case is None or len(sound[0]) < len(partners) or len(sound[1]) < len(actions):
        return None
    return replace(case, partners=tuple(sound[0]), actions=tuple(sound[1]))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [None]


def _with_date(data: Any) -> Any:
    if isinstance(data, dict) and isinstance(data.get("date"), str):
        return {**data, "date": _date(data["date"])}
    return data


def _plain_record(model: type[M], data: Any, needed: set[str]) -> M | None:
    if not isinstance(data, dict) or not needed <= data.keys():
        return None
    for key, value in data.items():
        known = _PLAIN.get((model, key))
        if known is None or type(value) is not known[0] or (known[1] and value not in known[1]):
            return None
    return model(**{key: value.strip() if isinstance(value, str) else value for key, value in data.items()})


_PLAIN: dict[tuple[type[Model], str], tuple[type, tuple[str, ...]]] = {
    **{(Case, key): (str, ()) for key in ("partnership", "about", "respondent")},
    (Case, "format"): (int, ()),
    (Case, "date"): (datetime.date, ()),
    (Partner, "name"): (str, ()),
    (Partner, "sector"): (str, ()),
    (Action, "date"): (datetime.date, ()),
    (Action, "kind"): (str, get_args(ActionKind)),
    (Action, "id"): (str, ()),
    (Action, "outcome"): (str, get_args(Outcome)),
    (Action, "note"): (str, ()),
}


NO_DATE = "is not a date in 'date'"


def _date_faults(tree: Node, name: str) -> Iterator[Fault]:
    """Yield a fault for each date that is none; pydantic would take a number for seconds since 1970."""
    actions = tree.at(("actions",)).value if "actions" in _mapping(tree) else []
    for owner in [tree, *(actions if isinstance(actions, list) else [])]:
        node = _mapping(owner).get("date", (None, None))[1]
        if node is not None and node.value is not None and _date(node.value) is None:
            yield _fault(node, name, f"'{shown(node.value)}' {NO_DATE}", "write it like 2026-09-14")


def _date(value: object) -> datetime.date | None:
    if not isinstance(value, str) or not DATE.fullmatch(value):
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None


def _mapping(node: Node) -> dict[str, tuple[Node, Node]]:
    return node.value if isinstance(node.value, dict) else {}


def checked(case: Case, knowledge: KnowledgeBase) -> Case:
    """Return a case built in code as a file with the same content would give it.

    Raises `CaseError` with all its faults, at 1:1 each, where a file with that content had some.
    """
    data = case.as_dict()
    sound = _sound_case(data, knowledge)
    if sound is not None:
        return sound
    case, faults = checked_case(_tree_of(data), "case", knowledge)  # type: ignore[assignment]
    if case is None:
        raise CaseError(faults)
    return case


def _sound_case(data: dict[str, Any], knowledge: KnowledgeBase) -> Case | None:
    """Return the case if it is plainly sound, or None where that takes the closer look of a tree."""
    answers = data.get("answers")
    if data.get("notes"):
        return None
    case = _plain_case({key: value for key, value in data.items() if key not in ("answers", "notes")})
    if case is None or case.format != CASE_FORMAT or not isinstance(answers, dict):
        return None
    if not all(knowledge.has(action.id, (action.kind,)) for action in case.actions):
        return None
    if not all(_is_sound(word, answer, knowledge) for word, answer in answers.items()):
        return None
    return replace(case, answers=answers)


def _is_sound(word: str, answer: object, knowledge: KnowledgeBase) -> bool:
    if word not in knowledge.questions:
        return False
    single, rows, values = knowledge.memo(sound_answers)[word]
    if not isinstance(answer, dict):
        return answer in single
    return bool(rows) and answer.keys() <= rows and all(value in values for value in answer.values())


def sound_answers(knowledge: KnowledgeBase, id_: str) -> tuple[list[str], set[str], tuple[str, ...]]:
    """Return what may be the whole answer to a question, its rows, and what may be said of each."""
    question = knowledge.questions[id_]
    if question.kind == "actions":
        return [UNKNOWN, NOT_APPLICABLE], set(), ()
    rows, values = _rows(question)
    return _single_answers(question), {row.id for row in rows}, values


def _single_answers(question: Question) -> list[str]:
    """Return what may stand as the whole answer to a question."""
    return [*(option.id for option in question.options), UNKNOWN, NOT_APPLICABLE]


def _rows(question: Question) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    """Return the rows of a question that has some, and what may be said of each."""
    if question.kind == "checklist":
        return question.items, ITEM_ANSWERS
    return question.rows, (*STAGES, UNKNOWN, NOT_APPLICABLE)


def _tree_of(value: object) -> Node:
    if isinstance(value, dict):
        return Node({str(key): (Node(str(key), 1, 1), _tree_of(v)) for key, v in value.items()}, 1, 1)
    if isinstance(value, (list, tuple)):
        return Node([_tree_of(member) for member in value], 1, 1)
    return Node(value, 1, 1, str(value))  # type: ignore[arg-type]


def _fault(node: Node, name: str, what: str, remedy: str) -> Fault:
    return Fault(name, node.line, node.column, what, remedy)


def _answer_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    answers = tree.at(("answers",))
    if answers is tree or answers.value is None:
        return
    if not isinstance(answers.value, dict):
        yield _fault(answers, name, "'answers' takes one line for each question", "write 'contact: regular'")
        return
    for word, (key, node) in answers.value.items():
        question = knowledge.questions.get(word)
        if question is None:
            remedy = did_you_mean(word, knowledge.questions)
            yield _fault(key, name, f"there is no question '{shown(word)}'", remedy)
        elif question.kind == "actions" and node.value in (UNKNOWN, NOT_APPLICABLE):
            continue  # nothing was tried, or she does not know
        elif question.kind == "actions":
            yield _fault(key, name, f"'{word}' is not answered here", "list it under 'actions'")
        elif question.kind == "choice":
            yield from _choice_faults(question, node, name)
        else:
            yield from _row_faults(question, node, name)


def _note_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    notes = tree.at(("notes",))
    if notes is tree or notes.value is None:
        return
    if not isinstance(notes.value, dict):
        yield _fault(notes, name, "'notes' takes one line for each question", "write 'contact: your words'")
        return
    for word, (key, node) in notes.value.items():
        if word not in knowledge.questions:
            remedy = did_you_mean(word, knowledge.questions)
            yield _fault(key, name, f"there is no question '{shown(word)}'", remedy)
        elif not isinstance(node.value, str):
            yield _fault(node, name, f"the note on '{word}' is not text", "write it in quotation marks")


def _choice_faults(question: Question, node: Node, name: str) -> Iterator[Fault]:
    options = _single_answers(question)
    if isinstance(node.value, (list, dict)):
        what = f"'{question.id}' takes one answer"
        yield _fault(node, name, what, did_you_mean("", options))
    elif node.value is None:
        what = f"'{question.id}' has no answer"
        yield _fault(node, name, what, "write one, or leave the question out")
    elif node.value not in options:
        what = f"'{question.id}' has no option '{shown(node.value)}'"
        yield _fault(node, name, what, did_you_mean(node.value, options))


def _row_faults(question: Question, node: Node, name: str) -> Iterator[Fault]:
    if node.value in (UNKNOWN, NOT_APPLICABLE):
        return
    rows, values = _rows(question)
    if not isinstance(node.value, dict):
        what = f"'{question.id}' takes one line for each item, such as '{rows[0].id}: {values[0]}'"
        yield _fault(node, name, what, "write them indented below")
        return
    known = [row.id for row in rows]
    for word, (key, value) in node.value.items():
        if word not in known:
            what = f"'{question.id}' has no item '{shown(word)}'"
            yield _fault(key, name, what, did_you_mean(word, known))
        elif isinstance(value.value, (list, dict)) or value.value not in values:
            what = (
                f"'{shown(value.value)}' cannot stand here"
                if not isinstance(value.value, (list, dict))
                else "one word is wanted here"
            )
            yield _fault(value, name, what, _yes_or_no(value.value, values))


def _yes_or_no(value: object, values: tuple[str, ...]) -> str:
    if isinstance(value, bool) and "yes" in values:
        return f"did you mean '{'yes' if value else 'no'}'?"
    return did_you_mean(value, values)


def _action_faults(tree: Node, name: str, knowledge: KnowledgeBase) -> Iterator[Fault]:
    actions = tree.at(("actions",))
    if actions is tree or not isinstance(actions.value, list):
        return
    for action in actions.value:
        if not isinstance(action.value, dict) or "id" not in action.value:
            continue
        node = action.value["id"][1]
        kind = action.at(("kind",)).value if "kind" in action.value else "intervention"
        kinds = (kind,) if kind in ADVISABLE_KINDS else ADVISABLE_KINDS
        if isinstance(node.value, str) and not knowledge.has(node.value, kinds):
            what = f"there is no {kind if len(kinds) == 1 else 'entry'} '{shown(node.value)}'"
            yield _fault(node, name, what, did_you_mean(node.value, knowledge.ids(kinds)))
