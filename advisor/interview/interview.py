"""The interview: which question comes next, and what the answers so far have settled.

There is no terminal in it: another tool may put its own face on it (examples/interview.py). What comes
next depends on the case alone, so an interview may be left and taken up again anywhere; only what was left
open in part is asked once in a sitting.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, Self, get_args

from advisor._given import an_object, takes
from advisor._language import _
from advisor._text import shown_name
from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.advice.senseless import senseless
from advisor.cases.case import Case
from advisor.cases.check import checked
from advisor.cases.facts import initial_facts
from advisor.cases.questions import is_begun, parts_not_asked
from advisor.errors import AdvisorError
from advisor.inference.circuit.bounds import stays_unknown
from advisor.interview.answering import known_among, refuse_unknown
from advisor.interview.decided import Decided
from advisor.interview.first_step import first_step_hangs_on
from advisor.interview.kept import kept, taken_up
from advisor.interview.means import means_for
from advisor.interview.way import State, Way
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.questions import asking_for_alerts, parts_of
from advisor.knowledge.rules import Rule

ENOUGH = 20  # prompts after which a typical case may well end
MOST = 40  # prompts that no interview goes beyond of itself
Scope = Literal["what-matters", "core", "all"]
Ending = Literal["settled", "no-single-answer", "enough", "limit", "asked"]


class Interview(Way):
    """Asks about one case; `case` is what is known so far.

    It is the list of what was asked, `entries`, and a place in it: one can go back and forth in it, change an
    answer or take one back, and nothing in it is ever out of reach. An interview that is taken up again has
    what its case has, in the order of the questionnaire, and goes on at the end.

    `scope` says what is asked: what can still change the advice, the core questions, or everything. What the
    leader does not know will not be known. `CaseError` if the case has answers that no question knows,
    `AdvisorError` for another scope.
    """

    def __init__(self, advisor: Reasoner, case: Case | None = None, scope: Scope = "what-matters") -> None:
        if scope not in get_args(Scope):
            said = _("there is no scope '{name}'; use one of: {names}")
            names = ", ".join(get_args(Scope))
            raise AdvisorError(said.format(name=shown_name(str(scope)), names=names))
        super().__init__(advisor.knowledge, checked(case or Case(), advisor.knowledge))
        self.advisor = advisor
        self.scope = scope
        self._means = means_for(self.knowledge)
        self._next: Question | None = None
        self._settled: tuple[list[Fact], Decided] | None = None  # and for what is known
        self._worked_out_for: tuple[Case, frozenset[str]] | None = None  # objects that never change

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how a copy is made: of the same advisor, without what was worked out."""
        return type(self), (self.advisor, self._case, self.scope), self.state

    def __setstate__(self, state: State) -> None:
        self.state = state

    def as_dict(self) -> dict[str, Any]:
        """Return all of it that changes as plain data, for `from_dict`; JSON can hold it."""
        return kept(self.state, self.scope)

    @classmethod
    @takes(advisor=an_object(Reasoner))
    def from_dict(cls, advisor: Reasoner, data: Mapping[str, Any]) -> Self:
        """Return the interview that plain data holds, at its place.

        `AdvisorError` if it is not what `as_dict` gave, or not for these questions; `CaseError` if its case
        has answers that no question knows.
        """
        scope, state = taken_up(data, advisor.knowledge, Scope)
        found = cls(advisor, state.case, scope)
        found.state = state
        return found

    def next_question(self) -> Question | None:
        """Return the question at the place; at the end a new one, or None if there is none left to ask."""
        if self.is_going_back:
            return self.knowledge.questions[self._trail.asked[self.place]]
        case, seen = self._worked_out_for or (None, None)
        if case is not self._case or seen is not self._trail.seen:
            self._next, self._worked_out_for = self._choose(), (self._case, self._trail.seen)
        return self._next

    @property
    def settled(self) -> Decided:
        """What no further answer can change, be it to a new question or to a part that was left open."""
        known = [*self._known, *self._closed]
        if self._settled is None or self._settled[0] != known:
            certain = self._means.certainty.of_case(known)
            self._settled = known, Decided(certain, self._means.about, self.knowledge)
        return self._settled[1]

    @property
    def open(self) -> list[str]:
        """The questions that can still change the advice, in the order of the questionnaire.

        A list that was answered in part is among them if a part that is left can.
        """
        settled = self.settled
        left = self._means.relevance.questions(settled.certain, settled, self._case)
        senseless_ = self._senseless
        return [id_ for id_ in left if id_ not in senseless_]

    @property
    def alerts(self) -> tuple[str, ...]:
        """The ids of the alerts that stand already, whatever else is answered."""
        return self._means.relevance.alerts(self.settled.certain)

    @property
    def asked(self) -> int:
        """How many questions were asked: answered in full, don't know among it, or seen in this sitting."""
        return sum(not self._is_new(id_) for id_ in self.knowledge.questions)

    @property
    def left(self) -> int:
        """About how many questions are left: of the core; then, those that could change something alone.

        Where none could, it is those that could together with others. It is 0 only where none will be asked.
        """
        if self.scope != "what-matters":
            return len(self._in_scope())
        left = self._to_come(self.open)
        core = sum(self.knowledge.questions[id_].core for id_ in left)
        most = max(0, MOST - self.asked) or len(left)
        alone = sum(map(bool, self.decisive(left).values()))
        return core or min(most, alone or len(left))

    @property
    def ending(self) -> Ending | None:
        """Why the interview may end here, or None where it had better go on.

        `settled`: nothing that is left could change the stages, the first three interventions or what
        comes first in the plan. `no-single-answer`: no one answer that is left would change the stages or
        the first three by itself. `enough`: the core is asked, so the advice is sound, though more answers
        may still sharpen it. `limit`: more would be too much to ask. `asked`: the scope has been asked, or
        all that is left are parts of lists that were left open in this sitting.
        """
        if self.scope != "what-matters":
            return None if self._in_scope() else "asked"
        left = self.open
        new = self._to_come(left)
        asks_for_alert = not self.knowledge.once(asking_for_alerts).isdisjoint(new)
        if not left or (self.settled.everything and not asks_for_alert):
            return "settled"
        if self.asked >= MOST and not new:
            return "limit"
        if any(self.knowledge.questions[id_].core for id_ in new):
            return None
        if not any(self.decisive(left).values()):
            return "no-single-answer"
        if not new:
            return "asked"
        return "enough" if self.asked >= ENOUGH else None

    def first_step_hangs_on(self, questions: Iterable[str]) -> dict[str, float]:
        """Return for each question which share of its answers would touch the first step; 0 for none.

        Only what has no answer yet is tried, one answer at a time. `UnknownIdError` if one is not there.
        """
        left = self._parts_left(questions)
        return first_step_hangs_on(self._means.evaluator, self.advice(), self._known, left)

    def decisive(self, questions: Iterable[str]) -> dict[str, float]:
        """Return for each question how much an answer to it would change on average; 0 for nothing.

        Only what has no answer yet is tried. `UnknownIdError` if one is not there.
        """
        return self._means.lookahead.decisive(self._known, self._parts_left(questions))

    def _parts_left(self, questions: Iterable[str]) -> dict[str, tuple[Part, ...]]:
        asked = known_among(questions, self.knowledge)
        return {id_: parts_not_asked(id_, self._case, self.knowledge) for id_ in asked}

    def advice(self) -> Advice:
        """Return the advice on what is known so far."""
        return self.advisor.advise(self._case)

    def hangs_on(self, question: str) -> dict[str, Rule]:
        """Return what an answer to a question may still decide, each with the first rule by which it may.

        Factors, patterns and what can be advised, by their ids; what the answer itself speaks of comes first.
        `UnknownIdError` if there is no such question.
        """
        refuse_unknown(question, self.knowledge)
        found: dict[str, Rule] = {}
        for rule in self._means.relevance.about(question, self.settled.certain):
            if rule.then.effect.kind not in ("finding", "caution"):
                found.setdefault(rule.then.subject, rule)
        return found

    def _choose(self) -> Question | None:
        questions = self.knowledge.questions
        if self.scope != "what-matters":
            return next((questions[id_] for id_ in self._in_scope()), None)
        left = self._to_come(self.open)
        core = [id_ for id_ in left if questions[id_].core]
        if core or not left:
            return questions[core[0]] if core else None
        first, decisive = self.first_step_hangs_on(left), self.decisive(left)
        return questions[max(left, key=lambda id_: (first[id_], decisive[id_]))]

    def _to_come(self, left: Iterable[str]) -> list[str]:
        """Return those of the open questions that will be asked; at the limit, lists begun and alerts."""
        new = [id_ for id_ in left if self._is_new(id_)]
        if self.asked < MOST:
            return new
        alerts = self.knowledge.once(asking_for_alerts)
        return [id_ for id_ in new if id_ in alerts or is_begun(id_, self._case, self.knowledge)]

    def _in_scope(self) -> list[str]:
        wanted = (q for q in self.knowledge.questions.values() if q.core or self.scope == "all")
        senseless_ = self._senseless
        return [q.id for q in wanted if self._is_new(q.id) and q.id not in senseless_]

    @property
    def _senseless(self) -> frozenset[str]:
        """The questions that make no sense after the answers so far."""
        return senseless(self._known, self.knowledge)

    @property
    def _known(self) -> list[Fact]:
        return initial_facts(self._case, self.knowledge)

    @property
    def _closed(self) -> list[Fact]:
        """What will not be known: what was asked, or makes no sense, with no answer that says something."""
        found: list[Fact] = []
        senseless_ = self._senseless
        for question in self.knowledge.questions:
            open_ = set() if question in senseless_ else set(self.open_parts(question))
            parts = self.knowledge.memo(parts_of)[question]
            found += [stays_unknown(Fact(*part.thing, "")) for part in parts if part.key not in open_]
        return found
