"""Changes to the answers of a case: set one, take one away, an item of a checklist as QUESTION.ITEM."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from advisor._command import typed_or_called
from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.cases.case import Action, Case
from advisor.cases.check import checked
from advisor.errors import CaseError, EditError, Fault
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.knowledge.question import UNKNOWN, Question
from advisor.knowledge.question_kinds.table import kind_giving, kind_of
from advisor.knowledge.questions import parts_of, question_named
from advisor.knowledge.titles import meant


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One change: `name` is a question, or QUESTION.ITEM; `value` is None to take the answer away."""

    name: str
    value: str | None

    @classmethod
    def of(cls, fact: Fact) -> Edit:
        """Return the change that gives a fact."""
        alias = kind_giving(fact.kind).alias
        return cls(f"{alias}.{fact.id}" if alias else fact.id, fact.value)


def parsed(text: str) -> list[Edit]:
    """Return the changes of one future, written QUESTION=VALUE, several with commas between.

    `EditError` for what is no change, or if a question is there twice.
    """
    edits: list[Edit] = []
    for part in text.split(","):
        name, equals, value = (word.strip() for word in part.partition("="))
        if not (name and equals and value):
            raise EditError(
                part.strip(), _("this is no change"), _("write QUESTION=VALUE, such as trust=openly")
            )
        if any(name == edit.name for edit in edits):
            remedy = typed_or_called(_("give each future a --set of its own"), _("ask what_if for each"))
            raise EditError(name, _("this is there twice in one future"), remedy)
        edits.append(Edit(name, value))
    return edits


def changed(case: Case, edits: Iterable[Edit], knowledge: KnowledgeBase) -> Case:
    """Return the case with the changes; it is not written anywhere.

    Raises `EditError` if there is no such question or item, or if one is changed twice; `CaseError` with all
    answers that cannot be. What these call the input is the name in the change.
    """
    case, names, faults = checked(case, knowledge), set[tuple[str, str]](), list[Fault]()
    for edit in edits:
        question, item = _part_of(edit, knowledge)
        if (question.id, item) in names:
            raise EditError(edit.name, _("this is changed twice"), _("leave one of the two changes out"))
        names.add((question.id, item))
        try:
            case = checked(_edited(case, edit, question, item, knowledge), knowledge)
        except CaseError as error:
            remedy = None if item else _item_instead(edit, question, knowledge)
            told = (replace(fault, remedy=remedy or fault.remedy) for fault in error.faults)
            faults += [replace(fault, file=edit.name, path=()) for fault in told]
    if faults:
        raise CaseError(faults)
    return case


def _item_instead(edit: Edit, question: Question, knowledge: KnowledgeBase) -> str | None:
    """Return what to write where a change is to a whole list that takes it for its items alone."""
    part = next((part for part in knowledge.memo(parts_of)[question.id] if part.key), None)
    of_a_command = _("write {name}.ITEM=VALUE, such as {name}.{key}={words}")
    of_a_program = _("give each item an answer of its own, such as '{name}.{key}': '{words}'")
    return part and typed_or_called(of_a_command, of_a_program).format(
        name=edit.name, key=part.key, words=part.words[0]
    )


def _part_of(edit: Edit, knowledge: KnowledgeBase) -> tuple[Question, str]:
    """Return the question that a change is about and the id of the item in it, or '' for the whole."""
    name, dot, item = edit.name.partition(".")
    question = question_named(name, knowledge)
    if question is None:
        what = _("there is no question '{name}'").format(name=shown(name))
        raise EditError(edit.name, what, meant(edit.name, ("question",), knowledge))
    rows = [part.key for part in knowledge.memo(parts_of)[question.id] if part.key]
    if kind_of(question).in_actions and knowledge.has(item, TRIED_KINDS):
        return question, item  # a case may tell of more than the question asks for
    if dot and item not in rows:
        raise EditError(
            edit.name,
            _("'{name}' has no item '{item}'").format(name=name, item=shown(item)),
            did_you_mean(item, rows),
        )
    return question, item


def _edited(case: Case, edit: Edit, question: Question, item: str, knowledge: KnowledgeBase) -> Case:
    answers = dict(case.answers)
    if kind_of(question).in_actions:
        if item:
            return _with_tried(case, item, knowledge.kind(item), edit.value)
        others = (action for action in case.actions if action.kind != "intervention")
        case = replace(case, actions=tuple(others))
    if item:
        rows = [part.key for part in knowledge.memo(parts_of)[question.id]]
        answers[question.id] = _with_row(answers.get(question.id), rows, item, edit.value)
    elif edit.value is None:
        answers.pop(question.id, None)
    else:
        answers[question.id] = edit.value
    return replace(case, answers=answers)


def _with_row(answer: Any, rows: list[str], item: str, value: str | None) -> dict[str, str]:
    """Return the answer to a checklist with one item changed; one for the whole list holds for the others."""
    found = dict.fromkeys(rows, answer) if isinstance(answer, str) and answer != UNKNOWN else {}
    found = dict(answer) if isinstance(answer, Mapping) else found
    if value is None:
        found.pop(item, None)
    else:
        found[item] = value
    return found


def _with_tried(case: Case, id_: str, kind: str, outcome: str | None) -> Case:
    kept = [action for action in case.actions if (action.kind, action.id) != (kind, id_)]
    added = [] if outcome is None else [Action(id=id_, kind=kind, outcome=outcome)]  # type: ignore[arg-type]  # checked later
    return replace(case, actions=(*kept, *added))
