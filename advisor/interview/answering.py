"""Answers into a case and out of it: as an interview takes them, in the order of the questionnaire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advisor._given import TEXT, each_of, names_in
from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.cases.case import Action, Case
from advisor.cases.check import checked
from advisor.cases.facts import latest_actions
from advisor.cases.plain import in_code, plain_answer
from advisor.cases.questionnaire import questionnaire_of
from advisor.errors import CaseError, UnknownIdError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import OUTCOMES
from advisor.knowledge.question import NOT_APPLICABLE, UNKNOWN, Answer
from advisor.knowledge.question_kinds.actions import wrong_outcomes
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of
from advisor.knowledge.terms import Outcome

TRIED = "intervention"  # the kind of action that the question of what was tried is about


def answer_in(case: Case, question: str, knowledge: KnowledgeBase) -> str | dict[str, str] | None:
    """Return the answer to a question that is there, as `with_answer` takes it; None if there is none.

    Of what was tried it is the latest outcome of each intervention, which is what advice rests on.
    `UnknownIdError` if there is no such question.
    """
    refuse_unknown(question, knowledge)
    if kind_of(knowledge.questions[question]).in_actions:
        latest = latest_actions(case)
        tried = {id_: latest[id_].outcome for id_ in knowledge.ids_of(TRIED) if id_ in latest}
        if tried:
            return dict[str, str](tried)
    answer = case.answers.get(question)
    return dict(answer) if isinstance(answer, Mapping) else answer


def with_answer(case: Case, question: str, given: str | Mapping[str, str], knowledge: KnowledgeBase) -> Case:
    """Return the case with an answer; the same case if that is all of the answer already.

    Everything else that changes is the order: that of the questionnaire, whatever way it came, and that it
    was answered on this one. `AdvisorError` if there is no such question, `CaseError` if it has no such
    answer.
    """
    refuse_unknown(question, knowledge)
    value = plain_answer(given, question)
    if kind_of(knowledge.questions[question]).in_actions:
        new = _with_tried(case, question, value, knowledge)
    else:
        new = replace(case, answers={**case.answers, question: value})
    return case if new == case else _in_order(checked(new, knowledge), knowledge)


def with_note(case: Case, question: str, note: str, knowledge: KnowledgeBase) -> Case:
    """Return the case with a note on a question; an empty one takes the note away."""
    refuse_unknown(question, knowledge)
    if note == case.notes.get(question, ""):
        return case
    kept = {id_: text for id_, text in case.notes.items() if id_ != question}
    noted = replace(case, notes=kept if note == "" else {**kept, question: note})  # 0 and the like are faults
    return _in_order(checked(noted, knowledge), knowledge)


def without_answer(case: Case, question: str, knowledge: KnowledgeBase) -> Case:
    """Return the case without the answer to a question; of what was tried, without all that tells of it."""
    refuse_unknown(question, knowledge)
    answers = {id_: said for id_, said in case.answers.items() if id_ != question}
    actions = case.actions
    if kind_of(knowledge.questions[question]).in_actions:
        actions = tuple(action for action in actions if action.kind != TRIED)
    return replace(case, answers=answers, actions=actions)


def refuse_unknown(question: str, knowledge: KnowledgeBase) -> None:
    """Raise `UnknownIdError` if there is no such question."""
    if question not in knowledge.questions:
        remedy = did_you_mean(question, knowledge.questions)
        what = _("there is no question '{word}'").format(word=shown(question))
        raise UnknownIdError(f"{what}; {remedy}")


def known_among(questions: str | Iterable[str], knowledge: KnowledgeBase) -> list[str]:
    """Return the questions that are named, or the one; raises as `refuse_unknown`."""
    named = each_of("interview", "questions", names_in(questions), TEXT)
    for question in named:
        refuse_unknown(question, knowledge)
    return named


def _with_tried(case: Case, question: str, value: Answer, knowledge: KnowledgeBase) -> Case:
    """Return the case with what was tried. It is the whole answer: what is not named was not tried."""
    wrong = [
        in_code(what, remedy, ("answers", question))
        for what, remedy in wrong_outcomes(value, question, knowledge)
    ]
    if wrong:
        raise CaseError(wrong)
    said = value if not isinstance(value, str) else {}
    tried: dict[str, Outcome] = {id_: word for id_, word in said.items() if word in OUTCOMES}  # type: ignore[misc]  # they are outcomes
    rest = UNKNOWN if value == UNKNOWN else NOT_APPLICABLE  # that nothing else was tried, beside actions
    return replace(case, answers={**case.answers, question: rest}, actions=_told(case, tried))


def _told(case: Case, tried: Mapping[str, Outcome]) -> tuple[Action, ...]:
    """Return the actions of a case, with what is now said of them.

    Where that is what the latest one says, nothing changes. What was noted on an earlier day stays, and the
    new outcome comes beside it; what was noted on the day of the case, or has no earlier day, is put right.
    """
    latest = latest_actions(case)
    actions: list[Action] = []
    for action in case.actions:
        if action.kind != TRIED:
            actions.append(action)
        elif action.id in tried:
            is_put_right = action is latest[action.id] and not _is_earlier(action, case)
            actions.append(replace(action, outcome=tried[action.id]) if is_put_right else action)
    for id_, outcome in tried.items():
        is_new = id_ not in latest or (_is_earlier(latest[id_], case) and latest[id_].outcome != outcome)
        if is_new:
            actions.append(Action(id=id_, outcome=outcome, date=case.date))
    return tuple(actions)


def lost_actions(before: Case, after: Case) -> list[Action]:
    """Return the actions that an answer has taken out and that the question could not bring back.

    Those are the ones with a note, or of another day than that of the case.
    """
    there = {action.id for action in after.actions}
    gone = [action for action in before.actions if action.id not in there]
    return [action for action in gone if action.note or action.date != before.date]


def _is_earlier(action: Action, case: Case) -> bool:
    return case.date is not None and (action.date is None or action.date < case.date)


def _in_order(case: Case, knowledge: KnowledgeBase) -> Case:
    """Return a case that was answered just now, in the order of the questions and with what these are."""
    places = {id_: number for number, id_ in enumerate(knowledge.ids_of(TRIED))}
    said = [id_ for id_ in knowledge.questions if id_ in case.answers]
    answers = {id_: _parts_in_order(id_, case.answers[id_], knowledge) for id_ in said}
    notes = {id_: case.notes[id_] for id_ in knowledge.questions if id_ in case.notes}
    actions = sorted(case.actions, key=lambda action: places.get(action.id, len(places)))
    return replace(
        case,
        answers=answers,
        notes=notes,
        actions=tuple(actions),
        questionnaire=questionnaire_of(knowledge),
    )


def _parts_in_order(question: str, answer: Answer, knowledge: KnowledgeBase) -> Answer:
    if not isinstance(answer, Mapping):
        return answer
    parts = knowledge.memo(parts_of)[question]
    return {part.key: answer[part.key] for part in parts if part.key in answer}
