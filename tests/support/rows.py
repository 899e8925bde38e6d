"""Cases as rows of a table."""

from __future__ import annotations

from typing import Any

from advisor.cases.case import Case


def row_of(case: Case) -> dict[str, str]:
    """Return a case as a row: a column for each answer, QUESTION.ITEM for an item."""
    row: dict[str, str] = {f"tried.{action.id}": action.outcome for action in case.actions}
    for question, answer in case.answers.items():
        if not isinstance(answer, str):
            row.update({f"{question}.{item}": said for item, said in answer.items()})
        else:
            row[question] = answer
    return row


def table_of(cases: list[Case]) -> dict[str, list[Any]]:
    """Return cases as columns; what a case does not say is None."""
    rows = [row_of(case) for case in cases]
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}
