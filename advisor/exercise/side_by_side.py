"""Results of a group side by side: each choice with who made it, and what the author and the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.errors import AdvisorError
from advisor.exercise.choices import WAIT, waiting
from advisor.exercise.comparing import begun
from advisor.exercise.debriefing import author_says
from advisor.exercise.exercise import called
from advisor.exercise.hands import hands_of
from advisor.exercise.model import Standing
from advisor.exercise.results import NOTHING, Row
from advisor.exercise.standing import standing
from advisor.exercise.waiting import standing_of_waiting
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import plain_title
from advisor.scenarios.loader import read_scenario
from advisor.scenarios.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Learner:
    """One result: `number` is its place, `name` what was typed, empty where names are not wanted.

    `after` is what she would choose after the debrief, None if she did not tell. `asked` are the questions
    that she asked for, as they are worded.
    """

    number: int
    name: str
    group: str
    asked: tuple[str, ...]
    chosen: tuple[str, ...]
    after: tuple[str, ...] | None
    reasons: str
    disagrees: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that somebody chose, or that the author or the rules would begin with.

    `by` gives for each learner the place that it had among her choices, 0 if she did not choose it; `after`
    the same after the debrief, None for who did not tell. `author` is the list of the scenario that it is
    in, empty if in none. `rules` is None where the scenario is not known here. `hands` are those that went up
    for it in a group that voted, before and after the debrief.
    """

    id: str
    title: str
    by: tuple[int, ...]
    after: tuple[int | None, ...]
    author: str
    rules: Standing | None
    hands: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The results of one scenario. `called` is its number, or its title; `teaches` is its point.

    `votes` is how many groups voted by show of hands: none of them is a learner.
    """

    scenario: str
    called: str
    title: str
    teaches: str
    learners: tuple[Learner, ...]
    lines: tuple[Line, ...]
    votes: int = 0

    @property
    def told_after(self) -> int:
        """How many told what they would choose after the debrief."""
        return sum(learner.after is not None for learner in self.learners)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups, in the order in which they first come."""
        return tuple(dict.fromkeys(learner.group for learner in self.learners))


def side_by_side(
    rows: Sequence[Row], advisor: Reasoner, names: bool = False, groups: Sequence[str] = ()
) -> tuple[SideBySide, ...]:
    """Return the results by scenario, in the order of the rows; only those of `groups` if any are named.

    Without `names` no learner has one. What a knowledge base does not know any more stays as its id.
    """
    wanted = [row for row in rows if not groups or row["group"] in groups]
    ids = dict.fromkeys(row["scenario"] for row in wanted)
    return tuple(
        _with_hands(_of(id_, of_it, advisor, names), of_it)
        for id_ in ids
        if (of_it := [row for row in wanted if row["scenario"] == id_])
    )


def _with_hands(found: SideBySide, rows: Sequence[Row]) -> SideBySide:
    """Return results in which the votes of groups are counted by hands, and not each as one learner."""
    votes = [hands_of(row) for row in rows]
    alone = [place for place, vote in enumerate(votes) if not vote]
    learners = tuple(replace(found.learners[place], number=n) for n, place in enumerate(alone, 1))
    lines = (
        replace(
            line,
            by=tuple(line.by[place] for place in alone),
            after=tuple(line.after[place] for place in alone),
            hands=_sum(vote.get(line.id, (0, 0)) for vote in votes),
        )
        for line in found.lines
    )
    return replace(found, learners=learners, lines=tuple(lines), votes=len(votes) - len(alone))


def _sum(hands: Iterable[tuple[int, int]]) -> tuple[int, int]:
    before, after = zip(*hands, strict=True)
    return sum(before), sum(after)


def _of(id_: str, rows: Sequence[Row], advisor: Reasoner, names: bool) -> SideBySide:
    knowledge = advisor.knowledge
    learners = tuple(_learner(n, row, knowledge, names) for n, row in enumerate(rows, 1))
    scenario = _scenario(id_, knowledge)
    if scenario is None:
        lines = tuple(_line(each, learners, "", None, knowledge) for each in _chosen(learners))
        return SideBySide(id_, id_, id_, "", learners, lines)
    full = advisor.advise(scenario.case)
    author = {said.id: said.kind for said in reversed([*author_says(scenario.expect)]) if not said.then}
    expected = [each for each, kind in reversed(author.items()) if kind != "not-recommended"]
    lines = tuple(
        _line(
            each,
            learners,
            author.get(each, ""),
            _standing(each, full, scenario, knowledge),
            knowledge,
        )
        for each in dict.fromkeys([*_chosen(learners), *expected, *begun(full)])
    )
    return SideBySide(id_, called(scenario), scenario.title, scenario.teaches, learners, lines)


def _standing(id_: str, full: Advice, scenario: Scenario, knowledge: KnowledgeBase) -> Standing:
    if id_ == WAIT:
        return standing_of_waiting(full, (), scenario.expect, knowledge)
    return standing(id_, full)


def _scenario(id_: str, knowledge: KnowledgeBase) -> Scenario | None:
    """Return a scenario of a knowledge base; None for a file of somebody's own, which is not looked for."""
    try:
        return read_scenario(f"scenario:{id_}", knowledge)
    except AdvisorError:
        return None


def _learner(number: int, row: Row, knowledge: KnowledgeBase, names: bool) -> Learner:
    after = row["after"]
    questions = knowledge.questions
    return Learner(
        number,
        row["learner"] if names else "",
        row["group"],
        tuple(questions[id_].prompt if id_ in questions else id_ for id_ in row["asked"].split()),
        tuple(row["chosen"].split()),
        None if not after else () if after == NOTHING else tuple(after.split()),
        row["reasons"],
        row["disagrees"],
    )


def _chosen(learners: Sequence[Learner]) -> Iterator[str]:
    """Yield what was chosen, most often first, then what somebody chose after the debrief alone."""
    before = [id_ for learner in learners for id_ in learner.chosen]
    after = [id_ for learner in learners for id_ in learner.after or ()]
    yield from sorted(dict.fromkeys(before), key=lambda id_: -before.count(id_))
    yield from sorted(dict.fromkeys(after), key=lambda id_: -after.count(id_))


def _line(
    id_: str, learners: Sequence[Learner], author: str, rules: Standing | None, knowledge: KnowledgeBase
) -> Line:
    return Line(
        id_,
        _title(id_, knowledge),
        tuple(_place(id_, learner.chosen) for learner in learners),
        tuple(None if learner.after is None else _place(id_, learner.after) for learner in learners),
        author,
        rules,
    )


def _title(id_: str, knowledge: KnowledgeBase) -> str:
    if id_ == WAIT:
        return waiting().title
    return plain_title(knowledge.entry(id_)) if knowledge.has(id_, knowledge.kinds.advisable) else id_


def _place(id_: str, ids: Sequence[str]) -> int:
    return ids.index(id_) + 1 if id_ in ids else 0
