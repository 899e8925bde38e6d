"""Choosing the next question of an interview, after every answer of made-up ones; the limit is 50 ms."""

from __future__ import annotations

import random
import statistics
import time
from pathlib import Path
from typing import Any

from advisor import Advisor, Case
from advisor.interview.interview import Interview
from advisor.knowledge.question import UNKNOWN, Answer, Question
from advisor.scenarios.loader import scenario_paths

INTERVIEWS = 10
UNSEEN = Path(__file__).parent.parent / "tests" / "unseen"


def measure(small: bool = False) -> str:
    """Return the median and the longest time, and how many prompts the interviews took."""
    chance, advisor = random.Random(1), Advisor()
    begun = time.perf_counter()
    Interview(advisor).next_question()
    first = time.perf_counter() - begun
    taken: list[float] = []
    ends: list[int] = []
    for _ in range(1 if small else INTERVIEWS):
        interview, enough = Interview(advisor), 0
        while True:
            begun = time.perf_counter()
            question = interview.next_question()
            taken.append((time.perf_counter() - begun) * 1000)
            if question is None:
                break
            interview.answer(question.id, _drawn(question, chance))
            enough = enough or (interview.asked if interview.ending else 0)
        ends.append(enough)
    return (
        f"choosing the next question: median {statistics.median(taken):.1f} ms, longest {max(taken):.1f} ms\n"
        f"the very first, with all that is worked out once: {first * 1000:.0f} ms\n"
        f"prompts until the end is offered: median {statistics.median(ends):.0f}, most {max(ends)}\n"
        + _ends_of_cases(advisor, 3 if small else None)
    )


def _ends_of_cases(advisor: Advisor, most: int | None) -> str:
    """Return after how many prompts each reason to end first holds, over the shipped and the unseen cases.

    Each is answered as its case is; what a case does not say is not known.
    """
    names: list[str | Path] = [f"scenario:{id_}" for id_ in scenario_paths(advisor.knowledge)]
    first: dict[str, list[int]] = {}
    names += sorted(UNSEEN.glob("*.yaml"))
    for name in names[:most]:
        for ending, asked in _first_endings(advisor, advisor.read_case(name)).items():
            first.setdefault(ending, []).append(asked)
    return "\n".join(
        f"{ending}: in {len(asked)} cases, after {min(asked)} to {max(asked)} prompts"
        for ending, asked in sorted(first.items())
    )


def _first_endings(advisor: Advisor, case: Case) -> dict[str, int]:
    interview, found = Interview(advisor), dict[str, int]()
    # The question asks of interventions alone; a case may also tell of other things that were tried.
    asked_of = [action for action in case.actions if action.kind == "intervention"]
    tried: dict[str, str] = {action.id: action.outcome for action in asked_of}
    while (question := interview.next_question()) is not None:
        if question.kind == "actions":
            answer: Answer = tried or "not-applicable"
        else:
            answer = _in_full(question, case.answers.get(question.id, UNKNOWN))
        interview.answer(question.id, answer)
        if interview.ending is not None:
            found.setdefault(interview.ending, interview.asked)
    return found


def _in_full(question: Question, answer: Answer) -> Answer:
    """Return an answer as one at the prompt would be: a list is answered as a whole."""
    if not isinstance(answer, dict):
        return answer
    return {row.id: answer.get(row.id, UNKNOWN) for row in (*question.items, *question.rows)}


def _drawn(question: Question, chance: random.Random) -> Any:
    if question.kind == "choice":
        return chance.choice(question.options).id
    if question.kind == "actions":
        return "not-applicable"
    values = ["yes", "no", "no"] if question.kind == "checklist" else ["emerging", "developing", "confident"]
    return {row.id: chance.choice(values) for row in (*question.items, *question.rows)}
