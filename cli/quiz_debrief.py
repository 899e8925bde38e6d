"""What ends an exercise at the terminal: the comparison, the debrief, and what she says and chooses now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

import click

from advisor._language import _
from advisor.exercise.choices import WAIT, choice_named
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import Comparison, Debrief
from advisor.exercise.results import Afterwards
from advisor.reports.exercise_comparison import comparison_outline
from advisor.reports.exercise_debrief import debrief_outline
from advisor.reports.outline import Outline
from advisor.reports.outline_text import as_text

from .options import screen_width
from .prompts import wrapped
from .quiz_lists import SHORTEST, Paged
from .quiz_prompt import Prompt, numbers_in
from .steps import in_steps
from .typed import Left, is_at_terminal

LINES_OF_HOW_TO_GO_ON = 2


class DebriefConversation:
    """The end of one exercise. Whoever leaves before it is over has said nothing more; that is no fault."""

    def __init__(self, exercise: Exercise, found: Comparison, told: Debrief) -> None:
        self._exercise, self._found, self._told = exercise, found, told
        self._prompt = Prompt(exercise, is_kept=True)
        self._disagrees = ""
        self._after: tuple[str, ...] | None = None

    @property
    def afterwards(self) -> Afterwards:
        """What she has said so far."""
        return Afterwards(self._after, self._disagrees)

    def run(self) -> None:
        """Show both, and ask what she disagrees with and would choose now."""
        knowledge = self._exercise.advisor.knowledge
        steps = [
            *self._screens(comparison_outline(self._found, self._exercise)),
            *self._screens(debrief_outline(self._told, knowledge)),
            self._ask_disagreement,
            self._ask_again,
        ]
        with suppress(Left):
            in_steps(steps)

    def _screens(self, outline: Outline) -> Iterator[Callable[[], None]]:
        """Yield what shows an outline; to somebody at a terminal a screen at a time."""
        text = as_text(outline, screen_width())
        if not is_at_terminal():
            yield partial(click.echo, "\n" + text)
            return
        for screen in self._prompt.in_screens(text, LINES_OF_HOW_TO_GO_ON):
            yield partial(self._show, screen)

    def _show(self, screen: str) -> None:
        """Show a screen, followed by how to go on; what she says to it she need not say once more."""
        click.echo("\n" + screen)
        how = _("Enter goes on. t tells the story again, b shows the screen before.")
        said = self._prompt.line(how)
        if len(said) >= SHORTEST:
            self._disagrees = f"{self._disagrees}; {said}".removeprefix("; ")
            click.echo(wrapped(_("Noted, for where you can say what you disagree with.")))

    def _ask_disagreement(self) -> None:
        click.echo("\n" + wrapped(_("This is something to talk about, not a mark.")))
        how = _("I still disagree, because: type it in your own words. Enter leaves it out.")
        if self._disagrees:
            click.echo(wrapped(_("You said: {reason}").format(reason=self._disagrees)))
            how = _("I still disagree, because: Enter keeps this, 0 takes it out, or type it anew.")
        said = self._prompt.line(how)
        self._disagrees = "" if said == "0" else said or self._disagrees

    def _ask_again(self) -> None:
        knowledge = self._exercise.advisor.knowledge
        ids = self._offered()
        paged = Paged([choice_named(id_, knowledge) for id_ in ids])
        told = _("What you chose has a star.") if self._exercise.chosen else _("You chose nothing.")
        click.echo("\n" + wrapped(told))
        paged.show([*range(1, len(self._exercise.chosen) + 1)], again=True)
        while True:
            said = self._prompt.line(
                _("What would you choose now? Numbers in your order, 0 for none. Enter leaves it out.")
            )
            numbers = [] if said in ("", "0") else numbers_in(said, len(ids))
            if numbers is not None:
                break
            click.echo(wrapped(_("That is not in the list.")))
        if said:
            self._after = tuple(ids[number - 1] for number in numbers)

    def _offered(self) -> list[str]:
        """Return what she can choose from now: her own, what the author and the rules begin with, to wait."""
        first = [each.id for each in self._found.missed if each.place == "first"]
        also = [each.id for each in self._told.also_expected]
        return list(dict.fromkeys([*(each.id for each in self._exercise.chosen), *also, *first, WAIT]))
