"""Tables of cases as callers have them: Polars, pandas, Arrow or a mapping of columns.

The same kind comes back. narwhals is the door for all of them; behind it everything is Polars.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, ValuesView
from importlib import import_module
from typing import Any, Protocol

import narwhals as nw
import polars as pl

from advisor._language import N_, _
from advisor._text import shown, shown_name
from advisor.cohort.assess import ALERTS, FAULTS, ROW, Assessor
from advisor.cohort.categories import Numbered, numbered
from advisor.cohort.cells import text_of
from advisor.cohort.far_times import TROUBLE
from advisor.cohort.frames_back import given_back
from advisor.cohort.given_rows import given_rows
from advisor.cohort.headings import check_columns, refuse_repeated
from advisor.cohort.several_tables import begun, each_in_turn, is_of_arrow, read_in_turn
from advisor.cohort.table_files import without_panics
from advisor.errors import AdvisorError, Fault, TableError
from advisor.knowledge.base import KnowledgeBase

PlaceOf = Callable[[list[str]], Collection[str]]  # of all columns those to take beside the answers
TABLE = "table"  # what messages call a table that is no file
WANTED = N_(
    "a table of cases is wanted: Polars, pandas, Arrow, a mapping of columns, or a list of cases or rows"
)
WANTED_WHOLE = N_("a table of cases is wanted: Polars, pandas, Arrow or a mapping of columns")


class Frame(Protocol):
    """A table of Polars, pandas, Arrow or the like: what has columns."""

    @property
    def columns(self) -> Any:
        """Its columns, or their names."""


def assessed(table: Any, assessor: Assessor, knowledge: KnowledgeBase, other: Collection[str] = ()) -> Any:
    """Return the assessment of each row of `table`, as a table of the same kind.

    Of a list, a generator or the like of cases or rows it is a list of mappings; of a list of tables a list
    of tables, and of a generator or a reader of them the same, each read when it is wanted. `other` names
    columns that are no answers though their names look like it. Raises `TableError`, and `AdvisorError` for
    what is no table.
    """

    def one_part(part: Any, first_row: int) -> Any:
        with without_panics(TABLE):
            return _assessed_whole(part, assessor, other, first_row)

    if is_of_arrow(table, "RecordBatchReader"):
        return read_in_turn(table, one_part)
    if not isinstance(table, (Sequence, Iterator, ValuesView)) or isinstance(table, (str, bytes)):
        return one_part(table, 1)
    are_tables, members = begun(table)
    if are_tables:
        found = each_in_turn(members, one_part)
        return found if isinstance(table, Iterator) else [*found]
    with without_panics(TABLE):
        return _assessed_one_by_one(members, assessor, knowledge, other)


def _assessed_whole(table: Any, assessor: Assessor, other: Collection[str], first_row: int) -> Any:
    """Return the assessment of one table, lazy if that is, and a batch if it is one."""
    if isinstance(table, pl.LazyFrame):
        found: pl.DataFrame = _assessed(table.collect(), assessor, other, first_row)
        return found.lazy()
    if is_of_arrow(table, "RecordBatch"):
        arrow = import_module("pyarrow")
        whole = _assessed(_of_batch(table), assessor, other, first_row).combine_chunks()
        return arrow.RecordBatch.from_pydict(whole.to_pydict(), schema=whole.schema)
    return _assessed(table, assessor, other, first_row)


def _assessed_one_by_one(
    given: Iterable[Any], assessor: Assessor, knowledge: KnowledgeBase, other: Collection[str]
) -> list[dict[str, Any]]:
    rows = given_rows(given, knowledge, assessor.answers)
    if not rows.number:
        return []
    # There may be cases in which nobody has answered anything.
    columns = rows.columns or {next(iter(assessor.answers)): [None] * rows.number}
    found = _assessed(columns, assessor, other)
    told = [dict(zip(found, row, strict=True)) for row in zip(*found.values(), strict=True)]
    for number, faults in rows.faults.items():
        kept = {name: told[number][name] for name in (ROW, ALERTS)}
        told[number] = dict.fromkeys(found) | kept | {FAULTS: faults}
    return told


def _of_batch(table: Any) -> Any:
    """Return a batch or a reader of Arrow as a table of it; whatever else is given as it is."""
    if is_of_arrow(table, "RecordBatchReader"):
        return table.read_all()
    if is_of_arrow(table, "RecordBatch"):
        return import_module("pyarrow").Table.from_batches([table])
    return table


def rows_of(table: Any, assessor: Assessor, other: Collection[str], places: PlaceOf) -> pl.DataFrame:
    """Return the rows of `table` as Polars has them: the answers, and the columns that `places` chooses.

    It is given the names of all columns. Raises as `assessed` does.
    """
    if isinstance(table, Mapping):
        columns = {str(name): cells for name, cells in table.items()}
        refuse_repeated([str(name) for name in table], TABLE)
        check_columns(columns, assessor.answers, TABLE, other)
        return _from_columns(columns, {*assessor.answers, *places([*columns])})
    frame, names = _eager(_of_batch(table), WANTED_WHOLE)
    check_columns(names, assessor.answers, TABLE, other)
    wanted = {*assessor.answers, *places(names)}
    read = _columns(frame.select(name for name in names if name in wanted))
    return pl.DataFrame([each.as_enum() if isinstance(each, Numbered) else each for each in read])


def _assessed(table: Any, assessor: Assessor, other: Collection[str], first_row: int = 1) -> Any:
    if isinstance(table, Mapping):
        columns = {str(name): cells for name, cells in table.items()}
        refuse_repeated([str(name) for name in table], TABLE)
        check_columns(columns, assessor.answers, TABLE, other)
        return assessor.assess(_from_columns(columns, assessor.answers)).to_dict(as_series=False)
    frame, names = _eager(table)
    check_columns(names, assessor.answers, TABLE, other)
    read = _columns(frame.select(name for name in names if name in assessor.answers))
    rows = pl.DataFrame([each.numbers if isinstance(each, Numbered) else each for each in read])
    words = {each.numbers.name: each.words for each in read if isinstance(each, Numbered)}
    return given_back(assessor.assess(rows, first_row, words), table, frame.implementation)


def _eager(table: Any, wanted: str = WANTED) -> tuple[nw.DataFrame[Any], list[str]]:
    """Return a table as narwhals has it, and its columns; `AdvisorError` for what is none."""
    try:
        frame = nw.from_native(table, eager_only=True)
        return frame, frame.columns
    except Exception as error:  # whatever a library says of what it does not take
        if nw.dependencies.is_pandas_dataframe(table):
            refuse_repeated([*map(str, table.columns)], TABLE)
        lazy = _("; call .collect() first") if hasattr(table, "collect") else ""
        raise AdvisorError(
            _("{wanted}, not {name}{lazy}").format(
                wanted=_(wanted), name=shown_name(type(table).__name__), lazy=lazy
            )
        ) from error


def _columns(frame: nw.DataFrame[Any]) -> list[pl.Series | Numbered]:
    """Return a frame as Polars has it; a column that Polars would not take, as the texts of its cells."""
    return [_column(frame[name]) for name in frame.columns]


def _column(series: nw.Series[Any]) -> pl.Series | Numbered:
    is_any = series.dtype in (nw.Object, nw.Unknown) and not series.implementation.is_polars()
    try:
        if series.dtype in (nw.Categorical, nw.Enum) and (column := numbered(series)) is not None:
            return column if column.is_short else column.as_enum()
        if not is_any:
            return series.to_polars()
        cells = series.to_list()
    except (*TROUBLE, ImportError, NotImplementedError):
        cells = [_cell(series, row) for row in range(len(series))]
    return _texts(series.name, cells)


def _cell(series: nw.Series[Any], row: int) -> Any:
    try:
        return series.item(row)
    except (*TROUBLE, ImportError, NotImplementedError):
        return _("a time that cannot be read")


def _from_columns(columns: Mapping[str, Any], wanted: Collection[str]) -> pl.DataFrame:
    """Return the wanted ones among the columns of a mapping, whose rows are as many as the longest has."""
    lists = {}
    for number, (name, cells) in enumerate(columns.items(), 1):
        cells = _listed(cells)
        if cells is None:
            what = _("the column '{name}' is no list of cells").format(name=shown(name))
            remedy = _("give a list, a cell for each row; for one row there is case_in")
            raise TableError([Fault(TABLE, 1, number, what, remedy)])
        lists[name] = cells
    if len({len(cells) for cells in lists.values()}) > 1:
        what = _("its columns are not of the same length")
        raise TableError([Fault(TABLE, 1, 1, what, _("give each column a cell for each row"))])
    return pl.DataFrame([_texts(name, cells) for name, cells in lists.items() if name in wanted])


def _listed(cells: Any) -> list[Any] | None:
    """Return the cells of a column as a list; None if it is none."""
    if isinstance(cells, (str, bytes, Mapping)):
        return None
    try:
        return cells if isinstance(cells, list) else [*cells]
    except TypeError:  # among them an array of NumPy without any dimension
        return None


def _texts(name: str, cells: list[Any]) -> pl.Series:
    """Return a column of texts. Polars is given nothing else: it would go into lists of any depth."""
    return pl.Series(name, [text_of(cell) for cell in cells], dtype=pl.String)
