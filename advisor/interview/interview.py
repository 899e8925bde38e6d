"""The interview: which question comes next, what the answers so far have settled, and the way back.

There is no terminal in it: another tool may put its own face on it (examples/interview.py). What comes
next depends on the case alone, so an interview may be left and taken up again anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.check import checked
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.bounds import stays_unknown
from advisor.interview.answering import answer_in, with_answer
from advisor.interview.decided import Decided
from advisor.interview.means import means_for
from advisor.interview.relevance import was_not_asked
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import Answer, Question
from advisor.knowledge.questions import parts_of
from advisor.knowledge.rules import Rule

ENOUGH = 20  # prompts after which a typical case may well end
MOST = 40  # prompts that no interview goes beyond of itself
State = tuple[Case, tuple[str, ...], int]
Scope = Literal["what-matters", "core", "all"]
Ending = Literal["settled", "no-single-answer", "enough", "limit", "asked"]


class Interview:
    """Asks about one case; `case` is what is known so far.

    `scope` says what is asked: what can still change the advice, the core questions, or everything.
    What the leader does not know will not be known, unless `takes_doubts_as_open` says that it may.
    `CaseError` if the case has answers that no question knows.
    """

    def __init__(
        self,
        advisor: Reasoner,
        case: Case | None = None,
        scope: Scope = "what-matters",
        *,
        takes_doubts_as_open: bool = False,
    ) -> None:
        self.advisor = advisor
        self.knowledge = advisor.knowledge
        self.scope = scope
        self.case = checked(case or Case(), self.knowledge)
        self._means = means_for(self.knowledge)
        self._doubts_are_open = takes_doubts_as_open
        self._trail = [id_ for id_ in self.knowledge.questions if not self._is_new(id_)]
        self._place = len(self._trail)
        self._next: Question | None = None
        self._worked_out_for: Case | None = None

    def next_question(self) -> Question | None:
        """Return the question to ask now, or None if there is none left to ask.

        After `back` it is an earlier one again.
        """
        if self._place < len(self._trail):
            return self.knowledge.questions[self._trail[self._place]]
        if self._worked_out_for is not self.case:
            self._next = self._choose()
            self._worked_out_for = self.case
        return self._next

    def answer(self, question: str, value: Answer, note: str | None = None) -> None:
        """Take the answer to a question: as a case file has it.

        For what was tried it is a mapping of interventions to outcomes. `note` adds words of the leader's
        own; an empty one takes them away. Raises `CaseError` if the question has no such answer, and
        nothing has changed then.
        """
        self.case = with_answer(self.case, question, value, note, self.knowledge)
        self._trail = [id_ for id_ in self._trail[: self._place] if id_ != question] + [question]
        self._place = len(self._trail)

    def back(self) -> Question | None:
        """Go back to the question before, and return it; None at the first one. Its answer is kept."""
        if self._place == 0:
            return None
        self._place -= 1
        return self.next_question()

    def answer_to(self, question: str) -> Answer | None:
        """Return the answer that is there to a question, as `answer` takes it; None if there is none."""
        return answer_in(self.case, question, self.knowledge)

    @property
    def settled(self) -> Decided:
        """What no answer that is left to ask can change."""
        certain = self._means.certainty.of_case([*self._known, *self._closed])
        return Decided(certain, self._means.about, self.knowledge)

    @property
    def open(self) -> list[str]:
        """The questions not asked yet that can still change the advice, in the order of the questionnaire."""
        settled = self.settled
        return self._means.relevance.questions(settled.certain, settled, self.case)

    @property
    def asked(self) -> int:
        """How many questions have an answer, don't know among them."""
        return sum(not self._is_new(id_) for id_ in self.knowledge.questions)

    @property
    def left(self) -> int:
        """About how many questions are left: of the core; then, those that could change something alone."""
        if self.scope != "what-matters":
            return len(self._in_scope())
        left = self.open
        core = sum(self.knowledge.questions[id_].core for id_ in left)
        return core or min(max(0, MOST - self.asked), sum(map(bool, self.decisive(left).values())))

    @property
    def ending(self) -> Ending | None:
        """Why the interview may end here, or None where it had better go on.

        `settled`: nothing that is left could change the stages, the first three interventions or what
        comes first in the plan. `no-single-answer`: no one answer that is left would change the stages or
        the first three by itself. `enough`: the core is asked, so the advice is sound, though more answers
        may still sharpen it. `limit`: more would be too much to ask. `asked`: the scope has been asked.
        """
        if self.scope != "what-matters":
            return None if self._in_scope() else "asked"
        left = self.open
        if not left or self.settled.everything:
            return "settled"
        if self.asked >= MOST:
            return "limit"
        if any(self.knowledge.questions[id_].core for id_ in left):
            return None
        if not any(self.decisive(left).values()):
            return "no-single-answer"
        return "enough" if self.asked >= ENOUGH else None

    def decisive(self, questions: Iterable[str]) -> dict[str, float]:
        """Return for each question how much an answer to it would change on average; 0 for nothing."""
        return self._means.lookahead.decisive(
            self._known, [self.knowledge.questions[id_] for id_ in questions]
        )

    @property
    def is_going_back(self) -> bool:
        """Whether `next_question` is an earlier one, by way of `back`."""
        return self._place < len(self._trail)

    @property
    def state(self) -> State:
        """Everything that `answer` and `back` change, to be put back by setting it."""
        return self.case, tuple(self._trail), self._place

    @state.setter
    def state(self, state: State) -> None:
        self.case, trail, self._place = state
        self._trail = list(trail)

    def advice(self) -> Advice:
        """Return the advice on what is known so far."""
        return self.advisor.advise(self.case)

    def hangs_on(self, question: str) -> dict[str, Rule]:
        """Return what an answer to a question may still decide, each with the first rule by which it may.

        Factors, patterns and what can be advised, by their ids; what the answer itself speaks of comes first.
        """
        found: dict[str, Rule] = {}
        for rule in self._means.relevance.about(question, self.settled.certain):
            if rule.then.effect.kind not in ("finding", "caution"):
                found.setdefault(rule.then.subject, rule)
        return found

    def _choose(self) -> Question | None:
        questions = self.knowledge.questions
        if self.scope != "what-matters":
            return next((questions[id_] for id_ in self._in_scope()), None)
        if self.asked >= MOST:
            return None
        left = self.open
        core = [id_ for id_ in left if questions[id_].core]
        if core or not left:
            return questions[core[0]] if core else None
        decisive = self.decisive(left)
        return questions[max(left, key=decisive.__getitem__)]

    def _in_scope(self) -> list[str]:
        wanted = (q for q in self.knowledge.questions.values() if q.core or self.scope == "all")
        return [question.id for question in wanted if self._is_new(question.id)]

    def _is_new(self, question: str) -> bool:
        return was_not_asked(question, self.case, self.knowledge)

    @property
    def _known(self) -> list[Fact]:
        return initial_facts(self.case, self.knowledge)

    @property
    def _closed(self) -> list[Fact]:
        """What will not be known: items and answers of questions that have been asked."""
        found: list[Fact] = []
        for question in self.knowledge.questions.values():
            if self._is_new(question.id) or self._doubts_are_open:
                continue
            parts = self.knowledge.memo(parts_of)[question.id]
            found += [stays_unknown(Fact(*part.thing, "")) for part in parts]
        return found
