"""Which question the first step of the plan hangs on: one answer to it alone may move that step.

It moves where it is held back, must wait, or loses a reason; where somebody else must lead it; where another
situation leads, or another step has more reasons. All answers are tried at once, as in
`advisor.interview.lookahead`, on rules alone: what a plan says in the end is not worked out for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from advisor.advice.model import Advice
from advisor.advice.planned import Step
from advisor.inference.circuit.evaluator import Evaluation, Evaluator
from advisor.interview.decided_lead import signs_of
from advisor.interview.trials import Trials, rows_of
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.rules import ComesFirst, NeedsHelp, Recommends, Withholds
from advisor.knowledge.terms import HEATS

FITS = ("likely", "possible")


def first_step_hangs_on(
    evaluator: Evaluator, advice: Advice, known: Iterable[Fact], left: Mapping[str, Sequence[Part]]
) -> dict[str, float]:
    """Return for each question which share of its answers may move the first step of this advice.

    `left` has for each question the parts that an answer would be about. Where nothing comes first yet,
    nothing hangs on anything.
    """
    first = next((step for step in advice.plan if step.when == "first"), None)
    if first is None:
        return dict.fromkeys(left, 0.0)
    trials = Trials(left, evaluator.knowledge)
    tried = _Tried(evaluator, trials, evaluator.evaluate(*trials.columns(known)))
    moved = 0
    for column in _moving(first, advice, tried):
        moved |= column
    return trials.share(moved)


class _Tried:
    """What each answer would change, each in a column."""

    def __init__(self, evaluator: Evaluator, trials: Trials, evaluation: Evaluation) -> None:
        self.knowledge = evaluator.knowledge
        self._evaluator, self._trials, self._evaluation = evaluator, trials, evaluation

    def said(self, about: type, id_: str) -> Iterator[int]:
        """Yield where it changes whether rules of this kind speak of a thing, for each of their words."""
        said: dict[str, int] = {}
        for step in self._evaluator.about.get((about, id_), []):
            said[step.says] = said.get(step.says, 0) | self._evaluation.at(step.fires)
        yield from map(self._trials.changed, said.values())

    def reasons(self, id_: str, *, gained: bool) -> Iterator[int]:
        """Yield where something gains strong reasons, or loses one."""
        for step in self._evaluator.about.get((Recommends, id_), []):
            if step.says == "strong":
                fires = self._evaluation.at(step.fires)
                changed = self._trials.changed(fires)
                yield changed & fires if gained else changed & ~fires

    def fits(self, pattern: str, *fits: str) -> int:
        """Return where it changes whether a situation fits so well."""
        facts = (Fact("pattern", pattern, fit) for fit in fits)
        column = 0
        for fact in facts:
            column |= self._evaluation.at(self._evaluator.gate_of(fact))
        return self._trials.changed(column)

    def before(self, pattern: str, lead: str, begins: int) -> int:
        """Return in which rows a situation that begins to fit comes before the one that leads now."""
        now = self._order(lead, self._trials.now)
        return sum(row for row in rows_of(begins) if self._order(pattern, row) < now)

    def _order(self, pattern: str, row: int) -> tuple[int | bool, ...]:
        """Return what is smaller for what leads sooner, as `advisor.advice.patterns` has it."""
        entry, fires = self.knowledge.entry(pattern), self._evaluator.fires_at
        signs = [
            r.then for r in self.knowledge.memo(signs_of)[pattern] if self._evaluation.at(fires[r.id]) & row
        ]
        against = sum(sign.is_against for sign in signs)
        keys = sum(sign.is_key and not sign.is_against for sign in signs)
        for_ = len(signs) - against
        heat = len(HEATS) if entry.heat is None else HEATS.index(entry.heat)
        return heat, entry.tone == "strength", -keys, against - for_, -for_, self.knowledge.positions[pattern]


def _moving(first: Step, advice: Advice, tried: _Tried) -> Iterator[int]:
    """Yield where the first step may move."""
    for about in (Withholds, ComesFirst, NeedsHelp):
        yield from tried.said(about, first.id)
    yield from _leading(advice, tried)
    calls = advice.leading.calls if advice.leading else ()
    if any(call.id == first.id and call.became == "first" for call in calls):
        return  # whatever else has more reasons
    yield from tried.reasons(first.id, gained=False)
    for id_ in _near(first, advice, tried.knowledge):
        yield from tried.reasons(id_, gained=True)


def _leading(advice: Advice, tried: _Tried) -> Iterator[int]:
    """Yield where the leading situation may go, or another may come before it."""
    lead = advice.leading.pattern if advice.leading else None
    if lead is not None:
        yield tried.fits(lead, *FITS)
    for pattern in tried.knowledge.ids_of("pattern"):
        if pattern != lead:
            is_hot = tried.knowledge.entry(pattern).heat is not None
            begins = tried.fits(pattern, *FITS[: 1 + is_hot])
            yield begins if lead is None else tried.before(pattern, lead, begins)


def _near(first: Step, advice: Advice, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield what one more strong reason would bring before what comes first."""
    weights = {item.id: (item.strong, item.moderate) for item in advice.recommendations()}
    withheld = {item.id for item in advice.withheld}
    for kind in knowledge.kinds.advice:
        for entry in knowledge.of_kind(kind):
            strong, moderate = weights.get(entry.id, (0, 0))
            if (
                entry.id not in withheld
                and (strong + 1, moderate) > weights[first.id]
                and entry.id != first.id
            ):
                yield entry.id
