"""What somebody could find out or wish for: the changes to a case that are worth telling her of.

The knowledge base decides: a scale runs from worst to best, a finding has a tone, a sign a direction, and
what can be advised is good to have. So nobody is told to have a quarrel, or to lose trust.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.trials import bits_set
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE, Question
from advisor.knowledge.questions import Asked, asked_things, values_of_answers
from advisor.knowledge.terms import STAGES

TROUBLES = ("inertia", "barrier", "degenerative-behaviour")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Leaning:
    """What one answer by itself says: troubles, strengths, and the lowest stage that it is a sign of."""

    troubles: frozenset[str]
    strengths: frozenset[str]
    stage: int | None


NOTHING = Leaning(frozenset(), frozenset(), None)


def is_in_reach(fact: Fact, said: Mapping[Key, str], knowledge: KnowledgeBase) -> bool:
    """Return whether an answer could be found out, for it is open, or is better than the one that was given.

    Her own view of things, what was tried, and that something does not apply, are neither.
    """
    asked = asked_things(knowledge).get(fact[:2])
    if asked is None or asked.kind.is_own_view or asked.kind.in_actions or fact.value == NOT_APPLICABLE:
        return False
    before = said.get(fact[:2])
    if before is None:
        return not is_own_fault(fact, asked, knowledge)
    return is_better(fact, before, asked, knowledge)


def is_own_fault(fact: Fact, asked: Asked, knowledge: KnowledgeBase) -> bool:
    """Return whether an answer is about the leader herself and speaks ill: that is for nobody to wish for."""
    lacks = fact.value == "no" and _is_good_to_have(asked.part.key, knowledge)
    return asked.question.about == "self" and (lacks or tells_of_trouble(fact, knowledge))


def is_better(fact: Fact, before: str, asked: Asked, knowledge: KnowledgeBase) -> bool:
    """Return whether an answer is plainly better than another to the same question."""
    leanings = knowledge.once(_leanings)
    old, new = leanings.get(fact._replace(value=before), NOTHING), leanings.get(fact, NOTHING)
    if before in (NOT_APPLICABLE, fact.value) or not new.troubles <= old.troubles:
        return False
    if asked.question.scale:
        return _rises(asked.question, before, fact.value)
    if fact.kind == "item" and old.stage == 0 and fact.value == "yes":
        return True
    is_good = _is_good_to_have(asked.part.key, knowledge)
    if fact.kind == "item" and (is_good or (old.troubles and not new.troubles)):
        return fact.value == ("yes" if is_good else "no")
    return bool(new.strengths - old.strengths) or (new.stage == len(STAGES) - 1 != old.stage)


def tells_of_trouble(fact: Fact, knowledge: KnowledgeBase) -> bool:
    """Return whether an answer by itself says that something is wrong, or is in a list of troubles."""
    leaning = knowledge.once(_leanings).get(fact, NOTHING)
    asked = asked_things(knowledge).get(fact[:2])
    is_listed = fact.kind == "item" and fact.value == "yes" and asked is not None
    in_list = is_listed and asked is not None and asked.question.id in knowledge.once(_lists_of_troubles)
    return bool(leaning.troubles) or leaning.stage == 0 or in_list


def _lists_of_troubles(knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the lists of which half and more are troubles, and none a strength or good to have."""
    leanings = knowledge.once(_leanings)
    lists: dict[str, list[Leaning]] = {}
    good = set[str]()
    for (kind, id_), asked in asked_things(knowledge).items():
        if kind == "item":
            leaning = leanings.get(Fact(kind, id_, "yes"), NOTHING)
            lists.setdefault(asked.question.id, []).append(leaning)
            if _is_good_to_have(asked.part.key, knowledge) or (leaning.strengths and not leaning.troubles):
                good.add(asked.question.id)
    many = {id_ for id_, all_ in lists.items() if 2 * sum(bool(each.troubles) for each in all_) >= len(all_)}
    return frozenset(many - good)


def _rises(question: Question, before: str, after: str) -> bool:
    options = [option.id for option in question.options]
    return before in options and after in options and options.index(after) > options.index(before)


def _is_good_to_have(id_: str, knowledge: KnowledgeBase) -> bool:
    """Return whether an item of a list is something that rules advise, such as a precondition or a shift."""
    return knowledge.has(id_, knowledge.kinds.advisable)


def _leanings(knowledge: KnowledgeBase) -> dict[Fact, Leaning]:
    """Return what each answer says by itself; all are worked out in one run, each a bit of whole numbers."""
    evaluator = evaluator_for(knowledge)
    facts = [Fact(*key, value) for key, values in values_of_answers(knowledge).items() for value in values]
    state = evaluator.evaluate({fact: 1 << row for row, fact in enumerate(facts)}, (1 << len(facts)) - 1)
    said: list[list[Fact]] = [[] for _fact in facts]
    for rule in knowledge.rules:
        if rule.then.effect.kind in ("sign", "finding"):
            for row in bits_set(state.at(evaluator.fires_at[rule.id])):
                said[row].append(rule.then.effect)
    return {fact: _leaning(effects, knowledge) for fact, effects in zip(facts, said, strict=True) if effects}


def _leaning(effects: Iterable[Fact], knowledge: KnowledgeBase) -> Leaning:
    troubles, strengths, stages = set[str](), set[str](), []
    for effect in effects:
        kind = knowledge.kind(effect.id)
        tone = getattr(knowledge.entry(effect.id), "tone", None)
        if kind == "factor":
            stages.append(STAGES.index(effect.value))
        elif kind == "pattern":
            _add_sign(effect, tone == "strength", troubles, strengths)
        elif kind in TROUBLES or tone == "trouble":
            troubles.add(effect.id)
        elif tone == "strength":
            strengths.add(effect.id)
    return Leaning(frozenset(troubles), frozenset(strengths), min(stages, default=None))


def _add_sign(sign: Fact, of_strength: bool, troubles: set[str], strengths: set[str]) -> None:
    """Add what a sign of a pattern says; one against a trouble is no strength yet."""
    if of_strength:
        (strengths if sign.value == "for" else troubles).add(sign.id)
    elif sign.value == "for":
        troubles.add(sign.id)
