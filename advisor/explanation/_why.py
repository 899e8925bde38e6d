"""Why: from a conclusion down to the leader's own answers, as a tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from advisor._command import call_about, typed_or_called
from advisor._language import N_, _
from advisor._suggest import did_you_mean
from advisor.advice.model import Advice, FactorAdvice
from advisor.advice.naming import factor_names
from advisor.errors import OtherwiseError, UnknownIdError
from advisor.explanation._reasons import Reason, Speaking, Why
from advisor.explanation.partners import sector_said
from advisor.explanation.stages import deciding_signs
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AtLeast, Condition, leaves
from advisor.knowledge.facts import ABSENT, GIVEN_KINDS, Fact
from advisor.knowledge.phrases import asked_of, quoted, title_of, value_of
from advisor.knowledge.rules import Strength

Grounds = tuple[str, Sequence[str], Sequence[str]]
DEEPEST = 50  # levels of conclusions that rest on conclusions; what lies deeper begins a tree of its own
READY = {
    "now": N_("advised, number {rank} of its kind"),
    "after": N_("advised, number {rank} of its kind, once something else has begun"),
    "needs-help": N_("advised, number {rank} of its kind, led by somebody else"),
}

SURE = {"firm": N_("firm"), "tentative": N_("tentative")}


def why(advice: Advice, id_: str, knowledge: KnowledgeBase) -> Why:
    """Return why something was concluded.

    That is a recommendation, something held back, a finding, pattern, alert or factor, or a rule that fired.
    `UnknownIdError` if there is no such id, or if nothing of the kind was concluded in this case.
    """
    return _Explainer(advice, knowledge).why(id_)


def held_back(advice: Advice, id_: str, knowledge: KnowledgeBase) -> tuple[Reason, ...]:
    """Return the reasons that hold something back in this case, whether or not anything speaks for it."""
    said = [firing for firing in advice.firings if firing.concludes.kind == "withhold"]
    return as_reasons([firing for firing in said if firing.concludes.id == id_], advice, knowledge)


def as_reasons(firings: Iterable[Firing], advice: Advice, knowledge: KnowledgeBase) -> tuple[Reason, ...]:
    """Return firings of rules as reasons, each with what it rests on."""
    explainer = _Explainer(advice, knowledge)
    return tuple(explainer.rule(firing) for firing in firings)


class _Explainer:
    def __init__(self, advice: Advice, knowledge: KnowledgeBase) -> None:
        self._advice = advice
        self._knowledge = knowledge
        self._trace = advice.firings
        self._firings = advice.firings.by_id
        self._shown: set[Fact] = set()
        self._deeper: list[Fact] = []  # still to be shown, because it lies too deep where it comes up
        self._level = 0

    def why(self, id_: str) -> Why:
        found = self._found(id_)
        if found is None:
            raise self._nothing(id_)
        verdict, firings, against = found
        kind = "rule" if id_ in self._firings else self._knowledge.kind(id_)
        title = self._firings[id_].title if id_ in self._firings else title_of(id_, self._knowledge)
        reasons = tuple(self.rule(self._firings[firing]) for firing in firings)
        care: Speaking = "against" if kind in ("factor", "pattern") else "take-care"
        cons = tuple(replace(self.rule(self._firings[firing]), speaks=care) for firing in against)
        decided_by = deciding_signs((*firings, *against), self._knowledge) if kind == "factor" else ()
        return Why(id_, kind, title, verdict, reasons, cons, tuple(self._further()), decided_by)

    def _further(self) -> Iterator[Reason]:
        """Yield what lies too deep, and what lies too deep below that."""
        for fact in self._deeper:  # which grows on the way
            yield self._unfolded(fact)

    def _found(self, id_: str) -> Grounds | None:
        """Return what was concluded of an id, the firings that speak for it and those against it."""
        if id_ in self._firings:
            return _("it fired"), (id_,), ()
        return self._advised(id_) or self._concluded(id_)

    def _advised(self, id_: str) -> Grounds | None:
        for item in self._advice.recommendations():
            if item.id == id_:
                ready = READY[getattr(item, "readiness", "now")]
                return _(ready).format(rank=item.rank), item.firings, item.cautions
        for held in self._advice.withheld:
            if held.id == id_:
                return _("held back, though reasons speak for it"), held.firings, ()
        return None

    def _concluded(self, id_: str) -> Grounds | None:
        for factor in self._advice.factors:
            if factor.id == id_ and factor.firings:
                return self._standing(factor)
        for pattern in self._advice.patterns:
            if pattern.id == id_:
                return _(pattern.fit), pattern.for_, pattern.against
        for finding in self._advice.findings:
            if finding.id == id_:
                return _("found"), finding.firings, ()
        for alert in self._advice.alerts:
            if alert.id == id_:
                return _("raised"), alert.firings, ()
        return None

    def _standing(self, factor: FactorAdvice) -> Grounds:
        """Return where a factor stands, the signs that say so, those that define it first, and the others."""
        signs = self._signs(factor.firings[:1])
        same = [sign for sign in signs if self._firings[sign].concludes.value == factor.stage]
        same.sort(key=lambda sign: self._knowledge.entry(sign).then.weight != "defining")
        verdict = _("stands at: {stage} ({sure})").format(stage=factor.stage, sure=_how_sure(factor))
        return verdict, same, [sign for sign in signs if sign not in same]

    def _signs(self, firings: Sequence[str]) -> list[str]:
        return [fact.id for firing in firings for fact in self._firings[firing].support]

    def _nothing(self, id_: str) -> UnknownIdError:
        if self._knowledge.has(id_, ("question",)):
            what = _("'{id}' is a question; nothing concludes it. What hangs on it: {ask}")
            ask = typed_or_called(
                _("what-if with --set {id}=...").format(id=id_), call_about("what_if", id_, "=...")
            )
            return UnknownIdError(what.format(id=id_, ask=ask))
        known = [*self._knowledge.positions]
        if id_ in known:
            kinds = self._knowledge.kinds
            asks = (*kinds.advisable, *kinds.concluded, "pattern", "alert")
            what = _("'{title}' is neither advised nor found here").format(
                title=factor_names(self._knowledge).get(id_) or title_of(id_, self._knowledge)
            )
            if self._knowledge.has(id_, asks):
                return OtherwiseError(what, "why-not", id_)
            return UnknownIdError(_("{what}; too little is known").format(what=what))
        what = _("there is no '{name}' in this knowledge base; {remedy}")
        return UnknownIdError(what.format(name=id_, remedy=did_you_mean(id_, known)))

    def rule(self, firing: Firing) -> Reason:
        """Return a firing as a reason, with what it rests on."""
        rule = self._knowledge.rule(firing.rule)
        said = firing.concludes
        return Reason(
            id=firing.id,
            kind="rule",
            text=firing.title,
            because=firing.because,
            basis=firing.basis,
            source=firing.source,
            strength=cast(Strength, said.value) if said.kind == "recommend" else "",
            below=(*self._counts(rule.when if rule else None, firing), *self._facts(firing)),
        )

    def _counts(self, condition: Condition | None, firing: Firing) -> Iterator[Reason]:
        """Yield what a rule counted, in full: so many of so many, and which."""
        for group in _counted(condition) if condition is not None else ():
            leaves_ = [leaf for member in group.of for leaf in leaves(member)]
            seen = [
                fact for leaf in leaves_ for fact in leaf.reads(self._knowledge).yes if fact in firing.support
            ]
            named = "; ".join(dict.fromkeys(self._named(fact) for fact in seen))
            text = _("{n} of these {all} are so: {which}")
            said = text.format(n=len(seen), all=len(leaves_), which=named)
            yield Reason(id=firing.id, kind="count", text=said)

    def _named(self, fact: Fact) -> str:
        if fact.kind in GIVEN_KINDS:
            said = value_of(*fact, self._knowledge)
            return f"{asked_of(fact.kind, fact.id, self._knowledge)} {said}"
        return title_of(fact.id, self._knowledge)

    def _facts(self, firing: Firing) -> Iterator[Reason]:
        for fact in firing.support:
            if fact.kind == "sign":
                sign = self.rule(self._firings[fact.id])
                yield replace(sign, speaks="against" if fact.value == "against" else "for")
            elif fact.kind in GIVEN_KINDS:
                yield Reason(fact.id, "answer", self._given(fact))
            else:
                yield self._conclusion(fact)

    def _given(self, fact: Fact) -> str:
        if fact.kind == "sector":
            return sector_said(fact, self._advice.case)
        return quoted(*fact, self._knowledge)

    def _conclusion(self, fact: Fact) -> Reason:
        """Return something that firings concluded; what is shown elsewhere is only referred to."""
        if fact not in self._shown:
            self._shown.add(fact)
            if self._level < DEEPEST:
                return self._unfolded(fact)
            self._deeper.append(fact)
        return Reason(fact.id, "conclusion", _said(fact, self._knowledge), seen_before=True)

    def _unfolded(self, fact: Fact) -> Reason:
        """Return something that firings concluded, with what it rests on."""
        self._level += 1
        try:
            return self._with_grounds(fact)
        finally:
            self._level -= 1

    def _with_grounds(self, fact: Fact) -> Reason:
        text = _said(fact, self._knowledge)
        firings = [self._firings[id_] for id_ in self._trace.behind(fact)]
        if len(firings) == 1:
            only = self.rule(firings[0])
            return replace(only, id=fact.id, kind="conclusion", text=text, strength="")
        return Reason(fact.id, "conclusion", text, below=tuple(self.rule(firing) for firing in firings))


def _how_sure(factor: FactorAdvice) -> str:
    return _("your own view alone") if factor.own_view else _(SURE[str(factor.sure)])


def _counted(condition: Condition) -> Iterator[AtLeast]:
    if isinstance(condition, AtLeast):
        yield condition
    for member in condition.members:
        yield from _counted(member)


def _said(fact: Fact, knowledge: KnowledgeBase) -> str:
    """Return a conclusion in words."""
    title = title_of(fact.id, knowledge)
    if fact.value == ABSENT:
        return _("No sign of: {title}").format(title=title)
    if fact.kind == "stage":
        return f"{title}: {fact.value}"
    if fact.kind == "sure":
        stage, _dash, sure = fact.value.partition("-")
        return _("{title}: {stage}, and that is {sure}").format(title=title, stage=stage, sure=sure)
    if fact.kind == "pattern":
        return f"{title} ({fact.value})"
    return title
