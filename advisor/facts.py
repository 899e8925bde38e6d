"""Facts: what is known of a case, each a kind, an id and a value.

Answers give the first facts; firings conclude the others. Unknown answers give none. A finding
that is known not to hold is a fact too (`absent`), with a firing that says why, so that 'no sign
of it' can be followed down to answers like everything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from advisor.case import NOT_APPLICABLE, UNKNOWN, Case
from advisor.conditions import (
    AnswerIs,
    FindingHolds,
    ItemIs,
    Leaf,
    PatternFits,
    PlacedAt,
    StageIs,
    WasTried,
)
from advisor.entries import STAGES, Question
from advisor.knowledge_base import KnowledgeBase

PRESENT = "present"
ABSENT = "absent"
OUTCOMES = ("helped", "no-change", "worse", "too-early")


class Fact(NamedTuple):
    """Something known: for example ('answer', 'contact', 'none') or ('finding', 'no-contact', 'present')."""

    kind: str
    id: str
    value: str


def is_absence(fact: Fact) -> bool:
    """Return whether a fact says that a conclusion is known not to hold."""
    return fact.kind in ("finding", "pattern") and fact.value == ABSENT


def case_facts(case: Case, knowledge: KnowledgeBase) -> list[Fact]:
    """Return the facts that a case gives, in the order of the questionnaire."""
    facts = [
        fact
        for question in knowledge.questions.values()
        for fact in _answer_facts(question, case.answers.get(question.id, UNKNOWN))
    ]
    return facts + list(_action_facts(case, knowledge))


def _answer_facts(question: Question, answer: str | dict[str, str]) -> Iterator[Fact]:
    if question.kind == "choice":
        if isinstance(answer, str) and answer != UNKNOWN:
            yield Fact("answer", question.id, answer)
        return
    kind, rows, prefix = (
        ("item", question.items, f"{question.id}.")
        if question.kind == "checklist"
        else ("placed", question.rows, "")
    )
    for row in rows:
        value = answer.get(row.id, UNKNOWN) if isinstance(answer, dict) else answer
        if value != UNKNOWN:
            yield Fact(kind, prefix + row.id, value)


def _action_facts(case: Case, knowledge: KnowledgeBase) -> Iterator[Fact]:
    """Yield the latest outcome of each intervention that was tried; undated actions are the oldest."""
    latest: dict[str, tuple[str, str]] = {}
    for action in case.actions:
        dated = (action.date.isoformat() if action.date else "", action.outcome)
        if action.id not in latest or dated[0] >= latest[action.id][0]:
            latest[action.id] = dated
    for id_ in knowledge.ids_of("intervention"):
        if id_ in latest:
            yield Fact("tried", id_, latest[id_][1])


def values_of_answers(knowledge: KnowledgeBase) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return which values an answer, item, placing or what was tried may have, by its kind and id."""
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    for question in knowledge.questions.values():
        if question.kind == "choice":
            values["answer", question.id] = (*(option.id for option in question.options), NOT_APPLICABLE)
        for row in question.items:
            values["item", f"{question.id}.{row.id}"] = ("yes", "no", NOT_APPLICABLE)
        for row in question.rows:
            values["placed", row.id] = (*STAGES, NOT_APPLICABLE)
    for id_ in knowledge.ids_of("intervention"):
        values["tried", id_] = OUTCOMES
    return values


class Need(NamedTuple):
    """What a leaf needs: any fact of `yes` makes it true, any of `no` makes it false.

    `not_applicable` is the fact that takes it out of a share (half or most of those that apply).
    """

    yes: tuple[Fact, ...]
    no: tuple[Fact, ...]
    not_applicable: Fact | None = None


def need_of(leaf: Leaf, knowledge: KnowledgeBase) -> Need:
    """Return which facts make a leaf true and which make it false."""
    match leaf:
        case AnswerIs():
            scale = tuple(option.id for option in knowledge.questions[leaf.answer].options)
            return _one_of("answer", leaf.answer, scale, _wanted(leaf, scale))
        case ItemIs():
            return _one_of("item", leaf.item, ("yes", "no"), (leaf.is_,))
        case PlacedAt():
            return _one_of("placed", leaf.placed, STAGES, leaf.in_ or _single(leaf.is_))
        case StageIs():
            need = _one_of("stage", leaf.stage, STAGES, leaf.in_ or _single(leaf.is_))
            return need._replace(no=need.no[:-1], not_applicable=None)
        case WasTried():
            need = _one_of("tried", leaf.tried, OUTCOMES, leaf.in_ or _single(leaf.outcome))
            return need._replace(no=need.no[:-1], not_applicable=None)
        case FindingHolds():
            return _concluded("finding", leaf.finding, (PRESENT,))
        case PatternFits():
            fits = ("likely",) if leaf.fit == "likely" else ("likely", "possible")
            return _concluded("pattern", leaf.pattern, fits)


def _one_of(kind: str, id_: str, known: tuple[str, ...], wanted: tuple[str, ...]) -> Need:
    outside = Fact(kind, id_, NOT_APPLICABLE)
    yes = tuple(Fact(kind, id_, value) for value in known if value in wanted)
    no = tuple(Fact(kind, id_, value) for value in known if value not in wanted)
    return Need(yes, (*no, outside), outside)


def _concluded(kind: str, id_: str, values: tuple[str, ...]) -> Need:
    return Need(tuple(Fact(kind, id_, value) for value in values), (Fact(kind, id_, ABSENT),))


def _single(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _wanted(leaf: AnswerIs, scale: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options that make an answer condition true."""
    if leaf.in_ is not None:
        return leaf.in_
    if leaf.is_ is not None:
        return (leaf.is_,)
    low = scale.index(leaf.at_least) if leaf.at_least else 0
    high = scale.index(leaf.at_most) if leaf.at_most else len(scale) - 1
    return scale[low : high + 1]
