"""Choosing in an exercise: the groups first, each opened at its number; what is chosen stays in sight."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from advisor._language import _, ngettext
from advisor.exercise.choices import WAIT_GROUP, Entry, Group, choices
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.wording import joined

from .prompts import wrapped
from .quiz_lists import Paged
from .quiz_prompt import Prompt, keys, not_found, numbers_in
from .steps import Back


class Choosing:
    """What one learner chooses, in her order."""

    def __init__(self, knowledge: KnowledgeBase, prompt: Prompt) -> None:
        self._groups = choices(knowledge)
        self._prompt = prompt
        self.chosen: list[Entry] = []

    def ask(self) -> None:
        """Let her open groups and choose until she has done. `Back`, or `Left` if she leaves."""
        click.echo("\n" + wrapped(_("What would you do, and in which order?")))
        while True:
            self._show_groups()
            said = self._prompt.line(self._how())
            if said == "0":
                self.chosen = []
                return
            if not said and self.chosen:
                return
            self._take(said)

    def _show_groups(self) -> None:
        for number, group in enumerate(self._groups, 1):
            click.echo(wrapped(self._of_group(group), f"{number:>4}  ", "      "))
        self.show_chosen()

    def _of_group(self, group: Group) -> str:
        if group.id == WAIT_GROUP:
            return group.entries[0].title
        number = len(group.entries)
        return ngettext("{title} ({n} thing)", "{title} ({n} things)", number).format(
            title=group.title, n=number
        )

    def show_chosen(self) -> None:
        """Show what is chosen so far."""
        told = joined(f"{number}. {entry.title}" for number, entry in enumerate(self.chosen, 1))
        click.echo(wrapped(_("Chosen so far: {names}").format(names=told or _("nothing"))))

    def _how(self) -> str:
        how = _("Type a number to open what stands behind it, or a word to look for, such as trust.")
        done = _("Enter when you have chosen, x takes back the last, 0 for none of them.")
        return f"{how} {done} {keys()}"

    def _take(self, said: str) -> None:
        """Take what is typed at the groups."""
        numbers = numbers_in(said, len(self._groups))
        if said.lower() == "x":
            self.chosen = self.chosen[:-1]
        elif numbers is not None and len(numbers) == 1:
            group = self._groups[numbers[0] - 1]
            if group.id == WAIT_GROUP:
                self._add(group.entries)
            else:
                self._open(group.title, group.entries)
        elif said and numbers is None and (found := self._found(said)):
            self._open(_("With '{word}' in it").format(word=said), found)
        elif not said:
            click.echo(wrapped(_("Nothing is chosen yet. 0 is for none of them.")))
        elif said.lower() not in ("h", "?", "help"):
            click.echo(wrapped(not_found(said)))

    def _found(self, word: str) -> list[Entry]:
        entries = [entry for group in self._groups for entry in group.entries]
        texts = Paged([f"{entry.title} {entry.line}" for entry in entries])
        return [entries[number - 1] for number in texts.find(word)]

    def _open(self, title: str, entries: Sequence[Entry]) -> None:
        """Show a group, and add what is chosen from it."""
        paged = Paged([entry.title for entry in entries])
        click.echo("\n" + wrapped(title))
        paged.show(self._marked(entries))
        while True:
            try:
                said = self._prompt.line(
                    _(
                        "Type the numbers in your order, such as 2 1; ?2 says more of number 2. Enter goes "
                        "back to the groups."
                    )
                )
            except Back:
                return
            if not said:
                return
            if numbers_in(said, len(entries)) is None and (found := self._found(said)):
                self._open(_("With '{word}' in it").format(word=said), found)
                return
            self._take_from(said, entries, paged)

    def _take_from(self, said: str, entries: Sequence[Entry], paged: Paged) -> None:
        numbers = numbers_in(said, len(entries))
        asked = re.fullmatch(r"\?\s*(\d{1,3})", said, re.ASCII)
        if said.lower() in ("m", "l", "h", "?", "help"):
            paged.show(self._marked(entries), again=said.lower() != "m")
        elif asked and 1 <= int(asked[1]) <= len(entries):
            entry = entries[int(asked[1]) - 1]
            click.echo(wrapped(f"{entry.title}: {entry.line}", "  "))
        elif said.lower() == "x":
            self.chosen = self.chosen[:-1]
            self.show_chosen()
        elif numbers is None:
            click.echo(wrapped(not_found(said)))
        else:
            self._add([entries[number - 1] for number in numbers])
            self.show_chosen()

    def _add(self, entries: Sequence[Entry]) -> None:
        self.chosen += [entry for entry in entries if entry not in self.chosen]

    def _marked(self, entries: Sequence[Entry]) -> list[int]:
        return [number for number, entry in enumerate(entries, 1) if entry in self.chosen]
