"""The interview at the terminal: shows a question, takes a line, and keeps every answer before the next."""

from __future__ import annotations

from dataclasses import dataclass, field

import click

from advisor.cases.case import Case
from advisor.cases.questions import may_be_in_own_words
from advisor.cases.store import CaseStore
from advisor.errors import AdvisorError
from advisor.interview.answering import lost_actions
from advisor.interview.interview import Ending, Interview
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.replies import ReplyError

from .prompts import (
    help_text,
    interventions_of,
    lost_text,
    newly_raised,
    question_text,
    so_far_text,
    why_text,
    wrapped,
)
from .replies import LONGEST, cleaned, says_none, understood
from .typed import is_at_terminal, read_line

GONE = "The file had gone. It is written anew, with all your answers."
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
KEY_OF = {  # what people type instead of a key
    **dict.fromkeys(("help", "?h"), "h"),
    **dict.fromkeys(("back",), "b"),
    **dict.fromkeys(("forward", "go on"), "f"),
    **dict.fromkeys(("stop", "quit", "exit", "q", "save"), "s"),
    **dict.fromkeys(("don't know", "dont know", "don\u2019t know", "idk", "dont-know"), "u"),
    **dict.fromkeys(("why",), "?"),
    **dict.fromkeys(("more", "yes", "y"), "m"),
}


def keep_file(store: CaseStore) -> None:
    """See to it that what was saved is there, and say where it had gone; `AdvisorError` if it cannot be."""
    if store.keep():
        click.echo(wrapped(GONE))


class Left(Exception):
    """The leader leaves before the end: with `s`, or because her input has ended."""

    def __init__(self, on_purpose: bool) -> None:
        super().__init__()
        self.on_purpose = on_purpose


@dataclass
class Conversation:
    """One sitting. `plain` leaves out the bar; `offered` is the ending that was offered last.

    `warned_of` is the last reply that would have taken something out, and the question it was for. What is
    among `alerts_told` was said in this sitting, as soon as an answer raised it.
    """

    interview: Interview
    store: CaseStore
    plain: bool = False
    offered: Ending | None = None
    warned_of: tuple[str, str] | None = None
    alerts_told: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Ask until the interview may end and the leader wants it to; `Left` if she leaves before."""
        while True:
            question = self.interview.next_question()
            if self._is_to_offer(question) and not self._goes_on(question):
                return
            question = self.interview.next_question()
            if question is not None:
                self._ask(question)

    def _is_to_offer(self, question: Question | None) -> bool:
        """Return whether to offer the end: a reason is told once, unless nothing else is left to ask."""
        if self.interview.is_going_back:
            return False
        ending = self.interview.ending
        return question is None or (ending is not None and ending != self.offered)

    def _goes_on(self, question: Question | None) -> bool:
        """Offer the end; return whether the leader wants to go on, or back, instead."""
        self.offered = self.interview.ending or "asked"
        left = self.interview.left if question else 0
        more = f", m for more questions (about {left})" if left else ""
        keys = f"Press Enter for the advice{more}, b to go back, s to stop."
        click.echo("\n" + wrapped(ENDINGS[self.offered]))
        click.echo(wrapped(keys))
        while True:
            try:
                said = self._line()
            except Left:
                return False  # a script whose lines have ended wants the advice
            key = KEY_OF.get(said.lower(), said.lower())
            if not said:
                return False
            if key == "s":
                raise Left(on_purpose=True)
            if key == "m" and question:
                return True
            if key == "b" and self._back():
                self.offered = None  # she will come here again
                return True
            if key in ("h", "r"):
                self._tell(key, question)
            elif key != "b":
                click.echo(wrapped(f"Press Enter, or type {'m, ' if left else ''}b or s."))
                continue
            click.echo(wrapped(keys))

    def _ask(self, question: Question) -> None:
        self.warned_of = None
        self._show(question)
        while not self._take(question, self._line()):
            pass

    def _show(self, question: Question) -> None:
        click.echo("\n" + question_text(question, self.interview, self.plain))

    def _take(self, question: Question, line: str) -> bool:
        """Act on a line; return whether the question is done with and the next may show."""
        said, colon, note = (part.strip() for part in line.partition(":"))
        key = KEY_OF.get(said.lower(), said.lower())
        if key == "s" and not colon:
            raise Left(on_purpose=True)
        if key in ("h", "r", "?") and not colon:
            self._tell(key, question)
            return False
        if key == "b" and not colon:
            return self._back()
        if key == "f" and not colon:
            return self._go_on()
        try:
            self._answer(question, key if key == "u" else said, note if colon else None)
        except ReplyError as error:
            click.echo(wrapped(str(error)))
            return False
        except AdvisorError as error:
            if not is_at_terminal():
                raise
            click.echo(wrapped(f"{error.told()}.{self._where()}"))
            return False
        return bool(said) or not colon

    def _tell(self, key: str, question: Question | None) -> None:
        if key == "h":
            click.echo(help_text(question))
        elif key == "r" or question is None:
            click.echo(so_far_text(self.interview.advice(), self.interview.knowledge))
        else:
            click.echo(why_text(question, self.interview))

    def _back(self) -> bool:
        if self.interview.back() is None:
            click.echo(wrapped("This is the first question."))
            return False
        return True

    def _go_on(self) -> bool:
        if not self.interview.is_going_back:
            click.echo(wrapped("You are at the end already: this question is new."))
            return False
        self.interview.go_on()
        return True

    def _answer(self, question: Question, said: str, note: str | None) -> None:
        """Take an answer, a note or both, and keep them on the disk; on failure nothing has changed."""
        before = self.interview.state
        if said:
            self._take_answer(question, said, note)
        elif self.interview.answer_to(question.id):
            self.interview.keep(note)
        elif note is not None:
            self.interview.note(question.id, note)
        else:
            self._show(question)
            raise ReplyError("Type an answer. u is for don't know, h for help.")
        try:
            self._save(self.interview.case)
        except AdvisorError:
            self.interview.state = before
            raise
        if not said and not self.interview.answer_to(question.id):
            click.echo(wrapped("Noted. And your answer?"))
        for alert in newly_raised(self.interview, self.alerts_told):
            click.echo(f"\n{alert}")

    def _take_answer(self, question: Question, said: str, note: str | None) -> None:
        """Take an answer; one that would take out what was noted of actions must be typed twice."""
        before = self.interview.state
        if says_none(said, question, self._words_for_none(question) if note is None else note):
            answer = self.interview.none_of_these(question.id)
        else:
            answer = understood(said, question, interventions_of(self.interview.knowledge))
        self.interview.answer(question.id, answer, note)
        lost = lost_actions(before.case, self.interview.case)
        if lost and self.warned_of != (question.id, said):
            self.interview.state = before
            self.warned_of = question.id, said
            raise ReplyError(lost_text(lost, self.interview.knowledge))

    def _words_for_none(self, question: Question) -> str:
        """Return the note that is there where it says what is true; beside an option it was about that."""
        case = self.interview.case
        return (
            case.notes[question.id]
            if may_be_in_own_words(question.id, case, self.interview.knowledge)
            else ""
        )

    def _save(self, case: Case) -> None:
        self.store.save(case)
        keep_file(self.store)

    def _where(self) -> str:
        """Return where the answers up to here are, if they are anywhere."""
        return f" Your answers up to here are in {self.store.path}." if self.store.holds_all else ""

    def _line(self) -> str:
        """Return what is typed, without anything that could steer a terminal; `Left` at the end of input."""
        line = read_line()
        if line is None:
            raise Left(on_purpose=False)
        text = cleaned(line)
        if len(text) == LONGEST or len(line) > 2 * LONGEST:
            click.echo(wrapped(f"That was long; the first {LONGEST} characters are taken."))
        return text
