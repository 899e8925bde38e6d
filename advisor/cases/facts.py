"""The facts that a case gives: what inference starts from."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from advisor.cases.case import Action, Case
from advisor.cases.sectors import sector_named
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.knowledge.question import UNKNOWN, Answer
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of
from advisor.knowledge.sectors import SECTORS


def initial_facts(case: Case, knowledge: KnowledgeBase) -> list[Fact]:
    """Return what a case gives: answers in the order of the questionnaire, what was tried, and sectors."""
    answers, sayable = case.answers, knowledge.memo(_sayable)
    facts: list[Fact] = []
    for id_ in knowledge.questions:
        answer = answers.get(id_, UNKNOWN)
        if answer != UNKNOWN:
            _add_facts(facts, sayable[id_], answer)
    facts += _action_facts(case, knowledge)
    facts += _sector_facts(case)
    return facts


def _sayable(knowledge: KnowledgeBase, question: str) -> list[tuple[Part, dict[str, Fact]]]:
    """Return the parts of a question that stand among the answers, each with its facts by their words."""
    parts = () if kind_of(knowledge.questions[question]).in_actions else knowledge.memo(parts_of)[question]
    return [(part, {value: Fact(*part.thing, value) for value in part.values}) for part in parts]


def _add_facts(facts: list[Fact], sayable: list[tuple[Part, dict[str, Fact]]], answer: Answer) -> None:
    """Add the facts of an answer; where it is one word, that is said of each part."""
    for part, known in sayable:
        said = answer if isinstance(answer, str) else answer.get(part.key, UNKNOWN)
        fact = known.get(said) or part.fact(said)
        if fact is not None:
            facts.append(fact)


def _action_facts(case: Case, knowledge: KnowledgeBase) -> Iterator[Fact]:
    """Yield the latest outcome of each thing that was tried, in the order of the knowledge base."""
    latest = latest_actions(case)
    there = (id_ for id_ in latest if knowledge.has(id_, TRIED_KINDS))
    for id_ in sorted(there, key=knowledge.positions.__getitem__):
        yield Fact("tried", id_, latest[id_].outcome)


def _sector_facts(case: Case) -> Iterator[Fact]:
    """Yield that a partner is of a sector; that none is, only where every partner's sector is known."""
    found = [sector_named(partner.sector) for partner in case.partners]
    for sector in SECTORS:
        if sector in found:
            yield Fact("sector", sector.id, "yes")
        elif found and None not in found:
            yield Fact("sector", sector.id, "no")


def latest_actions(case: Case) -> dict[str, Action]:
    """Return the latest action of each thing that was tried; undated ones are the oldest.

    Of several on one day it is the one that comes last in the case.
    """
    latest: dict[str, Action] = {}
    for action in case.actions:
        if action.id not in latest or _day(action) >= _day(latest[action.id]):
            latest[action.id] = action
    return latest


def _day(action: Action) -> datetime.date:
    return action.date or datetime.date.min
