"""Why something is not so, as an outline: what holds it back, and what would bring it."""

from __future__ import annotations

from advisor._language import N_, _, ngettext
from advisor.cases.edits import Edit
from advisor.explanation import Miss, Need, Reason, WhyNot
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import stage_in_words
from advisor.reports.in_full import and_more, by_full, with_full
from advisor.reports.outline import Outline
from advisor.reports.screen import on_a_screen
from advisor.reports.why_outline import FEW, factor_name, leaf_answers, reason_text
from advisor.reports.wording import edit_text, ended

NOT_SO = {
    "pattern": N_("not likely"),
    "alert": N_("not raised"),
    "rule": N_("does not fire"),
}
MOST = 5


def why_not_outline(
    found: WhyNot, knowledge: KnowledgeBase, full: bool = False, hints: bool = True
) -> Outline:
    """Return why not: what holds it back, then what could be found out or wished for that would bring it.

    Everything with `full`, else what fits on a screen. For `hints` see `why_outline`.
    """
    if full or not hints:
        return _outline(found, knowledge, MOST, full, hints)
    return on_a_screen(_outline(found, knowledge, few, False, True) for few in range(MOST, 0, -1))


def _outline(found: WhyNot, knowledge: KnowledgeBase, few: int, full: bool, hints: bool) -> Outline:
    outline = Outline()
    outline.add(0, _heading(found, knowledge))
    if found.switched_off:
        outline.add(1, _("This knowledge base switches it off: {reason}").format(reason=found.switched_off))
        return outline
    for reason in found.blocked_by if full else found.blocked_by[: min(few, FEW)]:
        outline.add(1, _holds_it(found, reason, knowledge, full))
        for said in () if full else leaf_answers(reason)[:1]:
            outline.add(2, said)
    _add_changes(outline, found, knowledge, few, full)
    misses = _misses(found, few, full, hints)
    if misses:
        outline.add(0, _("What could speak for it"))
    for miss in misses:
        _add_miss(outline, miss, bool(found.blocked_by or found.wanted or found.kind == "pattern"), full)
    left = len(found.misses) - len(misses)
    if misses and left and hints:
        outline.add(1, and_more(left))
    elif hints and left:
        more = ngettext(
            "What could speak for it, {n} reason in all", "What could speak for it, {n} reasons in all", left
        )
        outline.paragraph(by_full(more.format(n=left)))
    return outline


def _heading(found: WhyNot, knowledge: KnowledgeBase) -> str:
    if not found.wanted:
        advised = found.kind in knowledge.kinds.advisable
        verdict = _("not advised") if advised else _(NOT_SO.get(found.kind, N_("not found")))
        return f"{found.title}: {verdict}"
    stands = stage_in_words(found.stage) if found.stage != "unknown" else _("not known")
    said = _("{factor}: stands at {stage}, and not at {wanted}")
    return said.format(
        factor=factor_name(found.id, knowledge), stage=stands, wanted=stage_in_words(found.wanted)
    )


def _holds_it(found: WhyNot, reason: Reason, knowledge: KnowledgeBase, full: bool) -> str:
    if full:
        how = _("This holds it where it is: {reason}") if found.wanted else _("It is held back: {reason}")
        return how.format(reason=reason_text(reason, knowledge, full))
    if found.wanted:
        return _("This holds it where it is: {reason}").format(reason=ended(reason.text))
    return _("Not now: {reason}").format(reason=ended(reason.because or reason.text))


def _add_changes(outline: Outline, found: WhyNot, knowledge: KnowledgeBase, few: int, full: bool) -> None:
    """Add the sets of answers that would bring it: first what is only to be found out."""
    is_open = set(found.to_find_out)
    groups: tuple[list[tuple[Edit, ...]], list[tuple[Edit, ...]]] = ([], [])
    for edits in found.changes:
        groups[any(edit.name not in is_open for edit in edits)].append(edits)
    titles = (
        _("It would come if you found out one of these"),
        _("It would come if this got better, or turned out so"),
    )
    for title, sets in zip(titles, groups, strict=True):
        if sets:
            outline.add(0, title)
        are_short = all(len(edits) == 1 for edits in sets)
        most = few if full or are_short else min(few, FEW)
        for edits in sets[:most]:
            outline.add(1, _(" and ").join(edit_text(edit, knowledge) for edit in edits))
        left = len(sets) - most
        if left > 0:
            more = ngettext("or {n} other way", "or {n} other ways", left)
            outline.add(1, with_full(more.format(n=left)))
    if not found.changes:
        outline.paragraph(_nothing(found))


def _nothing(found: WhyNot) -> str:
    """Return that no change is worth telling of, and that this is no loss."""
    if found.blocked_by and not found.wanted:
        return _("As long as that is so, you lose nothing by leaving it.")
    if any(miss.is_in_reach for miss in found.misses):
        return _("It would take more than three other answers, so it is far from how things are with you.")
    if found.kind == "rule":
        return _("No answers that you could find out or wish for would make it fire.")
    if found.wanted:
        return _("Nothing that you could find out or wish for would bring it there.")
    if found.kind in ("pattern", "alert"):
        return _("Nothing that you could find out or wish for would bring it, and that is as well.")
    return _(
        "Nothing that you could find out or wish for would bring it: it is for other situations than yours. "
        "You lose nothing by leaving it."
    )


def _misses(found: WhyNot, few: int, full: bool, hints: bool) -> list[Miss]:
    """Return the rules to show: all, or the nearest in reach where no change is named that would do."""
    if full:
        return list(found.misses)
    if found.kind == "rule":  # whoever asks for a rule by its id wants to know what it lacks
        return list(found.misses[:few])
    if hints and (found.changes or (found.blocked_by and not found.wanted)):
        return []
    in_reach = [miss for miss in found.misses if miss.is_in_reach or not hints]
    return in_reach[: min(few, FEW)]


def _add_miss(outline: Outline, miss: Miss, is_blocked: bool, full: bool) -> None:
    title = ended(miss.title) + (f" [{miss.rule}]" if full else "")
    if is_blocked:
        how = _("This would speak for it: {title}")
    else:
        how = (
            _("It could come from this: {title}")
            if miss.is_enough
            else _("This is a step towards it: {title}")
        )
    outline.add(1, how.format(title=title))
    for text in miss.holds:
        outline.add(2, _("Is so: {what}").format(what=text))
    for need in miss.fails:
        outline.add(2, _("Is not so: {what}").format(what=_need_text(need)))
    for need in miss.unknown:
        outline.add(2, _("Not known: {what}").format(what=_need_text(need)))


def _need_text(need: Need) -> str:
    wanted = _(" or ").join(need.wanted)
    if need.said is None:
        return _("{asked} It would take: {wanted}").format(asked=need.asked, wanted=wanted)
    told = _("{asked} You said: {said}. It would take: {wanted}")
    return told.format(asked=need.asked, said=need.said, wanted=wanted)
