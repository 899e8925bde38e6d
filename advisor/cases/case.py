"""A case: one partnership as one person sees it on one day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any, Literal

from advisor._above import from_above
from advisor._notebook import Shown
from advisor.knowledge.kinds import TriedKind
from advisor.knowledge.model import Model, record
from advisor.knowledge.question import Answer
from advisor.knowledge.terms import Outcome

CASE_FORMAT = 1
Stands = Literal["tight", "in-between", "loose"]
YesNo = Literal["yes", "no"]
Seat = Literal["centre", "partner", "above"]


@record
class Partner(Model):
    """Somebody the leader works with: the service's name, never a person's.

    `sector` is a word of her own; `sector_named` (`advisor.cases`) says which of the list it means.
    `stands` is how close this one partner is, as she sees it.
    """

    name: str
    sector: str = ""
    stands: Stands | None = None


@record
class Action(Model):
    """Something that was tried, and what came of it."""

    date: datetime.date | None = None
    kind: TriedKind = "intervention"
    id: str
    outcome: Outcome
    note: str = ""


@record
class Case(Shown, Model):
    """A case file.

    `answers` maps a question's id to an option's id, to `dont-know` or `not-applicable`; for a
    checklist to a mapping of items to yes, no, dont-know or not-applicable; for the placing to a
    mapping of factors to stages. What is not there was not asked. `notes` maps questions to words of the
    leader's own; nothing reads them but people. `share` says whether others in the partnership may see who
    said what; None counts as no. `seen_from` is whose seat it is
    seen from: the centre that leads, a partner, or above both; None is not known. `questionnaire`
    says which questions it was answered on (`advisor.cases.questionnaire`).
    """

    format: int = CASE_FORMAT
    partnership: str = ""
    about: str = ""
    partners: tuple[Partner, ...] = ()
    respondent: str = ""
    seen_from: Seat | None = None
    share: YesNo | None = None
    date: datetime.date | None = None
    questionnaire: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()

    def __post_init__(self) -> None:
        self.answers, self.notes = _own(self.answers), _own(self.notes)
        self.partners, self.actions = _own_records(self.partners), _own_records(self.actions)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Case:
        """Return the case that plain data holds, with the keys of a case file: what `as_dict` gives, or JSON.

        `format` may be left out. Nothing in it is shared with `data`. `CaseError` with all that is wrong with
        its keys and values; answers are held against the questions when advice on it is asked for.
        """
        found: Case = from_above("advisor.cases.given", "unchecked_case_of")(data)
        return found


def _own(given: Any) -> Any:
    """Return a copy of what was given, so that a later change of it changes no case.

    What is no dict is looked at where a case is read: a mapping of somebody's own may do anything.
    """
    if type(given) is not dict:
        return given
    return {key: dict(said) if type(said) is dict else said for key, said in given.items()}


def _own_records(given: Any) -> Any:
    """Return copies of the partners or actions that were given, for the same reason."""
    if type(given) not in (tuple, list):
        return given
    return type(given)(replace(each) if type(each) in (Partner, Action) else each for each in given)
