"""What the author of a case and the rules say of one thing, each in a sentence or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor._language import N_, _
from advisor.advice.model import Advice, InterventionAdvice, Recommendation
from advisor.advice.waiting import why_wait
from advisor.exercise.choices import WAIT, choice_named
from advisor.explanation import held_back
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import is_absence
from advisor.knowledge.phrases import title_of
from advisor.reports.wording import ended, inside, joined, leading
from advisor.scenarios.expectations import Expectations

_WHEN = {
    "first": N_("Among the first steps."),
    "next": N_("One of the next steps."),
    "later": N_("In the plan, for later."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Something the author expects, or warns of, with the author's reasons."""

    id: str
    reasons: tuple[str, ...]


def to_do(expect: Expectations) -> tuple[Told, ...]:
    """Return what the author would do, what should come first in front, with all reasons for each."""
    first = (expect.first,) if expect.first else ()
    wait = (expect.wait,) if expect.wait else ()
    found: dict[str, list[str]] = {}
    for each in (*wait, *expect.among_first, *first, *expect.in_plan, *expect.recommended):
        found.setdefault(each.id, []).append(each.reason)
    return tuple(Told(id_, tuple(dict.fromkeys(reasons))) for id_, reasons in found.items())


def not_to_do(expect: Expectations) -> tuple[Told, ...]:
    """Return what the author would not do, with the reasons."""
    return tuple(Told(each.id, (each.reason,)) for each in expect.not_recommended)


class RulesSay:
    """What the rules say of one thing after another, in the advice on a case."""

    def __init__(self, advice: Advice, knowledge: KnowledgeBase) -> None:
        self.advice: Advice = advice
        self._knowledge = knowledge
        self._advised = {item.id: item for item in advice.recommendations()}
        self._steps = {step.id: step for step in advice.plan}

    def of(self, id_: str) -> str:
        """Return whether they advise it, when and why; or what holds it back, or that they leave it open."""
        if id_ == WAIT:
            return why_wait(self.advice) or _("Left open: nothing told speaks for it.")
        item = self._advised.get(id_)
        return self._of_advised(item) if item else self._of_other(id_)

    def _of_advised(self, item: Recommendation) -> str:
        step = self._steps.get(item.id)
        when = _(_WHEN[step.when]) if step else _("Advised, not in the plan.")
        waits = item.after if isinstance(item, InterventionAdvice) else ()
        after = [choice_named(id_, self._knowledge) for id_ in waits]
        not_before = _("Not before: {names}.").format(names=joined(map(inside, after))) if after else ""
        reason = self.reason(step.reason if step else item.reason)
        return " ".join(filter(None, (when, not_before, reason)))

    def _of_other(self, id_: str) -> str:
        held = held_back(self.advice, id_, self._knowledge)
        if held:
            return f"{_('Held back.')} {ended(held[0].because)}"
        cautions = (each for each in self.advice.firings if each.concludes[:2] == ("caution", id_))
        care = next(cautions, None)
        if care is None:
            return _("Left open: nothing told speaks for it.")
        return _("Left open. Take care: {reason}").format(reason=ended(care.because))

    def reason(self, id_: str) -> str:
        """Return a reason with what it is about in front: read by itself, it may say no more than `it`."""
        firing = self.advice.firing(id_)
        return f"{leading(self.about(firing))} {ended(firing.because)}"

    def about(self, firing: Firing) -> str:
        """Return what a reason is about: the first finding that it rests on, or else what its rule sees."""
        found = [
            title_of(fact.id, self._knowledge).rstrip(".")
            for fact in firing.support
            if fact.kind == "finding" and not is_absence(fact)
        ]
        return found[0] if found else firing.title.rstrip(".")

    def beside(self, told: Sequence[Told]) -> Iterator[str]:
        """Yield the first steps of the plan that the author does not speak of."""
        spoken = {each.id for each in told}
        yield from (step.id for step in self.advice.plan if step.when == "first" and step.id not in spoken)
