"""Rules: when something holds of a case, what follows, why, and where the thought comes from."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

from pydantic import Discriminator, StringConstraints, Tag

from advisor.conditions import Condition
from advisor.entries import Id, Source, Stage, Text
from advisor.model import Model

Strength = Literal["strong", "moderate", "slight"]
Helper = Literal["sponsor", "neutral-person", "trusted-by-both", "outsider", "can-sign"]
STRENGTHS: tuple[Strength, ...] = ("strong", "moderate", "slight")


class Finds(Model):
    """Conclude a finding."""

    finding: Id


class Signs(Model):
    """Add one sign of where a factor stands."""

    sign: Id
    stage: Stage


class Speaks(Model):
    """Add one sign for or against a pattern."""

    pattern: Id
    speaks: Literal["for", "against"]


class Recommends(Model):
    """Add one reason to recommend something."""

    recommend: Id
    strength: Strength


class Withholds(Model):
    """Say why something is not recommended now."""

    withhold: Id


class Cautions(Model):
    """Add a reason to take care with something."""

    caution: Id


class ComesFirst(Model):
    """Make one intervention wait for another."""

    first: Id
    before: Id


class NeedsHelp(Model):
    """Say that somebody else must lead an intervention."""

    needs_help: Id
    led_by: Helper


_KEYS = ("finding", "sign", "pattern", "recommend", "withhold", "caution", "first", "needs-help")


def _kind(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((key for key in _KEYS if key in value), None)
    return next((key for key in _KEYS if hasattr(value, key.replace("-", "_"))), None)


Conclusion = Annotated[
    Union[
        Annotated[Finds, Tag("finding")],
        Annotated[Signs, Tag("sign")],
        Annotated[Speaks, Tag("pattern")],
        Annotated[Recommends, Tag("recommend")],
        Annotated[Withholds, Tag("withhold")],
        Annotated[Cautions, Tag("caution")],
        Annotated[ComesFirst, Tag("first")],
        Annotated[NeedsHelp, Tag("needs-help")],
    ],
    Discriminator(_kind),
]
CONCLUSION_TAGS = frozenset(_KEYS)


class ForEach(Model):
    """Which entries a template rule stands for."""

    kind: Literal["precondition", "shift", "degenerative-behaviour", "intervention"]
    factor: Id | None = None


class Rule(Model):
    """One rule; `basis` says whether the source makes the link or this project does.

    A rule that a template stands for has an id of two parts: the template's and the entry's.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)?$", max_length=200)]
    title: Text
    when: Condition
    then: Conclusion
    because: Text
    basis: Literal["source", "judgement"]
    source: Source
