"""Votes by show of hands: the page keeps those of a group in one row, with the hands in place of reasons."""

from __future__ import annotations

import re

from advisor._language import N_, _
from advisor.exercise.results import Row

HANDS = N_("{before} hands, afterwards {after}")


def hands_of(row: Row) -> dict[str, tuple[int, int]]:
    """Return how many hands went up for what, before and after; nothing if the row is of one learner."""
    words = re.escape(_(HANDS)).replace(r"\{before\}", r"(\d+)").replace(r"\{after\}", r"(\d+)")
    said = [re.fullmatch(rf"(\S+): {words}", each, re.ASCII) for each in row["reasons"].split(" | ")]
    told = [found for found in said if found]
    return {found[1]: (int(found[2]), int(found[3])) for found in told} if len(told) == len(said) else {}
