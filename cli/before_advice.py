"""Before the advice: all answers in words to look over, and the end, with what else may be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from advisor.errors import AdvisorError
from advisor.interview.interview import Ending, Interview
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.replies import ReplyError

from .checking import PARTICULARS, answers_text, with_particular
from .prompts import wrapped
from .replies import KEY_OF, NO_NAME
from .typed import Left

if TYPE_CHECKING:
    from .conversation import Conversation

HANDFUL = 5  # further questions, after which the end is offered again
ENDINGS: dict[Ending, str] = {
    "settled": "Nothing more that you could answer would change where things stand, the first three things "
    "that help, or what comes first.",
    "no-single-answer": "No single answer that is left would change where things stand or which of "
    "the eight kinds of help come first. Smaller steps still might change, and several answers together.",
    "enough": "You have answered the main questions. That is enough to begin with; more answers make the "
    "advice more exact.",
    "limit": "This is as much as we ask. A few answers could still change something.",
    "asked": "That was the last question.",
}


@dataclass
class BeforeAdvice:
    """Offers the end of a conversation.

    `offered` is the ending that was offered last; `more` is how many are left of the handful of further
    questions that the leader asked for; `was_checked` says whether she has seen all her answers.
    """

    talk: Conversation
    offered: Ending | None = None
    more: int = 0
    was_checked: bool = False

    @property
    def interview(self) -> Interview:
        """The interview that may end."""
        return self.talk.interview

    def is_due(self, question: Question | None) -> bool:
        """Return whether to offer the end: for a new reason, or once a handful of questions is through."""
        if self.interview.is_going_back:
            return False
        ending = self.interview.ending
        return question is None or (ending is not None and (ending != self.offered or not self.more))

    def goes_on(self, question: Question | None) -> bool:
        """Offer the end; return whether the leader wants to go on, or back, instead."""
        self.offered = self.interview.ending or "asked"
        left = self.interview.left if question else 0
        if not self.was_checked:
            self._check()
        click.echo("\n" + wrapped(ENDINGS[self.offered]))
        while True:
            click.echo(wrapped(_keys(left)))
            try:
                said = self.talk.line()
            except Left:
                return False  # a script whose lines have ended wants the advice
            if not said:
                return False
            if self._turns_back(KEY_OF.get(said.lower(), said.lower()), question):
                return True

    def _turns_back(self, key: str, question: Question | None) -> bool:
        """Do what a key asks for; return whether there is a question to ask now, before the advice."""
        if key == "s":
            raise Left(on_purpose=True)
        if key == "m" and question:
            self.more = HANDFUL
            return True
        if (key == "b" and self.talk.back()) or self._changes(key):
            self.offered = None  # she will come here again
            return True
        if key == "c":
            self._check()
        elif key in PARTICULARS:
            self._change_particular(key)
        elif key in ("h", "r"):
            self.talk.tell(key, question)
        elif key != "b":
            click.echo(wrapped("Press Enter, or type one of these:"))
        return False

    def _check(self) -> None:
        """Show all answers in words: a slip is seen before the advice rests on it."""
        self.was_checked = True
        click.echo("\n" + answers_text(self.interview))

    def _changes(self, key: str) -> bool:
        """Ask the question of that number once more; return whether there is one."""
        entries = self.interview.entries
        if not (key.isascii() and key.isdigit() and 0 < int(key[:4]) <= len(entries)):
            return False
        self.talk.ask(self.interview.go_to(entries[int(key[:4]) - 1].question))
        self.interview.go_on()
        return True

    def _change_particular(self, which: str) -> None:
        """Ask for another name, date or partners, and keep it."""
        click.echo("\n" + wrapped(PARTICULARS[which]))
        before = self.interview.state
        while (said := self.talk.line()) and KEY_OF.get(said.lower(), said.lower()) not in NO_NAME:
            try:
                self.interview.case = with_particular(self.interview.case, which, said)
                self.talk.save()
                return
            except (ReplyError, AdvisorError) as error:
                self.interview.state = before
                click.echo(wrapped(error.told() if isinstance(error, AdvisorError) else str(error)))


def _keys(left: int) -> str:
    """Return what may be typed where about so many questions are left."""
    more = f", m for more questions (about {left})" if left else ""
    if left > HANDFUL:
        more = f", m for {HANDFUL} more questions (of about {left})"
    return (
        f"Press Enter for the advice{more}, b to go back, s to stop. A number changes that answer; name, "
        "date or partners change what stands above them; c shows all once more."
    )
