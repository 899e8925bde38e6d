"""Checks of rules that speak against each other: what is advised where it is held back, signs both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from advisor._language import _
from advisor.inference.circuit.evaluator import CircuitRule
from advisor.inference.circuit.ranking import advised
from advisor.inference.network import Test
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.rules import (
    Cautions,
    ComesFirst,
    NeedsHelp,
    Recommends,
    Rule,
    Signs,
    Speaks,
    Withholds,
)
from advisor.verification.checks import check
from advisor.verification.implied import implied
from advisor.verification.possible import ROUNDS, Query
from advisor.verification.subject import Subject

_OPPOSITE = ({"emerging", "confident"}, {"for", "against"})


@check("error")
def recommended_in_vain(subject: Subject) -> Iterator[Complaint]:
    """Nothing is recommended only where it is held back."""
    circuit, about = subject.evaluator.circuit, subject.evaluator.about
    asked: list[tuple[CircuitRule, Query]] = []
    for (kind, id_), steps in about.items():
        held = circuit.any_of(step.fires for step in about.get((Withholds, id_), ()))
        if kind is Recommends and held:
            asked += [
                (step, Query(circuit.both(step.fires, circuit.opposite(held)), _makes(step)))
                for step in steps
                if subject.knowledge.is_own(step.id)
            ]
    answers = subject.possible.ask([query for _, query in asked])
    for (step, _query), can in zip(asked, answers, strict=True):
        if can is None:
            subject.leave_out("recommended-in-vain", step.id)
        elif not can and subject.can_fire[step.id]:
            other = _first_firing(subject, step, about[Withholds, _subject(step)])
            what = _("'{id}' recommends '{subject}' only where it is held back, as by '{other}'").format(
                id=step.id, subject=_subject(step), other=other
            )
            yield step.id, "when", what, _("say in one of the conditions where the other one holds")


def _makes(step: CircuitRule) -> tuple[tuple[Test, ...], ...]:
    return ((step.condition,),) if step.condition is not None else ()


def _subject(step: CircuitRule) -> str:
    assert step.rule is not None
    return step.rule.then.subject


def _first_firing(subject: Subject, step: CircuitRule, others: Sequence[CircuitRule]) -> str:
    """Return the first of some rules that fires in the case of a rule."""
    way = subject.possible.case_of(step.fires) or {}
    fired = subject.possible.fired([other.fires for other in others], [way])
    return next((other.id for other, holds in zip(others, fired, strict=True) if holds), others[0].id)


@check("error")
def opposite_signs(subject: Subject) -> Iterator[Complaint]:
    """No sign is there only where another says the opposite: emerging and confident, for and against."""
    groups: dict[str, list[Rule]] = {}
    for rule in subject.compared:
        if isinstance(rule.then, (Signs, Speaks)):
            groups.setdefault(rule.then.subject, []).append(rule)
    found = implied(subject, groups.values(), _are_opposite, "opposite-signs")
    pairs = {(each.narrow.id, each.wide.id) for each in found}
    places = subject.knowledge.positions
    told = set()
    for each in found:
        narrow, wide = each.narrow, each.wide
        is_earlier_of_two = (wide.id, narrow.id) in pairs and places[narrow.id] < places[wide.id]
        if narrow.id not in told and not is_earlier_of_two:
            told.add(narrow.id)
            what = _("'{id}' is a sign '{value}' only where '{other}' is one '{value2}' of the same").format(
                id=narrow.id, value=narrow.then.effect.value, other=wide.id, value2=wide.then.effect.value
            )
            yield narrow.id, "when", what, _("say in one of the conditions where the other one holds")


def _are_opposite(one: Rule, other: Rule) -> bool:
    return {one.then.effect.value, other.then.effect.value} in _OPPOSITE


@check("warning")
def said_of_nothing_advised(subject: Subject) -> Iterator[Complaint]:
    """Each caution, wait and call for help is about something that is advised where it is said."""
    asked: list[tuple[Rule, Query]] = []
    for step in subject.evaluator.steps:
        rule = step.rule
        if rule is None or not isinstance(rule.then, (Cautions, ComesFirst, NeedsHelp)):
            continue
        if not subject.knowledge.is_own(rule.id):
            continue
        ids = _about(rule)
        missing = [id_ for id_ in ids if (Recommends, id_) not in subject.evaluator.about]
        if missing:
            what = _("'{id}' is about '{missing}', which no rule recommends").format(
                id=rule.id, missing=missing[0]
            )
            yield rule.id, missing[0], what, _("write a rule that recommends it, or take this one out")
        else:
            gates = [advised(subject.evaluator, id_) for id_ in ids]
            gate = subject.evaluator.circuit.all_of([step.fires, *gates])
            asked.append((rule, Query(gate, tuple(_with_reasons(subject, step, ids)))))
    answers = subject.possible.ask([query for _, query in asked])
    for (rule, _query), can in zip(asked, answers, strict=True):
        if can is None:
            subject.leave_out("said-of-nothing-advised", rule.id)
        elif not can and subject.can_fire[rule.id]:
            what = _("where '{id}' holds, '{names}' is never advised").format(
                id=rule.id, names=_(" and ").join(_about(rule))
            )
            yield rule.id, "when", what, _("mend the condition, or take the rule out")


def _about(rule: Rule) -> list[str]:
    """Return what must be advised for a rule to say anything."""
    first = [rule.then.first] if isinstance(rule.then, ComesFirst) else []
    return list(dict.fromkeys([*first, rule.then.subject]))


def _with_reasons(subject: Subject, step: CircuitRule, ids: Sequence[str]) -> Iterator[tuple[Test, ...]]:
    """Yield what to make true together: a rule, and a reason for each thing that it is about."""
    reasons = [subject.evaluator.about[Recommends, id_] for id_ in ids]
    most = max(map(len, reasons))
    for number in islice(range(most), ROUNDS):
        chosen = [each[number % len(each)] for each in reasons]
        yield tuple(each.condition for each in (step, *chosen) if each.condition is not None)
