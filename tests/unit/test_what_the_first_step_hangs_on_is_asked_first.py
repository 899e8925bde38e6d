"""Of the further questions those come first whose answers may move the first step of the plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from advisor import Advisor
from advisor.cases.questions import parts_not_asked
from advisor.interview.interview import Interview
from advisor.knowledge.question_kinds.table import kind_of
from tests.command.run import ROOT

ADVISOR = Advisor()
QUESTIONS = ADVISOR.knowledge.questions
CASES = sorted((ROOT / "tests" / "unseen").glob("*.yaml"))[::6]


def after_the_core(case):
    """Return an interview in which the core is asked, and nothing else."""
    core = {id_: said for id_, said in case.answers.items() if QUESTIONS[id_].core}
    interview = Interview(ADVISOR, replace(case, answers=core, actions=(), notes={}))
    while (question := interview.next_question()) is not None and question.core:
        interview.answer(question.id, "dont-know")
    return interview


def first_step(case):
    """Return what comes first, how it is begun and who leads it."""
    return next(((s.id, s.text, s.led_by) for s in ADVISOR.advise(case).plan if s.when == "first"), None)


def answers_tried(question, interview):
    """Yield the case after each answer that is tried in advance."""
    parts = parts_not_asked(question.id, interview.case, interview.knowledge)
    key_of = {part.thing: part.key for part in parts}
    for facts in kind_of(question).tries(question, parts):
        given = {key_of[fact.kind, fact.id]: fact.value for fact in facts}
        trial = Interview(ADVISOR, interview.case)
        trial.answer(question.id, given.get("", given))
        yield trial.case


def test_it_is_asked_first_and_its_answers_do_move_the_first_step():
    claimed, moved = 0, 0
    for path in CASES:
        interview = after_the_core(ADVISOR.read_case(Path(path)))
        if (question := interview.next_question()) is None:
            continue
        shares = interview.first_step_hangs_on(interview.open)
        assert shares[question.id] == max(shares.values())
        if shares[question.id]:
            before = first_step(interview.case)
            claimed += 1
            moved += any(first_step(case) != before for case in answers_tried(question, interview))
    assert claimed >= 5
    assert moved >= 0.8 * claimed


def test_where_nothing_comes_first_yet_nothing_hangs_on_anything():
    interview = Interview(ADVISOR)
    assert set(interview.first_step_hangs_on(["links", "tried"]).values()) == {0.0}


@pytest.mark.parametrize("part", ["no", "partly"])
def test_in_an_open_quarrel_who_is_a_party_and_who_could_help_is_asked_before_the_diary(part):
    asked: list[str] = []
    interview = Interview(ADVISOR)
    said = {"disagreement": "open-dispute", "my-part": part}
    while len(asked) < 25 and (question := interview.next_question()) is not None:
        asked.append(question.id)
        interview.answer(question.id, said.get(question.id, "dont-know"))
    for sooner in ("my-part", "who-could-help", "my-support"):
        assert asked.index(sooner) < min(asked.index(id_) for id_ in asked if not QUESTIONS[id_].core)
