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
# Of a thousand inputs, so many of each: those that go through whole commands are dear.
SHARES = {
    "cases": 400,
    "knowledge": 100,
    "scenarios": 80,
    "tables": 250,
    "keys": 5,
    "words": 15,
    "results": 150,
}
SESSION = 5.0  # seconds; what is typed in one is many inputs, each of which has the program think
