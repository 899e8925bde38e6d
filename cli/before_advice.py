"""Before the advice: all answers in words to look over, and the end, with what else may be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import click

from advisor._language import N_, _, ngettext
from advisor.interview.interview import Ending, Interview
from advisor.knowledge.question import Question

from .checking import answers_text
from .particulars import ASKED_AGAIN
from .prompts import answer_text, wrapped
from .replies import KEY_OF
from .typed import Left

HANDFUL = 5  # further questions, after which the end is offered again
ENDINGS: dict[Ending, str] = {
    "settled": N_(
        "Nothing more that you could answer would change where things stand, the first three things that "
        "help, or what comes first."
    ),
    "no-single-answer": N_(
        "No single answer that is left would change where things stand or which of the eight kinds of help "
        "come first. Smaller steps still might change, and several answers together."
    ),
    "enough": N_(
        "You have answered the main questions. That is enough to begin with; more answers make the advice "
        "more exact."
    ),
    "limit": N_("This is as much as we ask. A few answers could still change something."),
    "asked": N_("That was the last question."),
}
TOO_LITTLE = N_(
    "You have been through the main questions. Too little is known yet to say where it stands. A few more "
    "answers may tell; so may somebody who knows the partnership well."
)
NOTHING_KNOWN = N_(
    "Those were the questions. Too little is known to say where it stands. Somebody who knows the "
    "partnership well may tell; then change your answers here."
)


class Talk(Protocol):
    """The conversation that may end, as `Conversation` has it."""

    interview: Interview

    def line(self) -> str:
        """Return what is typed; `Left` at the end of input."""

    def ask(self, question: Question) -> None:
        """Ask a question until it is answered, or left for another."""

    def tell(self, key: str, question: Question | None) -> None:
        """Tell what a key asks for."""

    def ask_last(self) -> None:
        """Ask what is asked before the end."""

    def change(self, which: str) -> None:
        """Ask for another name, date, partners, seat or share."""

    def back(self) -> bool:
        """Go back by one question; return whether there was one."""


@dataclass
class BeforeAdvice:
    """Offers the end of a conversation.

    `offered` is the ending that was offered last; `more` is how many are left of the handful of further
    questions that the leader asked for; `was_checked` says whether she has seen all her answers.
    """

    talk: Talk
    offered: Ending | None = None
    more: int = 0
    was_checked: bool = False

    @property
    def interview(self) -> Interview:
        """The interview that may end."""
        return self.talk.interview

    @property
    def is_to_come_again(self) -> bool:
        """Whether the end is offered again once the leader is back at it: she only changed something."""
        return self.offered is None

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
            self.talk.ask_last()
            self._check()
        click.echo("\n" + wrapped(self._ending(left)))
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

    def _ending(self, left: int) -> str:
        """Return why it may end here, in words that are true of what is known."""
        if _too_little(self.interview):
            return _(TOO_LITTLE if left else NOTHING_KNOWN)
        return _(ENDINGS[self.offered or "asked"])

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
        elif key in ASKED_AGAIN:
            self.talk.change(key)
        elif key in ("h", "r"):
            self.talk.tell(key, question)
        elif key.replace(",", " ").replace(" ", "").isdigit():
            number = len(self.interview.entries)
            click.echo(wrapped(_("Type one number at a time, from 1 to {n}.").format(n=number)))
        elif key != "b":
            click.echo(wrapped(_("Press Enter, or type one of these:")))
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
        question = self.interview.go_to(entries[int(key[:4]) - 1].question)
        self.talk.ask(question)
        if there := self.interview.answer_to(question.id):
            said = answer_text(there, question, self.interview.knowledge)
            click.echo(wrapped(_("Your answer is now: {answer}").format(answer=said)))
        self.interview.go_on()
        return True


def _too_little(interview: Interview) -> bool:
    """Return whether nothing that was answered says where it stands or what to do."""
    advice = interview.advice()
    return not (advice.plan or advice.alerts) and all(f.stage == "unknown" for f in advice.factors)


def _keys(left: int) -> str:
    """Return what may be typed where about so many questions are left."""
    if left > HANDFUL:
        told = _(
            "Press Enter for the advice, m for {n} more questions (of about {left}), b to go back, s to stop."
        ).format(n=HANDFUL, left=left)
    elif left:
        told = ngettext(
            "Press Enter for the advice, m for more questions (about {n}), b to go back, s to stop.",
            "Press Enter for the advice, m for more questions (about {n}), b to go back, s to stop.",
            left,
        ).format(n=left)
    else:
        told = _("Press Enter for the advice, b to go back, s to stop.")
    changes = _(
        "A number changes that answer; name, date, partners, seat or share change these; c shows all your "
        "answers once more."
    )
    return f"{told} {changes}"
