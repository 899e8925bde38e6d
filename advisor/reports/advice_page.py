"""What every part of the page with the advice looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from advisor._command import hint
from advisor._kept import kept
from advisor._language import _
from advisor.advice.model import Advice, FindingAdvice
from advisor.advice.naming import plain_names
from advisor.inference.firing import Firing
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import OUTCOMES
from advisor.reports.advice_notes import Notes
from advisor.reports.own_wording import wording_of
from advisor.reports.wording import cut, is_judged, place_in_work


@dataclass
class AdvicePage:
    """Advice, what it rests on, and whether everything is to be shown or what matters most.

    `case_name` is how the user named the case, `asked_with` what else a hint must repeat.
    """

    advice: Advice
    knowledge: KnowledgeBase
    full: bool
    case_name: str
    asked_with: tuple[str, ...] = ()

    def again(self, *words: str) -> str:
        """Return the command that advises on this case once more, in another way."""
        return hint("advise", self.case_name, *words, *self.asked_with)

    @property
    def is_file(self) -> bool:
        """Whether the case lies in a file that can be gone on with: no row of a table, no scenario."""
        return (
            bool(self.case_name) and not self.case_name.startswith("scenario:") and "#" not in self.case_name
        )

    @kept
    def notes(self) -> Notes:
        """Her notes, which this page tells once each."""
        return Notes(self.advice, self.knowledge)

    def noted(self, firings: Iterable[str]) -> Iterator[str]:
        """Yield what she wrote beside the answers that are behind these firings."""
        for note in self.notes.beside(firings):
            yield _('You wrote, asked "{question}": {note}').format(question=note.prompt, note=note.text)

    @kept
    def _tried(self) -> dict[str, dict[str, str]]:
        """The latest action on each thing, as the case in the advice has it: undated ones are the oldest."""
        latest: dict[str, dict[str, str]] = {}
        for action in self.advice.case["actions"]:
            before = latest.get(action["id"], action)
            if (action.get("date") or "") >= (before.get("date") or ""):
                latest[action["id"]] = action
        return latest

    @kept
    def _told_of(self) -> set[str]:
        """Of which of them the page has told her note; a note stands there once."""
        return set()

    def told_of(self, id_: str) -> None:
        """Note that the page tells in another place what she wrote of something that was tried."""
        self._told_of.add(id_)

    def notes_left(self) -> Iterator[tuple[str, str]]:
        """Yield what else was tried and has a note that the page has not told: what it was, and the note."""
        for id_, action in self._tried.items():
            if action["note"].strip() and id_ not in self._told_of:
                said = _("You tried: {title} ({outcome})")
                title, outcome = self.title(id_), _(OUTCOMES[action["outcome"]])
                yield said.format(title=title, outcome=outcome), action["note"]

    def outcome(self, id_: str) -> str:
        """Return what came of something the last time it was tried; nothing if it was not."""
        return self._tried[id_]["outcome"] if id_ in self._tried else ""

    def tried(self, id_: str, letters: int | None = None) -> Iterator[str]:
        """Yield what came of something when it was tried, with her note of it, cut to so many `letters`.

        That it helped is said elsewhere: in what the step is called, or in its reason.
        """
        action = self._tried.get(id_)
        if action is None:
            return
        self._told_of.add(id_)
        said = _("You tried this: {outcome}.").format(outcome=_(OUTCOMES[action["outcome"]]))
        note = action["note"].strip() if letters is None else cut(action["note"], letters)
        if action["outcome"] == "helped":
            yield from [_("You wrote: {note}").format(note=note)] if note else []
        else:
            yield _("{said} You wrote: {note}").format(said=said, note=note) if note else said

    def firing(self, id_: str) -> Firing:
        """Return the firing with this id."""
        return self.advice.firing(id_)

    def because(self, id_: str) -> str:
        """Return the reason that a rule which fired gives, and where it comes from, as `WHOSE` explains."""
        firing = self.firing(id_)
        place = place_in_work(firing, self.knowledge)
        if place and is_judged(firing, self.knowledge):
            place = _("after {place}").format(place=place)
        return f"{firing.because} ({place})" if place else firing.because

    def is_judged(self, id_: str) -> bool:
        """Return whether those who wrote the rule that fired judge so themselves."""
        return is_judged(self.firing(id_), self.knowledge)

    @kept
    def _plain_names(self) -> dict[str, str]:
        return {id_: name for name, id_ in plain_names(self.knowledge)}

    def plain_name(self, factor: str) -> str | None:
        """Return how the interview names a factor; None if it does not ask for it."""
        return self._plain_names.get(factor)

    @kept
    def _wording(self) -> Wording:
        return wording_of(self.advice, self.knowledge)

    def own_short(self, id_: str) -> str | None:
        """Return what a reason itself says to do, in the words for this case; None if nothing."""
        short: str | None = self._wording.entry(id_).short
        return short

    def title(self, id_: str) -> str:
        """Return the title of an entry."""
        title: str = self.knowledge.entry(id_).title
        return title

    def findings(self, kind: str) -> list[FindingAdvice]:
        """Return what was found of one kind of entry."""
        return [finding for finding in self.advice.findings if finding.kind == kind]
