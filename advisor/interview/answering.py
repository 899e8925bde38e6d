"""Answers into a case and out of it: as an interview takes them, in the order of the questionnaire."""

from __future__ import annotations

from dataclasses import replace

from advisor.cases.case import Action, Case
from advisor.cases.check import checked
from advisor.errors import AdvisorError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import NOT_APPLICABLE, UNKNOWN, Answer
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of


def answer_in(case: Case, question: str, knowledge: KnowledgeBase) -> Answer | None:
    """Return the answer to a question that is there, as `with_answer` takes it; None if there is none."""
    if question in case.answers:
        return case.answers[question]
    if kind_of(knowledge.questions[question]).in_actions and case.actions:
        return {action.id: action.outcome for action in case.actions if action.kind == "intervention"}
    return None


def with_answer(case: Case, question: str, value: Answer, note: str | None, knowledge: KnowledgeBase) -> Case:
    """Return the case with an answer, and a note if it is not None; an empty one takes the note away.

    Everything is in the order of the questionnaire, whatever way it came. `AdvisorError` if there is no
    such question, `CaseError` if it has no such answer.
    """
    if question not in knowledge.questions:
        raise AdvisorError(f"there is no question '{question}'")
    if kind_of(knowledge.questions[question]).in_actions:
        case = _with_tried(case, question, value)
    else:
        case = replace(case, answers={**case.answers, question: value})
    if note is not None:
        kept = {id_: text for id_, text in case.notes.items() if id_ != question}
        case = replace(case, notes={**kept, question: note} if note else kept)
    return _in_order(checked(case, knowledge), knowledge)


def _with_tried(case: Case, question: str, value: Answer) -> Case:
    """Return the case with what was tried; what was noted of the same outcome before is kept."""
    tried = value if isinstance(value, dict) else {}
    kept = [a for a in case.actions if a.kind != "intervention" or tried.get(a.id) == a.outcome]
    there = {action.id for action in kept if action.kind == "intervention"}
    new = [
        Action(id=id_, outcome=outcome, date=case.date)  # type: ignore[arg-type]  # checked by the caller
        for id_, outcome in tried.items()
        if id_ not in there
    ]
    answers = {id_: said for id_, said in case.answers.items() if id_ != question}
    if not tried:
        answers[question] = value if value == UNKNOWN else NOT_APPLICABLE
    return replace(case, answers=answers, actions=(*kept, *new))


def _in_order(case: Case, knowledge: KnowledgeBase) -> Case:
    places = {id_: number for number, id_ in enumerate(knowledge.ids_of("intervention"))}
    said = [id_ for id_ in knowledge.questions if id_ in case.answers]
    answers = {id_: _parts_in_order(id_, case.answers[id_], knowledge) for id_ in said}
    notes = {id_: case.notes[id_] for id_ in knowledge.questions if id_ in case.notes}
    actions = sorted(case.actions, key=lambda action: places.get(action.id, len(places)))
    return replace(case, answers=answers, notes=notes, actions=tuple(actions))


def _parts_in_order(question: str, answer: Answer, knowledge: KnowledgeBase) -> Answer:
    if not isinstance(answer, dict):
        return answer
    parts = knowledge.memo(parts_of)[question]
    return {part.key: answer[part.key] for part in parts if part.key in answer}
