"""Checks of patterns: does each answer count once for one, and is one that is only possible a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from advisor._language import _
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.trials import bits_set, columns_of_cases
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.conditions import leaves
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.rules import Rule, Speaks
from advisor.verification.checks import check
from advisor.verification.subject import Subject

AT_ONCE = 1 << 15  # pairs of answers that are tried in one run
MOST_ANSWERS = 1500  # pairs of more are not tried: a run for each million of them


@check("warning")
def possible_as_fact(subject: Subject) -> Iterator[Complaint]:
    """Each pattern has a question, which is told while it is only possible."""
    for pattern in subject.knowledge.of_kind("pattern"):
        if pattern.question is None:
            what = _("'{id}' has no question to ask while it is only possible").format(id=pattern.id)
            yield pattern.id, "text", what, _("write one as 'question', such as: Has somebody been let down?")


@check("error")
def one_answer_two_signs(subject: Subject) -> Iterator[Complaint]:
    """One answer counts once for one pattern: it alone gives one sign, two answers give two at most."""
    told: set[frozenset[str]] = set()
    for answers, ids in _too_many_signs(subject.knowledge):
        if frozenset(ids) not in told and not any(each <= frozenset(ids) for each in told):
            told.add(frozenset(ids))
            said = " and ".join(f"{fact.id}={fact.value}" for fact in answers)
            signs = ", ".join(f"'{id_}'" for id_ in ids)
            what = _("{said} gives {number} signs of one pattern: {signs}").format(
                said=said, number=len(ids), signs=signs
            )
            yield ids[-1], "when", what, _("leave the answer to one of them")


def _too_many_signs(knowledge: KnowledgeBase) -> Iterator[tuple[Sequence[Fact], list[str]]]:
    signs = {
        of: rules
        for of, rules in _signs(knowledge).items()
        if any(knowledge.is_own(rule.id) for rule in rules)
    }
    facts = _answers(knowledge, signs)
    cases: list[tuple[Fact, ...]] = [(fact,) for fact in facts]
    yield from _with_more_signs_than_answers(cases, 1, signs, knowledge)
    if len(facts) > MOST_ANSWERS:
        return
    pairs = [pair for pair in combinations(facts, 2) if pair[0][:2] != pair[1][:2]]
    for start in range(0, len(pairs), AT_ONCE):
        yield from _with_more_signs_than_answers(pairs[start : start + AT_ONCE], 2, signs, knowledge)


def _signs(knowledge: KnowledgeBase) -> dict[tuple[str, str], list[Rule]]:
    """Return the signs for and against each pattern; not those of a stage, which is weighed from many."""
    found: dict[tuple[str, str], list[Rule]] = {}
    for rule in knowledge.rules:
        if isinstance(rule.then, Speaks) and all(leaf.kind != "stage" for leaf in leaves(rule.when)):
            found.setdefault((rule.then.pattern, rule.then.speaks), []).append(rule)
    return found


def _answers(knowledge: KnowledgeBase, signs: Mapping[tuple[str, str], list[Rule]]) -> list[Fact]:
    """Return the answers that can be given, if there are patterns at all."""
    if not signs:
        return []
    asked = values_of_answers(knowledge).items()
    return [Fact(*thing, value) for thing, values in asked for value in values if value != NOT_APPLICABLE]


def _with_more_signs_than_answers(
    cases: Sequence[tuple[Fact, ...]],
    number: int,
    signs: Mapping[tuple[str, str], list[Rule]],
    knowledge: KnowledgeBase,
) -> Iterator[tuple[Sequence[Fact], list[str]]]:
    """Yield the cases, each of so many answers, in which one pattern has more signs than that."""
    fires = evaluator_for(knowledge).evaluate(columns_of_cases(cases), (1 << len(cases)) - 1).fires
    for rules in signs.values():
        reached = [0] * (number + 1)  # where at least one, two ... signs fire
        for rule in rules:
            for more in range(number, 0, -1):
                reached[more] |= reached[more - 1] & fires[rule.id]
            reached[0] |= fires[rule.id]
        for place in bits_set(reached[number]):
            yield cases[place], [rule.id for rule in rules if fires[rule.id] >> place & 1]
