"""What comes back of a table: the result, which is of Polars, as a table of the kind that was given."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import polars as pl


def given_back(result: pl.DataFrame, table: Any, kind: nw.Implementation) -> Any:
    """Return `result` as a table of the kind that `table` is; of pandas it has the index of that."""
    if kind.is_polars():
        return result
    made = kind.to_native_namespace()
    if kind.is_pyarrow():
        words, number = made.string(), made.int64()
        types = [(name, words if type_ == pl.String else number) for name, type_ in result.schema.items()]
        return result.to_arrow().cast(made.schema(types))
    if kind.is_pandas():  # with its index, so that the result can stand beside what it is of
        return made.DataFrame({each.name: _of_pandas(each, made) for each in result}, index=table.index)
    schema = {name: nw.String if type_ == pl.String else None for name, type_ in result.schema.items()}
    return nw.from_dict(result.to_dict(as_series=False), schema=schema, backend=made).to_native()


def _of_pandas(column: pl.Series, pandas: Any) -> Any:
    """Return a column as pandas has it: texts of its own type; numbers with gaps are not whole there.

    It is given each text once: to give it one for each row would take as long as all the rest.
    """
    if column.dtype != pl.String:
        return column.cast(pl.Int64).to_numpy()
    own = pl.Categories.random()
    coded = column.cast(pl.Categorical(own))
    once = [*own.to_series(), None]  # asked for while `coded` holds them
    places = coded.to_physical().fill_null(len(once) - 1)
    return pandas.Series(once, dtype=pandas.Series(["text", None]).dtype).array.take(places.to_numpy())
