"""Why something is so, or rather than something else, as an outline: reasons inside reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor._command import typed_or_called
from advisor._language import N_, _
from advisor.advice.naming import factor_names
from advisor.explanation import Contrast, Reason, Why
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.reports.in_full import and_more_reasons
from advisor.reports.outline import Outline
from advisor.reports.screen import on_a_screen
from advisor.reports.wording import citation, ended

DEPTH = 2  # levels of reasons that are shown at first
FEW = 3  # reasons, misses and the like that are shown at first
EVERYTHING = 99
DEEPEST = 50  # levels that a command can be asked for
SPEAKS = {"against": N_("The other way: "), "take-care": N_("Take care: ")}
STRENGTH = {
    "strong": N_("(strong reason)"),
    "moderate": N_("(moderate reason)"),
    "slight": N_("(slight reason)"),
}


def why_outline(
    found: Why, knowledge: KnowledgeBase, depth: int = DEPTH, full: bool = False, hints: bool = True
) -> Outline:
    """Return why, the strongest reasons only and so many levels of them, or everything.

    Without `hints` nothing is said of the options of a command that would show more.
    """
    outline = Outline()
    outline.add(0, f"{found.title}: {found.verdict}")
    if found.kind == "factor":
        outline.add(1, _decided(found))
    reasons = (*found.reasons, *found.against, *found.further)
    tree = ReasonTree(outline, reasons, knowledge, EVERYTHING if full else depth, full)
    shown = found.reasons if full else found.reasons[:FEW]
    for reason in shown:
        tree.add(reason, 1)
    if hints and len(shown) < len(found.reasons):
        left = len(found.reasons) - len(shown)
        outline.add(1, and_more_reasons(left))
    if found.against:
        outline.add(0, _("Beside that"))
        for reason in found.against if full else found.against[:FEW]:
            tree.add(reason, 1)
    if hints and tree.cut:
        deeper = _("... has reasons of its own: --depth {depth} shows them").format(depth=depth + 1)
        ask = _("... has reasons of its own: ask why of it")
        outline.add(0, ask if full or depth == DEEPEST else typed_or_called(deeper, ask))
    return outline


def _decided(found: Why) -> str:
    """Return which signs decide where a factor stands."""
    titles = [ended(each.text) for each in (*found.reasons, *found.against) if each.id in found.decided_by]
    if not titles:
        return _("No one sign decides it: without any one of them it would stand where it does.")
    decides = _("What decides it, for without it this would stand elsewhere: {signs}")
    return decides.format(signs=" ".join(titles))


def factor_name(id_: str, knowledge: KnowledgeBase) -> str:
    """Return what the interview calls a factor; of anything else its title."""
    return factor_names(knowledge).get(id_) or title_of(id_, knowledge)


def leaf_answers(reason: Reason) -> list[str]:
    """Return the answers that a reason rests on, however deep, each once."""
    return list(dict.fromkeys(each.text for each in (reason, *_all(reason.below)) if each.kind == "answer"))


class ReasonTree:
    """Adds reasons to an outline; a part is shown where it first comes up, and referred to from then on."""

    def __init__(
        self, outline: Outline, reasons: Iterable[Reason], knowledge: KnowledgeBase, depth: int, full: bool
    ) -> None:
        self._outline = outline
        self._knowledge = knowledge
        self._depth = depth
        self._full = full
        self._whole = {each.text: each for each in _all(reasons) if _is_whole(each)}
        self._shown: set[str] = set()
        self.cut: bool = False

    def add(self, reason: Reason, level: int) -> None:
        """Add a reason and, as far as the depth goes, what it rests on."""
        whole = self._whole.get(reason.text, reason) if reason.kind == "conclusion" else reason
        again = reason.kind == "conclusion" and reason.text in self._shown
        cut = not again and level >= self._depth and any(each.kind != "answer" for each in whole.below)
        if reason.kind == "conclusion" and not cut:
            self._shown.add(reason.text)
        self.cut |= cut
        mark = _(" (see above)") if again else " ..." if cut else ""
        self._outline.add(level, reason_text(reason, self._knowledge, self._full) + mark)
        for below in () if again else whole.below:
            if below.text == reason.text:  # a rule that only says again what it concludes
                for each in below.below:
                    self.add(each, level + 1)
            elif not cut or below.kind == "answer":
                self.add(below, level + 1)


def _all(reasons: Iterable[Reason]) -> Iterator[Reason]:
    for reason in reasons:
        yield reason
        yield from _all(reason.below)


def _is_whole(reason: Reason) -> bool:
    return reason.kind == "conclusion" and not reason.seen_before


def reason_text(reason: Reason, knowledge: KnowledgeBase, full: bool) -> str:
    """Return a reason in a line: which way it speaks, why, and its source; with `full` its name."""
    if reason.kind == "answer":
        return reason.text
    speaks = _(SPEAKS.get(reason.speaks, ""))
    because = f" {ended(reason.because)}" if reason.because and reason.kind == "rule" else ""
    source = f" ({citation(reason, knowledge)})" if reason.source and reason.kind == "rule" else ""
    name = f" [{reason.id}]" if full and reason.kind in ("rule", "conclusion") else ""
    strength = " " + _(STRENGTH[reason.strength]) if full and reason.strength else ""
    return f"{speaks}{ended(reason.text)}{because}{source}{name}{strength}"


def contrast_in_words(
    found: Contrast, knowledge: KnowledgeBase, depth: int | None = None, full: bool = False
) -> Outline:
    """Return a contrast: everything, so many levels, or else as many reasons as fit on a screen."""
    if full or depth is not None:
        return contrast_outline(found, knowledge, depth or DEPTH, full)
    amounts = ((few, levels) for levels in (DEPTH, 1) for few in range(FEW, 0, -1))
    return on_a_screen(contrast_outline(found, knowledge, levels, few=few) for few, levels in amounts)


def contrast_outline(
    found: Contrast, knowledge: KnowledgeBase, depth: int = DEPTH, full: bool = False, few: int = FEW
) -> Outline:
    """Return what decided between two, then the reasons that only the one and only the other has."""
    outline = Outline()
    rather = _("{one} rather than {other}")
    outline.add(0, rather.format(one=found.first.title, other=found.second.title))
    for sentence in found.decided_by:
        outline.add(1, sentence)
    for side, other in ((found.first, found.second), (found.second, found.first)):
        outline.add(0, _("Only for {title} ({verdict})").format(title=side.title, verdict=side.verdict))
        shown = side.reasons or side.against
        tree = ReasonTree(outline, shown, knowledge, EVERYTHING if full else depth, full)
        for reason in shown if full else shown[:few]:
            tree.add(reason, 1)
        if not full and len(shown) > few:
            left = len(shown) - few
            outline.add(1, and_more_reasons(left))
        if not shown:
            shared = _("Nothing but what speaks for {title} too.").format(title=other.title)
            outline.add(1, shared if found.shared else _("Nothing."))
    if found.shared:
        outline.add(0, _("For both"))
        for text in found.shared if full else found.shared[:few]:
            outline.add(1, text)
    return outline
