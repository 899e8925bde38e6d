"""Check of the parts of conditions: does each make a difference?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from advisor._language import _
from advisor.inference.circuit.gates import GIVEN, Gate
from advisor.inference.network import Test, positive
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.conditions import AtLeast, Condition, Group, Leaf
from advisor.knowledge.facts import ABSENT, GIVEN_KINDS, Fact
from advisor.knowledge.rules import Finds, Rule, Speaks
from advisor.verification.checks import check
from advisor.verification.parts import Place, parts, with_members, with_part
from advisor.verification.possible import Query
from advisor.verification.subject import Subject

AT_ONCE = 4_000  # parts that are asked together: each takes some memory


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a rule's condition, and the condition without it."""

    rule: Rule
    place: Place
    part: Condition
    without: Condition


@check("warning")
def redundant_parts(subject: Subject) -> Iterator[Complaint]:
    """Each part of a condition makes a difference: without it the rule would hold somewhere else."""
    shared = _Shared(subject)
    asked = (each for rule in subject.own_rules for each in _parts_of(rule) if shared.may_matter(each))
    idle: dict[str, list[_Part]] = {}
    while some := list(islice(asked, AT_ONCE)):
        answers = subject.possible.ask([_query(each, subject) for each in some])
        for each, matters in zip(some, answers, strict=True):
            if matters is None:
                subject.leave_out("redundant-parts", each.rule.id)
            elif not matters and subject.can_fire[each.rule.id]:
                idle.setdefault(each.rule.id, []).append(each)
    for found in idle.values():
        for part in _together(found, subject):
            what = _("the condition of '{id}' holds in the same cases without {named}").format(
                id=part.rule.id, named=_named(part.part)
            )
            word = part.part.subject if isinstance(part.part, Leaf) else "when"
            yield part.rule.id, word, what, _("take that part out, or say what was meant")


def _parts_of(rule: Rule) -> Iterator[_Part]:
    """Yield the parts that may be left out; of a share none, since there each one counts."""
    for place, group in parts(rule.when):
        members = group.members
        if len(members) > 1 and not (isinstance(group, AtLeast) and isinstance(group.at_least, str)):
            for number, member in enumerate(members):
                rest = with_members(group, (*members[:number], *members[number + 1 :]))
                yield _Part(rule, (*place, number), member, with_part(rule.when, place, rest))


def _query(part: _Part, subject: Subject) -> Query:
    """Return whether the rule differs without a part, and what to make true so that it may."""
    knowledge, rule = subject.knowledge, part.rule
    without = positive(part.without, knowledge)
    *above, _ = part.place
    alone = positive(with_part(rule.when, tuple(above), part.part), knowledge)
    gate = _differ(subject.tests[rule.id], without, subject)
    makes: tuple[tuple[Test, ...], ...] = ((without,), (alone,))
    if _absence_matters(rule, subject):
        shut, shut_without = (positive(each, knowledge, negated=True) for each in (rule.when, part.without))
        gate = subject.evaluator.circuit.either(gate, _differ(shut, shut_without, subject))
        makes += ((shut,), (shut_without,))
    return Query(gate, makes)


def _differ(one: Test, other: Test, subject: Subject) -> Gate:
    place = subject.evaluator.place
    return subject.evaluator.circuit.differ(place(one).gate, place(other).gate)


def _absence_matters(rule: Rule, subject: Subject) -> bool:
    """Return whether it makes a difference where a rule is known to be false: something looks at that."""
    if isinstance(rule.then, (Finds, Speaks)) and rule.then.weighs is not None and not rule.then.is_against:
        return Fact(*rule.then.weighs, ABSENT) in subject.evaluator.concluded
    return False


def _together(found: list[_Part], subject: Subject) -> Iterator[_Part]:
    """Yield the parts that can be left out, one with the other, and none inside another."""
    if len(found) == 1:
        yield found[0]
        return
    rule = found[0].rule
    left = rule.when
    for part in reversed(found):
        if any(part.place[: len(other.place)] == other.place for other in found if other is not part):
            continue  # what it stands in can be left out
        smaller = _without(left, part.place, part.part)
        if smaller is None:
            continue
        queried = _query(_Part(rule, part.place, part.part, smaller), subject)
        (matters,) = subject.possible.ask([queried])
        if matters is False:
            left = smaller
            yield part


def _without(condition: Condition, place: Place, part: Condition) -> Condition | None:
    """Return a condition without a part; places count from the front, and parts are taken from the back."""
    *above, number = place
    group = condition
    for step in above:
        group = group.members[step]
    members = group.members
    if len(members) < 2:
        return None
    assert members[number] is part
    return with_part(
        condition, tuple(above), with_members(group, (*members[:number], *members[number + 1 :]))
    )


def _named(part: Condition) -> str:
    """Return how a part is called in a complaint: by what it looks at."""
    if not isinstance(part, Group):
        return f"'{part.kind}: {part.subject}'"
    names = ", ".join(_named(member) for member in part.members)
    return _("'{within}' of {names}").format(within=part.within, names=names)


class _Shared:
    """Which parts look at something that the rest of the rule looks at too, however deep.

    Any other answer makes a difference, unless it is counted: it can be unknown or hold, as it likes.
    """

    def __init__(self, subject: Subject) -> None:
        self._evaluator = subject.evaluator
        self._subject = subject
        self._things: list[int] = []
        self._number: dict[object, int] = {}

    def may_matter(self, part: _Part) -> bool:
        """Return whether leaving a part out may change nothing."""
        if _is_counted(part) or not self._can_be_both(part.part):
            return True
        own, rest = (self._looked_at(each) for each in (part.part, part.without))
        return bool(own & rest)

    def _can_be_both(self, part: Condition) -> bool:
        """Return whether it is plain that a part can hold and can be false: one look at what a case gives."""
        if isinstance(part, Group) or part.kind not in GIVEN_KINDS:
            return False
        reads = part.reads(self._subject.knowledge)
        return bool(reads.yes and reads.no)

    def _looked_at(self, condition: Condition | None) -> int:
        found = 0
        for _place, leaf in parts(condition) if condition is not None else ():
            if not isinstance(leaf, Group):
                for fact in _facts(leaf, self._subject):
                    found |= self._below(self._evaluator.gate_of(fact))
        return found

    def _below(self, gate: Gate) -> int:
        """Return the things that a gate rests on, a bit for each."""
        circuit = self._evaluator.circuit
        for each in range(len(self._things), len(circuit)):
            kind, left, right = circuit.looks(each)
            if kind == GIVEN:
                thing = left[:2] if isinstance(left, Fact) else None
                number = self._number.setdefault(thing, len(self._number)) if thing else -1
                self._things.append(1 << number if thing else 0)
            else:
                one, other = self._things[left], self._things[right]
                both = one | other  # most are as one of the two, and numbers of many bits take memory
                self._things.append(one if both == one else other if both == other else both)
        return self._things[gate]


def _is_counted(part: _Part) -> bool:
    """Return whether a part stands in a count: what is there twice may leave no room for it."""
    group = part.rule.when
    for step in part.place:
        if isinstance(group, AtLeast) and group.at_least not in (1, len(group.members)):
            return True
        group = group.members[step]
    return False


def _facts(leaf: Condition, subject: Subject) -> list[Fact]:
    assert not isinstance(leaf, Group)
    reads = leaf.reads(subject.knowledge)
    return [*reads.yes, *reads.no]
