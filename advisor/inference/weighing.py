"""Weighing: what several signs together say of a factor's stage, of a pattern's fit, and of the whole.

Rules add single signs; no sign decides alone. Each weighing is written once here, over the few operators of
a `Logic`, and every engine looks it up here: experta's and the light of one case in plain truth, the circuit
in gates, the bounds in what must and what can hold. Another weighing is another `stages`, `fits` or `lights`.

A weighing takes signs and where each holds, and returns where each result holds: at most one of them at a
time. Signs that do not hold, and open questions, are no signs at all. The meaning is that of
docs/decisions/0002-meaning-of-rules.md, 5, and of docs/rules.md; the thresholds are this project's judgement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from advisor.knowledge.conditions import PlacedAt, leaves
from advisor.knowledge.rules import Rule
from advisor.knowledge.terms import STAGES, Stage

FEWEST_SIGNS = 2  # one sign is a question to ask, not a stage ...
FEWEST_BESIDE_PLACING = 1  # ... and the leader's own placing is none without another
LIKELY_LEAD = 2  # design: two independent signs make a pattern, one is a question to ask
FEWEST_FACTORS = 2  # one factor alone does not say how a partnership stands
LIGHTS = {"emerging": "red", "developing": "amber", "confident": "green"}  # the circles exercise's words

SAID = {
    "stage": (
        "Where the factor stands",
        "The stage is the lower middle of these signs. None of them decides alone.",
    ),
    "pattern": (
        "How well the pattern fits",
        "These signs were weighed: a pattern is likely when two more speak for it than against it.",
    ),
}  # what a firing says of each weighing: its title, and why; another weighing has other words

T = TypeVar("T")


class Logic(Protocol[T]):
    """Operators over truth values of some kind: booleans, gates of a circuit, or bounds.

    Of nothing, `any_of` is false. `at_least` is where `least` or more of several hold, `reaches` where as
    many of `more` hold as of `less`, or more; what stands twice counts twice.
    """

    @property
    def true(self) -> T: ...
    @property
    def false(self) -> T: ...
    def both(self, one: T, other: T) -> T: ...
    def either(self, one: T, other: T) -> T: ...
    def opposite(self, one: T) -> T: ...
    def any_of(self, several: Iterable[T]) -> T: ...
    def at_least(self, several: Sequence[T], least: int) -> T: ...
    def reaches(self, more: Sequence[T], less: Sequence[T]) -> T: ...


@dataclass(frozen=True, slots=True)
class Sign(Generic[T]):
    """One sign: what it says (a stage, or 'for' or 'against' a pattern), and where it holds.

    `is_placing`: it is the leader's own placing and nothing else. `is_key`: it goes to a pattern's heart.
    """

    says: str
    holds: T
    is_placing: bool = False
    is_key: bool = False


def sign_of(rule: Rule, holds: T) -> Sign[T]:
    """Return the sign that a rule adds where it holds; the rule must be one that adds a sign."""
    return Sign(rule.then.effect.value, holds, rests_on_placing(rule), rule.then.is_key)


def rests_on_placing(rule: Rule) -> bool:
    """Return whether a sign is the leader's own placing and nothing else."""
    return all(isinstance(leaf, PlacedAt) for leaf in leaves(rule.when))


def stages(logic: Logic[T], signs: Sequence[Sign[T]]) -> dict[Stage, T]:
    """Return where the signs of one factor say each stage; none of them where the signs are too few.

    It is the lower middle of the signs, so it never rests on the rosiest half of them.
    """
    said = {stage: _saying(stage, signs) for stage in STAGES}
    beside_placing = [sign.holds for sign in signs if not sign.is_placing]
    enough = logic.both(
        logic.at_least([holds for each in said.values() for holds in each], FEWEST_SIGNS),
        logic.at_least(beside_placing, FEWEST_BESIDE_PLACING),
    )
    return _lower_middle(logic, said, enough)


def fits(logic: Logic[T], signs: Sequence[Sign[T]], unkeyed: T) -> dict[str, T]:
    """Return where a pattern is 'likely' and where it is no more than 'possible', by its signs.

    It is likely when `LIKELY_LEAD` more signs speak for it than against it. Side signs alone make no
    pattern likely: a key sign must hold too, unless `unkeyed`, that is, the pattern has no key signs.
    """
    speaks_for, against = _saying("for", signs), _saying("against", signs)
    key_seen = logic.either(logic.any_of(sign.holds for sign in signs if sign.is_key), unkeyed)
    likely = logic.both(logic.reaches(speaks_for, [*against, *[logic.true] * LIKELY_LEAD]), key_seen)
    leads = logic.opposite(logic.reaches(against, speaks_for))
    even = logic.both(logic.reaches(speaks_for, against), logic.at_least(speaks_for, LIKELY_LEAD))
    possible = logic.both(logic.either(leads, even), logic.opposite(likely))
    return {"likely": likely, "possible": possible}


def lights(logic: Logic[T], stands: Iterable[Mapping[Stage, T]]) -> dict[str, T]:
    """Return where a partnership as a whole is red, amber and green; none where too little is known.

    `stands` says of each factor where it is at each stage. As with the signs of one factor, the light is
    the lower middle of them, and one that is loose keeps it from green (this project's judgement; the three
    colours are those of the study's circles exercise).
    """
    factors = list(stands)
    said = {stage: [factor[stage] for factor in factors] for stage in STAGES}
    enough = logic.at_least([holds for each in said.values() for holds in each], FEWEST_FACTORS)
    return {LIGHTS[stage]: holds for stage, holds in _lower_middle(logic, said, enough).items()}


def _saying(what: str, signs: Iterable[Sign[T]]) -> list[T]:
    return [sign.holds for sign in signs if sign.says == what]


def _lower_middle(logic: Logic[T], said: Mapping[Stage, list[T]], enough: T) -> dict[Stage, T]:
    """Return where each stage is the lower middle of what is said, where `enough` is said at all.

    The lower middle is the lowest stage that at least half of all have not passed; and `confident` also
    needs that nothing says `emerging`.
    """
    low, middling, high = (said[stage] for stage in STAGES)
    emerging = logic.reaches(low, middling + high)
    developing = logic.either(logic.reaches(low + middling, high), logic.any_of(low))
    higher = logic.both(enough, logic.opposite(emerging))
    return {
        "emerging": logic.both(enough, emerging),
        "developing": logic.both(higher, developing),
        "confident": logic.both(higher, logic.opposite(developing)),
    }
