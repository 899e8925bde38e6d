"""Doubt: what rests on a pattern that is only possible is put as a question, never as a fact.

One sign of a pattern is a question to ask. A rule that looks at such a pattern (`fit: possible`) would state
it; so its words are told behind the question, whatever its writer thought of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisor._language import _
from advisor.inference.bottom_up import worked_out
from advisor.inference.firing import Concluding, Firing, Justification
from advisor.inference.network import Test, positive
from advisor.inference.truth import holds
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import leaves
from advisor.knowledge.facts import PRESENT, Fact, Thing
from advisor.knowledge.rules import Rule


class Doubts:
    """Which firings of a case hold only because of patterns that are no more than possible.

    `known` are the facts that the case gives and those that were concluded, `concluding` is by what.
    """

    def __init__(self, knowledge: KnowledgeBase, known: frozenset[Fact], concluding: Concluding) -> None:
        self._known = known
        self._conditions = knowledge.memo(_condition)
        self._doubtful: dict[Fact, tuple[str, ...]] = {}
        self._rules = knowledge.once(looking_at_possible)
        self._concluding = concluding

    def of(self, firing: Firing) -> tuple[str, ...]:
        """Return the patterns without which a firing of a rule would not hold, all of them only possible."""
        if firing.id not in self._rules:
            return ()
        doubtful = {fact: patterns for fact in firing.support if (patterns := self._patterns(fact))}
        if not doubtful or holds(self._conditions[firing.id], self._known - doubtful.keys()):
            return ()
        return tuple(dict.fromkeys(pattern for patterns in doubtful.values() for pattern in patterns))

    def _patterns(self, fact: Fact) -> tuple[str, ...]:
        """Return the possible patterns on which a fact hangs; none where it is known without them."""
        return worked_out(fact, self._doubtful, self._below, self._found)

    def _below(self, fact: Fact) -> list[Fact]:
        return [each for firing in self._behind(fact) for each in firing.support]

    def _behind(self, fact: Fact) -> Sequence[Firing]:
        """Return what found something; what was weighed hangs on more than one of its signs."""
        return self._concluding.get(fact, ()) if fact.kind == "finding" else ()

    def _found(self, fact: Fact) -> tuple[str, ...]:
        if fact.kind == "pattern":
            return (fact.id,) if fact.value == "possible" else ()
        found = [self.of(firing) for firing in self._behind(fact)]
        return tuple(dict.fromkeys(sum(found, ()))) if all(found) else ()


def _condition(knowledge: KnowledgeBase, rule: str) -> Test:
    return positive(knowledge.entry(rule).when, knowledge)


def put_as_questions(said: Justification, questions: Iterable[str]) -> Justification:
    """Return what a firing says, behind the questions that have to be answered first."""
    asked = " ".join(questions)
    title = said.title if said.title.endswith("?") else _("Perhaps: {title}").format(title=said.title)
    return replace(
        said, title=title, because=_("{asked} If so: {because}").format(asked=asked, because=said.because)
    )


def looking_at_possible(knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the rules that look at a possible pattern, or at a finding that may rest on one."""
    looking: dict[Thing, list[Rule]] = {}
    waiting: list[Rule] = []
    for rule in knowledge.rules:
        for leaf in leaves(rule.when):
            looking.setdefault(leaf.thing, []).append(rule)
            if leaf.kind == "pattern" and getattr(leaf, "fit", "") == "possible":
                waiting.append(rule)
    found: set[str] = set()
    while waiting:
        rule = waiting.pop()
        if rule.id not in found:
            found.add(rule.id)
            if rule.then.effect.value == PRESENT:
                waiting += looking.get(rule.then.effect[:2], ())
    return frozenset(found)
