"""Which questions can still change what an interview wants to settle, through rules that are open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor._kept import kept
from advisor.cases.case import Case
from advisor.cases.questions import parts_not_asked
from advisor.inference.circuit.bounds import CaseBounds
from advisor.inference.compile import compiled
from advisor.interview.decided import Decided
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import leaves
from advisor.knowledge.facts import Thing
from advisor.knowledge.questions import parts_of
from advisor.knowledge.rules import ComesFirst, NeedsHelp, Raises, Recommends, Rule, Signs, Withholds
from advisor.knowledge.strata import needed


class Relevance:
    """What every rule asks of answers and of other rules, worked out once for a knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._rules = knowledge.rules
        self._asks = {rule.id: frozenset(leaf.thing for leaf in leaves(rule.when)) for rule in self._rules}
        self._needs = {rule.id: needed(rule) for rule in self._rules}
        concluding = compiled(knowledge).concluding
        looked_at = {thing for things in self._needs.values() for thing in things}
        self._concluding = {
            thing: [knowledge.entry(each, Rule) for each in concluding.get(":".join(thing), ())]
            for thing in looked_at
        }

    @kept
    def _alerts(self) -> dict[str, list[str]]:
        """The rules that raise an alert, by the question that asks for it."""
        raising: dict[str, list[str]] = {}
        for rule in self._rules:
            if isinstance(rule.then, Raises):
                raising.setdefault(self._knowledge.entry(rule.then.alert).question, []).append(rule.id)
        return raising

    def questions(self, certain: CaseBounds, settled: Decided, case: Case) -> list[str]:
        """Return the questions that can still change what is not settled, in their order.

        Of what could still raise an alert it is only the question that asks for it.
        """
        alerts = {asked for asked, rules in self._alerts.items() if self._is_open(rules, certain)}
        reached: set[Thing] = set()
        for rule in self.rules_behind(self._targets(certain, settled), certain):
            reached |= self._asks[rule.id]
        return [
            id_
            for id_ in self._knowledge.questions
            if any(
                id_ in alerts or part.thing in reached for part in parts_not_asked(id_, case, self._knowledge)
            )
        ]

    @staticmethod
    def _is_open(rules: Iterable[str], certain: CaseBounds) -> bool:
        """Return whether an alert is not raised yet, and still may be."""
        said = [certain.rules[id_] for id_ in rules]
        return True not in said and None in said

    def alerts(self, certain: CaseBounds) -> tuple[str, ...]:
        """Return the alerts that stand, whatever else is answered."""
        raised = {
            rule.then.alert
            for rule in self._rules
            if isinstance(rule.then, Raises) and certain.rules[rule.id]
        }
        return tuple(id_ for id_ in self._knowledge.ids_of("alert") if id_ in raised)

    def rules_behind(self, targets: Iterable[Rule], certain: CaseBounds) -> list[Rule]:
        """Return the open rules that `targets` rest on, themselves among them."""
        waiting, seen, known = list(targets), set[str](), certain.rules
        things: set[Thing] = set()  # what many rules look at is followed once
        found: list[Rule] = []
        while waiting:
            rule = waiting.pop()
            if rule.id in seen or known[rule.id] is not None:
                continue
            seen.add(rule.id)
            found.append(rule)
            for thing in self._needs[rule.id]:
                if thing not in things:
                    things.add(thing)
                    waiting += self._concluding[thing]
        return found

    def _targets(self, certain: CaseBounds, settled: Decided) -> Iterator[Rule]:
        """Yield the rules that speak of what is not settled."""
        knowledge = self._knowledge
        about: set[str] = set()
        if not settled.all_interventions:
            about |= settled.contenders(knowledge.ids_of("intervention"))
        if not settled.plan_begins:
            about.update(*map(settled.contenders, settled.sorts_of_first_things))
        for rule in self._rules:
            if certain.rules[rule.id] is None and self._speaks_of(rule, about, settled):
                yield rule

    @staticmethod
    def _speaks_of(rule: Rule, about: set[str], settled: Decided) -> bool:
        match rule.then:
            case Signs():
                return rule.then.sign not in settled.stages
            case Recommends():
                return rule.then.recommend in about
            case Withholds():
                return rule.then.withhold in about
            case ComesFirst():
                return rule.then.before in about
            case NeedsHelp():
                return rule.then.needs_help in about
        return False

    def about(self, question: str, certain: CaseBounds) -> list[Rule]:
        """Return the open rules that an answer to `question` may decide, then those that rest on them."""
        asked = {part.thing for part in self._knowledge.memo(parts_of)[question]}
        found = [rule for rule in self._rules if not asked.isdisjoint(self._asks[rule.id])]
        found = [rule for rule in found if certain.rules[rule.id] is None]
        things = {rule.then.weighs for rule in found}
        upon = [
            rule
            for rule in self._rules
            if certain.rules[rule.id] is None and things.intersection(self._needs[rule.id])
        ]
        return list({rule.id: rule for rule in (*found, *upon)}.values())
