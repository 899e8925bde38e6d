"""Many cases as a program has them one by one: a list, or whatever yields them, of cases or of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from advisor._language import _
from advisor.cases.case import Case
from advisor.errors import AdvisorError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.knowledge.question_kinds.table import kind_of

Row = dict[str, Any]


def columns_of_rows(given: Iterable[Any], knowledge: KnowledgeBase) -> tuple[dict[str, list[Any]], int]:
    """Return cases or rows as columns, each with a cell for each of them, and how many there are.

    A case may also be plain data with the keys of a case file; any other mapping is a row of columns and
    cells. `AdvisorError` for what is none of these, with its place.
    """
    rows = [_row(each, number, knowledge) for number, each in enumerate(given)]
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}, len(rows)


def _row(given: Any, number: int, knowledge: KnowledgeBase) -> Row:
    if isinstance(given, Case):
        return dict(_cells(given, knowledge))
    if isinstance(given, Mapping):
        answers = given.get("answers")
        if isinstance(answers, Mapping) or (answers is None and "format" in given):
            return dict(_cells(Case.from_dict(given), knowledge))
        return {str(name): cell for name, cell in given.items()}
    said = _("member {number} is neither a case nor a mapping of columns to cells, but {kind}")
    raise AdvisorError(said.format(number=number, kind=type(given).__name__))


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
