"""Cases that differ in little from one, and cases that are made up, to see on them how steady advice is."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Any, Literal

from advisor.cases.case import Case
from advisor.cases.edits import Edit, changed
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import UNKNOWN
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of

How = Literal["changed", "dropped", "added"]
LEFT_OPEN = Fraction(1, 5)  # of the answers of a case that is made up
Place = tuple[str, Part]  # a question, and what of it can be answered by itself


@dataclass(frozen=True, slots=True)
class Variant:
    """A case that differs from another in one answer, to which question, and how."""

    how: How
    question: str
    case: Case


def made_up(number: int, seed: int, knowledge: KnowledgeBase) -> list[Case]:
    """Return cases of which every answer is drawn, a fifth left open; the same for the same seed.

    No leader answers so: they are there because they go everywhere, also where nobody has thought of.
    """
    return [_drawn(random.Random(f"{seed}:{place}"), knowledge) for place in range(number)]  # noqa: S311 (no secret)


def _drawn(chance: random.Random, knowledge: KnowledgeBase) -> Case:
    answers: dict[str, Any] = {}
    for question, part in places(knowledge):
        if chance.random() < LEFT_OPEN:
            continue
        word = chance.choice(part.words)
        if part.key:
            answers.setdefault(question, {})[part.key] = word
        else:
            answers[question] = word
    return Case(answers=answers)


def places(knowledge: KnowledgeBase) -> list[Place]:
    """Return all that can be answered by itself, in the order of the questions; what was tried aside."""
    return [
        (question.id, part)
        for question in knowledge.questions.values()
        if not kind_of(question).in_actions
        for part in knowledge.memo(parts_of)[question.id]
        if part.words
    ]


def variants(case: Case, chance: random.Random, knowledge: KnowledgeBase) -> Iterator[Variant]:
    """Yield a case with each answer changed, each dropped, and as many that are missing added.

    What it is changed to, and what is added, is drawn. An answer that has no other word is not changed.
    """
    there = [(place, _said(case, *place)) for place in places(knowledge)]
    missing = [place for place, said in there if said is None or said == UNKNOWN]
    added = set(chance.sample(range(len(missing)), min(len(missing), len(there) - len(missing))))
    wanted = {missing[number] for number in added}
    for (question, part), said in there:
        name = f"{question}.{part.key}" if part.key else question
        others = [word for word in part.words if word != said]
        edits: dict[How, str | None] = {}
        if said is not None and said != UNKNOWN:
            edits["dropped"] = None
            edits |= {"changed": chance.choice(others)} if others else {}
        elif (question, part) in wanted:
            edits["added"] = chance.choice(part.words)
        for how, word in edits.items():
            yield Variant(how, question, changed(case, [Edit(name, word)], knowledge))


def part_of(case: Case, share: Fraction, chance: random.Random) -> Case:
    """Return a case with a part of its answers, rounded up; which ones is drawn."""
    kept = set(chance.sample(sorted(case.answers), ceil(len(case.answers) * share)))
    return replace(case, answers={id_: said for id_, said in case.answers.items() if id_ in kept})


def _said(case: Case, question: str, part: Part) -> str | None:
    answer = case.answers.get(question)
    return answer.get(part.key) if isinstance(answer, Mapping) else answer
