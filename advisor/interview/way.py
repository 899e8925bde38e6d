"""The list of what an interview has asked, with the answers, and a place in it: back, forward, anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from advisor._given import TEXT, takes
from advisor._notebook import InShort
from advisor.cases.case import Case
from advisor.cases.check import checked
from advisor.cases.questions import is_begun, parts_not_asked, was_not_asked
from advisor.errors import AdvisorError
from advisor.interview.answering import answer_in, refuse_unknown, with_answer, with_note, without_answer
from advisor.interview.trail import Trail, is_trail
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import Answer, Question
from advisor.knowledge.question_kinds.table import kind_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A question that was asked: its id, the answer as `Interview.answer` takes it, and the note, if any.

    `open_parts` are the ids of its parts that have no answer: items, factors, interventions.
    """

    question: str
    answer: Answer
    note: str
    open_parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """All of an interview that changes: the case, and the way through it. It is plain and may be pickled."""

    case: Case
    trail: Trail


class Way(InShort):
    """A case, the list of what was asked of it, and the place in this list; `Interview` adds what to ask."""

    _shown_by: ClassVar[tuple[str, ...]] = ("place",)

    def __init__(self, knowledge: KnowledgeBase, case: Case) -> None:
        self.knowledge = knowledge
        self._case = case
        self._trail = Trail.at_the_end_of(self._begun(case))

    @property
    def case(self) -> Case:
        """What is known so far. Another one may be set: what it has answers to is then the list.

        What was in the list stays there in its order, what is new comes last. `CaseError` if it has faults.
        It is a copy: what is changed in it changes nothing here.
        """
        return replace(self._case)

    @case.setter
    def case(self, case: Case) -> None:
        self._case = checked(case, self.knowledge)
        self._trail = self._trail.of(self._begun(self._case))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What was asked so far, in order: all that has an answer, be it in part."""
        return tuple(map(self._entry, self._trail.asked))

    @property
    def place(self) -> int:
        """Which of `entries` is asked now, counted from 0; their number at the end, where new ones come."""
        return self._trail.place

    @property
    def is_going_back(self) -> bool:
        """Whether `next_question` is one that has an answer."""
        return not self._trail.is_at_the_end

    def next_question(self) -> Question | None:
        """Return the question at the place, or None if there is none."""
        raise NotImplementedError

    @takes(question=TEXT)
    def answer(self, question: str, value: str | Mapping[str, str], note: str | None = None) -> None:
        """Take the answer to a question: as a case file has it.

        For what was tried it is a mapping of interventions to outcomes, and is the whole answer: what is not
        named was not tried. Other lists may be answered in part, and stay open for the rest. `note` adds
        words of the leader's own; an empty one takes them away. To say all that is there changes nothing.

        After the question at the place comes the next one; an answer to another question leaves the place
        where it is. Raises `AdvisorError` if there is no such question, `CaseError` if it has no such answer,
        and nothing has changed then.
        """
        self._take(question, with_answer(self._case, question, value, self.knowledge), note)

    def none_of_these(self, question: str) -> Answer:
        """Return the answer to a question that says 'none of these', for `answer` to take with a note.

        Of a choice it is dont-know: what is true has no name there. Of a list it is no for each item; in one
        that is open in part what was answered stays. `AdvisorError` if there is no such question.
        """
        refuse_unknown(question, self.knowledge)
        asked = self.knowledge.questions[question]
        return kind_of(asked).none_of_these(asked, self.answer_to(question), self.open_parts(question))

    def keep(self, note: str | None = None) -> None:
        """Go on from the question at the place with the answer that is there; a note may come with it.

        What is open in it stays open. Raises `AdvisorError` if it has none.
        """
        question = self.next_question()
        there = None if question is None else self.answer_to(question.id)
        if question is None or there is None:
            raise AdvisorError("there is no answer yet that could be kept")
        self._take(question.id, self._case, note)

    def _take(self, question: str, case: Case, note: str | None) -> None:
        """Go on from a question, with the case that has its answer, and a note."""
        if note is not None:
            case = with_note(case, question, note, self.knowledge)
        self._trail = self._trail.answered(question, self._is_new(question))
        self._case = case

    def note(self, question: str, text: str) -> None:
        """Put down words of the leader's own on a question, answered or not; an empty text takes them away.

        Raises `AdvisorError` if there is no such question, `CaseError` if a case may not hold the text.
        """
        self._case = with_note(self._case, question, text, self.knowledge)

    @takes(question=TEXT)
    def take_back(self, question: str) -> None:
        """Take the answer to a question away, as if it had not been asked; what is noted on it stays.

        Of what was tried that is all that the case tells of interventions. `AdvisorError` if there is no such
        question; where there is no answer nothing changes.
        """
        refuse_unknown(question, self.knowledge)
        if question in self._trail.asked:
            self._case = without_answer(self._case, question, self.knowledge)
            self._trail = self._trail.without(question)

    def back(self) -> Question | None:
        """Go back to the question before, and return it; None at the first one. Its answer is kept."""
        if self.place == 0:
            return None
        self._trail = self._trail.at(self.place - 1)
        return self.next_question()

    def forward(self) -> Question | None:
        """Go on to the next question of the list, or to the end, and return it; at the end nothing moves."""
        self._trail = self._trail.at(self.place + 1)
        return self.next_question()

    def go_on(self) -> Question | None:
        """Go to the end of the list, where new questions come, and return the next; None if there is none."""
        self._trail = self._trail.at(len(self._trail.asked))
        return self.next_question()

    @takes(question=TEXT)
    def go_to(self, question: str) -> Question:
        """Go to a question of the list, and return it; `AdvisorError` if it is not in the list."""
        refuse_unknown(question, self.knowledge)
        if question not in self._trail.asked:
            raise AdvisorError(f"'{question}' has no answer yet to go to")
        self._trail = self._trail.at(self._trail.asked.index(question))
        return self.knowledge.questions[question]

    @takes(question=TEXT)
    def answer_to(self, question: str) -> str | dict[str, str] | None:
        """Return the answer that is there to a question, as `answer` takes it; None if there is none."""
        return answer_in(self._case, question, self.knowledge)

    def open_parts(self, question: str) -> tuple[str, ...]:
        """Return the ids of those parts of a question that have no answer; '' for one that has no parts.

        `UnknownIdError` if there is no such question.
        """
        refuse_unknown(question, self.knowledge)
        return tuple(part.key for part in parts_not_asked(question, self._case, self.knowledge))

    @property
    def state(self) -> State:
        """All that changes, to be kept and set again, here or in another interview on the same knowledge.

        What is set is checked: `CaseError` if the case has faults, `AdvisorError` if the list is not its own.
        """
        return State(self.case, self._trail)

    @state.setter
    def state(self, state: State) -> None:
        foreign = AdvisorError("this is no state of an interview with these questions; begin from its case")
        if not isinstance(state, State):
            raise foreign
        case = checked(state.case, self.knowledge)
        if not is_trail(state.trail, self.knowledge.questions) or set(self._begun(case)) - set(
            state.trail.asked
        ):
            raise foreign
        self._case, self._trail = case, state.trail

    def _begun(self, case: Case) -> list[str]:
        return [id_ for id_ in self.knowledge.questions if is_begun(id_, case, self.knowledge)]

    def _entry(self, question: str) -> Entry:
        there = self.answer_to(question)
        note = self._case.notes.get(question, "")
        return Entry(question, {} if there is None else there, note, self.open_parts(question))

    def _is_new(self, question: str) -> bool:
        """Return whether a question is to be asked: some of it has no answer, and it was not seen yet."""
        return question not in self._trail.seen and was_not_asked(question, self._case, self.knowledge)
