"""Rules: when something holds of a case, what follows, why, and where the thought comes from."""

from __future__ import annotations

from typing import Literal

from advisor.knowledge.conditions import Condition
from advisor.knowledge.entries import Id, Source, Stage, Text
from advisor.knowledge.model import Model, record

Strength = Literal["strong", "moderate", "slight"]
STRENGTHS: tuple[Strength, ...] = ("strong", "moderate", "slight")


@record
class Finds(Model):
    """Conclude a finding."""

    finding: Id


@record
class Signs(Model):
    """Add one sign of where a factor stands."""

    sign: Id
    stage: Stage


@record
class Speaks(Model):
    """Add one sign for or against a pattern; without a `key` sign, where it has any, none is likely."""

    pattern: Id
    speaks: Literal["for", "against"]
    key: bool = False


@record
class Recommends(Model):
    """Add one reason to recommend something."""

    recommend: Id
    strength: Strength


@record
class Withholds(Model):
    """Say why something is not recommended now."""

    withhold: Id


@record
class Cautions(Model):
    """Add a reason to take care with something."""

    caution: Id


@record
class ComesFirst(Model):
    """Make one intervention wait for another."""

    first: Id
    before: Id


@record
class NeedsHelp(Model):
    """Say that somebody else must lead an intervention."""

    needs_help: Id
    led_by: Id


Conclusion = Finds | Signs | Speaks | Recommends | Withholds | Cautions | ComesFirst | NeedsHelp
BY_KEY: dict[str, type[Model]] = {
    "finding": Finds,
    "sign": Signs,
    "pattern": Speaks,
    "recommend": Recommends,
    "withhold": Withholds,
    "caution": Cautions,
    "first": ComesFirst,
    "needs-help": NeedsHelp,
}  # which conclusion a mapping is, by a key that only it has


@record
class ForEach(Model):
    """Which entries a template rule stands for."""

    kind: Literal["precondition", "shift", "degenerative-behaviour", "intervention"]
    factor: Id | None = None


@record
class Rule(Model):
    """One rule; `basis` says whether the source makes the link or this project does.

    A rule that a template stands for has an id of two parts: the template's and the entry's.
    """

    id: Id
    title: Text
    when: Condition
    then: Conclusion
    because: Text
    basis: Literal["source", "judgement"]
    source: Source
