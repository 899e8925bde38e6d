"""Why something is not so, as an outline: what is missing, nearest first, and what would bring it."""

from __future__ import annotations

from advisor.explanation import Miss, Need, WhyNot
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.outline import Outline
from advisor.reports.why_outline import FEW, reason_text
from advisor.reports.wording import STAGE_WORDS, edit_text, ended


def why_not_outline(
    found: WhyNot, knowledge: KnowledgeBase, full: bool = False, hints: bool = True
) -> Outline:
    """Return why not: what holds it back or is missing, nearest first, and what would bring it.

    For `hints` see `why_outline`.
    """
    outline = Outline()
    outline.add(0, f"{found.title}: {_not_so(found, knowledge)}")
    how = "This holds it where it is" if found.wanted else "Whatever speaks for it, it is held back"
    for reason in found.blocked_by if full or not found.wanted else found.blocked_by[:FEW]:
        outline.add(1, f"{how}: {reason_text(reason, knowledge, full)}")
    if not found.misses and not found.blocked_by:
        outline.add(1, "Nothing could bring it with answers such as these.")
    for miss in found.misses if full else found.misses[:FEW]:
        _add_miss(outline, miss, bool(found.blocked_by or found.wanted), full)
    if hints and not full and len(found.misses) > FEW:
        outline.add(1, f"and further off, with --full: {len(found.misses) - FEW} more")
    if not found.changes:
        outline.add(0, "No change of up to three answers would bring it.")
        return outline
    outline.add(0, "It would come if one of these were so")
    for edits in found.changes:
        outline.add(1, " and ".join(edit_text(edit, knowledge) for edit in edits))
    return outline


def _not_so(found: WhyNot, knowledge: KnowledgeBase) -> str:
    kind = found.kind
    if found.wanted:
        return f"stands at {STAGE_WORDS[found.stage]}, and not at {STAGE_WORDS[found.wanted]}"
    if kind in knowledge.kinds.advisable:
        return "not advised"
    return {"pattern": "not likely", "alert": "not raised", "rule": "does not fire"}.get(kind, "not found")


def _add_miss(outline: Outline, miss: Miss, is_blocked: bool, full: bool) -> None:
    how = "It could come from this" if miss.is_enough else "This is a step towards it"
    how = "This would speak for it" if is_blocked else how
    outline.add(1, f"{how}: {ended(miss.title)}" + (f" [{miss.rule}]" if full else ""))
    for text in miss.holds:
        outline.add(2, f"Is so: {text}")
    for need in miss.fails:
        outline.add(2, f"Is not so: {_need_text(need)}")
    for need in miss.unknown:
        outline.add(2, f"Not known: {_need_text(need)}")


def _need_text(need: Need) -> str:
    wanted = " or ".join(need.wanted)
    if need.said is None:
        return f"{need.asked} It would take: {wanted}"
    return f"{need.asked} You said: {need.said}. It would take: {wanted}"
