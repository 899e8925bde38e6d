"""How steady advice is: what becomes of its first steps when one answer is another, or most are missing.

Advice that turns over with a passing mood is no help, and neither is advice that nothing turns: a quarrel
that breaks out must. So whatever turns it over is told apart by why: because a rule of order or safety holds
something back or has it wait, or by weight alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import fmean

from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.verification.first_steps import FirstSteps, first_steps
from advisor.verification.variants import How, part_of, variants

WAYS: tuple[How, ...] = ("changed", "dropped", "added")
TURNED = 0.5  # less than so much of what was first stays: the advice is turned over
OFTEN = Fraction(1, 50)  # of the trials of a question that turn by weight alone are too many
PARTS = (Fraction(1, 3), Fraction(1, 2))
DRAWS = 3  # parts of each size that are tried of each case
FEWEST_ANSWERS = 6  # of which a third is something


@dataclass(frozen=True, slots=True)
class WayTried:
    """What becomes of the first steps when one answer is `how`: the mean part that stays, in so many trials.

    `same` is the part of the trials in which they are the same, `turned` that in which less than half stays.
    """

    how: How
    trials: int
    stays: float
    same: float
    turned: float


@dataclass(frozen=True, slots=True)
class QuestionTried:
    """What one answer to a question does: in how many trials the first steps `moved`, or were `turned` over.

    Of these `by_order` are those in which a rule holds back or lets wait what was moved.
    """

    question: str
    trials: int
    moved: int
    turned: int
    by_order: int

    @property
    def by_weight(self) -> int:
        """Return how many trials turned the advice over by weight alone."""
        return self.turned - self.by_order

    @property
    def should_not(self) -> bool:
        """Return whether it turns the advice over often, and mostly by weight alone."""
        return self.by_weight > self.by_order and Fraction(self.by_weight, self.trials) >= OFTEN

    @property
    def should(self) -> bool:
        """Return whether it turns the advice over, and by a rule of order as often as not."""
        return 0 < self.by_order >= self.by_weight


@dataclass(frozen=True, slots=True)
class PartTried:
    """Advice from a part of the answers beside that from all.

    `had` is the mean part of the full advice's first steps that the partial one had already, `kept` the mean
    part of the partial one's that the full one still has; `silent` is how often the part led to none.
    """

    share: Fraction
    trials: int
    had: float
    kept: float
    silent: float


@dataclass(frozen=True, slots=True)
class Steadiness:
    """How steady the advice on `cases` is; cases in which nothing comes first are left out, and counted."""

    cases: int
    without_first: int
    ways: tuple[WayTried, ...]
    questions: tuple[QuestionTried, ...]
    parts: tuple[PartTried, ...]

    @property
    def never_move(self) -> tuple[str, ...]:
        """The questions of which no trial moved a first step."""
        return tuple(each.question for each in self.questions if not each.moved)

    @property
    def more_is_better(self) -> bool:
        """Whether a larger part of the answers is nearer to all of them, both ways."""
        pairs = zip(self.parts, self.parts[1:], strict=False)
        return all(less.had <= more.had and less.kept <= more.kept for less, more in pairs)


@dataclass(frozen=True, slots=True)
class _Trial:
    how: How
    question: str
    before: FirstSteps
    after: FirstSteps

    @property
    def stays(self) -> float:
        return self.before.stay_in(self.after)

    @property
    def moved(self) -> bool:
        return self.before.first != self.after.first

    @property
    def turned(self) -> bool:
        return self.stays < TURNED

    @property
    def by_order(self) -> bool:
        return self.turned and self.before.differ_by_order(self.after)


def how_steady(knowledge: KnowledgeBase, cases: Sequence[Case], seed: int = 1) -> Steadiness:
    """Return how steady the advice on cases is; what is drawn is the same for the same seed and cases."""
    reasoner = Reasoner(knowledge, "columnar")
    trials: list[_Trial] = []
    parts: dict[Fraction, list[tuple[FirstSteps, FirstSteps]]] = {share: [] for share in PARTS}
    without = 0
    for number, case in enumerate(cases):
        chance = random.Random(f"{seed}:{number}")  # noqa: S311 (nothing secret is drawn)
        different = list(variants(case, chance, knowledge))
        smaller = list(_smaller(case, chance))
        tried = [case, *(each.case for each in different), *(part for _, part in smaller)]
        now, *after = first_steps(reasoner, tried)
        if not now.first:
            without += 1
            continue
        pairs = zip(different, after, strict=False)
        trials += [_Trial(each.how, each.question, now, steps) for each, steps in pairs]
        for (share, _), steps in zip(smaller, after[len(different) :], strict=True):
            parts[share].append((now, steps))
    by_part = tuple(_part_tried(share, pairs) for share, pairs in parts.items())
    return Steadiness(len(cases), without, _ways(trials), _questions(trials, knowledge), by_part)


def _smaller(case: Case, chance: random.Random) -> Iterator[tuple[Fraction, Case]]:
    if len(case.answers) >= FEWEST_ANSWERS:
        yield from ((share, part_of(case, share, chance)) for share in PARTS for _ in range(DRAWS))


def _ways(trials: Iterable[_Trial]) -> tuple[WayTried, ...]:
    by_way: Mapping[How, list[_Trial]] = {how: [] for how in WAYS}
    for trial in trials:
        by_way[trial.how].append(trial)
    return tuple(
        WayTried(
            how,
            len(of_way),
            mean(trial.stays for trial in of_way),
            mean(not trial.moved for trial in of_way),
            mean(trial.turned for trial in of_way),
        )
        for how, of_way in by_way.items()
    )


def _questions(trials: Iterable[_Trial], knowledge: KnowledgeBase) -> tuple[QuestionTried, ...]:
    """Return what each question does, those first that turn most; those that were not tried are left out."""
    by_question: dict[str, list[_Trial]] = {id_: [] for id_ in knowledge.questions}
    for trial in trials:
        by_question[trial.question].append(trial)
    found = [
        QuestionTried(
            id_,
            len(of_question),
            sum(trial.moved for trial in of_question),
            sum(trial.turned for trial in of_question),
            sum(trial.by_order for trial in of_question),
        )
        for id_, of_question in by_question.items()
        if of_question
    ]
    return tuple(sorted(found, key=lambda each: -Fraction(each.turned, each.trials)))


def _part_tried(share: Fraction, pairs: Sequence[tuple[FirstSteps, FirstSteps]]) -> PartTried:
    """Return what advice from a part of the answers is beside that from all."""
    return PartTried(
        share,
        len(pairs),
        mean(full.stay_in(part) for full, part in pairs),
        mean(part.stay_in(full) for full, part in pairs if part.first),
        mean(not part.first for _, part in pairs),
    )


def mean(values: Iterable[float]) -> float:
    """Return the mean of values; 0 of none."""
    several = [float(value) for value in values]
    return fmean(several) if several else 0.0
