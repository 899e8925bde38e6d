"""What every prompt of an exercise understands: the story again, a step back, to stop; lists by pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import click

from advisor._language import _
from advisor.exercise.exercise import Exercise, called

from .prompts import wrapped
from .replies import cleaned
from .typed import Left, read_line

PAGE = 14  # lines of a list that are shown at once: with what stands around it no screen is over 24
SHORTEST = 3  # letters of a word that is looked for


class Back(Exception):
    """Whoever types would like to have the step before again."""


class Prompt:
    """Reads lines of one exercise, and shows its story whenever that is wanted."""

    def __init__(self, exercise: Exercise) -> None:
        self._exercise = exercise

    def tell(self) -> None:
        """Show the story, by its number: neither title nor id is to give the answer away."""
        click.echo(wrapped(called(self._exercise.scenario)) + "\n")
        click.echo(wrapped(self._exercise.scenario.narrative) + "\n")

    def line(self, how: str) -> str:
        """Say how to answer and return what is typed. `Back`, or `Left` if she leaves."""
        while True:
            click.echo(wrapped(how))
            line = read_line()
            if line is None:
                raise Left(on_purpose=False)
            said = cleaned(line)
            if said.lower() == "s":
                raise Left(on_purpose=True)
            if said.lower() == "b":
                raise Back
            if said.lower() != "t":
                return said
            self.tell()


def keys() -> str:
    """Return the keys that every prompt understands."""
    return _("t tells the story again, b goes a step back, s stops.")


@dataclass
class Paged:
    """A numbered list that is shown a screen at a time; `marked` are the numbers with a star."""

    texts: Sequence[str]
    _from: int = 0

    def show(self, marked: Sequence[int] = (), again: bool = False) -> None:
        """Show the next screen, or the first `again`; behind the last comes the first."""
        at = 0 if again or self._from >= len(self.texts) else self._from
        lines = 0
        while at < len(self.texts):
            mark = "*" if at + 1 in marked else " "
            told = wrapped(self.texts[at], f"{mark}{at + 1:>3}  ", "      ")
            lines += told.count("\n") + 1
            if lines > PAGE:
                break
            click.echo(told)
            at += 1
        self._from = at
        if self.has_more:
            click.echo(wrapped(_("m shows more of them.")))

    @property
    def has_more(self) -> bool:
        """Whether something stands behind what is shown."""
        return self._from < len(self.texts)

    def find(self, word: str) -> list[int]:
        """Return the numbers of the texts with a word in them; none for a word of few letters."""
        wanted = word.casefold()
        texts = enumerate(self.texts, 1) if len(wanted) >= SHORTEST else ()
        return [number for number, text in texts if wanted in text.casefold()]


def numbers_in(said: str, most: int) -> list[int] | None:
    """Return the numbers in a line, each once; None if it holds anything else."""
    words = re.split(r"[\s,;.]+", said.strip(" ,;."))
    if not all(re.fullmatch(r"\d{1,3}", word, re.ASCII) and 1 <= int(word) <= most for word in words):
        return None
    return list(dict.fromkeys(map(int, words)))
