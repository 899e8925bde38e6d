"""Numbered lists of an exercise at the terminal: a screen at a time, and words are found in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import click

from advisor._language import _

from .options import screen_height
from .prompts import wrapped

LINES_AROUND_A_LIST = 10  # of a screen
SHORTEST = 3  # letters of what is looked for


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
            if lines > screen_height() - LINES_AROUND_A_LIST:
                break
            click.echo(told)
            at += 1
        self._from = at
        if at < len(self.texts):
            click.echo(wrapped(_("m shows more of them ({n} of {all}).").format(n=at, all=len(self.texts))))

    def find(self, said: str) -> list[int]:
        """Return the numbers of the texts in which all words of a line are; none for few letters."""
        words = _plain(said).split()
        texts = enumerate(self.texts, 1) if len("".join(words)) >= SHORTEST else ()
        return [number for number, text in texts if all(word in _plain(text) for word in words)]


def _plain(text: str) -> str:
    """Return a text as it is looked through: "co-location" is found as "colocation" too."""
    return text.casefold().replace("-", "")
