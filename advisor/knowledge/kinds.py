"""The kinds of entries in a knowledge base: one table, from which everything learns what there is of a kind.

A new kind is a model (`advisor.knowledge.entries`) and a row here. One that is advised reaches text, JSON,
schema, plan, why and why-not by its row alone; `advisor.advice.model.Advice` has a typed field
for it as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, get_args

from advisor._language import N_
from advisor.knowledge import entries
from advisor.knowledge.accepted import Accepted
from advisor.knowledge.kind import Advised, Group, Kind, Kinds, Named, Sort
from advisor.knowledge.meetings import Meeting
from advisor.knowledge.portfolio_rules import PortfolioRule
from advisor.knowledge.question import Question
from advisor.knowledge.rules import Rule

# What may be the `kind` of something that was tried: a type, so that a case that says another is refused.
TriedKind = Literal["intervention", "technique", "shift", "precondition", "tool"]
TRIED_KINDS: tuple[TriedKind, ...] = get_args(TriedKind)


def _its_factor(entry: entries.Precondition | entries.Shift) -> Iterable[Named]:
    return [(entry.factor, "factor")]


def _its_factor_if_any(entry: entries.Finding) -> Iterable[Named]:
    return [(entry.factor, "factor")] if entry.factor else []


def _its_shift(entry: entries.DegenerativeBehaviour) -> Iterable[Named]:
    return [(entry.instead, "shift")]


def _what_it_serves(entry: entries.Technique) -> Iterable[Named]:
    return [(id_, "intervention") for id_ in entry.interventions]


def _what_it_joins(entry: entries.Borderland) -> Iterable[Named]:
    return [(id_, "process") for id_ in entry.joins]


def _its_question(entry: entries.Alert) -> Iterable[Named]:
    return [(entry.question, "question")]


def _its_look_alikes(entry: entries.Pattern) -> Iterable[Named]:
    for other in entry.look_alikes:
        yield from ((other.pattern, "pattern"), (other.question, "question"))


def _what_a_meeting_serves(entry: Meeting) -> Iterable[Named]:
    for kind in MEETING_SERVES:
        yield from ((id_, kind) for id_ in getattr(entry, f"{kind}s"))


def _what_a_portfolio_looks_at(entry: PortfolioRule) -> Iterable[Named]:
    yield from ((id_, "finding") for id_ in entry.findings)
    yield from ((id_, "pattern") for id_ in entry.patterns)
    yield from ((id_, "barrier") for id_ in entry.barriers)


def _leverage(_: entries.Intervention) -> tuple[Sort, ...]:
    return ("leverage",)


def _own(_: entries.Shift) -> tuple[Sort, ...]:
    return ("own",)


def _by_who(entry: entries.Precondition) -> tuple[Sort, ...]:
    return ("own",) if entry.who == "leader" else ("asked",)


def _by_use(entry: entries.Tool) -> tuple[Sort, ...]:
    """What the leader can do alone, such as finding somebody to talk to, may stand among the first things."""
    return ("own", "nourishing") if entry.use == "alone" else ("nourishing",)


def _nourishing(_entry: entries.Process) -> tuple[Sort, ...]:
    return ("nourishing",)


def _put_in_place(entry: entries.Precondition) -> Group:
    return "others" if entry.who == "above" else "in-place"


def _alone_or_together(entry: entries.Tool) -> Group:
    return "myself" if entry.use == "alone" else "together"


def _remembered(_: Any) -> Group:
    return "remember"


MEETING_SERVES = ("intervention", "technique", "precondition", "tool", "rule")
WORK = "work"  # what sources point to; not an entry that is listed
PROCESSES = N_("LEADERSHIP PROCESSES")
KINDS = Kinds(
    (
        Kind("accepted", Accepted, plural="accepted", is_listed=False),
        Kind(WORK, entries.Work, plural="sources", is_listed=False),
        Kind("factor", entries.Factor, is_looked_at=True),
        Kind(
            "precondition",
            entries.Precondition,
            has_factor=True,
            names=_its_factor,
            advised=Advised(
                4, N_("PRECONDITIONS TO PUT IN PLACE"), 3, "first_step", _by_who, group=_put_in_place
            ),
        ),
        Kind(
            "shift",
            entries.Shift,
            has_factor=True,
            names=_its_factor,
            advised=Advised(3, N_("SHIFTS IN YOUR OWN LEADERSHIP"), 2, "try_this", _own),
        ),
        Kind(
            "degenerative-behaviour",
            entries.DegenerativeBehaviour,
            found=4,
            is_looked_at=True,
            names=_its_shift,
        ),
        Kind("inertia", entries.Inertia, plural="inertia", found=2, is_looked_at=True),
        Kind("barrier", entries.Barrier, found=3, is_looked_at=True),
        Kind(
            "intervention",
            entries.Intervention,
            is_looked_at=True,
            advised=Advised(1, N_("INTERVENTIONS, IN ORDER"), 1, "first_step", _leverage, places=3),
        ),
        Kind("helper", entries.Helper, tells=("ask", "without")),
        Kind(
            "technique",
            entries.Technique,
            names=_what_it_serves,
            advised=Advised(2, N_("TECHNIQUES"), 4),
            tells=("how",),
        ),
        Kind("reminder", entries.Reminder, advised=Advised(5, group=_remembered)),
        Kind(
            "process",
            entries.Process,
            plural="processes",
            advised=Advised(6, PROCESSES, 6, "in_practice", _nourishing),
        ),
        Kind(
            "borderland",
            entries.Borderland,
            names=_what_it_joins,
            advised=Advised(7, PROCESSES, 6, group=_remembered),
        ),
        Kind("alert", entries.Alert, names=_its_question, tells=("text", "turn_to")),
        Kind("relationship-dimension", entries.RelationshipDimension),
        Kind("finding", entries.Finding, found=1, is_looked_at=True, names=_its_factor_if_any),
        Kind(
            "pattern",
            entries.Pattern,
            is_looked_at=True,
            names=_its_look_alikes,
            tells=("text", "question", "calls_for", "makes_worse"),
        ),
        Kind(
            "tool",
            entries.Tool,
            advised=Advised(8, N_("TOOLS AND EXERCISES"), 5, sorts=_by_use, group=_alone_or_together),
        ),
        Kind("meeting", Meeting, names=_what_a_meeting_serves),
        Kind("portfolio-rule", PortfolioRule, names=_what_a_portfolio_looks_at),
        Kind("question", Question, is_looked_at=True),
        Kind("rule", Rule, tells=("title", "because", "short", "first_step")),
    )
)
