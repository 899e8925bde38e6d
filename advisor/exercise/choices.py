"""What can be chosen in an exercise: all that can be advised, grouped as a leader thinks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor._language import N_, _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import plain_title
from advisor.knowledge.terms import WAIT as WAIT

WAIT_GROUP = "wait"
GROUPS = {
    "myself": N_("What I change in myself, or do alone"),
    "together": N_("What we do together"),
    "others": N_("What I ask of others"),
    "in-place": N_("What we put in place"),
    "remember": N_("What I remember"),
    WAIT_GROUP: N_("First wait, and ask more"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be chosen: its title, and in a line what it is. `kind` is empty for `WAIT`."""

    id: str
    kind: str
    title: str
    line: str


@dataclass(frozen=True, slots=True)
class Group:
    """Choices that belong together, in the order of the kinds and files."""

    id: str
    title: str
    entries: tuple[Entry, ...]


def choices(knowledge: KnowledgeBase) -> tuple[Group, ...]:
    """Return the groups of what can be chosen, each with something in it; to wait and ask comes last.

    Which entry stands where, its kind says (`Advised.group_of`). Whoever writes knowledge of their own needs
    to do nothing for it.
    """
    found: dict[str, list[Entry]] = {id_: [] for id_ in GROUPS}
    for kind, advised in knowledge.kinds.advice.items():
        for entry in knowledge.of_kind(kind):
            found[advised.group_of(entry)].append(_entry(kind, entry))
    found[WAIT_GROUP] = [waiting()]
    return tuple(Group(id_, _(GROUPS[id_]), tuple(several)) for id_, several in found.items() if several)


def by_id(knowledge: KnowledgeBase) -> Mapping[str, Entry]:
    """Return all that can be chosen by its id."""
    return {entry.id: entry for group in choices(knowledge) for entry in group.entries}


def waiting() -> Entry:
    """Return the choice to change nothing yet and find out more."""
    return Entry(
        WAIT,
        "",
        _("Wait, and ask more before I do anything"),
        _("Change nothing yet. Find out more, or leave what goes well alone."),
    )


def choice_named(id_: str, knowledge: KnowledgeBase) -> str:
    """Return the title of something that can be chosen: the same wherever it is spoken of."""
    return waiting().title if id_ == WAIT else plain_title(knowledge.entry(id_))


def _entry(kind: str, entry: Any) -> Entry:
    return Entry(entry.id, kind, plain_title(entry), getattr(entry, "short", None) or entry.text)
