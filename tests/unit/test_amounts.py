"""Every property takes its number of examples from one place, so that a quick run is quick."""

from __future__ import annotations

import ast
from pathlib import Path

from hypothesis import settings

from tests.support.amount import examples

TESTS = Path(__file__).resolve().parent.parent


def amounts(path):
    """Yield what each `max_examples` in a file is set to, as it is written there."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.keyword) and node.arg == "max_examples":
            yield ast.unparse(node.value)


def test_every_number_of_examples_comes_from_one_place():
    found = {path.name: [*amounts(path)] for path in TESTS.rglob("*.py")}
    assert sum(map(len, found.values())) > 30
    elsewhere = [f"{name}: {amount}" for name in found for amount in found[name] if amount[:9] != "examples("]
    assert elsewhere == []


def test_a_property_that_names_no_number_gets_it_from_there_too():
    assert settings().max_examples == examples(60)
