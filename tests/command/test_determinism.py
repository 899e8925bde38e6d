"""The same case and knowledge give the same bytes: in any process, with any hash seed, in any locale.

On another Python too: that is held by tools/pythons.py.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.command.run import ROOT, UNTRACED, advisor, advisor_process

SCENARIOS = ("restructured-link", "health-visitors", "talking-shop", "private-nursery", "hot-quarrel")
ADVICE = [f"advise scenario:{name} --format json" for name in SCENARIOS]
PAGES = (
    "knowledge graph",
    "knowledge graph visioning --depth 9",
    "knowledge graph --format dot",
    "knowledge list",
    "why scenario:talking-shop convening --format svg",
    "settle scenario:health-visitors --format json",
    "what-if scenario:health-visitors --set trust=careful --set contact=none --format markdown",
    "scenario check health-visitors talking-shop hot-quarrel --format junit",
)
IN_ONE_PROCESS = """
import json, sys
from tests.command.run import advisor
print(json.dumps([advisor(*words.split()).stdout for words in sys.argv[1:]]))
"""


def said_with_seed(seed, commands):
    """Run commands one after the other in a process with this hash seed; return what each of them says."""
    done = subprocess.run(
        [sys.executable, "-c", IN_ONE_PROCESS, *commands],
        cwd=ROOT,
        env={**os.environ, **UNTRACED, "PYTHONHASHSEED": str(seed)},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("first", range(0, 20, 4))
def test_a_hundred_runs_with_different_hash_seeds_give_the_same_bytes(first):
    expected = [advisor(*words.split()).stdout for words in ADVICE]
    assert all(json.loads(advice)["plan"] for advice in expected)
    for seed in range(first, first + 4):
        assert said_with_seed(seed, ADVICE) == expected


def test_the_seed_of_hashes_changes_no_page():
    first, *others = (said_with_seed(seed, PAGES) for seed in (1, 2))
    assert all(first)
    assert others == [first]


def test_the_locale_changes_nothing():
    assert (
        advisor_process("advise", "scenario:health-visitors", LC_ALL="C", PYTHONUTF8="0").stdout
        == advisor_process("advise", "scenario:health-visitors", LC_ALL="C.UTF-8", TZ="Asia/Tokyo").stdout
    )
