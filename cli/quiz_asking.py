"""Asking for facts in an exercise: groups first, each opened at its number, as on the page for the room."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import click

from advisor._language import _, ngettext
from advisor.exercise.exercise import AT_ONCE, Exercise
from advisor.knowledge.question import Question
from advisor.knowledge.questions import Headed, under_headings

from .prompts import wrapped
from .quiz_lists import Paged
from .quiz_prompt import Prompt, keys, not_found, numbers_in
from .steps import Back
from .typed import is_at_terminal

LINES_OF_PROMPT = 3  # that ask for facts
HELP = ("h", "?", "help")


@dataclass
class Asking:
    """What one learner asks for; `most` facts may be asked for, None: any."""

    exercise: Exercise
    prompt: Prompt
    most: int | None

    def ask(self) -> None:
        """Let her open groups and ask until she knows enough. `Back`, or `Left` if she leaves."""
        click.echo("\n" + wrapped(_("What would you like to know?")))
        click.echo(wrapped(_('The questions were put to the leader in the story: "you" is that leader.')))
        groups = under_headings(self.exercise.advisor.knowledge)
        if len(groups) > 1:
            self._ask_in(groups)
        else:  # nothing to choose among
            self._open("", self.exercise.questions, _("Press Enter when you know enough."))
        if self._left() <= 0 and is_at_terminal():  # else what was told last goes out of sight unread
            self.prompt.line(
                _("You have asked for as many facts as you may. Enter goes on. {keys}").format(keys=keys())
            )

    def _ask_in(self, groups: Sequence[Headed]) -> None:
        """Take what is typed at the groups, until that is nothing."""
        paged = Paged([_of_group(group) for group in groups])
        said = "l"
        while self._left() > 0:
            paged.show(self._begun(groups), again=said.lower() != "m")
            said = self.prompt.line(self._how_to_open())
            numbers = numbers_in(said, len(groups))
            if not said:
                return
            if numbers is not None and len(numbers) == 1:
                group = groups[numbers[0] - 1]
                self._open_inside(group.heading or _("Further questions"), group.questions)
            elif numbers is None and (found := self._found(said)):
                self._open_inside(_("With '{word}' in it").format(word=said), found)
            elif said.lower() not in ("m", "l", *HELP):
                click.echo(wrapped(not_found(said)))

    def _open_inside(self, title: str, questions: Sequence[Question]) -> None:
        with suppress(Back):
            self._open(title, questions, _("Enter goes back to the groups."))

    def _open(self, title: str, questions: Sequence[Question], enter: str) -> None:
        """Show questions, and tell what is asked for, until that is nothing; `enter` says what Enter does."""
        paged = Paged([question.prompt for question in questions])
        if title:
            click.echo("\n" + wrapped(title))
        paged.show(self._asked(questions))
        while self._left() > 0:
            said = self.prompt.line(self._how(enter))
            numbers = numbers_in(said, len(questions))
            if not said:
                return
            if said.lower() in ("m", "l", *HELP):
                paged.show(self._asked(questions), again=said.lower() != "m")
            elif numbers is not None:
                self._tell([questions[number - 1] for number in numbers])
            elif found := self._found(said):
                self._open(_("With '{word}' in it").format(word=said), found, enter)
                return
            else:
                click.echo(wrapped(not_found(said)))

    def _tell(self, questions: Sequence[Question]) -> None:
        most = self._at_once()
        if len(questions) > most:
            told = ngettext(
                "That is too much at once: type {n} number.",
                "That is too much at once: type up to {n}.",
                most,
            )
            click.echo(wrapped(told.format(n=most)))
            return
        ids = [question.id for question in questions]
        for id_ in ids:
            self.exercise.ask(id_)
        self.prompt.show_above("\n\n".join(map(self.prompt.fact, ids)), LINES_OF_PROMPT)

    def _found(self, said: str) -> list[Question]:
        """Return the questions that have the words of a line in them, or in what their group is called."""
        groups = under_headings(self.exercise.advisor.knowledge)
        found = [(each, f"{group.heading} {each.prompt}") for group in groups for each in group.questions]
        return [found[number - 1][0] for number in Paged([text for _each, text in found]).find(said)]

    def _begun(self, groups: Sequence[Headed]) -> list[int]:
        return [number for number, group in enumerate(groups, 1) if self._asked(group.questions)]

    def _asked(self, questions: Sequence[Question]) -> list[int]:
        return [number for number, each in enumerate(questions, 1) if each.id in self.exercise.asked]

    def _how_to_open(self) -> str:
        how = _(
            "Type a number to see the questions behind it, or a word to look for in all of them. Press Enter "
            "when you know enough."
        )
        return self._with_left(f"{how} {keys()}")

    def _how(self, enter: str) -> str:
        how = ngettext(
            "Type up to {n} number to ask for facts, such as {example}, or a word to look for. l shows the "
            "list from its beginning.",
            "Type up to {n} numbers to ask for facts, such as {example}, or a word to look for. l shows the "
            "list from its beginning.",
            self._at_once(),
        ).format(n=self._at_once(), example="2 1" if self._at_once() > 1 else "2")
        return self._with_left(f"{how} {enter}")

    def _with_left(self, how: str) -> str:
        """Return how to ask, and how often one still may."""
        return how if self.most is None else _("{how} {left} left.").format(how=how, left=self._left())

    def _left(self) -> int:
        return AT_ONCE if self.most is None else self.most - self.exercise.spent

    def _at_once(self) -> int:
        return min(AT_ONCE, self._left())


def _of_group(group: Headed) -> str:
    number = len(group.questions)
    return ngettext("{title} ({n} question)", "{title} ({n} questions)", number).format(
        title=group.heading or _("Further questions"), n=number
    )
