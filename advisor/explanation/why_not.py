"""Why not: what keeps something from being concluded, and the smallest change that would bring it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor._suggest import did_you_mean
from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.edits import Edit, changed
from advisor.cases.facts import initial_facts
from advisor.errors import UnknownIdError
from advisor.explanation.why import Reason, held_back
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.gates import Gate, Program
from advisor.inference.circuit.ranking import advised
from advisor.inference.circuit.trials import sets_that_bring, single_counterfactuals
from advisor.inference.compile import compiled
from advisor.inference.network import share_need
from advisor.inference.weighing import LIKELY_LEAD
from advisor.knowledge.base import ADVISABLE_KINDS, CONCLUDABLE_KINDS, KnowledgeBase
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
from advisor.knowledge.phrases import STAGE_WORDS, asked_of, title_of, value_of
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.rules import Recommends, Rule

ASKED_KINDS = (*ADVISABLE_KINDS, *CONCLUDABLE_KINDS, "pattern", "rule")
MOST_CHANGES = 3
MOST_SETS = 5


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


@dataclass(frozen=True, slots=True)
class Miss:
    """A rule that could have brought it: what holds already, and the nearest way in which it is missed.

    `is_enough` says whether the rule fires once all that it names is so; else it is a step towards it.
    """

    rule: str
    title: str
    because: str
    holds: tuple[str, ...]
    fails: tuple[Need, ...]
    unknown: tuple[Need, ...]
    is_enough: bool


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What keeps something from being concluded.

    `misses` are the rules that could bring it, nearest first. `blocked_by` are reasons to hold it back.
    `changes` are the smallest sets of changed or added answers, of at most three, that would bring it.
    """

    id: str
    kind: str
    title: str
    misses: tuple[Miss, ...]
    blocked_by: tuple[Reason, ...]
    changes: tuple[tuple[Edit, ...], ...]


def why_not(advisor: Reasoner, case: Case, id_: str) -> WhyNot:
    """Return why something is not concluded for a case: a recommendation, a finding, a pattern, or a rule.

    `UnknownIdError` if there is no such id, if nothing could conclude it, or if it is concluded.
    """
    knowledge, advice = advisor.knowledge, advisor.advise(case)
    if not knowledge.has(id_, ASKED_KINDS):
        raise _unknown(id_, knowledge)
    if _is_there(id_, advice):
        raise UnknownIdError(f"'{id_}' is concluded in this case; ask: advisor why CASE {id_}")
    return WhyNot(
        id=id_,
        kind=knowledge.kind(id_),
        title=title_of(id_, knowledge),
        misses=_misses(id_, case, knowledge),
        blocked_by=held_back(advice, id_, knowledge),
        changes=smallest_changes(advisor, case, id_),
    )


def _unknown(id_: str, knowledge: KnowledgeBase) -> UnknownIdError:
    ids = knowledge.ids(ASKED_KINDS)
    if id_ in knowledge.positions:
        return UnknownIdError(
            f"'{id_}' is a {knowledge.kind(id_)}: it is not advised or found, so nothing keeps it"
        )
    return UnknownIdError(f"there is no '{id_}' in this knowledge base; {did_you_mean(id_, ids)}")


def _is_there(id_: str, advice: Advice) -> bool:
    named = {
        *(item.id for item in advice.recommendations()),
        *(finding.id for finding in advice.findings),
        *(pattern.id for pattern in advice.patterns if pattern.fit == "likely"),
        *(firing.id for firing in advice.firings),
    }
    return id_ in named


def smallest_changes(advisor: Reasoner, case: Case, id_: str) -> tuple[tuple[Edit, ...], ...]:
    """Return the smallest sets of changed or added answers after which something is concluded.

    Sets of one are looked for first, then of two, then of three. They are all of the same size, at most five,
    those first that add what is not known. No part of a set would do, and each was tried by advising.
    """
    knowledge = advisor.knowledge
    program, gate = _program_for(knowledge, id_)
    known = initial_facts(case, knowledge)
    candidates = single_counterfactuals(program, known, values_of_answers(knowledge))
    answered = {fact[:2] for fact in known}
    for size in range(1, MOST_CHANGES + 1):
        found = sorted(
            sets_that_bring(program, gate, known, candidates, size),
            key=lambda changes: (sum(change.key in answered for change in changes), changes),
        )
        if found:
            sets = (tuple(Edit.of(change.fact) for change in changes) for changes in found[:MOST_SETS])
            return tuple(
                edits for edits in sets if _is_there(id_, advisor.advise(changed(case, edits, knowledge)))
            )
    return ()


def _program_for(knowledge: KnowledgeBase, id_: str) -> tuple[Program, Gate]:
    return knowledge.memo(_program)[id_]


def _program(knowledge: KnowledgeBase, id_: str) -> tuple[Program, Gate]:
    """Return what works out whether something is concluded, and nothing else."""
    evaluator = evaluator_for(knowledge)
    circuit = evaluator.circuit
    if knowledge.has(id_, CONCLUDABLE_KINDS):
        gate = evaluator.gate_of(Fact("finding", id_, "present"))
    elif knowledge.has(id_, ("pattern",)):
        gate = evaluator.gate_of(Fact("pattern", id_, "likely"))
    elif knowledge.has(id_, ("rule",)):
        gate = next(step.fires for step in evaluator.steps if step.id == id_)
    else:
        gate = advised(evaluator, id_)
    return circuit.program([gate]), gate


def _misses(id_: str, case: Case, knowledge: KnowledgeBase) -> tuple[Miss, ...]:
    """Return the rules that could bring it, nearest first."""
    ways = _Ways(case, knowledge)
    rules = [rule for rule in knowledge.rules if _brings(rule, id_)]
    found = [(rule, lacking) for rule in rules if (lacking := ways.lacking(rule.when))]
    misses = [_miss(rule, list(dict.fromkeys(lacking)), ways) for rule, lacking in found]
    misses.sort(key=lambda miss: (not miss.is_enough, len(miss.fails) + len(miss.unknown)))
    return tuple(misses)


def _brings(rule: Rule, id_: str) -> bool:
    """Return whether a rule could bring something; a rule is brought by itself alone."""
    then = rule.then
    brings = (then.weighs is not None and then.weighs[0] != "stage") or isinstance(then, Recommends)
    return rule.id == id_ or (then.subject == id_ and brings and not then.is_against)


def _miss(rule: Rule, lacking: Sequence[Need], ways: _Ways) -> Miss:
    return Miss(
        rule.id,
        rule.title,
        rule.because,
        tuple(ways.holding(rule.when)),
        tuple(need for need in lacking if need.said is not None),
        tuple(need for need in lacking if need.said is None),
        ways.is_enough(rule, lacking),
    )


class _Ways:
    """The nearest way for a condition to become true, given what a case says."""

    def __init__(self, case: Case, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        facts = initial_facts(case, knowledge)
        self._said: Mapping[tuple[str, str], str] = {fact[:2]: fact.value for fact in facts}
        self._facts = facts
        self._evaluator = evaluator_for(knowledge)
        state = self._evaluator.evaluate(dict.fromkeys(facts, 1))
        self._fires = state.fires
        self._known = {*facts, *(fact for fact, holds in state.concluded.items() if holds)}

    def _concluding(self, thing: str) -> list[Rule]:
        """Return the rules that conclude a finding or add a sign to a pattern."""
        return [self._knowledge.entry(id_) for id_ in compiled(self._knowledge).concluding.get(thing, ())]

    def is_enough(self, rule: Rule, needs: Sequence[Need]) -> bool:
        """Return whether a rule fires once its needs are met; tried by running the rules."""
        met = {(need.kind, need.id): need.value for need in needs}
        facts = [fact for fact in self._facts if fact[:2] not in met]
        facts += [Fact(*key, value) for key, value in met.items() if key[0] in GIVEN_KINDS]
        return bool(self._evaluator.evaluate(dict.fromkeys(facts, 1)).fires[rule.id])

    def holding(self, condition: Condition) -> list[str]:
        """Return what holds already of a condition, in words."""
        if isinstance(condition, NoneOf):
            return []
        if isinstance(condition, Group):
            return [text for member in condition.members for text in self.holding(member)]
        facts = [fact for fact in condition.reads(self._knowledge).yes if fact in self._known]
        return [self._in_words(fact) for fact in facts]

    def _in_words(self, fact: Fact) -> str:
        if fact.kind in ("answer", "item", "placed", "tried"):
            knowledge = self._knowledge
            return f"{asked_of(*fact[:2], knowledge)} {value_of(*fact, knowledge)}"
        stage = f": {STAGE_WORDS[fact.value]}" if fact.kind == "stage" else ""
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
        return [each for way in ways[: max(0, need)] for each in way]

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
        if isinstance(condition, (FindingHolds, PatternFits, StageIs)):
            title = title_of(wanted[0].id, self._knowledge)
            said = next((f.value for f in self._known if f[:2] == wanted[0][:2]), None)
            values = tuple(STAGE_WORDS.get(fact.value, fact.value) for fact in wanted)
            said = None if said is None else STAGE_WORDS.get(said, said)
            return [Need(wanted[0].kind, wanted[0].id, f"{title}:", said, values, wanted[0].value)]
        return [self._answer(wanted)]

    def _signs(self, pattern: str, depth: int) -> list[Need]:
        """Return what would make a pattern likely: as many more signs as its lead lacks, a key sign first."""
        signs = self._concluding(f"pattern:{pattern}")
        speaks_for = [rule for rule in signs if not rule.then.is_against]
        seen = [rule for rule in speaks_for if self._fires[rule.id]]
        against = sum(bool(self._fires[rule.id]) for rule in signs if rule.then.is_against)
        missing = max(1, LIKELY_LEAD - len(seen) + against)
        key_seen = any(rule.then.is_key for rule in seen)
        ways = [
            (not key_seen and not rule.then.is_key, len(way), place, way)
            for place, rule in enumerate(speaks_for)
            if not self._fires[rule.id] and (way := self.lacking(rule.when, depth=depth - 1))
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
