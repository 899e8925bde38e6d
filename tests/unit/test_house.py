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


def test_the_page_of_the_house_shows_the_layers_as_they_are_held():
    held = (ROOT / ".importlinter").read_text(encoding="utf-8")
    layers = [line.split(" | ") for line in re.findall(r"^    (\w.*)$", held, re.M)]
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn: list[list[str]] = []
    for line in page.split("```\n")[1].splitlines():
        names = [name.strip() for name in re.match(r"(?:\| )?(?:\w+ *\| *)*\w+", line)[0].split("|")]  # type: ignore[index]  # each line has one
        if line.startswith("|"):
            drawn[-1] += names[1:]
        else:
            drawn.append(names)
    assert drawn == layers
