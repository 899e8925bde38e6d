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

from advisor._language import N_
from advisor.knowledge.conditions import PlacedAt, leaves
from advisor.knowledge.rules import Rule, Signs, Weight
from advisor.knowledge.terms import STAGES, Light, Stage

DEFINING = 3  # signs that a defining one counts for: a list never has more than two (decision 0002)
FIRM_SIGNS = 2  # one sign is what one answer tells; two from different questions carry a stage
LIKELY_LEAD = 2  # design: two independent signs make a pattern, one is a question to ask
FEWEST_FACTORS = 2  # one factor alone does not say how a partnership stands
LIGHTS: dict[Stage, Light] = {  # in the words of the circles exercise
    "emerging": "red",
    "developing": "amber",
    "confident": "green",
}

SAID = {
    "stage": (
        N_("Where the factor stands"),
        N_("The stage is the lower middle of these signs; one that nearly defines a stage counts for three."),
    ),
    "firm": (
        N_("How sure that is"),
        N_("Two answers say so, or one that nearly defines it, and one sign less would leave it as it is."),
    ),
    "tentative": (
        N_("How sure that is"),
        N_("It is as far as one answer tells, or the answers point different ways."),
    ),
    "pattern": (
        N_("How well the pattern fits"),
        N_("These signs were weighed: a pattern is likely when two more speak for it than against it."),
    ),
}  # what a firing says of each weighing: its title, and why; another weighing has other words

S = TypeVar("S")
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

    `weight` is how much it counts for a stage (`advisor.knowledge.rules.Signs`). `is_key`: it goes to a
    pattern's heart.
    """

    says: str
    holds: T
    weight: Weight = "plain"
    is_key: bool = False


def sign_of(rule: Rule, holds: T) -> Sign[T]:
    """Return the sign that a rule adds where it holds; the rule must be one that adds a sign."""
    then = rule.then
    return Sign(then.effect.value, holds, then.weight if isinstance(then, Signs) else "plain", then.is_key)


def rests_on_placing(rule: Rule) -> bool:
    """Return whether a sign is the leader's own placing and nothing else."""
    return all(isinstance(leaf, PlacedAt) for leaf in leaves(rule.when))


def stages(logic: Logic[T], signs: Sequence[Sign[T]]) -> dict[Stage, T]:
    """Return where the signs of one factor say each stage; none of them where there is no sign.

    It is the lower middle of the signs, so it never rests on the rosiest half of them. Faint signs are
    looked at only where there is no other.
    """
    said, faint = _counted(signs), [sign for sign in signs if sign.weight == "faint"]
    seen = logic.any_of(holds for each in said.values() for holds in each)
    hinted = logic.both(logic.any_of(sign.holds for sign in faint), logic.opposite(seen))
    clear = _lower_middle(logic, said, seen)
    hints = _lower_middle(logic, {stage: _saying(stage, faint) for stage in STAGES}, hinted)
    return {stage: logic.either(clear[stage], hints[stage]) for stage in STAGES}


def sureness(logic: Logic[T], signs: Sequence[Sign[T]], stands: Mapping[Stage, T]) -> dict[str, T]:
    """Return where each stage is firm, and where tentative: `emerging-firm`, `emerging-tentative` and so on.

    `stands` is what `stages` says of the same signs. A stage is firm where two signs say just that, or one
    that defines it, and it would be the same with any one sign less.
    """
    steady, found = _steady(logic, _counted(signs)), {}
    for stage, at in stands.items():
        saying = [sign for sign in signs if sign.says == stage]
        carried = logic.either(
            logic.at_least([sign.holds for sign in saying if sign.weight == "plain"], FIRM_SIGNS),
            logic.any_of(sign.holds for sign in saying if sign.weight == "defining"),
        )
        firm = logic.both(carried, steady[stage])
        found[f"{stage}-firm"] = logic.both(at, firm)
        found[f"{stage}-tentative"] = logic.both(at, logic.opposite(firm))
    return found


def weighed(logic: Logic[T], kind: str, signs: Sequence[Sign[T]], unkeyed: T) -> dict[tuple[str, str], T]:
    """Return where each fact holds that is weighed from signs, by the fact's kind and what it says.

    `kind` is `stage` or `pattern`; a stage is weighed together with how sure it is (facts of kind `sure`).
    """
    if kind == "pattern":
        return {(kind, fit): holds for fit, holds in fits(logic, signs, unkeyed).items()}
    stands = stages(logic, signs)
    sure = sureness(logic, signs, stands)
    found = {(kind, str(stage)): holds for stage, holds in stands.items()}
    return found | {("sure", value): holds for value, holds in sure.items()}


def _counted(signs: Sequence[Sign[T]]) -> dict[Stage, list[T]]:
    """Return where each stage is said, as often as the signs count; faint ones do not."""
    times = {"faint": 0, "defining": DEFINING}
    said: dict[Stage, list[T]] = {stage: [] for stage in STAGES}
    for sign in signs:
        said[sign.says] += [sign.holds] * times.get(sign.weight, 1)  # type: ignore[index]  # a stage
    return said


def _steady(logic: Logic[T], said: Mapping[Stage, list[T]]) -> dict[Stage, T]:
    """Return where the lower middle would be each stage still, whichever one sign were not there."""
    low, middling, high = (said[stage] for stage in STAGES)
    one = [logic.true]
    not_lower = logic.reaches(middling + high, low + one + one)
    not_higher = logic.either(logic.reaches(low + middling, high + one), logic.at_least(low, 2))
    above = logic.reaches(high, low + middling + one + one)
    return {
        "emerging": logic.reaches(low, middling + high + one),
        "developing": logic.both(not_lower, not_higher),
        "confident": logic.both(above, logic.opposite(logic.any_of(low))),
    }


def looked_at(holding: Iterable[tuple[S, Weight]]) -> list[S]:
    """Return those of the signs that hold which are looked at: faint ones only where there is no other."""
    signs = list(holding)
    clear = [sign for sign, weight in signs if weight != "faint"]
    return clear or [sign for sign, _ in signs]


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


def lights(logic: Logic[T], stands: Iterable[Mapping[Stage, T]]) -> dict[Light, T]:
    """Return where a partnership as a whole is red, amber and green; none where too little is known.

    `stands` says of each factor where it is firmly at each stage. As with the signs of one factor, the light
    is the lower middle of them, and one that is loose keeps it from green (this project's judgement; the
    three colours are those of the study's circles exercise).
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
