"""The house stays tidy: modules are short, and whatever is ignored has its reason beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MODULES = sorted(
    path for folder in ("advisor", "cli", "benchmarks", "tools") for path in (ROOT / folder).rglob("*.py")
)
LONGEST = 250  # lines
IGNORED = re.compile(r"# (?:type: ignore\[[a-z,-]+\]|noqa: [A-Z0-9, ]+)(.*)")
REASON = re.compile(r"  # \w|\s*\(\w")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_and_says_why_it_ignores_what_it_does(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST
    ignored = [found for line in lines if (found := IGNORED.search(line))]
    assert [found[0] for found in ignored if not REASON.match(found[1])] == []
