"""The situations that are recognised in a case, and which of them leads.

Heat leads: danger, unfair treatment, an open quarrel, a broken promise, as soon as one sign goes to its
heart. Then what is likely comes before what is possible, and a trouble before a strength; then more signs
that go to the heart, then the greater lead of the signs for over those against, then more signs, then the
file's order.
"""

from __future__ import annotations

from collections.abc import Sequence

from advisor.advice.parts import Fit, PatternAdvice
from advisor.inference.firing import Firing
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact, is_absence
from advisor.knowledge.rules import Speaks
from advisor.knowledge.terms import HEATS


def recognised(firings: Sequence[Firing], knowledge: KnowledgeBase, wording: Wording) -> list[PatternAdvice]:
    """Return the patterns that were derived in a case, in its words, that which leads first."""
    named: list[PatternAdvice] = []
    for firing in firings:
        fact = firing.concludes
        if fact.kind != "pattern" or is_absence(fact):
            continue
        signs = {said: tuple(f.id for f in firing.support if f.value == said) for said in ("for", "against")}
        entry = wording.entry(fact.id)
        fit: Fit = "likely" if fact.value == "likely" else "possible"
        text = entry.text if fit == "likely" else wording.question(fact.id)
        told = {"text": text, "calls_for": entry.calls_for, "makes_worse": entry.makes_worse}
        named.append(PatternAdvice(fact.id, entry.title, fit, signs["for"], signs["against"], **told))
    return sorted(named, key=lambda pattern: _place(pattern, knowledge))


def _place(pattern: PatternAdvice, knowledge: KnowledgeBase) -> tuple[int | bool, ...]:
    """Return what is smaller for what comes sooner."""
    entry, for_, against = knowledge.entry(pattern.id), len(pattern.for_), len(pattern.against)
    keys = len(_key_signs(pattern, knowledge))
    rank = HEATS.index(entry.heat) if leads_always(pattern, knowledge) else len(HEATS)
    unlikely = rank == len(HEATS) and pattern.fit != "likely"
    order = (rank, unlikely, entry.tone == "strength", -keys, against - for_, -for_)
    return (*order, knowledge.positions[pattern.id])


def leads_always(pattern: PatternAdvice, knowledge: KnowledgeBase) -> bool:
    """Return whether a situation comes before everything, even where it is no more than possible."""
    if knowledge.entry(pattern.id).heat is None:
        return False
    has_keys = knowledge.memo(_has_key_signs)[pattern.id]
    return pattern.fit == "likely" or not has_keys or bool(_key_signs(pattern, knowledge))


def _key_signs(pattern: PatternAdvice, knowledge: KnowledgeBase) -> list[str]:
    return [id_ for id_ in pattern.for_ if knowledge.entry(id_).then.is_key]


def _has_key_signs(knowledge: KnowledgeBase, pattern: str) -> bool:
    said = (rule.then for rule in knowledge.rules)
    return any(isinstance(then, Speaks) and then.pattern == pattern and then.is_key for then in said)


def leading_facts(patterns: Sequence[PatternAdvice], knowledge: KnowledgeBase) -> list[Fact]:
    """Return the situations by which reasons are told: those that are likely, and heat in any case."""
    return [
        Fact("pattern", pattern.id, pattern.fit)
        for pattern in patterns
        if pattern.fit == "likely" or leads_always(pattern, knowledge)
    ]
