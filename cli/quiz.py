"""The exercise at the terminal: a story, facts to ask for, interventions to choose, and the comparison."""

from __future__ import annotations

import re

import click

from advisor._language import _, ngettext
from advisor.reports.interventions import interventions_of
from advisor.reports.scenario import said_of
from advisor.scenarios.quiz import AT_ONCE, Choice, Quiz

from .prompts import wrapped
from .replies import cleaned
from .typed import Left, read_line


class QuizConversation:
    """One learner, or a group at a projector, with one scenario; `most` facts may be asked for, None: any."""

    def __init__(self, quiz: Quiz, most: int | None) -> None:
        self._quiz = quiz
        self._most = most

    def run(self) -> str:
        """Ask for the learner's name, let her ask and choose; return the name. `Left` if she leaves."""
        quiz = self._quiz
        click.echo(wrapped(quiz.scenario.title) + "\n")
        click.echo(wrapped(quiz.scenario.narrative) + "\n")
        click.echo(wrapped(_("Your name or a number, for the trainer's list. Enter leaves it out.")))
        learner = self._typed()
        self._ask_for_facts()
        self._choose()
        return learner

    def _ask_for_facts(self) -> None:
        click.echo("\n" + wrapped(_("What would you like to know?")))
        self._show_list()
        while self._left() > 0:
            click.echo(wrapped(self._how()))
            said = self._line()
            if not said:
                return
            if said.lower() == "l":
                self._show_list()
            elif said.lower() not in ("h", "?", "help"):  # what can be typed is told again in any case
                self._tell(said)

    def _how(self) -> str:
        """Return how to ask, and how often one still may."""
        how = ngettext(
            "Type up to {n} number to ask for facts, such as {example}. l shows the list again. Press Enter "
            "when you know enough. s stops.",
            "Type up to {n} numbers to ask for facts, such as {example}. l shows the list again. Press Enter "
            "when you know enough. s stops.",
            self._at_once(),
        ).format(n=self._at_once(), example="2 5" if self._at_once() > 1 else "2")
        if self._most is None:
            return how
        return _("{how} {left} left.").format(how=how, left=self._left())

    def _left(self) -> int:
        return len(self._quiz.questions) if self._most is None else self._most - len(self._quiz.asked)

    def _at_once(self) -> int:
        return min(AT_ONCE, self._left())

    def _show_list(self) -> None:
        for number, question in enumerate(self._quiz.questions, 1):
            mark = "*" if question.id in self._quiz.asked else " "
            click.echo(wrapped(question.prompt, f"{mark}{number:>3}  ", "      "))

    def _tell(self, said: str) -> None:
        numbers = _numbers(said, len(self._quiz.questions))
        if numbers is None or len(numbers) > self._at_once():
            click.echo(wrapped(_("That is not in the list, or too much at once.")))
            return
        for number in numbers:
            question = self._quiz.questions[number - 1]
            self._quiz.ask(question.id)
            known = said_of(question, self._quiz.scenario.case, self._quiz.advisor.knowledge)
            click.echo("\n" + wrapped(question.prompt))
            click.echo(wrapped(known or _("Nothing is known about that."), "  "))
        click.echo()

    def _choose(self) -> None:
        options = interventions_of(self._quiz.advisor.knowledge)
        click.echo("\n" + wrapped(_("What would you do, and in which order?")))
        for number, option in enumerate(options, 1):
            click.echo(wrapped(option.text, f"{number:>3}  ", "     "))
        while True:
            click.echo(wrapped(_("Type the numbers in your order, such as 6 1, or 0 for none of them.")))
            said = self._line()
            numbers = [] if said == "0" else _numbers(said, len(options))
            if numbers is not None and (numbers or said == "0"):
                break
        choices = []
        for number in numbers:
            click.echo(wrapped(_("{text}: why? Enter leaves it out.").format(text=options[number - 1].text)))
            choices.append(Choice(options[number - 1].id, self._line()))
        self._quiz.choose(choices)

    def _line(self) -> str:
        said = self._typed()
        if said.lower() == "s":
            raise Left(on_purpose=True)
        return said

    def _typed(self) -> str:
        line = read_line()
        if line is None:
            raise Left(on_purpose=False)
        return cleaned(line)


def _numbers(said: str, most: int) -> list[int] | None:
    """Return the numbers in a line, each once; None if it holds anything else."""
    words = re.split(r"[\s,;.]+", said.strip(" ,;."))
    if not all(re.fullmatch(r"\d{1,3}", word, re.ASCII) and 1 <= int(word) <= most for word in words):
        return None
    return list(dict.fromkeys(map(int, words)))
