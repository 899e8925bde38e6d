"""The exercise at the terminal: a story, facts to ask for, and what to choose; then what it comes to."""

from __future__ import annotations

from functools import partial

from advisor._language import _
from advisor.exercise.choices import Entry
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import Choice

from .quiz_asking import Asking
from .quiz_choosing import Choosing
from .quiz_prompt import Prompt, keys
from .steps import in_steps


class QuizConversation:
    """One learner, or a group at a projector, with one scenario; `most` facts may be asked for, None: any.

    `is_kept` says whether what comes of it goes into a file.
    """

    def __init__(self, exercise: Exercise, most: int | None, is_kept: bool) -> None:
        self._exercise = exercise
        self._is_kept = is_kept
        self._prompt = Prompt(exercise)
        self._asking = Asking(exercise, self._prompt, most)
        self._choosing = Choosing(exercise.advisor.knowledge, self._prompt)
        self._learner = ""
        self._reasons: dict[str, str] = {}

    def run(self) -> str:
        """Ask for the learner's name, let her ask and choose; return the name. `Left` if she leaves."""
        in_steps((self._begin, self._asking.ask, self._choosing.ask, self._ask_why))
        return self._learner

    def _begin(self) -> None:
        self._prompt.begin()
        if not self._is_kept:
            how = _("Nothing is kept, since no file was named with -o. Enter goes on.")
            self._learner = self._prompt.line(f"{how} {keys()}")
            return
        how = _("Your name or a number, for the trainer's list. Enter leaves it out.")
        if self._learner:
            how = _("Your name or a number, for the trainer's list. Enter keeps this: {name}.").format(
                name=self._learner.rstrip(".")
            )
        self._learner = self._prompt.text(how) or self._learner

    def _ask_why(self) -> None:
        chosen = self._choosing.chosen
        in_steps((partial(self._ask_why_of, entry) for entry in chosen), is_inner=True)
        self._exercise.choose([Choice(entry.id, self._reasons.get(entry.id, "")) for entry in chosen])

    def _ask_why_of(self, entry: Entry) -> None:
        """Ask for the reason of one choice; what she said before stays, unless she says something else."""
        before = self._reasons.get(entry.id, "")
        how = _("{text}: why? Enter leaves it out.").format(text=entry.title)
        if before:
            how = _("{text}: why? You said: {reason}. Enter keeps it.").format(
                text=entry.title, reason=before.rstrip(".")
            )
        self._reasons[entry.id] = self._prompt.line(how) or before
