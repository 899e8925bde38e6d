"""Compares what a scenario expects with the advice: met or not, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from advisor._language import _
from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.advice.waiting import why_wait
from advisor.errors import UnknownIdError
from advisor.explanation import Contrast, Why, WhyNot, contrast, why, why_not
from advisor.scenarios.expectation_words import (
    NOT_THERE,
    ONLY_ADVISED,
    OTHER_REASONS,
    THERE,
    comes_before,
    in_words,
)
from advisor.scenarios.expectations import Before, ExpectedStage, First, Wait, because_of
from advisor.scenarios.scenario import Advised, Afterwards

Tree = Why | WhyNot | Contrast | None
MET: tuple[str, Tree] = ("", None)


@dataclass(frozen=True, slots=True)
class ExpectationOutcome:
    """One expectation, whether it is met, and if not, what is so instead and the reasons for that.

    `kind` is the list of the scenario that it stands in, `id` what it is about; `reason` is the scenario's.
    """

    kind: str
    id: str
    expects: str
    reason: str
    met: bool
    instead: str = ""
    tree: Tree = None


def outcomes(told: Iterable[Advised], reasoner: Reasoner) -> tuple[ExpectationOutcome, ...]:
    """Return what became of each expectation, in the order of `in_words`; `told` are tellings with advice.

    Behind those of a story is whether what helped afterwards is advised.
    """
    return tuple(chain.from_iterable(_outcomes(each, reasoner) for each in told))


def by_telling(
    told: Iterable[Advised], reasoner: Reasoner
) -> Iterator[tuple[str, tuple[ExpectationOutcome, ...]]]:
    """Yield what is other in each telling that expects something, with what became of that."""
    for each in told:
        found = outcomes([replace(each, telling=replace(each.telling, with_=""))], reasoner)
        if found:
            yield each.telling.with_, found


def _outcomes(told: Advised, reasoner: Reasoner) -> Iterator[ExpectationOutcome]:
    checked, telling = _Checked(told, reasoner), told.telling
    for kind, expected, sentence in in_words(telling.expect, reasoner.knowledge):
        said = f"{telling.with_}: {sentence}"
        yield checked.outcome(
            kind, expected, _("with {said}").format(said=said) if telling.with_ else sentence
        )
    yield from (checked.afterwards(each) for each in telling.afterwards if each.is_looked_for)


class _Checked:
    """The advice on a telling, with which its expectations are compared."""

    def __init__(self, told: Advised, reasoner: Reasoner) -> None:
        self._case, self._advisor, self._advice = told.telling.case, reasoner, told.advice
        advised = {item.id for item in self._advice.recommendations()}
        found = {finding.id for finding in self._advice.findings}
        found |= {pattern.id for pattern in self._advice.patterns if pattern.fit == "likely"}
        found |= {alert.id for alert in self._advice.alerts}
        found |= self._advice.firings.by_id.keys()
        self._there = {"recommended": advised, "not-recommended": advised, "found": found, "not-found": found}
        self._there |= {"in-plan": planned(self._advice), "among-first": begun(self._advice)}
        self._order = [item.id for item in self._advice.interventions]

    def outcome(self, kind: str, each: Any, sentence: str) -> ExpectationOutcome:
        """Return what became of one expectation."""
        id_: str = getattr(each, {"before": "first", "stages": "factor"}.get(kind, "id"))
        look: dict[str, Callable[[Any], tuple[str, Tree]]] = {
            "wait": self._wait,
            "first": self._first,
            "before": self._before,
            "stages": self._stage,
        }
        differs = look.get(kind, lambda each: self._listed(kind, each))
        instead, tree = differs(each)
        return ExpectationOutcome(kind, id_, sentence, each.reason, not instead, instead, tree)

    def afterwards(self, each: Afterwards) -> ExpectationOutcome:
        """Return whether what helped in the end is somewhere in the advice: one of its entries is enough."""
        met = any(id_ in self._there["recommended"] for id_ in each.named)
        instead, tree = MET if met else (_("it is not advised"), self._why_not(each.named[0]))
        expects = _("what helped is advised, {names}").format(names=_(" or ").join(each.named))
        return ExpectationOutcome("afterwards", each.named[0], expects, each.did, met, instead, tree)

    def _wait(self, _wait: Wait) -> tuple[str, Tree]:
        if self._advice.alerts:
            return _("{entry} comes before everything").format(entry=self._advice.alerts[0].id), None
        if why_wait(self._advice):
            return MET
        first = self._advice.plan[0].id
        return _("enough is known to begin, with {entry}").format(entry=first), self._why(first)

    def _first(self, first: First) -> tuple[str, Tree]:
        if self._order[:1] == [first.id]:
            return MET
        instead = (
            _("{entry} comes first").format(entry=self._order[0])
            if self._order
            else _("no intervention is advised")
        )
        if first.id not in self._order:
            return instead, self._why_not(first.id)
        return instead, contrast(self._advice, self._order[0], first.id, self._advisor.knowledge)

    def _listed(self, kind: str, each: Any) -> tuple[str, Tree]:
        is_there = each.id in self._there[kind]
        if kind in THERE:
            return (_(THERE[kind]), self._why(each.id)) if is_there else MET
        if not is_there and each.id in self._there["recommended"]:
            return _(ONLY_ADVISED[kind]), self._why(each.id)
        off = self._advisor.knowledge.switched_off(each.id)
        if not is_there and off is not None:
            return _("this knowledge base switches it off: {reason}").format(reason=off.reason), None
        if not is_there:
            return _(NOT_THERE[kind]), self._why_not(each.id)
        wanted = because_of(each)
        below = reasons_below(self._advice, each.id) if wanted else ()
        missing = [reason for reason in wanted if reason not in below]
        if not missing:
            return MET
        return _(OTHER_REASONS[kind]).format(reasons=", ".join(missing)), self._why(each.id)

    def _before(self, pair: Before) -> tuple[str, Tree]:
        order = self._order
        if pair.first not in order:
            return _("{entry} is not advised").format(entry=pair.first), self._why_not(pair.first)
        if pair.then not in order or order.index(pair.first) < order.index(pair.then):
            return MET
        tree = contrast(self._advice, pair.then, pair.first, self._advisor.knowledge)
        return comes_before(pair.then, pair.first), tree

    def _stage(self, wanted: ExpectedStage) -> tuple[str, Tree]:
        stage = next(f.stage for f in self._advice.factors if f.id == wanted.factor)
        return (
            MET
            if stage == wanted.is_
            else (
                _("it stands at {stage}").format(stage=stage),
                self._why(wanted.factor),
            )
        )

    def _why(self, id_: str) -> Tree:
        try:
            return why(self._advice, id_, self._advisor.knowledge)
        except UnknownIdError:  # a factor of which too little is known has no reasons
            return None

    def _why_not(self, id_: str) -> Tree:
        return why_not(self._advisor, self._case, id_)


def planned(advice: Advice) -> set[str]:
    """Return what the plan holds."""
    return {step.id for step in advice.plan}


def begun(advice: Advice) -> set[str]:
    """Return what the plan has first."""
    return {step.id for step in advice.plan if step.when == "first"}


def reasons_below(advice: Advice, id_: str) -> set[str]:
    """Return the ids of everything that something concluded rests on, however deep.

    Rules, findings, patterns and factors, and the questions answered; an item of a checklist as
    QUESTION.ITEM and as its question.
    """
    trace = advice.firings
    below: set[str] = set()
    looked_at: set[str] = set()
    waiting = [*_firings_of(advice, id_)]
    while waiting:
        firing = trace.by_id[waiting.pop()]
        if firing.id in looked_at:
            continue
        looked_at.add(firing.id)
        below |= set() if firing.is_derived else {firing.id}
        for fact in firing.support:
            below.update((fact.id, fact.id.partition(".")[0]))
            waiting += trace.behind(fact)
    return below


def _firings_of(advice: Advice, id_: str) -> Iterator[str]:
    for item in advice.recommendations():
        if item.id == id_:
            yield from item.firings
            yield from item.cautions
    for finding in advice.findings:
        if finding.id == id_:
            yield from finding.firings
    for alert in advice.alerts:
        if alert.id == id_:
            yield from alert.firings
    for pattern in advice.patterns:
        if pattern.id == id_:
            yield from (*pattern.for_, *pattern.against)
    if id_ in advice.firings.by_id:
        yield id_
