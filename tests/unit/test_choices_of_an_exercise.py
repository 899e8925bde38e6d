"""What can be chosen in an exercise: all that can be advised, each once, grouped as a leader thinks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from advisor.exercise.choices import WAIT, choices
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import Entry
from advisor.knowledge.kind import Advised, Kind
from advisor.knowledge.kinds import KINDS


@dataclass
class Lever:
    id: str
    title: str = "One desk"
    text: str = "Sit together."


def with_levers(advised):
    """A knowledge base of a kind of its own and nothing else."""
    kinds = KINDS.with_row(Kind("lever", Entry, advised=advised))
    return KnowledgeBase("own", "1", "", {"lever": {"one-desk": Lever("one-desk")}}, kinds=kinds)


def test_all_that_can_be_advised_can_be_chosen_once_and_to_wait_comes_last(advisor):
    groups = choices(advisor.knowledge)
    ids = [entry.id for group in groups for entry in group.entries]
    assert sorted(ids) == sorted([*advisor.knowledge.ids(advisor.knowledge.kinds.advisable), WAIT])
    assert ids[-1] == WAIT
    assert [group.id for group in groups] == ["myself", "together", "others", "in-place", "remember", "wait"]


def test_each_choice_has_a_title_and_a_line(advisor):
    told = [(entry.title, entry.line) for group in choices(advisor.knowledge) for entry in group.entries]
    assert all(title and line for title, line in told)


def test_what_others_decide_is_asked_of_them_and_what_is_done_alone_is_ones_own(advisor):
    where = {entry.id: group.id for group in choices(advisor.knowledge) for entry in group.entries}
    told = {
        id_: where[id_] for id_ in ("co-location", "being-introduced", "external-supervision", "metaphors")
    }
    assert told == {
        "co-location": "others",
        "being-introduced": "in-place",
        "external-supervision": "myself",
        "metaphors": "together",
    }


def test_a_kind_of_ones_own_stands_where_it_says_and_groups_without_anything_are_left_out():
    own = Advised(sorts=lambda _: ("own",))
    assert [group.id for group in choices(with_levers(own))] == ["myself", "wait"]
    said = replace(own, group=lambda _: "others")
    (others, _wait) = choices(with_levers(said))
    assert [(others.id, entry.id, entry.kind, entry.line) for entry in others.entries] == [
        ("others", "one-desk", "lever", "Sit together.")
    ]
    assert [group.id for group in choices(with_levers(Advised()))] == ["together", "wait"]
