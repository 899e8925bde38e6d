"""How firm advice is, as an outline: what is certain, what is open, and what would decide it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.explanation import Sensitivity, StageSettled
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.reports.outline import Outline
from advisor.reports.why_outline import FEW
from advisor.reports.wording import STAGE_WORDS, edit_text


def sensitivity_outline(found: Sensitivity, knowledge: KnowledgeBase, full: bool = False) -> Outline:
    """Return what is certain, what is still possible, what decides it, and what hangs on one answer."""
    outline = Outline()
    outline.add(0, "Certain, whatever the open answers turn out to be")
    for id_ in found.alerts:
        outline.add(1, f"It stands first: {title_of(id_, knowledge)}")
    for id_, stage in found.stages.items():
        outline.add(1, f"{title_of(id_, knowledge)} stands at: {STAGE_WORDS[stage]}")
    for number, id_ in enumerate(found.first, 1):
        outline.add(1, f"Number {number} of what helps: {title_of(id_, knowledge)}")
    outline.add(1, f"{len(found.certain)} things are advised in any case, {len(found.ruled_out)} in none")
    for id_ in found.certain if full else ():
        outline.add(2, title_of(id_, knowledge))
    if found.possible or found.deciding:
        _add_open(outline, found, knowledge, full)
    else:
        outline.add(0, "Nothing is open: no answer that is left could change any of this")
    _add_unsure(outline, found, knowledge)
    outline.add(0, "What hangs on a single answer: were it this instead")
    for hanging in found.hangs_on:
        first = ", ".join(title_of(id_, knowledge) for id_ in hanging.first_three) or "nothing"
        outline.add(1, f"{edit_text(hanging.edit, knowledge)}; then the first three would be: {first}")
    if not found.hangs_on:
        outline.add(1, "No single answer: changing any one would leave the first three as they are.")
    return outline


def stage_outline(found: StageSettled, knowledge: KnowledgeBase, full: bool = False) -> Outline:
    """Return where a factor stands, and which answers, each alone, would move it."""
    outline = Outline()
    outline.add(0, f"{found.title}: stands at {STAGE_WORDS[found.stage]}")
    parts = (
        ("An answer to what is still open could move it", found.deciding, "No answer to what is still open"),
        ("It hangs on what you said: were it this instead", found.hangs_on, "No other answer"),
    )
    for title, turning, nothing in parts:
        if not turning:
            outline.add(0, f"{nothing}, by itself, would move it")
            continue
        outline.add(0, title)
        for each in turning if full else turning[: 2 * FEW]:
            stage = STAGE_WORDS[each.stage]
            outline.add(1, f"{edit_text(each.edit, knowledge)}; then it would stand at {stage}")
        if not full and len(turning) > 2 * FEW:
            outline.add(1, f"and {len(turning) - 2 * FEW} more, with --full")
    return outline


def _add_open(outline: Outline, found: Sensitivity, knowledge: KnowledgeBase, full: bool) -> None:
    outline.add(0, f"Still possible: {len(found.possible)} things that may be advised or not")
    for id_ in found.possible:
        if full or knowledge.has(id_, ("intervention",)):
            outline.add(1, title_of(id_, knowledge))
    outline.add(0, "What would decide it, most decisive first")
    for line in _deciding(found, knowledge, full):
        outline.add(1, line)


def _add_unsure(outline: Outline, found: Sensitivity, knowledge: KnowledgeBase) -> None:
    if found.unsure:
        outline.add(0, "What you said you do not know")
    for id_ in found.unsure:
        outline.add(1, knowledge.questions[id_].prompt)


def _deciding(found: Sensitivity, knowledge: KnowledgeBase, full: bool) -> Iterator[str]:
    for each in found.deciding if full else found.deciding[: 2 * FEW]:
        unsure = " (you said that you do not know)" if each.question in found.unsure else ""
        yield knowledge.questions[each.question].prompt + unsure
    if not found.deciding:
        yield "No answer that is left could change where it stands, or what comes first in the plan."
