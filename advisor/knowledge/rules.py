"""Rules: when something holds of a case, what follows, why, and where the thought comes from.

Each conclusion says itself what it is about (`subject`) and what a firing of it says (`effect`).
"""

from __future__ import annotations

from typing import Literal

from advisor.knowledge.conditions import Condition
from advisor.knowledge.entries import Ground, Source
from advisor.knowledge.facts import PRESENT, Fact, Thing
from advisor.knowledge.model import Model, record
from advisor.knowledge.otherwise import SaidOtherwise
from advisor.knowledge.terms import Id, Stage, Text

Strength = Literal["strong", "moderate", "slight"]
STRENGTHS: tuple[Strength, ...] = ("strong", "moderate", "slight")
Weight = Literal["faint", "plain", "again", "defining"]


class _Conclusion(Model):
    """What follows when a rule's condition holds."""

    __slots__ = ()

    @property
    def effect(self) -> Fact:
        """What a firing says: its kind, what it is about, and what it says of that."""
        raise NotImplementedError

    @property
    def subject(self) -> Id:
        """The id of what it is about."""
        return self.effect.id

    @property
    def weighs(self) -> Thing | None:
        """What it adds to that other rules may look at: a finding, a stage or a pattern; None if nothing."""
        return None

    @property
    def is_key(self) -> bool:
        """Whether it is a sign that goes to the heart of a pattern."""
        return False

    @property
    def is_against(self) -> bool:
        """Whether it speaks against a pattern, and so is no way to conclude it."""
        return False


@record
class Finds(_Conclusion):
    """Conclude a finding."""

    finding: Id

    @property
    def effect(self) -> Fact:
        """The finding, as known."""
        return Fact("finding", self.finding, PRESENT)

    @property
    def weighs(self) -> Thing:
        """The finding."""
        return "finding", self.finding


@record
class Signs(_Conclusion):
    """Add one sign of where a factor stands.

    `weight`: a `defining` sign nearly says what the stage is, and counts for three; `again` counts once more
    for what a list says, where nearly all of it does, and is no second answer; a `faint` one is looked at
    only where there is no other.
    """

    sign: Id
    stage: Stage
    weight: Weight = "plain"

    @property
    def effect(self) -> Fact:
        """A sign of the factor, and the stage that it says."""
        return Fact("sign", self.sign, self.stage)

    @property
    def weighs(self) -> Thing:
        """The stage of the factor."""
        return "stage", self.sign


@record
class Speaks(_Conclusion):
    """Add one sign for or against a pattern; without a `key` sign, where it has any, none is likely."""

    pattern: Id
    speaks: Literal["for", "against"]
    key: bool = False

    @property
    def effect(self) -> Fact:
        """A sign of the pattern, for or against it."""
        return Fact("sign", self.pattern, self.speaks)

    @property
    def weighs(self) -> Thing:
        """The fit of the pattern."""
        return "pattern", self.pattern

    @property
    def is_key(self) -> bool:
        """Whether it goes to the heart of the pattern."""
        return self.key

    @property
    def is_against(self) -> bool:
        """Whether it speaks against the pattern."""
        return self.speaks == "against"


@record
class Recommends(_Conclusion):
    """Add one reason to recommend something."""

    recommend: Id
    strength: Strength

    @property
    def effect(self) -> Fact:
        """A reason for it, and how strong."""
        return Fact("recommend", self.recommend, self.strength)


@record
class Withholds(_Conclusion):
    """Say why something is not recommended now."""

    withhold: Id

    @property
    def effect(self) -> Fact:
        """A reason to hold it back."""
        return Fact("withhold", self.withhold, "not-now")


@record
class Cautions(_Conclusion):
    """Add a reason to take care with something."""

    caution: Id

    @property
    def effect(self) -> Fact:
        """A reason to take care with it."""
        return Fact("caution", self.caution, "take-care")


@record
class ComesFirst(_Conclusion):
    """Make one intervention wait for another."""

    first: Id
    before: Id

    @property
    def effect(self) -> Fact:
        """That it waits, and for what."""
        return Fact("wait", self.before, self.first)


@record
class NeedsHelp(_Conclusion):
    """Say that somebody else must lead an intervention."""

    needs_help: Id
    led_by: Id

    @property
    def effect(self) -> Fact:
        """That somebody must lead it, and who."""
        return Fact("needs-help", self.needs_help, self.led_by)


@record
class Raises(_Conclusion):
    """Raise an alert: it stands before everything, and is no reason for or against anything."""

    alert: Id

    @property
    def effect(self) -> Fact:
        """The alert, as raised."""
        return Fact("alert", self.alert, "raised")


Conclusion = Finds | Signs | Speaks | Recommends | Withholds | Cautions | ComesFirst | NeedsHelp | Raises
BY_KEY: dict[str, type[Model]] = {
    "finding": Finds,
    "sign": Signs,
    "pattern": Speaks,
    "recommend": Recommends,
    "withhold": Withholds,
    "caution": Cautions,
    "first": ComesFirst,
    "needs-help": NeedsHelp,
    "alert": Raises,
}  # which conclusion a mapping is, by a key that only it has


@record
class ForEach(Model):
    """Which entries a template rule stands for."""

    kind: Literal["precondition", "shift", "degenerative-behaviour", "intervention", "technique", "tool"]
    factor: Id | None = None


OWN_TEXTS = ("short", "first_step")


@record
class Rule(Model):
    """One rule; `basis` says whether the source makes the link or this project does.

    `ground` is what published works say that is close to a judgement; it stays a judgement.

    `short` and `first_step` say what to do and how to begin for the reason that this rule gives, in the place
    of what its entry says for any reason; only a rule that recommends has them.

    A rule that a template stands for has an id of two parts: the template's and the entry's.
    """

    id: Id
    title: Text
    when: Condition
    then: Conclusion
    because: Text
    basis: Literal["source", "judgement"]
    source: Source
    ground: tuple[Ground, ...] = ()
    short: Text | None = None
    first_step: Text | None = None
    said_otherwise: tuple[SaidOtherwise, ...] = ()

    @property
    def own_texts(self) -> tuple[str, ...]:
        """The names of the texts by which it may say what to do for its own reason."""
        return OWN_TEXTS if isinstance(self.then, Recommends) else ()
