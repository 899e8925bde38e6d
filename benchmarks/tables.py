"""`advise_many` on texts beside Polars' own cast of the same columns, and on categories beside texts."""

from __future__ import annotations

import statistics
from typing import Any

import polars as pl

from benchmarks.goals import Goal, Measured, in_turn, ratio
from benchmarks.made_up import ADVISOR, table

ROWS, ROUNDS = 131_072, 7
TEXTS, CAST = "texts of Polars", "Polars' cast to Enum alone"


def measure(small: bool = False) -> Measured:
    """Return the processor's time of each kind of table, and its ratio."""
    texts = table(2_048 if small else ROWS)
    answers = {name: ADVISOR.assessor.answers[name].values for name in texts.columns if name in _answers()}
    enums = [pl.col(name).cast(pl.Enum([*values])) for name, values in answers.items()]
    kinds: dict[str, Any] = {
        TEXTS: texts,
        "Polars Categorical": texts.with_columns(pl.col([*answers]).cast(pl.Categorical)),
        "Polars Enum": texts.with_columns(enums),
        "Arrow dictionary": texts.with_columns(pl.col([*answers]).cast(pl.Categorical)).to_arrow(),
        "pandas category": texts.to_pandas().astype(dict.fromkeys(answers, "category")),
    }
    ways = {name: _way(kind) for name, kind in kinds.items()}
    taken = in_turn({CAST: lambda: texts.select(enums), **ways}, 1 if small else ROUNDS)
    goals = [Goal("advise_many on texts / Polars' cast", ratio(taken[TEXTS], taken[CAST]), 1.1)]
    goals += [
        Goal(f"advise_many on {name} / on texts", ratio(taken[name], taken[TEXTS]), 0.5)
        for name in [*kinds][1:]
    ]
    lines = [f"{name:28} {statistics.median(each) * 1000:8.1f} ms" for name, each in taken.items()]
    return Measured("\n".join([f"{len(texts):,} rows, {len(answers)} answers", *lines]), tuple(goals))


def _answers() -> set[str]:
    return {name for name, answer in ADVISOR.assessor.answers.items() if answer.values}


def _way(kind: Any) -> Any:
    return lambda: ADVISOR.advise_many(kind)
