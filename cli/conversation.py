"""The interview at the terminal: shows a question, takes a line, and keeps every answer before the next."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

import click

from advisor.case_store import CaseStore
from advisor.entries import Question
from advisor.errors import AdvisorError
from advisor.interview import Ending, Interview

from .prompts import HELP, interventions_of, question_text, so_far_text, why_text, wrapped
from .replies import ReplyError, cleaned, understood

ENDINGS: dict[Ending, str] = {
    "settled": "That is all that matters: no answer that is left can change where things stand, the "
    "first three things that help, or what comes first.",
    "no-single-answer": "No single answer that is left would change where things stand or the first "
    "three things that help. Several together still might.",
    "enough": "This is enough for sound advice. More answers may still sharpen it.",
    "limit": "This is as much as we ask. A few answers could still change something.",
    "asked": "That was the last question.",
}


MORE = ("m", "more", "y", "yes")


class Left(Exception):
    """The leader leaves before the end: with `s`, or because her input has ended."""

    def __init__(self, on_purpose: bool) -> None:
        super().__init__()
        self.on_purpose = on_purpose


@dataclass
class Conversation:
    """One sitting. `plain` leaves out the bar; `offered` is the ending that was offered last."""

    interview: Interview
    store: CaseStore
    plain: bool = False
    offered: Ending | None = None

    def run(self) -> None:
        """Ask until the interview may end and the leader wants it to; `Left` if she leaves before."""
        while (question := self._next()) is not None:
            click.echo("\n" + question_text(question, self.interview, self.plain))
            while not self._take(question, self._line()):
                pass

    def _next(self) -> Question | None:
        """Return the question to show, or None where the leader takes the end that she is offered."""
        question = self.interview.next_question()
        if self.interview.is_going_back:
            return question
        ending = self.interview.ending
        if ending is None or (ending == self.offered and question is not None):
            return question
        self.offered = ending
        click.echo("\n" + wrapped(ENDINGS[ending]))
        if question is None:
            return None
        click.echo(wrapped(f"Enter shows the advice. m asks more (about {self.interview.left})."))
        return question if self._line().lower() in MORE else None

    def _take(self, question: Question, line: str) -> bool:
        """Act on a line; return whether the question is done with and the next may show."""
        said, colon, note = (part.strip() for part in line.partition(":"))
        try:
            if said.lower() in ("h", "r", "?") and not colon:
                self._tell(said.lower(), question)
                return False
            if said.lower() == "s":
                raise Left(on_purpose=True)
            if said.lower() == "b":
                return self._back()
            self._answer(question, said, note if colon else None)
        except (ReplyError, AdvisorError) as error:
            click.echo(wrapped(str(error)))
            if isinstance(error, AdvisorError) and not sys.stdin.isatty():
                raise
            return False
        return bool(said) or not colon

    def _tell(self, key: str, question: Question) -> None:
        if key == "h":
            click.echo("\n".join(wrapped(line, "", "    ") for line in HELP.splitlines()))
        elif key == "?":
            click.echo(why_text(question, self.interview))
        else:
            click.echo(so_far_text(self.interview.advice(), self.interview.knowledge))

    def _back(self) -> bool:
        if self.interview.back() is None:
            click.echo(wrapped("This is the first question."))
            return False
        return True

    def _answer(self, question: Question, said: str, note: str | None) -> None:
        """Take an answer, a note or both, and keep them on the disk; on failure nothing has changed."""
        there = self.interview.answer_to(question.id)
        if said:
            answer = understood(said, question, interventions_of(self.interview.knowledge))
        elif there is not None:
            answer = there
        elif note is not None:
            self._keep_note(question, note)
            return
        else:
            raise ReplyError("Type an answer. u is for don't know, h for help.")
        before = self.interview.state
        self.interview.answer(question.id, answer, note)
        try:
            self.store.save(self.interview.case)
        except AdvisorError:
            self.interview.state = before
            raise

    def _keep_note(self, question: Question, note: str) -> None:
        case = self.interview.case
        self.store.save(replace(case, notes={**case.notes, question.id: note}))
        self.interview.case = self.store.case
        click.echo(wrapped("Noted. And your answer?"))

    def _line(self) -> str:
        """Return what is typed, without anything that could steer a terminal; `Left` at the end of input."""
        click.echo("> ", nl=False)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            click.echo()
            raise Left(on_purpose=False)
        if not sys.stdin.isatty():
            click.echo()
        return cleaned(line)
