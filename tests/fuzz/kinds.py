"""The kinds of input there are."""

from __future__ import annotations

from tests.fuzz import cases, knowledge, scenarios, tables, talk
from tests.fuzz.room import Trial

KINDS: dict[str, Trial] = {
    "cases": cases.trial,
    "knowledge": knowledge.trial,
    "scenarios": scenarios.trial,
    "tables": tables.trial,
    "keys": talk.keys,
    "words": talk.words,
    "results": talk.results,
}
COSTS = {"cases": 1, "knowledge": 8, "scenarios": 4, "tables": 2, "keys": 60, "words": 40, "results": 1}
