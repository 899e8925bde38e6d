"""The nearest way for a condition to become true, given what a case says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.explanation.reach import is_in_reach
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.compile import compiled
from advisor.inference.network import share_need
from advisor.inference.weighing import LIKELY_LEAD
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    FindingHolds,
    Group,
    Leaf,
    NoneOf,
    PatternFits,
    StageIs,
)
from advisor.knowledge.facts import GIVEN_KINDS, Fact
from advisor.knowledge.phrases import asked_of, stage_in_words, title_of, value_of
from advisor.knowledge.rules import Rule
from advisor.knowledge.terms import STAGES


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a rule needs and that is not so: what was said (None: unknown), and what would do.

    `kind` and `id` say of what: an answer, item, placing, outcome, or something that rules conclude.
    """

    kind: str
    id: str
    asked: str
    said: str | None
    wanted: tuple[str, ...]
    value: str


class Ways:
    """The nearest way for a condition to become true, given what a case says."""

    def __init__(self, facts: Sequence[Fact], knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._said: Mapping[tuple[str, str], str] = {fact[:2]: fact.value for fact in facts}
        self._facts = facts
        self._evaluator = evaluator_for(knowledge)
        self._state = self._evaluator.evaluate(dict.fromkeys(facts, 1))
        concluded = self._evaluator.concluded.items()
        self._known = {*facts, *(fact for fact, gate in concluded if self._state.at(gate))}
        self.wording: Wording = Wording(knowledge, self._known)

    def _fires(self, rule: Rule) -> bool:
        return bool(self._state.at(self._evaluator.fires_at[rule.id]))

    def _concluding(self, thing: str) -> list[Rule]:
        """Return the rules that conclude a finding or add a sign to a pattern."""
        return [
            self._knowledge.entry(id_, Rule) for id_ in compiled(self._knowledge).concluding.get(thing, ())
        ]

    def is_in_reach(self, need: Need) -> bool:
        """Return whether somebody could find out, or wish, that a need is met."""
        if not need.wanted:
            return False
        if need.kind in GIVEN_KINDS:
            return is_in_reach(Fact(need.kind, need.id, need.value), self._said, self._knowledge)
        if need.kind in ("stage", "sure") and need.said is not None:
            stands = next((stage for stage in STAGES if Fact("stage", need.id, stage) in self._known), "")
            return bool(stands) and STAGES.index(need.value.partition("-")[0]) >= STAGES.index(stands)
        return need.said is None

    def are_enough(self, found: Sequence[tuple[Rule, Sequence[Need]]]) -> list[bool]:
        """Return for each rule whether it fires once its needs are met; all are tried in one run."""
        everywhere = (1 << len(found)) - 1
        columns = dict.fromkeys(self._facts, everywhere)
        for row, (_, needs) in enumerate(found):
            met = {(need.kind, need.id): need.value for need in needs}
            for fact in self._facts:
                if fact[:2] in met:
                    columns[fact] &= everywhere ^ 1 << row
            for key, value in met.items():
                if key[0] in GIVEN_KINDS:
                    columns[Fact(*key, value)] = columns.get(Fact(*key, value), 0) | 1 << row
        state = self._evaluator.evaluate(columns, everywhere)
        fires = (state.at(self._evaluator.fires_at[rule.id]) for rule, _ in found)
        return [bool(column >> row & 1) for row, column in enumerate(fires)]

    def holding(self, condition: Condition) -> list[str]:
        """Return what holds already of a condition, in words."""
        if isinstance(condition, NoneOf):
            return []
        if isinstance(condition, Group):
            return [text for member in condition.members for text in self.holding(member)]
        facts = [fact for fact in condition.reads(self._knowledge).yes if fact in self._known]
        return [self._in_words(fact) for fact in facts]

    def _in_words(self, fact: Fact) -> str:
        if fact.kind in GIVEN_KINDS:
            knowledge = self._knowledge
            return f"{asked_of(*fact[:2], knowledge)} {value_of(*fact, knowledge)}"
        stage = f": {stage_in_words(fact.value)}" if fact.kind in ("stage", "sure") else ""
        return title_of(fact.id, self._knowledge) + stage

    def lacking(self, condition: Condition, negated: bool = False, depth: int = 6) -> list[Need]:
        """Return the fewest things that would have to be otherwise for a condition to be true, or false."""
        match condition:
            case AllOf():
                return self._enough(condition.all, 1 if negated else len(condition.all), negated, depth)
            case AnyOf():
                return self._enough(condition.any, len(condition.any) if negated else 1, negated, depth)
            case NoneOf():
                return self._enough(condition.none, 1 if negated else len(condition.none), not negated, depth)
            case AtLeast():
                least = _least(condition)
                need = len(condition.of) - least + 1 if negated else least
                return self._enough(condition.of, need, negated, depth)
        return self._leaf(condition, negated, depth)

    def _enough(self, inner: Sequence[Condition], need: int, negated: bool, depth: int) -> list[Need]:
        ways = sorted((self.lacking(member, negated, depth) for member in inner), key=len)
        return [each for way in ways[:need] for each in way]

    def _leaf(self, condition: Leaf, negated: bool, depth: int) -> list[Need]:
        reads = condition.reads(self._knowledge)
        wanted = reads.no if negated else reads.yes
        if any(fact in self._known for fact in wanted):
            return []
        if isinstance(condition, FindingHolds) and not negated and depth:
            rules = self._concluding(f"finding:{condition.finding}")
            ways = [way for rule in rules if (way := self.lacking(rule.when, depth=depth - 1))]
            if ways:
                return min(ways, key=len)
        if isinstance(condition, PatternFits) and not negated and depth:
            signs = self._signs(condition.pattern, depth)
            if signs:
                return signs
        if not wanted:
            return [self._cannot_be(condition)]
        if isinstance(condition, (FindingHolds, PatternFits, StageIs)):
            title = title_of(wanted[0].id, self._knowledge)
            said = next((f.value for f in self._known if f[:2] == wanted[0][:2]), None)
            in_words = stage_in_words if isinstance(condition, StageIs) else str
            values = tuple(in_words(fact.value) for fact in wanted)
            said = None if said is None else in_words(said)
            return [Need(wanted[0].kind, wanted[0].id, f"{title}:", said, values, wanted[0].value)]
        return [self._answer(wanted)]

    def _cannot_be(self, condition: Leaf) -> Need:
        """Return the need of something that nothing would make so: the opposite of what is always so."""
        kind, id_ = condition.thing
        knowledge = self._knowledge
        asked = asked_of(kind, id_, knowledge) if kind in GIVEN_KINDS else f"{title_of(id_, knowledge)}:"
        return Need(kind, id_, asked, None, (), "")

    def _signs(self, pattern: str, depth: int) -> list[Need]:
        """Return what would make a pattern likely: as many more signs as its lead lacks, a key sign first."""
        signs = self._concluding(f"pattern:{pattern}")
        speaks_for = [rule for rule in signs if not rule.then.is_against]
        seen = [rule for rule in speaks_for if self._fires(rule)]
        against = sum(self._fires(rule) for rule in signs if rule.then.is_against)
        missing = max(1, LIKELY_LEAD - len(seen) + against)
        key_seen = any(rule.then.is_key for rule in seen)
        ways = [
            (not key_seen and not rule.then.is_key, len(way), place, way)
            for place, rule in enumerate(speaks_for)
            if not self._fires(rule) and (way := self.lacking(rule.when, depth=depth - 1))
        ]
        return [need for *_, way in sorted(ways, key=lambda each: each[:3])[:missing] for need in way]

    def _answer(self, wanted: Sequence[Fact]) -> Need:
        fact, knowledge = wanted[0], self._knowledge
        said = self._said.get(fact[:2])
        return Need(
            fact.kind,
            fact.id,
            asked_of(fact.kind, fact.id, knowledge),
            None if said is None else value_of(fact.kind, fact.id, said, knowledge),
            tuple(value_of(each.kind, each.id, each.value, knowledge) for each in wanted),
            fact.value,
        )


def _least(condition: AtLeast) -> int:
    least = condition.at_least
    return least if isinstance(least, int) else share_need(least, len(condition.of), negated=False)
