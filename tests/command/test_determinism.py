"""The same case and knowledge give the same bytes: in any process, with any hash seed, in any locale.

On another Python too: that is held by tools/pythons.py.
"""

from __future__ import annotations

import json

import pytest

from tests.command.run import advisor, advisor_process


@pytest.mark.parametrize("first", range(0, 100, 10))
def test_a_hundred_runs_with_different_hash_seeds_give_the_same_bytes(first):
    words = ("advise", "scenario:restructured-link", "--format", "json")
    expected = advisor(*words).stdout
    for seed in range(first, first + 10):
        assert advisor_process(*words, PYTHONHASHSEED=str(seed)).stdout == expected
    assert json.loads(expected)["plan"]


def test_the_locale_changes_nothing():
    assert (
        advisor_process("advise", "scenario:health-visitors", LC_ALL="C", PYTHONUTF8="0").stdout
        == advisor_process("advise", "scenario:health-visitors", LC_ALL="C.UTF-8", TZ="Asia/Tokyo").stdout
    )
