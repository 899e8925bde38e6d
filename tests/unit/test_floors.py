"""What is said where the tests reach too little."""

from __future__ import annotations

from tests.support.floors import complaints


def measured(lines, branches, **modules):
    """Return a report like coverage's, of a thousand statements and a hundred branches."""
    totals = {
        "covered_lines": lines,
        "num_statements": 1000,
        "covered_branches": branches,
        "num_branches": 100,
    }
    return {
        "totals": totals,
        "files": {name: {"summary": {"percent_covered": value}} for name, value in modules.items()},
    }


def test_what_is_at_its_floor_is_enough():
    assert list(complaints(measured(970, 94, one=85.0))) == []


def test_whatever_is_below_its_floor_is_named():
    assert list(complaints(measured(969, 93, one=84.9, two=100.0))) == [
        "statements: 96.9 %, of which 97 are wanted",
        "branches: 93.0 %, of which 94 are wanted",
        "one: 84.9 %, of which 85 are wanted",
    ]
