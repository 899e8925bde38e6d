"""An interview here and in the script, move by move: what is drawn, what is done, and how it stands then."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Action, Case
from advisor.interview.answering import lost_actions
from advisor.interview.interview import Interview
from advisor.knowledge.facts import OUTCOMES
from tests.support.script import Held
from tests.support.strategies import answers_to, cases

WANTED = ["cases/case", "interview/answering", "interview/interview"]
SHIM = """
const { caseFromDict, caseAsDict } = modules["cases/case"];
const { Interview } = modules["interview/interview"];
const idOf = (question) => (question === null ? null : question.id);
const pairs = (map) => Array.from(map);
const answer = (said) => (said instanceof Map ? Array.from(said) : said);
const answerFrom = (said) => (typeof said === "string" ? said : new Map(said));
const caseOf = (of) => ({
  ...caseAsDict({ ...of, answers: new Map(), notes: new Map() }),
  answers: Array.from(of.answers, ([id, said]) => [id, answer(said)]),
  notes: pairs(of.notes),
});
function look(interview) {
  const { settled, open } = interview;
  const next = interview.nextQuestion();
  return {
    next: idOf(next),
    stages: pairs(settled.stages),
    interventions: settled.interventions,
    all_interventions: settled.allInterventions,
    plan_begins: settled.planBegins,
    everything: settled.everything,
    open,
    alerts: interview.alerts,
    asked: interview.asked,
    left: interview.left,
    ending: interview.ending,
    decisive: pairs(interview.decisive(open)),
    first: pairs(interview.firstStepHangsOn(open)),
    hangs_on: next && Array.from(interview.hangsOn(next.id), ([id, rule]) => [id, rule.id]),
    entries: interview.entries.map((of) => [of.question, answer(of.answer), of.note, of.open_parts]),
    place: interview.place,
    seen: Array.from(interview.state.trail.seen).sort(),
    case: caseOf(interview.case),
  };
}
shim.look = (plain) => look(new Interview(knowledge, caseFromDict(plain)));
shim.played = (plain, scope, moves) => {
  let interview = new Interview(knowledge, caseFromDict(plain), scope);
  let kept = interview.state;
  return [look(interview), ...moves.map(([name, ...given]) => {
    let came = null;
    const before = interview.case;
    if (name === "answer") interview.answer(given[0], answerFrom(given[1]), given[2]);
    else if (name === "none") interview.answer(given[0], interview.noneOfThese(given[0]));
    else if (name === "keep") interview.keep(given[0]);
    else if (name === "remember") kept = interview.state;
    else if (name === "recall") interview.state = kept;
    else if (name === "resume") interview = new Interview(knowledge, interview.case, scope);
    else if (name === "set") interview.case = { ...interview.case, answers: new Map() };
    else came = idOf(interview[name](...given));
    const lost = modules["interview/answering"].lostActions(before, interview.case);
    return { ...look(interview), came, lost: lost.map((action) => action.id) };
  })];
};
"""
NOTES = ("", "In her words.", " ", "constructor")


def shown(answer):
    return [[key, said] for key, said in answer.items()] if isinstance(answer, dict) else answer


def id_of(question):
    return None if question is None else question.id


def look(interview):
    decided, open_ = interview.settled, interview.open
    next_ = interview.next_question()
    case = interview.case
    seen = {
        "next": id_of(next_),
        "stages": list(decided.stages.items()),
        "interventions": decided.interventions,
        "all_interventions": decided.all_interventions,
        "plan_begins": decided.plan_begins,
        "everything": decided.everything,
        "open": open_,
        "alerts": interview.alerts,
        "asked": interview.asked,
        "left": interview.left,
        "ending": interview.ending,
        "decisive": list(interview.decisive(open_).items()),
        "first": list(interview.first_step_hangs_on(open_).items()),
        "hangs_on": next_ and [(id_, rule.id) for id_, rule in interview.hangs_on(next_.id).items()],
        "entries": [(e.question, shown(e.answer), e.note, e.open_parts) for e in interview.entries],
        "place": interview.place,
        "seen": sorted(interview.state.trail.seen),
        "case": {
            **case.as_dict(),
            "answers": [(id_, shown(said)) for id_, said in case.answers.items()],
            "notes": list(case.notes.items()),
        },
    }
    return json.loads(json.dumps(seen))


@st.composite
def beginnings(draw, knowledge):
    """Draw a case to begin with: dated or not, with what was tried before it, on its day, or some day."""
    case = draw(st.one_of(st.just(Case()), cases(knowledge)))
    days = [None, datetime.date(2026, 3, 1), datetime.date(2026, 3, 4)]
    ids = knowledge.ids_of("intervention")
    actions = st.builds(
        Action,
        id=st.sampled_from(ids),
        outcome=st.sampled_from(OUTCOMES),
        date=st.sampled_from(days),
        note=st.sampled_from(["", "It was good."]),
    )
    return replace(
        case,
        date=draw(st.sampled_from(days)),
        notes={draw(st.sampled_from(list(knowledge.questions))): "Noted before."},
        actions=tuple(draw(st.lists(actions, max_size=3))),
    )


MOVES: tuple[str, ...] = (
    "next",
    "next",
    "next",
    "next",
    "answer",
    "again",
    "again",
    "none",
    "keep",
    "back",
    "back",
    "go_to",
)
MOVES += ("go_on", "go_to", "remember", "recall", "resume", "set")


class Player:
    """Draws moves and makes them here; `moves` are what the script is to do, `seen` what came of each."""

    def __init__(self, interview, data):
        self.interview, self.data = interview, data
        self.kept = interview.state
        self.moves, self.seen = [], [look(interview)]

    def one(self, among):
        return self.data.draw(st.sampled_from(list(among)))

    def play(self):
        before, came = self.interview.case, None
        move = getattr(self, self.one(MOVES))()
        if move is None:
            return
        name, *given = move
        if name in ("back", "go_on", "go_to"):
            came = id_of(getattr(self.interview, name)(*given))
        self.moves.append([CAMEL.get(name, name), *given])
        lost = [action.id for action in lost_actions(before, self.interview.case)]
        self.seen.append({**look(self.interview), "came": came, "lost": lost})

    def next(self):
        question = self.interview.next_question()
        return question and self._answer(question)

    def answer(self):
        return self._answer(self.one(self.interview.knowledge.questions.values()))

    def _answer(self, question):
        value = self.data.draw(answers_to(question, self.interview.knowledge))
        note = self.one([None, None, *NOTES])
        self.interview.answer(question.id, value, note)
        return "answer", question.id, shown(value), note

    def again(self):
        """Give an answer that is there again, of a list with one line answered otherwise."""
        id_ = self.one(self.interview.knowledge.questions)
        value = self.interview.answer_to(id_)
        if not value:
            return None
        if isinstance(value, dict):
            question = self.interview.knowledge.questions[id_]
            other = self.data.draw(answers_to(question, self.interview.knowledge))
            lines = (
                {key: said for key, said in other.items() if key in value} if isinstance(other, dict) else {}
            )
            value = {**value, **dict([*lines.items()][:1])}
        self.interview.answer(id_, value)
        return "answer", id_, shown(value), None

    def none(self):
        id_ = self.one(self.interview.knowledge.questions)
        self.interview.answer(id_, self.interview.none_of_these(id_))
        return "none", id_

    def keep(self):
        question = self.interview.next_question()
        if question is None or self.interview.answer_to(question.id) is None:
            return None
        note = self.one([None, *NOTES])
        self.interview.keep(note)
        return "keep", note

    def back(self):
        return ("back",)

    def go_on(self):
        return ("go_on",)

    def go_to(self):
        there = [entry.question for entry in self.interview.entries]
        return ("go_to", self.one(there)) if there else None

    def remember(self):
        self.kept = self.interview.state
        return ("remember",)

    def recall(self):
        self.interview.state = self.kept
        return ("recall",)

    def resume(self):
        self.interview = Interview(self.interview.advisor, self.interview.case, self.interview.scope)
        return ("resume",)

    def set(self):
        self.interview.case = replace(self.interview.case, answers={})
        return ("set",)


CAMEL = {"go_on": "goOn", "go_to": "goTo"}


def look_of(advisor: Reasoner, case: Case) -> Held:
    """Return how an interview stands that begins with a case."""
    return Held("look", (case.as_dict(),), look(Interview(advisor, case)))


def drawn_way(data: st.DataObject, advisor: Reasoner, most: int) -> Held:
    """Draw how an interview goes, over so many moves at most, and how it stands after each."""
    begun = data.draw(beginnings(advisor.knowledge))
    scope: Any = data.draw(st.sampled_from(["what-matters", "what-matters", "core", "all"]))
    player = Player(Interview(advisor, begun, scope), data)
    for _ in range(data.draw(st.integers(1, most))):
        player.play()
    return Held("played", (begun.as_dict(), scope, player.moves), player.seen)
