"""A case: one partnership as one person sees it on one day."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, Union

from pydantic import Field, StringConstraints

from advisor.entries import Outcome
from advisor.model import Model

CASE_FORMAT = 1
UNKNOWN = "dont-know"
NOT_APPLICABLE = "not-applicable"
ItemAnswer = Literal["yes", "no", "dont-know", "not-applicable"]
ITEM_ANSWERS = ("yes", "no", UNKNOWN, NOT_APPLICABLE)

Line = Annotated[str, StringConstraints(max_length=300)]
Note = Annotated[str, StringConstraints(max_length=10_000)]
Answer = Union[str, dict[str, str]]


class Partner(Model):
    """Somebody the leader works with: the service's name, never a person's."""

    name: Line
    sector: Line = ""


class Action(Model):
    """Something that was tried, and what came of it."""

    date: datetime.date | None = None
    kind: Literal["intervention", "technique", "shift", "precondition", "tool"] = "intervention"
    id: Line
    outcome: Outcome
    note: Note = ""


class Case(Model):
    """A case file.

    `answers` maps a question's id to an option's id, to `dont-know` or `not-applicable`; for a
    checklist to a mapping of items to yes, no, dont-know or not-applicable; for the placing to a
    mapping of factors to stages. What is not there was not asked.
    """

    format: Annotated[int, Field(ge=1, le=CASE_FORMAT)] = CASE_FORMAT
    partnership: Line = ""
    about: Note = ""
    partners: tuple[Partner, ...] = ()
    respondent: Line = ""
    date: datetime.date | None = None
    answers: dict[str, Answer] = Field(default_factory=dict)
    actions: tuple[Action, ...] = ()
