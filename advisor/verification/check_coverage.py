"""Checks of cover: do the scenarios try every rule, and do the rules say something of every case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._language import _
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.gates import Program
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.conditions import Leaf, leaves
from advisor.knowledge.facts import BESIDE_KINDS, Fact, Thing
from advisor.knowledge.question import NOT_APPLICABLE
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.rules import Finds, Recommends
from advisor.verification.checks import check
from advisor.verification.subject import Subject

Answers = dict[Thing, str]  # what is said, by the kind and id of what is asked
Choices = dict[Thing, tuple[str, ...]]


@check("warning")
def never_fired(subject: Subject) -> Iterator[Complaint]:
    """Some scenario makes each rule fire that can fire at all.

    What rests on facts that are given beside a case is left out: a scenario is one case by itself.
    """
    beside = rest_on_what_is_beside(subject.knowledge)
    tried = {_template(id_) for id_, (fires, _) in subject.fired.items() if fires}
    for rule in subject.own_rules:
        if rule.id in beside:
            continue
        if _template(rule.id) not in tried and subject.can_fire[rule.id] is not False:
            yield (
                rule.id,
                "id",
                _("no scenario makes '{id}' fire").format(id=rule.id),
                _("write one in which it should"),
            )


def rest_on_what_is_beside(knowledge: KnowledgeBase) -> set[str]:
    """Return the rules that look at facts given beside a case, or at what only such rules conclude."""
    found: set[str] = set()
    things: set[str] = set()
    looks = {rule.id: [*leaves(rule.when)] for rule in knowledge.rules}
    while True:
        more = {
            id_
            for id_, seen in looks.items()
            if any(
                leaf.kind in BESIDE_KINDS or (leaf.kind == "finding" and leaf.subject in things)
                for leaf in seen
            )
        }
        if more == found:
            return found
        found = more
        ways: dict[str, list[bool]] = {}
        for rule in knowledge.rules:
            if isinstance(rule.then, Finds):
                ways.setdefault(rule.then.finding, []).append(rule.id in found)
        things = {finding for finding, each in ways.items() if all(each)}


def _template(rule: str) -> str:
    """Return the template of a rule, or the rule; what one entry shows of a template, it shows of all."""
    return rule.partition(".")[0]


@check("warning")
def always_fired(subject: Subject) -> Iterator[Complaint]:
    """Some scenario leaves each rule unfired."""
    for rule in subject.own_rules:
        if subject.scenarios and not subject.fired[rule.id][1]:
            yield (
                rule.id,
                "id",
                _("'{id}' fires in every scenario").format(id=rule.id),
                _("write one in which it should not"),
            )


@check("warning")
def nothing_said(subject: Subject) -> Iterator[Complaint]:
    """The rules say something of every full set of answers that was tried.

    It starts from answers that are all the first, all the second and so on, and from there changes one answer
    at a time to what makes the fewest rules find or recommend something.
    """
    question = next(iter(subject.knowledge.questions), "")
    if not subject.knowledge.is_own(question):
        return  # it would be told of there
    values = values_of_answers(subject.knowledge)
    looking = _looking(subject.knowledge)
    asked = {
        key: _told_apart([value for value in each if value != NOT_APPLICABLE], looking.get(key, ()))
        for key, each in values.items()
        if key[0] != "tried" and each
    }
    if not asked:
        return
    silence = _Silence(subject)
    for start in range(max(map(len, asked.values()))):
        answers = {key: each[min(start, len(each) - 1)] for key, each in asked.items()}
        if silence.deepened(answers, asked):
            said = ", ".join(f"{key[1]}={value}" for key, value in answers.items())
            what = _("nothing is found or recommended where {said}").format(said=said)
            yield question, "id", what, _("write a rule for it, if only for what to keep up")
            return


def _looking(knowledge: KnowledgeBase) -> dict[Thing, list[Leaf]]:
    """Return the conditions that look at each thing."""
    found: dict[Thing, list[Leaf]] = {}
    for rule in knowledge.rules:
        for leaf in leaves(rule.when):
            found.setdefault(leaf.thing, []).append(leaf)
    return found


def _told_apart(values: Sequence[str], looking: Sequence[Leaf]) -> tuple[str, ...]:
    """Return the values that rules tell apart: of those that are alike to every condition, the first.

    A question may have thousands of options, and each would be tried in each place.
    """
    wanted = {frozenset(leaf.wanted(tuple(values))) for leaf in looking}
    first: dict[tuple[bool, ...], str] = {}
    for value in values:
        first.setdefault(tuple(value in each for each in wanted), value)
    return tuple(first.values())


class _Silence:
    """Looks for answers of which the rules say nothing."""

    def __init__(self, subject: Subject) -> None:
        evaluator = evaluator_for(subject.knowledge)
        says = [
            step.fires
            for step in evaluator.steps
            if step.rule is not None and isinstance(step.rule.then, (Finds, Recommends))
        ]
        self._digits = evaluator.circuit.total(says)  # how many of them fire, as a number of gates
        self._program: Program = evaluator.circuit.program(self._digits)

    def deepened(self, answers: Answers, asked: Choices) -> bool:
        """Change answers for as long as fewer rules fire; return whether none does at last.

        Each change is tried by itself, then the best of them together: the two best, four, eight and so on.
        """
        (left,) = self._fired(answers, [{}])
        while left:
            changes = [{key: value} for key, each in asked.items() for value in each if value != answers[key]]
            better = _best_of_each(changes, self._fired(answers, changes), left)
            if not better:
                return False
            together = [_first(better, 1 << power) for power in range(len(better).bit_length())]
            counts = self._fired(answers, together)
            left = min(counts)
            answers.update(together[counts.index(left)])
        return True

    def _fired(self, answers: Answers, changes: list[Answers]) -> list[int]:
        """Return how many rules find or recommend something after each set of changes."""
        everywhere = (1 << len(changes)) - 1
        columns = {Fact(*key, value): everywhere for key, value in answers.items()}
        for row, changed in enumerate(changes):
            for key, value in changed.items():
                columns[Fact(*key, answers[key])] ^= 1 << row
                columns[Fact(*key, value)] = columns.get(Fact(*key, value), 0) | 1 << row
        cells = self._program.run(columns, 0, everywhere)
        digits = [cells[self._program.cell_of[gate]] for gate in self._digits]
        return [
            sum((digit >> row & 1) << place for place, digit in enumerate(digits))
            for row in range(len(changes))
        ]


def _best_of_each(changes: list[Answers], counts: list[int], left: int) -> list[Answers]:
    """Return for each thing the change that leaves the fewest rules, below `left`; the best first."""
    best: dict[Thing, tuple[int, Answers]] = {}
    for change, count in zip(changes, counts, strict=True):
        (key,) = change
        if count < min(left, best[key][0] if key in best else left):
            best[key] = count, change
    return [change for _, change in sorted(best.values(), key=lambda each: each[0])]


def _first(changes: list[Answers], number: int) -> Answers:
    return {key: value for change in changes[:number] for key, value in change.items()}
