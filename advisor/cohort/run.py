"""A file of cases into a file of assessments, in bounded memory, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import polars as pl

from advisor._language import _
from advisor.cohort.answer_columns import FLAW
from advisor.cohort.assess import ALERTS, FAULTS, LIGHT, PLACES, ROW, SEVERAL, Assessor
from advisor.cohort.headings import check_columns
from advisor.cohort.opening import open_table
from advisor.cohort.sinks import SINKS
from advisor.cohort.table_files import Part, TableFile, kind_of, without_panics
from advisor.cohort.totals_tally import QUARTER, SECTOR, PlaceColumns, Tally
from advisor.cohort.workers import here
from advisor.errors import AdvisorError, Fault, TableError
from advisor.files.read import reason
from advisor.files.write import replacing

Workers = Callable[[Callable[[Any, Part], pl.DataFrame], Any, Iterable[Part]], Iterator[pl.DataFrame]]


@dataclass
class Summary:
    """What a cohort shows: how many rows, how many refused, and how many say what in each column."""

    rows: int = 0
    refused: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, frame: pl.DataFrame, columns: Iterable[str]) -> None:
        """Count the rows of one more part."""
        self.rows += len(frame)
        self.refused += len(frame) - frame[FAULTS].null_count()
        for column in columns:
            values = frame[column].drop_nulls().value_counts(name="count")
            self.counts.setdefault(column, Counter()).update(dict(values.iter_rows()))

    def count(self, column: str, word: str) -> int:
        """Return how many rows say this in a column."""
        return self.counts.get(column, Counter())[word]

    def numbers(self, column: str, assessor: Assessor) -> dict[str, int]:
        """Return how many rows say each of the words that a column can say."""
        return {word: self.count(column, word) for word in assessor.words(column)}

    def alerted(self, id_: str) -> int:
        """Return how many rows raise an alert."""
        told = self.counts.get(ALERTS, Counter())
        return sum(number for word, number in told.items() if id_ in word.split(SEVERAL))

    def most_common(self, assessor: Assessor) -> list[tuple[str, int]]:
        """Return each intervention that is among the first three somewhere, and how often; most first."""
        often = {id_: sum(self.count(place, id_) for place in PLACES) for id_ in assessor.words(PLACES[0])}
        return sorted(((id_, number) for id_, number in often.items() if number), key=lambda pair: -pair[1])


@dataclass(frozen=True, slots=True)
class Job:
    """What every part of a cohort needs: what assesses it, and which columns are carried over.

    With `places`, where each row belongs in totals is told in two columns more.
    """

    assessor: Assessor
    carried: tuple[str, ...]
    anonymise: bool = False
    places: PlaceColumns | None = None


def assess_part(job: Job, part: Part) -> pl.DataFrame:
    """Return what is carried over of a part, and its assessment. Pure: it may be done anywhere."""
    frame = part.read()
    assessed = job.assessor.assess(frame, part.numbers[0] if part.numbers else 1)
    if not isinstance(part.numbers, range):
        assessed = assessed.with_columns(pl.Series(ROW, part.numbers, dtype=pl.Int64))
    if job.anonymise:
        assessed = assessed.with_columns(_unquoted(assessed[FAULTS]))
    located = [] if job.places is None else [job.places.of(frame)]
    return pl.concat([frame.select(job.carried), assessed, *located], how="horizontal")


def _unquoted(faults: pl.Series) -> pl.Series:
    """Return what is wrong with each row without quoting it: anything may have been typed there."""
    told = pl.Series([_("something in this row cannot be used")], dtype=pl.String)
    return told.gather(faults.is_null().replace_strict({True: None, False: 0}, return_dtype=pl.UInt32)).alias(
        FAULTS
    )


def open_cohort(path: Path, assessor: Assessor, other: Collection[str] = ()) -> TableFile:
    """Return the file of cases at `path`; `TableError` if its columns cannot be used."""
    table = open_table(path, assessor.answers)
    check_columns(table.names, assessor.answers, str(path), other)
    taken = [*assessor.schema]
    faults = [
        Fault(
            str(path),
            1,
            number,
            _("the heading '{name}' is one of the result").format(name=name),
            _("rename it"),
        )
        for number, name in enumerate(table.names, 1)
        if name in taken
    ]
    if faults:
        raise TableError(faults)
    return table


def assess_file(
    table: TableFile,
    output: Path,
    assessor: Assessor,
    workers: Workers = here,
    progress: Callable[[int], object] | None = None,
    anonymise: bool = False,
    tally: Tally | None = None,
) -> Summary:
    """Assess all rows of `table` into the file `output`, and return what they show.

    `output` is CSV, Parquet or XLSX by its ending; it is there whole or not at all. `progress` is told how
    many rows each part had that is done. With `anonymise` no column is carried over and no fault quotes what
    was typed: a name may stand anywhere. `tally` is given what totals are made of. Raises `AdvisorError` if
    something cannot be read or written.
    """
    sink = SINKS[kind_of(output)]
    carried = () if anonymise else tuple(name for name in table.names if name not in assessor.answers)
    whole = replace(assessor, answers={**assessor.answers, FLAW.name: FLAW})
    job = Job(whole, carried, anonymise, None if tally is None else tally.places)
    schema = {**table.schema(carried), **assessor.schema}
    counted = [name for name in assessor.schema if name in (ALERTS, LIGHT, *PLACES, *assessor.factors)]
    summary = Summary()

    def frames() -> Iterator[pl.DataFrame]:
        try:
            for frame in workers(assess_part, job, table.parts()):
                summary.add(frame, counted)
                if tally is not None:
                    tally.add(frame)
                    frame = frame.drop(SECTOR, QUARTER, strict=False)
                if progress is not None:
                    progress(len(frame))
                yield frame
        except OSError as error:  # not one of the new file's, which it would be taken for
            why = _("the work could not go on: {reason}; nothing was written").format(reason=reason(error))
            raise AdvisorError(why) from error

    with without_panics(str(table.path)), replacing(output) as temporary:
        sink(frames(), schema, temporary)
    return summary
