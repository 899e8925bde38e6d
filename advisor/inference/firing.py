"""A firing: one rule, once, with the facts that made it true, and what it says and on whose authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from advisor._language import N_, _
from advisor.inference.weighing import SAID
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact, is_absence
from advisor.knowledge.rules import Rule

Basis = Literal["source", "judgement", "derived"]
Concluding = Mapping[Fact, Sequence["Firing"]]  # the firings by what they conclude


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a thought rests: the work's id and title, the place in it, the page if there is one."""

    work: str
    title: str
    at: str
    page: int | None


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact that made a rule true; `firings` names what concluded it, empty for an answer."""

    kind: str
    id: str
    value: str
    firings: tuple[str, ...] = ()


class Referring(Protocol):
    """What knows of each fact which firings concluded it: a trace."""

    @property
    def references(self) -> Mapping[Fact, FactRef]:
        """Each fact with the firings behind it."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What a firing that was copied without its trace still knows of its own facts."""

    references: Mapping[Fact, FactRef]


@dataclass(frozen=True, slots=True)
class Justification:
    """What a firing says whatever made it true: the same for every case, so each rule has one.

    `basis` is `source`, `judgement`, or `derived` for what follows from the meaning of the rules itself:
    a stage or a fit weighed from signs, or the absence of a finding; that has no source.
    """

    title: str
    concludes: Fact
    because: str
    basis: Basis
    source: SourceRef | None


@dataclass(slots=True, repr=False)
class Firing:
    """One rule, once. `support` are the facts that made it true, in the order of the rule's condition.

    Nobody changes a firing once it is made; it is not frozen, because hundreds are made for each case. The
    `trace` that it belongs to knows what concluded each of its facts.
    """

    id: str
    justification: Justification
    support: tuple[Fact, ...]
    trace: Referring | None = field(default=None, compare=False)

    @property
    def rule(self) -> str:
        """The rule that fired, or the weighing or absence that was derived."""
        return self.id

    @property
    def title(self) -> str:
        """What it says, in a few words."""
        return self.justification.title

    @property
    def concludes(self) -> Fact:
        """What it concludes or says of something that can be advised."""
        return self.justification.concludes

    @property
    def from_(self) -> tuple[FactRef, ...]:
        """The facts that made it true, each with the firings that concluded it, if any did."""
        assert self.trace is not None, "a firing is followed down within its trace"
        return tuple(map(self.trace.references.__getitem__, self.support))

    @property
    def because(self) -> str:
        """Why it follows."""
        return self.justification.because

    @property
    def basis(self) -> Basis:
        """Who makes the link: a published source, this project, or the meaning of the rules."""
        return self.justification.basis

    @property
    def source(self) -> SourceRef | None:
        """Where the thought rests."""
        return self.justification.source

    @property
    def is_derived(self) -> bool:
        """Whether no rule of the knowledge base says it: a weighing, or an absence."""
        return self.justification.basis == "derived"

    def __repr__(self) -> str:
        return f"Firing(id={self.id!r}, concludes={self.concludes!r}, support={self.support!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Copied by itself, it takes with it what is behind its facts, and not all of its trace.
        alone = None if self.trace is None else Alone(dict(zip(self.support, self.from_, strict=True)))
        return Firing, (self.id, self.justification, self.support, alone)


def by_conclusion(firings: Iterable[Firing]) -> Concluding:
    """Return the firings by what they conclude, each part in their order."""
    found: defaultdict[Fact, list[Firing]] = defaultdict(list)
    for firing in firings:
        found[firing.justification.concludes].append(firing)
    return dict(found)


def of_rule(knowledge: KnowledgeBase, id_: str) -> Justification:
    """Return what a rule says whenever it fires."""
    return justified(knowledge.entry(id_, Rule), knowledge)


def justified(rule: Rule, knowledge: KnowledgeBase) -> Justification:
    """Return what a rule says with the texts that it has."""
    work = knowledge.works[rule.source.work]
    source = SourceRef(work.id, work.title, rule.source.at, rule.source.page)
    return Justification(rule.title, rule.then.effect, rule.because, rule.basis, source)


ABSENT_SAID = (N_("No sign of it"), N_("Every way in which it could show is ruled out by these answers."))


def derived(fact: Fact) -> Justification:
    """Return what is said of a weighing or an absence that concluded `fact`, in the language of now."""
    said = fact.value.rpartition("-")[2] if fact.kind == "sure" else fact.kind
    title, because = ABSENT_SAID if is_absence(fact) else SAID[said]
    return Justification(_(title), fact, _(because), "derived", None)
