"""A scenario as an exercise: what a learner asks for, and what she chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from advisor._language import _
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.exercise.model import Choice
from advisor.knowledge.question import UNKNOWN, Question
from advisor.knowledge.question_kinds.table import kind_of
from advisor.scenarios.scenario import Scenario

AT_ONCE = 3  # facts that may be asked for in one go: a learner who asks for all learns nothing about asking


def called(scenario: Scenario) -> str:
    """Return what a scenario is called before the debrief: its number, or its title where it has none."""
    return scenario.title if scenario.number is None else _("Case {n}").format(n=scenario.number)


@dataclass
class Exercise:
    """One learner, or a group, with one scenario. `asked` are the questions asked for, in their order.

    A list of boxes is one fact. `spent` counts what was asked for and is known: who asks for what nobody
    knows has lost nothing by it.
    """

    scenario: Scenario
    advisor: Reasoner
    asked: list[str] = field(default_factory=list)
    chosen: list[Choice] = field(default_factory=list)

    @property
    def questions(self) -> list[Question]:
        """What can be asked for: the whole questionnaire, so that the list itself gives nothing away."""
        return [*self.advisor.knowledge.questions.values()]

    @property
    def spent(self) -> int:
        """How many facts she has been told."""
        return sum(self.is_known(id_) for id_ in self.asked)

    def ask(self, id_: str) -> None:
        """Record that a fact was asked for."""
        if id_ not in self.asked:
            self.asked.append(id_)

    def choose(self, choices: Sequence[Choice]) -> None:
        """Keep what was chosen, in the order in which it should be done."""
        self.chosen = list(choices)

    def is_known(self, id_: str) -> bool:
        """Return whether the story's leader says more to a question than that she does not know."""
        case = self.scenario.case
        if kind_of(self.advisor.knowledge.questions[id_]).in_actions:
            return bool(case.actions)
        answer = case.answers.get(id_, UNKNOWN)
        return any(said != UNKNOWN for said in ((answer,) if isinstance(answer, str) else answer.values()))

    def with_facts(self, asked: Sequence[str]) -> Case:
        """Return the case as far as these questions tell it."""
        case, questions = self.scenario.case, self.advisor.knowledge.questions
        answers = {id_: said for id_, said in case.answers.items() if id_ in asked}
        is_tried_asked = any(kind_of(questions[id_]).in_actions for id_ in asked)
        return replace(case, answers=answers, actions=case.actions if is_tried_asked else ())
