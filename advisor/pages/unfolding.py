"""Reasons as they unfold on a page: from what is advised down to her answers, her notes and the sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from advisor._language import N_, _
from advisor.advice.model import Advice
from advisor.explanation import Reason, why
from advisor.knowledge.base import KnowledgeBase
from advisor.pages.model import Texts, Unfolding
from advisor.reports.wording import cut, ended, is_judged, place_in_work

SPEAKS = {
    "for": "{reason}",
    "against": N_("The other way: {reason}"),
    "take-care": N_("Take care: {reason}"),
}


MOST_TOLD_TWICE = 5000  # reasons of a page: behind them what stands above is only referred to
LONGEST_NOTE = 300  # letters of a note beside an answer: all of it stands in a part of its own


class Unfolder:
    """Makes the reasons for whatever an advice concluded into what unfolds on a page."""

    def __init__(self, advice: Advice, knowledge: KnowledgeBase) -> None:
        self._advice, self._knowledge = advice, knowledge
        self._above: set[tuple[str, str]] = set()
        self._made = 0
        tried = {action["id"]: action["note"] for action in advice.case["actions"] if action["note"]}
        self._notes = {**tried, **{note.question: note.text for note in advice.notes}}

    def of(self, id_: str, told: Collection[str] = ()) -> tuple[Unfolding, ...]:
        """Return all reasons for one thing; sentences that are `told` beside it are not said again."""
        found = why(self._advice, id_, self._knowledge)
        reasons = (*found.reasons, *found.against, *found.further)
        return tuple(self._unfolded(reason, told) for reason in reasons)

    def notes_on(self, things: Iterable[str]) -> Texts:
        """Return what she wrote beside these questions, or of what was tried, each once."""
        return tuple(self._notes[each] for each in dict.fromkeys(things) if each in self._notes)

    def _unfolded(self, reason: Reason, told: Collection[str]) -> Unfolding:
        if reason.kind == "answer":
            notes = self.notes_on([reason.id.partition(".")[0]])
            return Unfolding(ended(reason.text), notes=tuple(cut(note, LONGEST_NOTE) for note in notes))
        said = _(SPEAKS[reason.speaks]).format(reason=ended(reason.text))
        again = (said, reason.because) in self._above
        self._made += 1
        if reason.seen_before or (again and self._made > MOST_TOLD_TWICE):
            return Unfolding(_("{reason} (see above)").format(reason=said))
        below = (below for each in reason.below for below in _without_echo(each, reason))
        self._above.add((said, reason.because))
        return Unfolding(
            text=said,
            because="" if reason.because in told else reason.because,
            source=self._source(reason) if reason.source else "",
            below=tuple(self._unfolded(each, told) for each in below),
            again=again,
        )

    def _source(self, reason: Reason) -> str:
        """Return where a reason comes from, as on all pages with advice; nothing if from no known work."""
        place = place_in_work(reason, self._knowledge)
        if place and is_judged(reason, self._knowledge):
            return _("after {place}").format(place=place)
        return place


def _without_echo(below: Reason, above: Reason) -> Iterable[Reason]:
    """Return a reason, or what it rests on where it only says again what stands above it."""
    return below.below if below.text == above.text else (below,)
