"""What is asked at a door and what it answers, whichever door it is: plain data in, results out.

A door keeps nothing. An interview comes with each call and goes back with the answer, for its owner to keep.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from advisor._asking import GivenCase
from advisor.advice.model import Advice
from advisor.api import Advisor
from advisor.cases.case import Case
from advisor.errors import AdvisorError, CaseError
from advisor.interview.interview import Interview
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import NOT_APPLICABLE, UNKNOWN, Option, Question
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of


class InterviewCaseError(CaseError):
    """The case in an interview that was kept cannot be used; another `CaseError` is about the new answer."""


class NoInterviewError(AdvisorError):
    """What was given is no interview that was kept."""


@dataclass(frozen=True, slots=True)
class AskedOption:
    """An option, an item of a list, or a row: its id, which is what an answer says, and its words."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with all that is needed to put it to somebody.

    `kind` is `choice` (the answer is the id of an option), `checklist` (the answer maps ids of parts to yes,
    no, dont-know or not-applicable), `placing` (it maps ids of parts to ids of options) or `actions` (it maps
    what was tried to what came of it). `dont-know` and `not-applicable` answer every question.
    `answer_schema` is the JSON Schema of the answer.
    """

    id: str
    kind: str
    prompt: str
    why: str
    core: bool
    options: tuple[AskedOption, ...]
    parts: tuple[AskedOption, ...]
    answer_schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sitting:
    """Where an interview is: the question to put next, None if none is left, and the whole to send back.

    `alerts` come before all else: tell them at once, each with its title, whom to turn to and what it means.
    `ending` says why the interview may end here, None where it had better go on. `left` is about how many
    questions are left.
    """

    question: AskedQuestion | None
    alerts: tuple[dict[str, str], ...]
    ending: str | None
    asked: int
    left: int
    interview: dict[str, Any]


def question_asked(question: Question, knowledge: KnowledgeBase) -> AskedQuestion:
    """Return a question as a door gives it."""
    kind = kind_of(question)
    parts = [part for part in knowledge.memo(parts_of)[question.id] if part.key]
    values = dict.fromkeys(value for part in parts for value in part.values)
    options = question.options or tuple(
        Option(id=value, text=kind.say(question, value))
        for value in values
        if value not in (UNKNOWN, NOT_APPLICABLE)
    )
    return AskedQuestion(
        id=question.id,
        kind=question.kind,
        prompt=question.title,
        why=question.why,
        core=question.core,
        options=tuple(AskedOption(each.id, each.text) for each in options),
        parts=tuple(AskedOption(part.key, part.text) for part in parts),
        answer_schema=kind.schema(question),
    )


def questions_of(knowledge: KnowledgeBase) -> list[AskedQuestion]:
    """Return all questions in the order of the questionnaire."""
    return [question_asked(each, knowledge) for each in knowledge.questions.values()]


def in_short(asked: AskedQuestion) -> dict[str, Any]:
    """Return a question without what only a program wants."""
    return {
        key: said for key, said in asdict(asked).items() if said not in ((), []) and key != "answer_schema"
    }


def next_of(advisor: Advisor, case: Case) -> dict[str, Any]:
    """Return what to ask next of a case, for somebody who keeps the case itself."""
    sitting = begun(advisor, case, "what-matters")
    return {
        "alerts": sitting.alerts,
        "question": None if sitting.question is None else in_short(sitting.question),
        "ending": sitting.ending,
        "asked": sitting.asked,
        "left": sitting.left,
    }


def begun(advisor: Advisor, case: GivenCase | None, scope: Any) -> Sitting:
    """Return the beginning of an interview, on a new case or one that is there."""
    return _sitting(advisor.interview(case, scope), advisor)


def answered(
    advisor: Advisor, interview: Mapping[str, Any], question: str, value: Any, note: str | None = None
) -> Sitting:
    """Return where an interview is after an answer.

    `NoInterviewError` or `InterviewCaseError` if what was kept cannot be used.
    """
    sitting = _taken_up(advisor, interview)
    sitting.answer(question, value, note)
    return _sitting(sitting, advisor)


def taken_back(advisor: Advisor, interview: Mapping[str, Any], question: str) -> Sitting:
    """Return where an interview is after the answer to a question was taken away."""
    sitting = _taken_up(advisor, interview)
    sitting.take_back(question)
    return _sitting(sitting, advisor)


def _taken_up(advisor: Advisor, interview: Mapping[str, Any]) -> Interview:
    try:
        return Interview.from_dict(advisor, interview)
    except CaseError as error:
        raise InterviewCaseError(error.faults) from error
    except AdvisorError as error:
        raise NoInterviewError(error.told()) from error


def _sitting(interview: Interview, advisor: Advisor) -> Sitting:
    question = interview.go_on()
    raised = interview.alerts
    advice = advisor.advise(interview.case) if raised else None
    return Sitting(
        question=None if question is None else question_asked(question, advisor.knowledge),
        alerts=tuple(each for each in alerts_of(advice) if each["id"] in raised) if advice else (),
        ending=interview.ending,
        asked=interview.asked,
        left=interview.left,
        interview=interview.as_dict(),
    )


def alerts_of(advice: Advice) -> list[dict[str, str]]:
    """Return what comes before everything else, whatever of an advice is told."""
    return [
        {"id": each.id, "title": each.title, "turn_to": each.turn_to, "text": each.text}
        for each in advice.alerts
    ]
