"""What every prompt of an exercise understands: the story and facts again, a step back, to stop."""

from __future__ import annotations

import re
from functools import partial

import click

from advisor._language import _
from advisor.exercise.exercise import Exercise, called
from advisor.reports.scenario import said_of

from .options import screen_height
from .prompts import wrapped
from .replies import cleaned
from .screens import screens_of
from .steps import Back, in_steps
from .typed import Left, is_at_terminal, read_line

LINES_BESIDE_A_TEXT = 3  # of a screen, and how to go on: what was typed, a blank one, the prompt


class Prompt:
    """Reads lines of one exercise, and shows its story and facts whenever that is wanted."""

    def __init__(self, exercise: Exercise, is_kept: bool = False) -> None:
        """`is_kept` says that whoever stops loses nothing, and need not be asked once more."""
        self._exercise = exercise
        self._is_kept = is_kept

    def begin(self) -> None:
        """Show the story, and go on at once to what is asked below it."""
        *screens, last = self.in_screens(self._story(), 1)  # nothing was typed before it: a line more
        in_steps(partial(self._screen, each) for each in screens)
        click.echo(last + "\n")

    def show(self, text: str) -> None:
        """Show a text; to somebody at a terminal a screen at a time, each followed by how to go on."""
        if is_at_terminal():
            in_steps(partial(self._screen, each) for each in self.in_screens(text, 1))
        else:
            click.echo("\n" + text.strip("\n") + "\n")

    def show_above(self, text: str, below: int) -> None:
        """Show a text above a prompt of so many lines: what has no room there is gone through before."""
        *screens, last = self.in_screens(text, below + 1)
        in_steps(partial(self._screen, each) for each in screens)
        click.echo("\n" + last + "\n")

    def in_screens(self, text: str, below: int) -> list[str]:
        """Return a text in pieces that fit above so many lines; whole where nobody is at a terminal."""
        text = text.strip("\n")
        return screens_of(text, screen_height() - LINES_BESIDE_A_TEXT - below) if is_at_terminal() else [text]

    def line(self, how: str) -> str:
        """Say how to answer and return what is typed. `Back`, or `Left` if she leaves."""
        while True:
            click.echo(wrapped(how))
            said = self._typed()
            key = said.lower()
            if key == "s" and self._does_stop():
                raise Left(on_purpose=True)
            if key == "b":
                raise Back
            if key not in ("s", "t", "f"):
                return said
            if key != "s":
                self.show(self._story() if key == "t" else self._facts())

    def text(self, how: str) -> str:
        """Say what to type and return it as it is: one letter may be a whole name, and is no key here."""
        click.echo(wrapped(how))
        return self._typed()

    def _screen(self, text: str) -> None:
        click.echo("\n" + text)
        while self.line(_("Enter goes on.")):
            click.echo(wrapped(_("First press Enter, until all of it has been shown.")))

    def _typed(self) -> str:
        line = read_line()
        if line is None:
            raise Left(on_purpose=False)
        return cleaned(line)

    def _does_stop(self) -> bool:
        """Ask once more whoever would lose what she asked and chose."""
        if self._is_kept or not self._exercise.asked or not is_at_terminal():
            return True
        click.echo(
            wrapped(_("What you asked and chose is kept only at the end. s once more stops, Enter goes on."))
        )
        return self._typed().lower() == "s"

    def _story(self) -> str:
        """Return the story, by its number: neither title nor id is to give the answer away."""
        scenario = self._exercise.scenario
        return f"{wrapped(called(scenario))}\n\n{wrapped(scenario.narrative)}"

    def _facts(self) -> str:
        """Return what she was told so far, in the order in which she asked."""
        told = "\n\n".join(map(self.fact, self._exercise.asked))
        return f"{_('What you were told so far')}\n\n{told or _('You have not asked for anything yet.')}"

    def fact(self, id_: str) -> str:
        """Return a question and what the leader in the story says to it."""
        exercise = self._exercise
        question = exercise.advisor.knowledge.questions[id_]
        if exercise.is_known(id_):
            said = said_of(question, exercise.scenario.case, exercise.advisor.knowledge)
            told = _("The leader says: {said}").format(said=said)
        else:
            told = _("Nothing is known about that.")
        return f"{wrapped(question.prompt)}\n{wrapped(told, '  ')}"


def keys() -> str:
    """Return the keys that every prompt understands."""
    return _("t tells the story again, f what you were told, b goes a step back, s stops.")


def numbers_in(said: str, most: int) -> list[int] | None:
    """Return the numbers in a line, each once; None if it holds anything else."""
    words = re.split(r"[\s,;.]+", said.strip(" ,;."))
    if not all(re.fullmatch(r"\d{1,3}", word, re.ASCII) and 1 <= int(word) <= most for word in words):
        return None
    return list(dict.fromkeys(map(int, words)))


def not_found(said: str) -> str:
    """Return what to say of a line that is neither a number in the list nor a word in it."""
    if re.search(r"[^\W\d_]{3}", said):
        return _("Nothing here has '{word}' in it. Try another word.").format(word=said)
    return _("That is not in the list.")
