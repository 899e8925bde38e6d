"""The exercise at the terminal: a story, facts to ask for, and what to choose; then what it comes to."""

from __future__ import annotations

import click

from advisor._language import _, ngettext
from advisor.exercise.exercise import AT_ONCE, Exercise
from advisor.exercise.model import Choice
from advisor.reports.scenario import said_of

from .prompts import wrapped
from .quiz_choosing import Choosing
from .quiz_prompt import Back, Paged, Prompt, keys, numbers_in


class QuizConversation:
    """One learner, or a group at a projector, with one scenario; `most` facts may be asked for, None: any."""

    def __init__(self, exercise: Exercise, most: int | None) -> None:
        self._exercise = exercise
        self._most = most
        self._prompt = Prompt(exercise)
        self._choosing = Choosing(exercise.advisor.knowledge, self._prompt)
        self._facts = Paged([question.prompt for question in exercise.questions])
        self._learner = ""

    def run(self) -> str:
        """Ask for the learner's name, let her ask and choose; return the name. `Left` if she leaves."""
        self._prompt.tell()
        steps = (self._ask_for_name, self._ask_for_facts, self._choose, self._ask_why)
        at = 0
        while at < len(steps):
            try:
                steps[at]()
                at += 1
            except Back:
                at = max(0, at - 1)
        return self._learner

    def _ask_for_name(self) -> None:
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
            for number in found:
                click.echo(wrapped(self._facts.texts[number - 1], f"{number:>4}  ", "      "))
            return
        if numbers is None or len(numbers) > self._at_once():
            click.echo(wrapped(_("That is not in the list, or too much at once.")))
            return
        for number in numbers:
            self._answer(number)
        click.echo()

    def _answer(self, number: int) -> None:
        exercise, question = self._exercise, self._exercise.questions[number - 1]
        exercise.ask(question.id)
        said = said_of(question, exercise.scenario.case, exercise.advisor.knowledge)
        click.echo("\n" + wrapped(question.prompt))
        if exercise.is_known(question.id):
            click.echo(wrapped(_("The leader says: {said}").format(said=said), "  "))
        else:
            click.echo(wrapped(_("Nothing is known about that."), "  "))

    def _choose(self) -> None:
        self._choosing.ask()

    def _ask_why(self) -> None:
        chosen = []
        for entry in self._choosing.chosen:
            how = _("{text}: why? Enter leaves it out.").format(text=entry.title)
            chosen.append(Choice(entry.id, self._prompt.line(how)))
        self._exercise.choose(chosen)
