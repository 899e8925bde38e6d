"""Tables of cases as callers have them: Polars, pandas, Arrow or a mapping of columns.

The same kind comes back. narwhals is the door for all of them; behind it everything is Polars.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.cases.case import Action, Case
from advisor.cases.check import checked
from advisor.cohort.assess import Assessor
from advisor.cohort.columns import AnswerColumn, answers_of
from advisor.cohort.table_files import open_table
from advisor.errors import AdvisorError, CaseError, Fault, TableError
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question_kinds.table import kind_of

TABLE = "table"  # what messages call a table that is no file
_NEAR = 0.8  # names this alike are taken for a slip of the pen


def assessed(table: Any, assessor: Assessor, other: Collection[str] = ()) -> Any:
    """Return the assessment of each row of `table`, as a table of the same kind.

    `other` names columns that are no answers though their names look like it. Raises `TableError`.
    """
    frame, kind = as_polars(table)
    check_columns(frame.columns, assessor.answers, TABLE, other)
    result = assessor.assess(frame)
    if kind is None:
        return result.to_dict(as_series=False)
    if kind.is_polars():
        return result
    columns = {series.name: series.to_list() for series in result}
    # Whole numbers with gaps are floats in pandas, which has its own reasons; so their type is left to it.
    types = {name: nw.String if type_ == pl.String else None for name, type_ in assessor.schema.items()}
    return nw.from_dict(columns, schema=types, backend=kind.to_native_namespace()).to_native()


def as_polars(table: Any) -> tuple[pl.DataFrame, nw.Implementation | None]:
    """Return a table as Polars has it, and whose it was; None if it was a mapping."""
    try:
        if isinstance(table, Mapping):
            columns = [pl.Series(str(name), [*cells], strict=False) for name, cells in table.items()]
            return pl.DataFrame(columns), None
        frame = nw.from_native(table, eager_only=True)
    except (TypeError, pl.exceptions.PolarsError) as error:
        message = f"a table of cases is wanted: Polars, pandas, Arrow or a mapping of columns ({error})"
        raise AdvisorError(message) from error
    return frame.to_polars(), frame.implementation


def check_columns(
    names: Collection[str], answers: Mapping[str, AnswerColumn], label: str, other: Collection[str] = ()
) -> None:
    """Raise `TableError` if the columns hold no answers, or one has a name that looks like a slip.

    A slip would be taken for something else and its answers for not asked. Places are 1 and the number
    of the column.
    """
    faults = [
        Fault(label, 1, number, f"there is no answer '{shown(name)}'", remedy)
        for number, name in enumerate(names, 1)
        if name not in answers and name not in other
        for remedy in _slips(name, answers)
    ]
    if not faults and not any(name in answers for name in names):
        what, remedy = (
            "no column holds answers",
            f"name columns after questions, such as '{next(iter(answers))}'",
        )
        faults.append(Fault(label, 1, 1, what, remedy))
    if faults:
        raise TableError(faults)


def _slips(name: str, answers: Mapping[str, AnswerColumn]) -> Iterator[str]:
    question, dot, item = name.partition(".")
    items = [known.partition(".")[2] for known in answers if known.startswith(f"{question}.")]
    if dot and items:
        yield f"behind '{question}.', {did_you_mean(item, items)}"
    elif get_close_matches(name, answers, n=1, cutoff=_NEAR):
        yield f"{did_you_mean(name, answers)} If it is no answer, name it with --other"


def read_row(path: Path, number: int, knowledge: KnowledgeBase) -> Case:
    """Return the case in a row of a file; `CaseError` if there is no such row, or with its faults."""
    answers = answers_of(knowledge)
    row = open_table(path, answers).row(number) if number else None
    if row is None:
        raise CaseError([Fault(str(path), number, 1, f"there is no row {number}", "rows are counted from 1")])
    return case_in(row, knowledge, f"{path}#{number}")


def case_in(row: Mapping[str, Any], knowledge: KnowledgeBase, label: str = "row") -> Case:
    """Return the case in a row, `label` in messages; `CaseError` with all that is wrong with it."""
    found: dict[str, Any] = {}
    actions: list[Action] = []
    for name, text in _texts(row, knowledge).items():
        id_, _, item = name.partition(".")
        question = knowledge.questions[id_]
        if kind_of(question).in_actions and item:
            actions.append(Action(id=item, outcome=text))  # type: ignore[arg-type]  # checked below
        elif not item:
            found[id_] = kind_of(question).spread(question, text)
        else:
            found.setdefault(id_, {})[item] = text
    try:
        return checked(Case(partnership=label, answers=found, actions=tuple(actions)), knowledge)
    except CaseError as error:
        raise CaseError(replace(fault, file=label) for fault in error.faults) from None


def _texts(row: Mapping[str, Any], knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the cells with answers, in the order of the questionnaire: a whole list before its items."""
    cells = {name: row[name] for name in answers_of(knowledge) if row.get(name) is not None}
    texts = {name: str(cell).strip() for name, cell in cells.items()}
    return {name: text for name, text in texts.items() if text}
