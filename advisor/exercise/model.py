"""What an exercise comes to: a learner's choices, and what the rules say of them. Plain data; no mark.

Where the rules leave something open, so does the comparison.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor.advice.model import AlertAdvice

Verdict = Literal["agreed", "not-yet", "held-back", "open"]
Place = Literal["first", "next", "later", ""]


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a learner chooses, and her reason in her own words."""

    id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules say of one thing, with all facts known: agreed, not yet, held back, or nothing at all.

    `place` is where it stands in the plan, empty beside it; `short` what to do in a line; `reasons` why, the
    one to tell first before the others. `cautions` are said whatever the verdict is. `after` are the ids of
    what has to come before it, `led_by` says who leads where that is not plainly the leader, `way_of` names
    what a technique is a way of doing, of what is advised.
    """

    id: str
    verdict: Verdict
    place: Place = ""
    short: str = ""
    reasons: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    led_by: str = ""
    way_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """A choice, and what the rules say of it."""

    choice: Choice
    standing: Standing


@dataclass(frozen=True, slots=True)
class Turned:
    """Two choices that the rules put the other way round; `because` is empty where only weight decides."""

    earlier: str
    later: str
    because: str


@dataclass(frozen=True, slots=True)
class OneMore:
    """The fact not asked for that brings what the rules would say nearest to the full advice.

    `begins` is what they would begin with then. `nearer` are steps of the full plan that it brings, `gone`
    steps that the full plan has not, and that it takes away.
    """

    question: str
    begins: tuple[str, ...]
    nearer: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A learner's choices beside the rules'; all but `with_asked` and `one_more` is with all facts known.

    `alerts` come before everything. `plan` are the ids of the plan's steps in their order, `missed` those of
    them that she did not choose, and `beside` is how much more is advised beside the plan. `nothing_first`
    says why nothing comes first, if that is so. `with_asked` is what the rules would begin with, had they
    only the facts that she asked for; `is_enough` says that those bring them all the way to the full plan.
    """

    alerts: tuple[AlertAdvice, ...]
    chosen: tuple[Compared, ...]
    plan: tuple[str, ...]
    missed: tuple[Standing, ...]
    beside: int
    nothing_first: str
    turned: tuple[Turned, ...]
    with_asked: tuple[str, ...]
    is_enough: bool
    one_more: OneMore | None


@dataclass(frozen=True, slots=True)
class AuthorSays:
    """What whoever wrote the story expects of one thing, and why; `kind` is the list of its file.

    Of "before", `id` has to come before `then`.
    """

    kind: str
    id: str
    reason: str
    then: str = ""


@dataclass(frozen=True, slots=True)
class Discussed:
    """A choice in the debrief: what the author says of it, and the rules."""

    choice: Choice
    author: tuple[AuthorSays, ...]
    standing: Standing

    @property
    def is_at_odds(self) -> bool:
        """Whether the author or the rules would not do it, or not yet: what a learner may disagree with."""
        is_refused = any(said.kind == "not-recommended" for said in self.author)
        return is_refused or self.standing.verdict in ("not-yet", "held-back")


@dataclass(frozen=True, slots=True)
class OtherView:
    """The scenario that tells of the same partnership as somebody else sees it."""

    id: str
    number: int | None
    title: str
    teaches: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """What ends an exercise: only here the `title` is told. The point, `teaches`, is held against nobody.

    `also_expected` is what the author expects beside what was chosen, each thing once.
    """

    title: str
    teaches: str
    discussed: tuple[Discussed, ...]
    also_expected: tuple[AuthorSays, ...]
    other_view: OtherView | None
    discuss: tuple[str, ...]
