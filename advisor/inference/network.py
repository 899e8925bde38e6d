"""The conditions of all rules as one network of counters.

Every condition is turned into a form without negation: `none` becomes 'each is known to be
false', which the facts themselves can say (another answer; a finding that is absent). What is
left is counting: a node holds when enough of its members hold, and a fact that arrives adds one to
the nodes that wait for it. So each fact is looked at once for each place that names it, however
many rules there are, and nothing ever has to be taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from advisor._kept import kept
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, AnyOf, AtLeast, Condition, Group, NoneOf
from advisor.knowledge.facts import Fact

ABSENCE = "no-sign-of:"  # the id of a derived rule: no-sign-of:FINDING


@dataclass(slots=True)
class Seek:
    """Holds when one of `facts` is known; `outside` takes it out of a share."""

    facts: tuple[Fact, ...]
    outside: Fact | None


@dataclass(slots=True)
class Count:
    """Holds when `need` members hold.

    With a `share`, the need follows from how many members apply; `negated` counts those that
    are false, so many that the share cannot be reached.
    """

    need: int
    members: list[Seek | Count]
    share: str | None = None
    negated: bool = False


Test = Seek | Count


def share_need(share: str, applicable: Any, negated: bool) -> Any:
    """Return how many must hold of `applicable` members, a number or a column, for half or most of them.

    Nothing is half of nothing: with no member left the share is not reached, and its opposite is.
    """
    half = (applicable + 1) // 2 + (applicable == 0)
    need = half if share == "half" else applicable // 2 + 1
    return applicable - need + 1 if negated else need


def positive(condition: Condition, knowledge: KnowledgeBase, negated: bool = False) -> Test:
    """Return the condition, or its opposite, without negation."""
    if not isinstance(condition, Group):
        reads = condition.reads(knowledge)
        return Seek(reads.no if negated else reads.yes, reads.not_applicable)
    inside = negated != isinstance(condition, NoneOf)
    tests = [positive(member, knowledge, inside) for member in condition.members]
    match condition:
        case AllOf() | NoneOf():
            return Count(1 if negated else len(tests), tests)
        case AnyOf():
            return Count(len(tests) if negated else 1, tests)
        case AtLeast(at_least=int() as least):
            return Count(max(0, len(tests) - least + 1) if negated else least, tests)
        case AtLeast(at_least=share):
            return Count(share_need(str(share), len(tests), negated), tests, str(share), negated)
    raise AssertionError(condition)


@dataclass
class Network:
    """The counters, ready to be reset for a case."""

    need: list[int] = field(default_factory=list)
    above: list[int] = field(default_factory=list)
    size: list[int] = field(default_factory=list)
    shares: dict[int, tuple[str, bool]] = field(default_factory=dict)
    waiting: dict[Fact, list[int]] = field(default_factory=dict)
    leaving: dict[Fact, list[int]] = field(default_factory=dict)
    root_of: dict[str, int] = field(default_factory=dict)

    @kept
    def rule_at(self) -> dict[int, str]:
        """The rule whose condition a node is."""
        return {node: rule for rule, node in self.root_of.items()}

    @kept
    def below(self) -> dict[int, list[int]]:
        """The members of each node."""
        below: dict[int, list[int]] = {}
        for node, above in enumerate(self.above):
            below.setdefault(above, []).append(node)
        return below

    def add(self, rule: str, test: Test) -> None:
        """Add a rule's test."""
        self.root_of[rule] = self._add(test, -1)

    def _add(self, test: Test, above: int) -> int:
        node = len(self.need)
        self.above.append(above)
        if isinstance(test, Seek):
            self.need.append(1)
            self.size.append(0)
            outside = test.outside if above in self.shares else None
            if outside is not None:
                self.leaving.setdefault(outside, []).append(above)
            for fact in test.facts:
                if fact != outside:
                    self.waiting.setdefault(fact, []).append(node)
            return node
        self.need.append(test.need)
        self.size.append(len(test.members))
        if test.share is not None:
            self.shares[node] = (test.share, test.negated)
        for member in test.members:
            self._add(member, node)
        return node


class Matching:
    """The state of a network for one case: which nodes hold, and through which facts."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._have = [0] * len(network.need)
        self._need = list(network.need)
        self._size = list(network.size)
        self._holds = bytearray(len(network.need))
        self._through: dict[int, Fact] = {}
        self._outside: dict[int, list[Fact]] = {}

    def learn(self, fact: Fact) -> list[str]:
        """Take in a fact; return the rules whose condition now holds."""
        fired: list[str] = []
        network = self._network
        for node in network.waiting.get(fact, ()):
            self._through[node] = fact
            self._raise(node, fired)
        for node in network.leaving.get(fact, ()):
            share, negated = network.shares[node]
            self._size[node] -= 1
            self._outside.setdefault(node, []).append(fact)
            self._need[node] = share_need(share, self._size[node], negated)
            self._check(node, fired)
        return fired

    def _raise(self, node: int, fired: list[str]) -> None:
        self._have[node] += 1
        self._check(node, fired)

    def _check(self, node: int, fired: list[str]) -> None:
        if self._holds[node] or self._have[node] < self._need[node]:
            return
        self._holds[node] = 1
        above = self._network.above[node]
        if above >= 0:
            self._raise(above, fired)
        else:
            fired.append(self._network.rule_at[node])

    def support(self, rule: str) -> list[Fact]:
        """Return the facts that make a rule's condition true, each once, in the rule's order."""
        return list(dict.fromkeys(self._support(self._network.root_of[rule])))

    def _support(self, node: int) -> Iterator[Fact]:
        if node in self._through:
            yield self._through[node]
        yield from self._outside.get(node, ())  # a share also rests on what does not apply
        for member in self._network.below.get(node, ()):
            if self._holds[member]:
                yield from self._support(member)


def absence_id(fact: Fact) -> str:
    """Return the id of the derived rule that concludes an absence."""
    return f"{ABSENCE}{fact.id}"
