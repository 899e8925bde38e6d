"""The exercise at the terminal: a story, facts to ask for, and what to choose; then what it comes to."""

from __future__ import annotations

from functools import partial

import click

from advisor._language import _, ngettext
from advisor.exercise.choices import Entry
from advisor.exercise.exercise import AT_ONCE, Exercise
from advisor.exercise.model import Choice

from .prompts import wrapped
from .quiz_choosing import Choosing
from .quiz_lists import Paged
from .quiz_prompt import Prompt, keys, not_found, numbers_in
from .steps import in_steps
from .typed import is_at_terminal

LINES_OF_PROMPT = 3  # that ask for facts


class QuizConversation:
    """One learner, or a group at a projector, with one scenario; `most` facts may be asked for, None: any.

    `is_kept` says whether what comes of it goes into a file.
    """

    def __init__(self, exercise: Exercise, most: int | None, is_kept: bool) -> None:
        self._exercise = exercise
        self._most = most
        self._is_kept = is_kept
        self._prompt = Prompt(exercise)
        self._choosing = Choosing(exercise.advisor.knowledge, self._prompt)
        self._facts = Paged([question.prompt for question in exercise.questions])
        self._learner = ""
        self._reasons: dict[str, str] = {}

    def run(self) -> str:
        """Ask for the learner's name, let her ask and choose; return the name. `Left` if she leaves."""
        in_steps((self._begin, self._ask_for_facts, self._choosing.ask, self._ask_why))
        return self._learner

    def _begin(self) -> None:
        self._prompt.begin()
        how = _("Nothing is kept, since no file was named with -o. Enter goes on.")
        if self._is_kept:
            how = _("Your name or a number, for the trainer's list. Enter leaves it out.")
        self._learner = self._prompt.line(f"{how} {keys()}")

    def _ask_for_facts(self) -> None:
        click.echo("\n" + wrapped(_("What would you like to know?")))
        click.echo(wrapped(_('The questions were put to the leader in the story: "you" is that leader.')))
        self._show_facts(again=True)
        while self._left() > 0:
            said = self._prompt.line(self._how())
            if not said:
                return
            if said.lower() in ("l", "m"):
                self._show_facts(again=said.lower() == "l")
            elif said.lower() not in ("h", "?", "help"):  # what can be typed is told again in any case
                self._tell(said)
        if is_at_terminal():  # else what was told last goes out of sight unread
            self._prompt.line(
                _("You have asked for as many facts as you may. Enter goes on. {keys}").format(keys=keys())
            )

    def _show_facts(self, again: bool) -> None:
        asked = self._exercise.asked
        marked = [number for number, each in enumerate(self._exercise.questions, 1) if each.id in asked]
        self._facts.show(marked, again)

    def _how(self) -> str:
        """Return how to ask, and how often one still may."""
        how = ngettext(
            "Type up to {n} number to ask for facts, such as {example}, or a word to look for. l shows the "
            "list from its beginning. Press Enter when you know enough.",
            "Type up to {n} numbers to ask for facts, such as {example}, or a word to look for. l shows the "
            "list from its beginning. Press Enter when you know enough.",
            self._at_once(),
        ).format(n=self._at_once(), example="2 5" if self._at_once() > 1 else "2")
        if self._most is None:
            return f"{how} {keys()}"
        return _("{how} {left} left.").format(how=f"{how} {keys()}", left=self._left())

    def _left(self) -> int:
        return len(self._exercise.questions) if self._most is None else self._most - self._exercise.spent

    def _at_once(self) -> int:
        return min(AT_ONCE, self._left())

    def _tell(self, said: str) -> None:
        numbers = numbers_in(said, len(self._exercise.questions))
        if numbers is None and (found := self._facts.find(said)):
            texts = self._facts.texts
            lines = (wrapped(texts[number - 1], f"{number:>4}  ", "      ") for number in found)
            self._prompt.show_above("\n".join(lines), LINES_OF_PROMPT)
        elif numbers is None:
            click.echo(wrapped(not_found(said)))
        elif len(numbers) > self._at_once():
            most = self._at_once()
            told = ngettext(
                "That is too much at once: type {n} number.",
                "That is too much at once: type up to {n}.",
                most,
            )
            click.echo(wrapped(told.format(n=most)))
        else:
            ids = [self._exercise.questions[number - 1].id for number in numbers]
            for id_ in ids:
                self._exercise.ask(id_)
            self._prompt.show_above("\n\n".join(map(self._prompt.fact, ids)), LINES_OF_PROMPT)

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
