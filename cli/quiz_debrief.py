"""What ends an exercise at the terminal: the comparison, the debrief, and what she says and chooses now."""

from __future__ import annotations

import click

from advisor._language import _
from advisor.exercise.choices import WAIT
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import Comparison, Debrief
from advisor.exercise.results import Afterwards
from advisor.reports.exercise_comparison import comparison_outline, named
from advisor.reports.exercise_debrief import debrief_outline
from advisor.reports.outline import Outline
from advisor.reports.outline_text import as_text
from advisor.reports.wording import joined

from .options import screen_width
from .prompts import wrapped
from .quiz_prompt import Back, Paged, Prompt, numbers_in
from .typed import Left, is_at_terminal

SCREEN = 20  # lines at once: with the line that says how to go on, no screen is over 24


class DebriefConversation:
    """The end of one exercise. Whoever leaves before it is over has said nothing more; that is no fault."""

    def __init__(self, exercise: Exercise, found: Comparison, told: Debrief) -> None:
        self._exercise, self._found, self._told = exercise, found, told
        self._prompt = Prompt(exercise)
        self._disagrees = ""
        self._after: tuple[str, ...] | None = None

    def run(self) -> Afterwards:
        """Show both, and ask what she disagrees with and would choose now."""
        knowledge = self._exercise.advisor.knowledge
        try:
            self._show(comparison_outline(self._found, self._exercise))
            self._show(debrief_outline(self._told, knowledge))
            click.echo(wrapped(_("This is something to talk about, not a mark.")))
            self._ask()
        except Left:
            pass
        return Afterwards(self._after, self._disagrees)

    def _show(self, outline: Outline) -> None:
        """Show an outline; to somebody at a terminal a screen at a time, each followed by how to go on."""
        text = as_text(outline, screen_width())
        if not is_at_terminal():
            click.echo("\n" + text)
            return
        screens = screens_of(text)
        at = 0
        while at < len(screens):
            click.echo("\n" + screens[at])
            try:
                self._prompt.line(_("Enter goes on. t tells the story again, b shows the screen before."))
                at += 1
            except Back:
                at = max(0, at - 1)

    def _ask(self) -> None:
        steps = (self._ask_disagreement, self._ask_again)
        at = 0
        while at < len(steps):
            try:
                steps[at]()
                at += 1
            except Back:
                at = max(0, at - 1)

    def _ask_disagreement(self) -> None:
        how = _("I still disagree, because: type it in your own words. Enter leaves it out.")
        self._disagrees = self._prompt.line(how)

    def _ask_again(self) -> None:
        knowledge = self._exercise.advisor.knowledge
        ids = self._offered()
        paged = Paged([named(id_, knowledge) for id_ in ids])
        chosen = joined(named(each.id, knowledge) for each in self._exercise.chosen)
        click.echo("\n" + wrapped(_("You chose: {names}").format(names=chosen or _("nothing"))))
        paged.show(again=True)
        while True:
            said = self._prompt.line(
                _("What would you choose now? Numbers in your order, 0 for none. Enter leaves it out.")
            )
            numbers = [] if said in ("", "0") else numbers_in(said, len(ids))
            if numbers is not None:
                break
            click.echo(wrapped(_("That is not in the list.")))
        self._after = tuple(ids[number - 1] for number in numbers) if said else None

    def _offered(self) -> list[str]:
        """Return what she can choose from now: her own, what the author and the rules begin with, to wait."""
        first = [each.id for each in self._found.missed if each.place == "first"]
        also = [each.id for each in self._told.also_expected]
        return list(dict.fromkeys([*(each.id for each in self._exercise.chosen), *also, *first, WAIT]))


def screens_of(text: str) -> list[str]:
    """Return a text in pieces of at most `SCREEN` lines, cut before a title or a point where one is near."""
    lines, screens = text.rstrip("\n").split("\n"), []
    while len(lines) > SCREEN:
        places = [at for at in range(1, SCREEN + 1) if lines[at].startswith("- ")]
        titles = [at for at in range(1, SCREEN + 1) if not lines[at]]
        late = [at for at in titles if at > SCREEN // 2] or places or [SCREEN]
        cut = late[-1]
        if not lines[cut - 1].startswith((" ", "-")) and cut > 1:  # no title alone at the end
            cut -= 1
        screens.append("\n".join(lines[:cut]).strip("\n"))
        lines = lines[cut:]
    return [*screens, "\n".join(lines).strip("\n")]
