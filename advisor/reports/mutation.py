"""Which changes to the rules the scenarios notice, as text and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from advisor._language import N_, _, ngettext
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.condition import condition_lines
from advisor.reports.outline import Outline
from advisor.verification import MutantResult
from advisor.verification.mutants import KINDS_OF_CHANGE, Mutant

DONE = {
    "removed": N_("taken away"),
    "dropped": N_("with a condition left out"),
    "flipped": N_("with a condition turned round"),
    "weakened": N_("with a weaker reason"),
}


def mutation_outline(found: Sequence[MutantResult], knowledge: KnowledgeBase, all_: bool = False) -> Outline:
    """Return how many changes are noticed, by what, and which are not and why."""
    outline = Outline()
    rules = len({each.mutant.of for each in found})
    outline.add(
        0,
        _("{changes} to {rules}").format(
            changes=ngettext("{n} change", "{n} changes", len(found)).format(n=len(found)),
            rules=ngettext("{n} rule", "{n} rules", rules).format(n=rules),
        ),
    )
    expected = [each for each in found if each.expectation]
    either = [each for each in found if each.expectation or each.record]
    outline.add(
        1, _("noticed by what scenarios expect: {part}").format(part=share(len(expected), len(found)))
    )
    outline.add(
        1,
        _("noticed by that, or by the record of what fires in them: {part}").format(
            part=share(len(either), len(found))
        ),
    )
    for kind in KINDS_OF_CHANGE:
        of_kind = [each for each in found if each.mutant.kind == kind]
        left = [each for each in of_kind if not (each.expectation or each.record)]
        seen = share(len(of_kind) - len(left), len(of_kind))
        outline.add(0, _("A rule {done}: {seen} noticed").format(done=_(DONE[kind]), seen=seen))
        for each in left:
            outline.add(1, f"{_named(each.mutant, knowledge)}: {why_unnoticed(each)}")
        if all_:
            for each in of_kind:
                if each.record and not each.expectation:
                    name = _named(each.mutant, knowledge)
                    outline.add(1, _("{name}: only the records notice it").format(name=name))
    return outline


def _named(mutant: Mutant, knowledge: KnowledgeBase) -> str:
    """Return the rule, and the condition in it that is left out or turned round, in words."""
    if mutant.part is None:
        return mutant.of
    condition = " ".join(line for _depth, line in condition_lines(mutant.part, knowledge))
    return f"{mutant.of} ({condition.rstrip('.')})"


def why_unnoticed(each: MutantResult) -> str:
    """Return why no scenario notices a change."""
    if not each.fires and each.mutant.kind in ("removed", "weakened"):
        return _("no scenario makes the rule fire")
    if each.mutant.kind == "dropped":
        return _("in no scenario does it hang on this condition alone")
    return _("no scenario tells the two apart")


def share(part: int, whole: int) -> str:
    """Return a part of a whole in words: 9 of 10 (90.0%)."""
    return (
        _("{part} of {whole} ({percent:.1f}%)").format(part=part, whole=whole, percent=100 * part / whole)
        if whole
        else _("0 of 0")
    )


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
