"""Votes by show of hands: the page keeps those of a group in one row, with the hands in place of reasons.

They are written in signs and not in words: pages of any language can be laid side by side.
"""

from __future__ import annotations

import re

from advisor.exercise.results import Row

_VOTE = re.compile(r"(\S+): hands=(\d+) after=(\d+)", re.ASCII)  # as script/room/results.js writes it


def hands_of(row: Row) -> dict[str, tuple[int, int]]:
    """Return how many hands went up for what, before and after; nothing if the row is of one learner."""
    said = [_VOTE.fullmatch(each) for each in row["reasons"].split(" | ")]
    told = [found for found in said if found]
    return {found[1]: (int(found[2]), int(found[3])) for found in told} if len(told) == len(said) else {}
