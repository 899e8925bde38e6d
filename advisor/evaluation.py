"""A pure evaluator of the rules: one walk over the conditions, two kinds of values.

A value says where something is known to hold: a truth value for one case, a column of them for many.
Only `&`, `|`, `^`, arithmetic and comparisons are used, which mean the same for both; so one case and a
million go through the same lines. A condition that is neither known to hold nor known to be false is
open: strong Kleene logic (docs/decisions/0002-meaning-of-rules.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from advisor.entries import STAGES
from advisor.facts import Fact, is_absence
from advisor.fired import finding_of
from advisor.knowledge_base import KnowledgeBase
from advisor.network import Count, Seek, Test, absence_id, positive, share_need
from advisor.prepared import Prepared, prepared, speaks_against
from advisor.rules import Rule, Signs, Speaks
from advisor.weighing import FEWEST_BESIDE_PLACING, FEWEST_SIGNS, LIKELY_LEAD, rests_on_placing

Value = Any  # a bool, or a NumPy column of bools
Known = dict[Fact, Value]


def holds(test: Test, known: Mapping[Fact, Value]) -> Value:
    """Return where a test holds, given where each fact is known."""
    if isinstance(test, Seek):
        return reduce(or_, (known[fact] for fact in test.facts if fact in known), False)
    if test.share is None:
        return _count(holds(member, known) for member in test.members) >= test.need
    return _share_holds(test, known)


def _share_holds(test: Count, known: Mapping[Fact, Value]) -> Value:
    """Return where enough of the members that apply hold."""
    applicable = len(test.members) - _count(known[fact] for fact in outside(test) if fact in known)
    held = _count(_inside(member, known) for member in test.members)
    return held >= share_need(str(test.share), applicable, test.negated)


def outside(test: Count) -> list[Fact]:
    """Return the facts that say of a member of a share that it does not apply."""
    return [member.outside for member in test.members if isinstance(member, Seek) and member.outside]


def _inside(member: Test, known: Mapping[Fact, Value]) -> Value:
    """Return where a member of a share holds; that it does not apply is no way of holding."""
    if isinstance(member, Seek):
        facts = tuple(fact for fact in member.facts if fact != member.outside)
        return holds(Seek(facts, None), known)
    return holds(member, known)


def _count(values: Iterable[Value]) -> Any:
    return sum((1 * value for value in values), 0)


@dataclass(slots=True)
class Step:
    """One thing to evaluate, in its layer: a rule, an absence or a weighing."""

    id: str
    rule: Rule | None = None
    absence: Fact | None = None
    weighs: tuple[str, str] | None = None
    test: Test | None = None

    @property
    def concludes(self) -> Fact | None:
        """The fact that the step makes known where it holds, if it is one."""
        return finding_of(self.rule) if self.rule is not None else self.absence


@dataclass
class Evaluation:
    """Where everything is known, and where each rule fires."""

    known: Known
    fires: dict[str, Value] = field(default_factory=dict)


class Evaluator:
    """The steps of a knowledge base, in an order in which everything a step looks at comes before it."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        work = prepared(knowledge)
        absences = {absence_id(fact): fact for fact in work.network.waiting if is_absence(fact)}
        order = sorted(work.salience, key=lambda id_: -work.salience[id_])
        self.steps = [_step(id_, absences.get(id_), knowledge, work) for id_ in order]
        self._keyed = work.keyed
        self._signs: dict[tuple[str, str], list[Rule]] = {}
        for rule in knowledge.rules:
            if isinstance(rule.then, Signs):
                self._signs.setdefault(("stage", rule.then.sign), []).append(rule)
            elif isinstance(rule.then, Speaks):
                self._signs.setdefault(("pattern", rule.then.pattern), []).append(rule)

    def evaluate(self, answers: Mapping[Fact, Value]) -> Evaluation:
        """Return what follows from the answers: where each is given, as one value or as columns."""
        state = Evaluation(dict(answers))
        for step in self.steps:
            if step.test is not None:
                state.fires[step.id] = holds(step.test, state.known)
                self._conclude(step, state)
            elif step.weighs is not None:
                self._weigh(step.weighs, state)
        return state

    def _conclude(self, step: Step, state: Evaluation) -> None:
        fact = step.concludes
        if fact is not None:
            state.known[fact] = state.known.get(fact, False) | state.fires[step.id]

    def _weigh(self, thing: tuple[str, str], state: Evaluation) -> None:
        rules = self._signs.get(thing, [])
        if thing[0] == "stage":
            self._weigh_stage(thing[1], rules, state)
        else:
            self._weigh_pattern(thing[1], rules, state)

    def _weigh_stage(self, factor: str, rules: list[Rule], state: Evaluation) -> None:
        """Set where the factor stands at each stage; the same weighing as `weighing.weighed_stage`."""
        said = {stage: [r for r in rules if getattr(r.then, "stage", "") == stage] for stage in STAGES}
        low, middling, high = (_count(state.fires[rule.id] for rule in said[stage]) for stage in STAGES)
        total = low + middling + high
        beside = _count(state.fires[rule.id] for rule in rules if not rests_on_placing(rule))
        enough = (total >= FEWEST_SIGNS) & (beside >= FEWEST_BESIDE_PLACING)
        middle = (total - 1) // 2
        emerging = enough & (low > middle)
        developing = enough & (emerging ^ True) & ((low + middling > middle) | (low > 0))
        confident = enough & (emerging ^ True) & (developing ^ True)
        for stage, where in zip(STAGES, (emerging, developing, confident), strict=True):
            state.known[Fact("stage", factor, stage)] = where

    def _weigh_pattern(self, pattern: str, rules: list[Rule], state: Evaluation) -> None:
        """Set where the pattern is likely and where possible; the same as `weighing.weighed_fit`."""
        spoken = {
            said: [rule for rule in rules if getattr(rule.then, "speaks", "") == said]
            for said in ("for", "against")
        }
        signs = _count(state.fires[rule.id] for rule in spoken["for"])
        lead = signs - _count(state.fires[rule.id] for rule in spoken["against"])
        keys = [state.fires[rule.id] for rule in rules if getattr(rule.then, "key", False)]
        likely = (lead >= LIKELY_LEAD) & (signs > 0)
        if pattern in self._keyed:
            likely = likely & reduce(or_, keys, False)
        possible = (signs > 0) & ((lead > 0) | ((lead == 0) & (signs >= LIKELY_LEAD))) & (likely ^ True)
        state.known[Fact("pattern", pattern, "likely")] = likely
        state.known[Fact("pattern", pattern, "possible")] = possible


def _step(id_: str, absence: Fact | None, knowledge: KnowledgeBase, work: Prepared) -> Step:
    rule = knowledge.rule(id_)
    if rule is not None:
        return Step(id_, rule=rule, test=positive(rule.when, knowledge))
    if absence is None:
        kind, _, thing = id_.partition(":")
        return Step(id_, weighs=(kind, thing))
    concluding = [knowledge.entry(rule_id) for rule_id in work.concluding[f"{absence.kind}:{absence.id}"]]
    ways = [rule for rule in concluding if not speaks_against(rule)]
    tests = [positive(way.when, knowledge, negated=True) for way in ways]
    return Step(id_, absence=absence, test=Count(len(tests), tests))
