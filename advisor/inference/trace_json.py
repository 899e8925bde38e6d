"""The trace as JSON has it: docs/json.md describes these shapes, the published schema is made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from advisor.inference.firing import FactRef, Firing as Fired, Justification, SourceRef
from advisor.knowledge.facts import Fact

# A name that Python keeps for itself is written with a trailing underscore here, and without in JSON.
# So it is too where an advice is part of a model of somebody else; read are both, so also what `asdict` gave.
JSON_NAMES: Any = {
    "alias_generator": lambda name: name.rstrip("_"),
    "serialize_by_alias": True,
    "validate_by_name": True,
    "validate_by_alias": True,
}


@dataclass(slots=True)
class Firing:
    """One rule, once: what it concludes, from which facts, why, and on whose authority.

    `basis` is `source`, `judgement`, or `derived` for what follows from the meaning of the rules
    itself: a stage or a fit weighed from signs, or the absence of a finding.
    """

    # Not frozen, though nobody changes it: hundreds are made for each advice that is written. This stands
    # here and not above, because the published schema has the docstring.
    __pydantic_config__ = JSON_NAMES

    id: str
    rule: str
    title: str
    concludes: FactRef
    from_: tuple[FactRef, ...]
    because: str
    basis: Literal["source", "judgement", "derived"]
    source: SourceRef | None


def records(trace: Iterable[Fired]) -> tuple[Firing, ...]:
    """Return the firings of a trace as JSON has them."""
    return tuple(
        Firing(
            id=firing.id,
            rule=firing.rule,
            title=firing.title,
            concludes=FactRef(*firing.concludes),
            from_=firing.from_,
            because=firing.because,
            basis=firing.basis,
            source=firing.source,
        )
        for firing in trace
    )


def firings(said: Iterable[Firing]) -> list[Fired]:
    """Return the firings that JSON says."""
    return [
        Fired(
            each.id,
            Justification(each.title, _fact(each.concludes), each.because, each.basis, each.source),
            tuple(map(_fact, each.from_)),
        )
        for each in said
    ]


def _fact(reference: FactRef) -> Fact:
    return Fact(reference.kind, reference.id, reference.value)
