"""The interview at the terminal: shows a question, takes a line, and keeps every answer before the next."""

from __future__ import annotations

from dataclasses import dataclass, field

import click

from advisor._language import _
from advisor.cases.questions import may_be_in_own_words
from advisor.cases.store import CaseStore
from advisor.errors import AdvisorError
from advisor.interview.answering import lost_actions
from advisor.interview.interview import Interview
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.replies import ReplyError
from advisor.reports.interventions import interventions_of

from .before_advice import BeforeAdvice
from .checking import particulars
from .keeping import keep_file
from .particulars import ASKED_AGAIN, ask_for, ask_last
from .prompts import help_text, lost_text, question_text, wrapped
from .replies import KEY_OF, LONGEST, cleaned, says_none, understood
from .so_far import newly_raised, so_far_text, why_text
from .typed import Left, is_at_terminal, read_line


@dataclass
class Conversation:
    """One sitting. `plain` leaves out the bar.

    `warned_of` is the last reply that would have taken something out, and the question it was for. What is
    among `alerts_told` was said in this sitting, as soon as an answer raised it. `note_stays` says whether
    the last answer changed one that has a note.
    """

    interview: Interview
    store: CaseStore
    plain: bool = False
    warned_of: tuple[str, str] | None = None
    alerts_told: set[str] = field(default_factory=set)
    note_stays: bool = False

    def run(self) -> None:
        """Ask until the interview may end and the leader wants it to; `Left` if she leaves before."""
        end = BeforeAdvice(self)
        while True:
            question = self.interview.next_question()
            if end.is_due(question):
                if not end.goes_on(question):
                    return
                if end.is_to_come_again and not self.interview.is_going_back:
                    continue
            question = self.interview.next_question()
            if question is not None:
                is_new = not self.interview.is_going_back
                self.ask(question)
                end.more = max(0, end.more - is_new)

    def ask(self, question: Question) -> None:
        """Ask a question until it is answered, or left for another."""
        self.warned_of = None
        self._show(question)
        while not self._take(question, self.line()):
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
            self.tell(key, question)
            return False
        if key in ASKED_AGAIN and not colon:
            self.change(key)
            self._show(question)
            return False
        if key == "b" and not colon:
            return self.back()
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

    def tell(self, key: str, question: Question | None) -> None:
        """Tell what a key asks for: help, the advice so far, or why this is asked."""
        if key == "h":
            click.echo(help_text(question))
        elif key == "r" or question is None:
            click.echo(so_far_text(self.interview.advice(), self.interview.knowledge))
        else:
            click.echo(why_text(question, self.interview))

    def ask_last(self) -> None:
        """Ask what is asked before the end: whose view it is, and who may see it."""
        ask_last(self.store, self.interview)

    def change(self, which: str) -> None:
        """Ask for another name, date, partners, seat or share, and show what is there then."""
        ask_for(which, ASKED_AGAIN[which], self.store, self.interview)
        click.echo(wrapped(particulars(self.interview.case)[which]))

    def back(self) -> bool:
        """Go back by one question; return whether there was one."""
        if self.interview.back() is None:
            click.echo(wrapped(_("This is the first question.")))
            return False
        return True

    def _go_on(self) -> bool:
        if not self.interview.is_going_back:
            click.echo(wrapped(_("You are at the end already: this question is new.")))
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
            raise ReplyError(_("Type an answer. u is for don't know, h for help."))
        try:
            self.save()
        except AdvisorError:
            self.interview.state = before
            raise
        if said and self.note_stays:
            stays = _('Your note stays: "{note}". To take it out, go back and type: {line}')
            click.echo(wrapped(stays.format(note=self.interview.case.notes[question.id], line=f"{said} :")))
        if not said and not self.interview.answer_to(question.id):
            click.echo(wrapped(_("Noted. And your answer?")))
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
        is_changed = before.case.answers.get(question.id) not in (None, answer)
        self.note_stays = is_changed and note is None and question.id in self.interview.case.notes
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

    def save(self) -> None:
        """Keep the case on the disk; `AdvisorError` where it cannot be kept."""
        self.store.save(self.interview.case)
        keep_file(self.store)

    def _where(self) -> str:
        """Return where the answers up to here are, if they are anywhere."""
        told = _("Your answers up to here are in {file}.").format(file=self.store.path)
        return f" {told}" if self.store.holds_all else ""

    def line(self) -> str:
        """Return what is typed, without anything that could steer a terminal; `Left` at the end of input."""
        line = read_line()
        if line is None:
            raise Left(on_purpose=False)
        text = cleaned(line)
        if len(text) == LONGEST or len(line) > 2 * LONGEST:
            click.echo(wrapped(_("That was long; the first {n} characters are taken.").format(n=LONGEST)))
        return text
