"""Many cases as a program has them one by one: a list, or whatever yields them, of cases or of rows.

A case is held against the questions as where one is advised on: what is wrong with it is told of its row, and
stops no other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from advisor._language import _
from advisor.cases.case import Case
from advisor.cases.check import checked
from advisor.cases.given import case_of
from advisor.errors import AdvisorError, CaseError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.knowledge.model import hyphened
from advisor.knowledge.question_kinds.table import kind_of

Row = dict[str, Any]
CASE_KEYS = {hyphened(field.name) for field in fields(Case)}
OF_CASES_ALONE = {"format", "answers", "notes", "actions", "partners"}  # no cell of a table is called so


@dataclass(frozen=True, slots=True)
class GivenRows:
    """Cases or rows as columns, each with a cell for each of them, and how many there are.

    `faults` tells by its place what is wrong with a case; of such a one the sound answers stand in its cells.
    """

    columns: dict[str, list[Any]]
    number: int
    faults: dict[int, str]


def given_rows(given: Iterable[Any], knowledge: KnowledgeBase, answers: Collection[str]) -> GivenRows:
    """Return cases or rows as columns, of which `answers` are those that are read.

    A case may also be plain data with the keys of a case file; any other mapping is a row of columns and
    cells. `AdvisorError` for what is none of these, with its place.
    """
    rows: list[Row] = []
    faults: dict[int, str] = {}
    for number, each in enumerate(given):
        try:
            rows.append(_row(each, number, knowledge))
        except CaseError as error:
            faults[number] = " | ".join(f"{fault.what}; {fault.remedy}" for fault in error.faults)
            rows.append({name: said for name, said in _sound_cells(each, knowledge) if name in answers})
    names = dict.fromkeys(name for row in rows for name in row)
    return GivenRows({name: [row.get(name) for row in rows] for name in names}, len(rows), faults)


def _row(given: Any, number: int, knowledge: KnowledgeBase) -> Row:
    if isinstance(given, Case):
        return dict(_cells(checked(given, knowledge), knowledge))
    if isinstance(given, Mapping):
        if _is_case(given):
            return dict(_cells(case_of(given, knowledge), knowledge))
        return {str(name): cell for name, cell in given.items()}
    said = _("member {number} is neither a case nor a mapping of columns to cells, but {kind}")
    raise AdvisorError(said.format(number=number, kind=type(given).__name__))


def _is_case(given: Mapping[Any, Any]) -> bool:
    """Return whether a mapping has the keys of a case file, and is not a row of a table."""
    if isinstance(given.get("answers"), Mapping):
        return True
    return set(given) <= CASE_KEYS and not OF_CASES_ALONE.isdisjoint(given)


def _cells(case: Case, knowledge: KnowledgeBase) -> Iterator[tuple[str, Any]]:
    """Yield the answers of a case as a table has them: a column for each question, or each of its parts."""
    for question, answer in case.answers.items():
        if isinstance(answer, Mapping):
            yield from ((f"{question}.{part}", said) for part, said in answer.items())
        else:
            yield question, answer
    tried = [each.id for each in knowledge.questions.values() if kind_of(each).in_actions]
    for action in sorted(case.actions, key=lambda action: str(action.date or "")):
        if action.kind == TRIED_KINDS[0]:
            yield from ((f"{question}.{action.id}", action.outcome) for question in tried)


def _sound_cells(given: Any, knowledge: KnowledgeBase) -> Iterator[tuple[str, Any]]:
    """Yield those answers of a case with faults that can be read by themselves: one may raise an alert."""
    for alone in _one_by_one(given.answers if isinstance(given, Case) else given.get("answers")):
        try:
            yield from _cells(case_of({"answers": alone}, knowledge), knowledge)
        except CaseError:
            continue


def _one_by_one(answers: object) -> Iterator[Row]:
    """Yield each answer as if there were no other, and each part of a list."""
    for question, answer in answers.items() if isinstance(answers, Mapping) else ():
        yield {question: answer}
        if isinstance(answer, Mapping):
            yield from ({question: {part: said}} for part, said in answer.items())
