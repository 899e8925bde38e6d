"""What a person would expect of an interview: a simple model to hold one against."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from advisor import Advisor
from advisor.knowledge.facts import OUTCOMES

SHIPPED = Advisor()
QUESTIONS = SHIPPED.knowledge.questions
ONE_PARTNER = ("own-house", "own-organisation", "one-team", "one-outside", "those-above", "i-manage")
INTERVENTIONS = SHIPPED.knowledge.ids_of("intervention")


@dataclass
class Model:
    """What a person would expect: a list with a place in it, the answers, the notes."""

    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    notes: dict[str, str] = field(default_factory=dict)
    place: int = 0
    tried_in_part: bool = False  # by hand: some actions, and nothing about the rest

    def answer(self, id_, value):
        at_the_end = self.place == len(self.asked)
        if id_ in self.asked and at_the_end and self.is_open(id_) and id_ not in self.seen:
            self.asked.remove(id_)  # it was asked anew, for its open parts
        if id_ not in self.asked:
            self.asked.append(id_)
            self.place = len(self.asked) if at_the_end else self.place
        elif not at_the_end and self.asked[self.place] == id_:
            self.place += 1
        self.answers[id_] = value
        self.seen.add(id_)

    def open_parts(self, id_):
        """Return the parts of a question without an answer; '' for one that has no parts."""
        question, value = QUESTIONS[id_], self.answers.get(id_)
        parts = INTERVENTIONS if question.kind == "actions" else [row.id for row in rows_of(question)] or [""]
        if value is None:
            return parts
        is_part_answer = self.tried_in_part if question.kind == "actions" else isinstance(value, dict)
        return [part for part in parts if is_part_answer and part not in value]

    def is_open(self, id_):
        return bool(self.open_parts(id_))

    def new(self):
        """Return what is still to be asked, in order; a list that was seen is not asked twice."""
        return [id_ for id_ in QUESTIONS if id_ not in self.seen and self.is_open(id_)]

    def to_come(self):
        """Return those of them that make sense after what was answered."""
        return [id_ for id_ in self.new() if not self.is_senseless(id_)]

    def is_senseless(self, id_):
        """Whether a question has nothing to ask about: promises where none were made, or links of one."""
        return (id_ == "follow-through" and self.answers.get("agreed-goals") == "nothing") or (
            id_ == "links" and self.answers.get("partner-kind") in ONE_PARTNER
        )

    def begin_again(self):
        self.asked = [id_ for id_ in QUESTIONS if self.answers.get(id_)]
        self.place, self.seen = len(self.asked), set()


def expected_of(question, value):
    """Return what `answer_to` gives afterwards; what was tried is told by outcomes alone."""
    if question.kind != "actions" or not isinstance(value, dict):
        return value
    return {id_: said for id_, said in value.items() if said in OUTCOMES} or "not-applicable"


def rows_of(question):
    """Return the items of a checklist, or the rows of a placing."""
    return question.items or (question.rows if question.kind == "placing" else ())
