"""Choosing the next question of an interview, after every answer of made-up ones; the limit is 50 ms."""

from __future__ import annotations

import random
import statistics
import time
from typing import Any

from advisor import Advisor
from advisor.entries import Question
from advisor.interview import Interview

INTERVIEWS = 10


def measure() -> str:
    """Return the median and the longest time, and how many prompts the interviews took."""
    chance, advisor = random.Random(1), Advisor()
    begun = time.perf_counter()
    Interview(advisor).next_question()
    first = time.perf_counter() - begun
    taken: list[float] = []
    ends: list[int] = []
    for _ in range(INTERVIEWS):
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
        f"prompts until the end is offered: median {statistics.median(ends):.0f}, most {max(ends)}"
    )


def _drawn(question: Question, chance: random.Random) -> Any:
    if question.kind == "choice":
        return chance.choice(question.options).id
    if question.kind == "actions":
        return "not-applicable"
    values = ["yes", "no", "no"] if question.kind == "checklist" else ["emerging", "developing", "confident"]
    return {row.id: chance.choice(values) for row in (*question.items, *question.rows)}
