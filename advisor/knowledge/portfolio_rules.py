"""The stated rules of a portfolio: what to start with, what counts as one cause behind several."""

from __future__ import annotations

from typing import Literal

from advisor.knowledge.entries import Entry
from advisor.knowledge.model import record
from advisor.knowledge.terms import Id, Text

By = Literal["heat", "held-back", "first-step", "to-answer", "common", "own-part", "round", "alone"]
ONLY_ONE: tuple[By, ...] = (
    "held-back",
    "first-step",
    "to-answer",
    "common",
    "own-part",
    "round",
    "alone",
)


@record
class PortfolioRule(Entry):
    """A rule of the portfolio; `text` states it, `why` is what it says to the leader of one partnership.

    `heat` fits where one of its `findings` was found or one of its `patterns` is likely. `held-back` fits
    where one cause holds back `at_least` so many things, `first-step` everywhere. `to-answer` is said of what
    is only an own view. `common` tells of a cause behind `at_least` so many partnerships and one `one_in` so
    many of those assessed; its `findings`, `patterns` and `barriers` lie above or around the partnerships,
    where one act may reach all of them. `own-part` says which findings and patterns, beside habits, lie with
    the leader. `round` says how many `days` before the latest answers others count as of the same time,
    `alone` which `findings` of a single voice are heard alone before all of them sit down together.

    Of each but `heat` there is one at most. What is `own_part` is said to the leader alone. `basis` says
    whether the source says it or this project does.
    """

    by: By
    why: Text | None = None
    findings: tuple[Id, ...] = ()
    patterns: tuple[Id, ...] = ()
    barriers: tuple[Id, ...] = ()
    at_least: int | None = None
    one_in: int | None = None
    days: int | None = None
    own_part: bool = False
    basis: Literal["source", "judgement"]
