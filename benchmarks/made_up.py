"""Made-up cases: every answer drawn at random, a fifth left open. Seeded, so every run has the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain, islice
from typing import Any

import numpy as np
import polars as pl

from advisor import Advice, Advisor, Case

ADVISOR = Advisor()
CASES = 40


def table(rows: int, seed: int = 1) -> pl.DataFrame:
    """Return a table of cases with a column for every answer, and two that are carried over."""
    chance = np.random.default_rng(seed)
    columns = {
        "centre": pl.Series([f"Centre {n}" for n in range(3500)]).gather(chance.integers(0, 3500, rows))
    }
    columns["quarter"] = pl.Series(["Q1", "Q2", "Q3", "Q4"]).gather(chance.integers(0, 4, rows))
    for name, answer in ADVISOR.assessor.answers.items():
        if not answer.parts:
            values = [*answer.values, *[None] * max(1, len(answer.values) // 4)]
            columns[name] = pl.Series(values, dtype=pl.String).gather(chance.integers(0, len(values), rows))
    return pl.DataFrame(columns)


def cases(number: int = CASES) -> list[Case]:
    """Return cases of all sizes: the shipped scenarios, then made-up ones with more and more answers."""
    from advisor.scenarios.loader import scenario_paths

    shipped = (ADVISOR.read_case(f"scenario:{id_}") for id_ in scenario_paths(ADVISOR.knowledge))
    return list(islice(chain(shipped, _drawn(number)), number))


def all_of(advice: Advice) -> list[Any]:
    """Return all that is in an advice: each part is worked out when it is looked at."""
    return [getattr(advice, each.name) for each in fields(advice)]


def _drawn(number: int) -> Iterator[Case]:
    chance = random.Random(1)
    for place, row in enumerate(table(number).drop("centre", "quarter").iter_rows(named=True)):
        kept = [name for name in row if chance.random() < (place + 1) / number]
        yield ADVISOR.case_in({name: row[name] for name in kept})
