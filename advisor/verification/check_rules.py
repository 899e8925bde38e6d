"""Checks of the rules against each other: what can never be, and what is said twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from advisor._language import _
from advisor.files.yaml_text import inline
from advisor.inference.network import positive
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.conditions import AllOf, Condition
from advisor.knowledge.rules import STRENGTHS, Recommends, Rule, Speaks
from advisor.verification.checks import check
from advisor.verification.implied import Implied, implied
from advisor.verification.possible import Query
from advisor.verification.subject import Subject


@check("error")
def never_true(subject: Subject) -> Iterator[Complaint]:
    """A rule's condition can be true: it wants neither two answers at once nor what nothing concludes."""
    for id_ in (rule.id for rule in subject.own_rules):
        can = subject.can_fire[id_]
        if can is False:
            what = _("the condition of '{id}' can never be true").format(id=id_)
            clash = _clash(id_, subject)
            if clash:
                what = _("{what}: {one} and {other} are never so together").format(
                    what=what, one=_written(clash[0]), other=_written(clash[1])
                )
                yield id_, "when", what, _("take one of the two out, or put both under 'any:'")
                continue
            yield id_, "when", what, _("take one part of it out, or mend the rules that should conclude it")
        elif can is None:
            subject.leave_out("never-true", id_)


def _clash(id_: str, subject: Subject) -> tuple[Condition, Condition] | None:
    """Return two parts of a rule's condition that are never true together, though each may be by itself."""
    rule, evaluator = subject.knowledge.rule(id_), subject.evaluator
    if rule is None or not isinstance(rule.when, AllOf):
        return None
    parts = {part: positive(each, subject.knowledge) for part, each in enumerate(rule.when.all)}
    gates = {part: evaluator.place(test).gate for part, test in parts.items()}
    alone = subject.possible.ask([Query(gates[part], ((test,),)) for part, test in parts.items()])
    pairs = [(one, other) for one, other in combinations(parts, 2) if alone[one] and alone[other]]
    both = [evaluator.circuit.both(gates[one], gates[other]) for one, other in pairs]
    asked = [
        Query(gate, ((parts[one], parts[other]),)) for gate, (one, other) in zip(both, pairs, strict=True)
    ]
    never = (pair for pair, can in zip(pairs, subject.possible.ask(asked), strict=True) if can is False)
    found = next(never, None)
    return None if found is None else (rule.when.all[found[0]], rule.when.all[found[1]])


def _written(condition: Condition) -> str:
    """Return a condition on one line, as a file has it."""
    return inline({key: value for key, value in condition.as_dict().items() if value != []})


@check("error")
def duplicate_rules(subject: Subject) -> Iterator[Complaint]:
    """No two rules conclude the same under the same condition."""
    for first, other in _alike(subject):
        same = _("'{id}' says the same under the same condition as '{other}'")
        what = same.format(id=other.id, other=first.id)
        yield other.id, "when", what, _("keep one of them")


@check("warning")
def covered_rules(subject: Subject) -> Iterator[Complaint]:
    """A rule says something of its own: none that is as strong concludes the same wherever it fires."""
    alike = {other.id for _, other in _alike(subject)}
    covered = set()
    for each in subject.once(_said_again):
        narrow, wide = each.narrow.id, each.wide.id
        if narrow not in alike and narrow not in covered and wide not in alike:
            covered.add(narrow)
            what = _("'{narrow}' fires only where '{wide}' does, which concludes the same").format(
                narrow=narrow, wide=wide
            )
            yield narrow, "when", what, _("take it out, or say what it adds")


def _alike(subject: Subject) -> list[tuple[Rule, Rule]]:
    """Return the rules that are like an earlier one, each with the first that it is like."""
    fires = subject.evaluator.fires_at
    first: dict[object, Rule] = {}
    found: dict[str, Rule] = {}
    for rule in subject.compared:
        if subject.can_fire[rule.id] is not False:
            same = first.setdefault((fires[rule.id], repr(rule.then)), rule)
            if same is not rule:
                found[rule.id] = same
    pairs = {(each.narrow.id, each.wide.id): each for each in subject.once(_said_again)}
    places = subject.knowledge.positions
    for (narrow, wide), each in pairs.items():
        if (wide, narrow) in pairs and places[wide] < places[narrow]:
            found.setdefault(narrow, each.wide)
    return [(found[rule.id], rule) for rule in subject.compared if rule.id in found]


def _said_again(subject: Subject) -> list[Implied]:
    """Return the rules that fire only where one does that concludes the same and is as strong."""
    groups: dict[tuple[str, ...], list[Rule]] = {}
    for rule in subject.compared:
        said = {key: value for key, value in rule.then.as_dict().items() if key not in ("strength", "key")}
        groups.setdefault((*said, *map(str, said.values())), []).append(rule)
    return implied(
        subject, groups.values(), lambda narrow, wide: _is_as_strong(wide, narrow), "covered-rules"
    )


def _is_as_strong(one: Rule, other: Rule) -> bool:
    """Return whether a rule's conclusion weighs as much as the other's, or more."""
    if isinstance(one.then, Recommends) and isinstance(other.then, Recommends):
        return STRENGTHS.index(one.then.strength) <= STRENGTHS.index(other.then.strength)
    if isinstance(one.then, Speaks) and isinstance(other.then, Speaks):
        return one.then.key or not other.then.key
    return True
