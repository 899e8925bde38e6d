"""Random sessions of an interview, on a real file, beside a simple model of what a person would expect."""

from __future__ import annotations

import datetime
import pickle
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings, strategies as st

from advisor import Action, Case, Interview
from advisor.cases.store import open_case
from advisor.interview.answering import without_answer
from advisor.knowledge.facts import OUTCOMES
from tests.support.amount import examples
from tests.support.session_model import QUESTIONS, SHIPPED, Model, expected_of
from tests.support.strategies import answers_to, cases

DAY = datetime.date(2026, 6, 1)
IDS = st.one_of(st.just("tried"), st.sampled_from(list(QUESTIONS)), st.sampled_from(list(QUESTIONS)))
NOTES = st.sampled_from(["since the move", "ask the nursery", ""])
HISTORY = st.lists(
    st.builds(
        Action,
        id=st.sampled_from(SHIPPED.knowledge.ids_of("intervention")),
        outcome=st.sampled_from(OUTCOMES),
        date=st.sampled_from([None, datetime.date(2026, 1, 10), DAY, datetime.date(2026, 9, 1)]),
        note=NOTES,
    ),
    max_size=4,
)
UNTRIED = cases(SHIPPED.knowledge).map(lambda case: without_answer(case, "tried", SHIPPED.knowledge))
BY_HAND = st.builds(
    lambda case, actions: replace(case, actions=tuple(actions), date=DAY),
    cases(SHIPPED.knowledge) | UNTRIED,
    HISTORY,
)
STEPS = ["answer", "answer", "answer", "other", "retell", "retell", "back", "back", "forward", "go-on"]
STEPS += ["go-to", "keep", "keep-open", "keep-open", "note", "take-back", "save", "resume"]


class Session:
    """An interview on a file, and the model beside it."""

    def __init__(self, data, path, first):
        self.data, self.path, self.model = data, path, Model()
        self.store = open_case(path, SHIPPED.knowledge)
        self.interview = Interview(SHIPPED, first, scope=data.draw(st.sampled_from(["what-matters", "all"])))
        self.model.notes = dict(first.notes)
        self.model.answers = {e.question: e.answer for e in self.interview.entries}
        self.store.save(first)
        self.model.begin_again()
        self.model.tried_in_part = "tried" in self.model.answers and "tried" not in first.answers

    def step(self):
        getattr(self, self.data.draw(st.sampled_from(STEPS)).replace("-", "_"))()
        self.store.save(self.interview.case)
        self.check()

    def answer(self):
        question = self.interview.next_question()
        if question is not None:
            self.say(question)

    def other(self):
        self.say(QUESTIONS[self.data.draw(IDS)])

    def retell(self):
        """Say of what was tried what is there, but for one intervention."""
        there = self.interview.answer_to("tried")
        if isinstance(there, dict):
            one = self.data.draw(st.sampled_from(sorted(there)))
            self.say(QUESTIONS["tried"], {**there, one: self.data.draw(st.sampled_from(OUTCOMES))})

    def say(self, question, value=None):
        if value is None:
            value = self.data.draw(answers_to(question, SHIPPED.knowledge))
        note = self.data.draw(st.one_of(st.none(), NOTES))
        before = self.interview.case
        self.interview.answer(question.id, value, note)
        if question.kind == "actions":
            self.say_tried(before, value)
        else:
            assert sorted_by_place(self.interview.case.actions) == sorted_by_place(before.actions)
            self.model.answer(question.id, value)
        if note is not None:
            self.model.notes[question.id] = note

    def say_tried(self, before, value):
        """See that whatever is still named keeps its history, and no more."""
        after, expected = self.interview.case.actions, expected_of(QUESTIONS["tried"], value)
        named = expected if isinstance(expected, dict) else {}
        assert {action.id for action in after} == set(named)
        for action in before.actions:
            if action.id in named and (action.outcome == named[action.id] or is_earlier(action)):
                assert action in after
            assert action.id not in named or not action.note or action.note in {a.note for a in after}
        self.model.answer("tried", expected)
        self.model.tried_in_part = False

    def back(self):
        found = self.interview.back()
        assert (found is None) == (self.model.place == 0)
        self.model.place = max(0, self.model.place - 1)

    def forward(self):
        self.interview.forward()
        self.model.place = min(len(self.model.asked), self.model.place + 1)

    def go_on(self):
        self.interview.go_on()
        self.model.place = len(self.model.asked)

    def go_to(self):
        if self.model.asked:
            id_ = self.data.draw(st.sampled_from(self.model.asked))
            assert self.interview.go_to(id_).id == id_
            self.model.place = self.model.asked.index(id_)

    def keep(self):
        question = self.interview.next_question()
        if question is None or self.interview.answer_to(question.id) is None:
            return
        case, text = self.interview.case, self.path.read_bytes()
        self.interview.keep()
        self.store.save(self.interview.case)
        assert self.interview.case == case
        assert self.path.read_bytes() == text
        self.model.answer(question.id, self.interview.answer_to(question.id))

    def keep_open(self):
        """Go to a list that is open in part, and keep it so."""
        if begun := [id_ for id_ in self.model.asked if self.model.is_open(id_)]:
            id_ = "tried" if "tried" in begun else self.data.draw(st.sampled_from(begun))
            self.interview.go_to(id_)
            self.model.place = self.model.asked.index(id_)
            self.keep()
            assert self.interview.open_parts(id_)

    def note(self):
        id_, text = self.data.draw(IDS), self.data.draw(NOTES)
        self.interview.note(id_, text)
        self.model.notes[id_] = text

    def take_back(self):
        id_ = self.data.draw(IDS)
        self.interview.take_back(id_)
        if id_ in self.model.asked:
            self.model.place -= self.model.asked.index(id_) < self.model.place
            self.model.asked.remove(id_)
            self.model.seen.discard(id_)
            del self.model.answers[id_]
            self.model.tried_in_part = self.model.tried_in_part and id_ != "tried"

    def save(self):
        """Another interview goes on with what was put away."""
        state = pickle.loads(pickle.dumps(self.interview.state))
        self.interview = Interview(SHIPPED, scope=self.interview.scope)
        self.interview.state = state

    def resume(self):
        """Stop, and take it up again from the file."""
        case, seen = self.interview.case, self.model.seen
        next_ = self.interview.go_on()
        self.store.close()
        self.store = open_case(self.path, SHIPPED.knowledge)
        assert self.store.case == case
        self.interview = Interview(SHIPPED, self.store.case, scope=self.interview.scope)
        if not any(self.interview.open_parts(id_) for id_ in seen):
            assert self.interview.next_question() == next_
        self.model.begin_again()

    def check(self):
        entries, model = self.interview.entries, self.model
        assert [entry.question for entry in entries] == model.asked
        assert self.interview.place == model.place
        assert list(self.interview.case.answers) == [
            id_ for id_ in QUESTIONS if id_ in self.interview.case.answers
        ]
        assert {e.question: e.answer for e in entries} == {id_: model.answers[id_] for id_ in model.asked}
        assert [list(entry.open_parts) for entry in entries] == [
            model.open_parts(e.question) for e in entries
        ]
        self.check_what_comes_next()
        assert self.interview.case.notes == {id_: text for id_, text in model.notes.items() if text}
        self.check_that_all_is_within_reach()

    def check_what_comes_next(self):
        new = self.model.new()
        assert self.interview.asked == len(QUESTIONS) - len(new)
        assert self.interview.scope != "all" or self.interview.left == len(self.model.to_come())
        if not self.interview.is_going_back:
            found = getattr(self.interview.next_question(), "id", None)
            if self.interview.scope == "all":
                assert [found] == (self.model.to_come() or [None])[:1]
            elif found is not None:
                assert found in self.model.to_come()

    def check_that_all_is_within_reach(self):
        interview = Interview(SHIPPED, scope=self.interview.scope)
        interview.state = self.interview.state
        before = self.model.asked[: self.model.place][::-1]
        assert [getattr(interview.back(), "id", None) for _ in before] == before
        assert interview.back() is None
        later = self.model.asked[1:]
        assert [getattr(interview.forward(), "id", None) for _ in later] == later
        interview.forward()
        assert not interview.is_going_back


def sorted_by_place(actions):
    ids = SHIPPED.knowledge.ids_of("intervention")
    return tuple(sorted(actions, key=lambda action: ids.index(action.id)))


def is_earlier(action):
    return action.date is None or action.date < DAY


@settings(max_examples=examples(12))
@given(data=st.data())
def test_nothing_is_lost_and_nothing_is_out_of_reach_in_a_session_by_hand(data):
    play(data, data.draw(BY_HAND))


@settings(max_examples=examples(12))
@given(data=st.data())
def test_nor_in_one_that_begins_with_nothing(data):
    play(data, Case(date=DAY))


def play(data, first):
    with tempfile.TemporaryDirectory() as folder:
        session = Session(data, Path(folder) / "case.yaml", first)
        try:
            for _ in range(data.draw(st.integers(1, 15))):
                session.step()
        finally:
            session.store.close()
