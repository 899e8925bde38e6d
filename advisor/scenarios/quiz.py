"""A scenario as an exercise: a learner asks for facts, chooses interventions, and compares with the rules.

There is no mark. Where the rules leave something open, so does the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from advisor.advice.model import Advice, AlertAdvice, InterventionAdvice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.explanation import held_back
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.table import kind_of
from advisor.scenarios.scenario import Scenario

Verdict = Literal["agreed", "not-yet", "held-back", "open"]
AT_ONCE = 3  # facts that may be asked for in one go: a learner who asks for all learns nothing about asking


@dataclass(frozen=True, slots=True)
class Choice:
    """An intervention that a learner chooses, and her reason in her own words."""

    id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What the rules say of a choice: agreed, not yet, held back, or nothing at all; and why."""

    choice: Choice
    verdict: Verdict
    reasons: tuple[str, ...]
    after: tuple[str, ...] = ()
    led_by: str = ""


@dataclass(frozen=True, slots=True)
class Missed:
    """An intervention that the rules advise and the learner did not choose; `slight` if with hints only."""

    id: str
    reasons: tuple[str, ...]
    slight: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """Two choices that the rules put the other way round; `because` is empty where only weight decides."""

    earlier: str
    later: str
    because: str


@dataclass(frozen=True, slots=True)
class OneMore:
    """A fact that was not asked for, and what the rules would put first with and without it."""

    question: str
    before: str | None
    after: str | None
    now_advised: tuple[str, ...]
    no_longer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A learner's choices beside the rules'; `order` and `alerts` are the rules', with all facts known."""

    order: tuple[str, ...]
    chosen: tuple[Compared, ...]
    missed: tuple[Missed, ...]
    turned: tuple[Turned, ...]
    with_asked: tuple[str, ...]
    one_more: OneMore | None
    alerts: tuple[AlertAdvice, ...] = ()


@dataclass
class Quiz:
    """One learner, or a group, with one scenario. `asked` are the questions asked for, in their order."""

    scenario: Scenario
    advisor: Reasoner
    asked: list[str] = field(default_factory=list)
    chosen: list[Choice] = field(default_factory=list)

    @property
    def questions(self) -> list[Question]:
        """What can be asked for: the whole questionnaire, so that the list itself gives nothing away."""
        return [*self.advisor.knowledge.questions.values()]

    def ask(self, id_: str) -> None:
        """Record that a fact was asked for."""
        if id_ not in self.asked:
            self.asked.append(id_)

    def choose(self, choices: Sequence[Choice]) -> None:
        """Keep what was chosen, in the order in which it should be done."""
        self.chosen = list(choices)

    def known(self) -> Case:
        """Return the case as far as the learner has asked for it."""
        return self._with(self.asked)

    def _with(self, asked: Sequence[str]) -> Case:
        case = self.scenario.case
        answers = {id_: said for id_, said in case.answers.items() if id_ in asked}
        tried = next((q.id for q in self.questions if kind_of(q).in_actions), "")
        return replace(case, answers=answers, actions=case.actions if tried in asked else ())

    def compared(self) -> Comparison:
        """Return what was chosen beside what the rules say when all facts are known."""
        advice = self.advisor.advise(self.scenario.case)
        advised = {item.id: item for item in advice.interventions}
        ids = [choice.id for choice in self.chosen]
        asked = _order(self.advisor.advise(self.known()))
        return Comparison(
            order=tuple(advised),
            chosen=tuple(
                self._compared(choice, ids[:place], advice) for place, choice in enumerate(self.chosen)
            ),
            missed=tuple(_missed(item, advice) for item in advice.interventions if item.id not in ids),
            turned=tuple(_turned([id_ for id_ in ids if id_ in advised], advice)),
            with_asked=asked,
            one_more=self._one_more(asked),
            alerts=advice.alerts,
        )

    def _compared(self, choice: Choice, earlier: Sequence[str], advice: Advice) -> Compared:
        """Return what the rules say of a choice; `earlier` are those that the learner would do before it."""
        item = next((each for each in advice.interventions if each.id == choice.id), None)
        if item is None:
            held = held_back(advice, choice.id, self.advisor.knowledge)
            why = tuple(each.because for each in held) or tuple(_cautions(choice.id, advice))
            return Compared(choice, "held-back" if held else "open", why)
        waits = tuple(id_ for id_ in item.after if id_ not in earlier)
        verdict: Verdict = "not-yet" if waits else "agreed"
        led_by = item.led_by if item.readiness == "needs-help" else ""
        why = _waits_because(item, advice) if verdict == "not-yet" else _reasons(item, advice)
        return Compared(choice, verdict, why, waits, led_by)

    def _one_more(self, before: tuple[str, ...]) -> OneMore | None:
        """Return the fact, of those not asked for, that would have changed most of what the rules advise."""
        best: tuple[int, OneMore] | None = None
        answered = {*self.scenario.case.answers, *(q.id for q in self.questions if kind_of(q).in_actions)}
        for question in self.questions:
            if question.id in self.asked or question.id not in answered:
                continue
            after = _order(self.advisor.advise(self._with([*self.asked, question.id])))
            more = OneMore(
                question.id,
                before[0] if before else None,
                after[0] if after else None,
                tuple(id_ for id_ in after if id_ not in before),
                tuple(id_ for id_ in before if id_ not in after),
            )
            weight = 10 * (more.before != more.after) + len(more.now_advised) + len(more.no_longer)
            if weight and (best is None or weight > best[0]):
                best = (weight, more)
        return best[1] if best else None


def _order(advice: Advice) -> tuple[str, ...]:
    return tuple(item.id for item in advice.interventions)


def _reasons(item: InterventionAdvice, advice: Advice) -> tuple[str, ...]:
    """Return the reason to tell first and the next best, in the rules' words."""
    ids = list(dict.fromkeys((item.reason, *item.firings)))[:2]
    return tuple(advice.firing(id_).because for id_ in ids)


def _waits_because(item: InterventionAdvice, advice: Advice) -> tuple[str, ...]:
    waits = (advice.firing(id_) for id_ in item.cautions)
    return tuple(firing.because for firing in waits if firing.concludes.kind == "wait")


def _cautions(id_: str, advice: Advice) -> Iterator[str]:
    """Yield what the rules say to take care of with something that they do not advise."""
    for firing in advice.firings:
        if firing.concludes.kind == "caution" and firing.concludes.id == id_:
            yield firing.because


def _missed(item: InterventionAdvice, advice: Advice) -> Missed:
    return Missed(item.id, _reasons(item, advice), not (item.strong or item.moderate))


def _turned(ids: Sequence[str], advice: Advice) -> Iterator[Turned]:
    """Yield neighbours among the choices that the rules put the other way round."""
    items = {item.id: item for item in advice.interventions}
    for first, then in pairwise(ids):
        if items[first].rank > items[then].rank:
            waits = [
                firing.because
                for firing in map(advice.firing, items[first].cautions)
                if firing.concludes.kind == "wait" and firing.concludes.value == then
            ]
            yield Turned(then, first, waits[0] if waits else "")
