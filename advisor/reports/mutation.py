"""Which changes to the rules the scenarios notice, as text and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from advisor._text import counted
from advisor.reports.outline import Outline
from advisor.verification import MutantResult
from advisor.verification.mutants import KINDS_OF_CHANGE

DONE = {
    "removed": "taken away",
    "dropped": "with a condition left out",
    "flipped": "with a condition turned round",
    "weakened": "with a weaker reason",
}


def mutation_outline(found: Sequence[MutantResult], all_: bool = False) -> Outline:
    """Return how many changes are noticed, by what, and which are not and why."""
    outline = Outline()
    rules = len({each.mutant.of for each in found})
    outline.add(0, f"{counted(len(found), 'change')} to {counted(rules, 'rule')}")
    expected = [each for each in found if each.expectation]
    either = [each for each in found if each.expectation or each.record]
    outline.add(1, f"noticed by what scenarios expect: {share(len(expected), len(found))}")
    outline.add(
        1, f"noticed by that, or by the record of what fires in them: {share(len(either), len(found))}"
    )
    for kind in KINDS_OF_CHANGE:
        of_kind = [each for each in found if each.mutant.kind == kind]
        left = [each for each in of_kind if not (each.expectation or each.record)]
        seen = share(len(of_kind) - len(left), len(of_kind))
        outline.add(0, f"A rule {DONE[kind]}: {seen} noticed")
        for each in left:
            outline.add(1, f"{each.mutant.name}: {why_unnoticed(each)}")
        if all_:
            for each in of_kind:
                if each.record and not each.expectation:
                    outline.add(1, f"{each.mutant.name}: only the records notice it")
    return outline


def why_unnoticed(each: MutantResult) -> str:
    """Return why no scenario notices a change."""
    if not each.fires and each.mutant.kind in ("removed", "weakened"):
        return "no scenario makes the rule fire"
    if each.mutant.kind == "dropped":
        return "in no scenario does it hang on this condition alone"
    return "no scenario tells the two apart"


def share(part: int, whole: int) -> str:
    """Return a part of a whole in words: 9 of 10 (90.0%)."""
    return f"{part} of {whole} ({100 * part / whole:.1f}%)" if whole else "0 of 0"


def mutation_as_dict(found: Sequence[MutantResult]) -> dict[str, Any]:
    """Return the same as plain data: counts, and every change with what notices it."""
    return {
        "changes": len(found),
        "by_expectation": sum(each.expectation for each in found),
        "by_either": sum(each.expectation or each.record for each in found),
        "unnoticed": [
            {"change": each.mutant.name, "kind": each.mutant.kind, "why": why_unnoticed(each)}
            for each in found
            if not (each.expectation or each.record)
        ],
    }
