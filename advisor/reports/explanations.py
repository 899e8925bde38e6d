"""Reasons as outlines and as a graph: why, why not, the contrast, what if, and what settles it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor.cases.edits import Edit
from advisor.explanation.contrast import Contrast
from advisor.explanation.sensitivity import Sensitivity
from advisor.explanation.what_if import Future, Moved, Through
from advisor.explanation.why import Reason, Why
from advisor.explanation.why_not import Miss, Need, WhyNot
from advisor.knowledge.base import ADVISABLE_KINDS, KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.phrases import asked_of, title_of, value_of
from advisor.reports.graph import quoted
from advisor.reports.outline import Outline
from advisor.reports.wording import citation, ended, without_ticking

DEPTH = 2  # levels of reasons that are shown at first
FEW = 3  # reasons, misses and the like that are shown at first
EVERYTHING = 99
NOT = dict.fromkeys(ADVISABLE_KINDS, "not advised") | {"pattern": "not likely", "rule": "does not fire"}


def why_outline(found: Why, depth: int = DEPTH, full: bool = False, hints: bool = True) -> Outline:
    """Return why, the strongest reasons only and so many levels of them, or everything.

    Without `hints` nothing is said of the options of a command that would show more.
    """
    outline = Outline()
    outline.add(0, f"{found.title}: {found.verdict}")
    tree = _Tree(outline, (*found.reasons, *found.against), EVERYTHING if full else depth, full)
    shown = found.reasons if full else found.reasons[:FEW]
    for reason in shown:
        tree.add(reason, 1)
    if hints and len(shown) < len(found.reasons):
        outline.add(1, f"and {len(found.reasons) - len(shown)} more reasons, with --full")
    if found.against:
        outline.add(0, "Beside that")
        for reason in found.against if full else found.against[:FEW]:
            tree.add(reason, 1)
    if hints and tree.cut:
        outline.add(0, f"... has reasons of its own: --depth {depth + 1} shows them")
    return outline


class _Tree:
    """Adds reasons to an outline; a part is shown where it first comes up, and referred to from then on."""

    def __init__(self, outline: Outline, reasons: Iterable[Reason], depth: int, full: bool) -> None:
        self._outline = outline
        self._depth = depth
        self._full = full
        self._whole = {each.text: each for each in _all(reasons) if _is_whole(each)}
        self._shown: set[str] = set()
        self.cut = False

    def add(self, reason: Reason, level: int) -> None:
        """Add a reason and, as far as the depth goes, what it rests on."""
        whole = self._whole.get(reason.text, reason) if reason.kind == "conclusion" else reason
        again = reason.kind == "conclusion" and reason.text in self._shown
        cut = not again and level >= self._depth and any(each.kind != "answer" for each in whole.below)
        if reason.kind == "conclusion" and not cut:
            self._shown.add(reason.text)
        self.cut = self.cut or cut
        mark = " (see above)" if again else " ..." if cut else ""
        self._outline.add(level, _reason_text(reason, self._full) + mark)
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


def _reason_text(reason: Reason, full: bool) -> str:
    if reason.kind == "answer":
        return reason.text
    speaks = {"against": "The other way: ", "take-care": "Take care: "}.get(reason.speaks, "")
    because = f" {ended(reason.because)}" if reason.because and reason.kind == "rule" else ""
    source = f" ({citation(reason)})" if reason.source and reason.kind == "rule" else ""
    name = f" [{reason.id}]" if full and reason.kind in ("rule", "conclusion") else ""
    strength = f" ({reason.strength} reason)" if full and reason.strength else ""
    return f"{speaks}{ended(reason.text)}{because}{source}{name}{strength}"


def why_not_outline(
    found: WhyNot, knowledge: KnowledgeBase, full: bool = False, hints: bool = True
) -> Outline:
    """Return why not: what holds it back or is missing, nearest first, and what would bring it.

    For `hints` see `why_outline`.
    """
    outline = Outline()
    outline.add(0, f"{found.title}: {NOT.get(found.kind, 'not found')}")
    for reason in found.blocked_by:
        outline.add(1, f"Whatever speaks for it, it is held back: {_reason_text(reason, full)}")
    if not found.misses and not found.blocked_by:
        outline.add(1, "Nothing could bring it with answers such as these.")
    for miss in found.misses if full else found.misses[:FEW]:
        _add_miss(outline, miss, bool(found.blocked_by), full)
    if hints and not full and len(found.misses) > FEW:
        outline.add(1, f"and further off, with --full: {len(found.misses) - FEW} more")
    if not found.changes:
        outline.add(0, "No change of up to three answers would bring it.")
        return outline
    outline.add(0, "It would come if one of these were so")
    for edits in found.changes:
        outline.add(1, " and ".join(edit_text(edit, knowledge) for edit in edits))
    return outline


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


def edit_text(edit: Edit, knowledge: KnowledgeBase) -> str:
    """Return a change in the words of the question."""
    name, _, item = edit.name.partition(".")
    kind, id_ = ("answer", name) if not item else ("item", edit.name)
    if name in ("placing", "tried") and item:
        kind, id_ = ("placed" if name == "placing" else "tried"), item
    if edit.value is None:
        return f"{asked_of(kind, id_, knowledge)} not answered"
    return f"{asked_of(kind, id_, knowledge)} {value_of(*Fact(kind, id_, edit.value), knowledge)}"


def contrast_outline(found: Contrast, depth: int = DEPTH, full: bool = False) -> Outline:
    """Return what decided between two, then the reasons that only the one and only the other has."""
    outline = Outline()
    outline.add(0, f"{found.first.title} rather than {found.second.title}")
    for sentence in found.decided_by:
        outline.add(1, sentence)
    for side, other in ((found.first, found.second), (found.second, found.first)):
        outline.add(0, f"Only for {side.title} ({side.verdict})")
        shown = side.reasons or side.against
        tree = _Tree(outline, shown, EVERYTHING if full else depth, full)
        for reason in shown if full else shown[:FEW]:
            tree.add(reason, 1)
        if not shown:
            outline.add(1, f"Nothing but what speaks for {other.title} too." if found.shared else "Nothing.")
    if found.shared:
        outline.add(0, "For both")
        for text in found.shared:
            outline.add(1, text)
    return outline


def future_outline(future: Future, knowledge: KnowledgeBase, full: bool = False) -> Outline:
    """Return what would change in one future."""
    outline = Outline()
    outline.add(0, "If: " + "; ".join(edit_text(edit, knowledge) for edit in future.edits))
    parts = (
        ("Where it stands", future.stages),
        ("What to do: the order of interventions", future.places),
        ("The plan", future.plan),
        ("What else is advised or fits", future.others),
    )
    for title, moved in parts:
        if moved and (full or title != parts[-1][0]):
            outline.add(0, title)
            for change in moved:
                outline.add(1, _moved_text(change, knowledge))
    if not any(moved for _, moved in parts):
        outline.add(1, "Nothing would change.")
        return outline
    outline.add(0, "Because")
    through = future.through if full else _first_for_each(future)
    for each in through:
        name = f" [{each.rule}]" if full else ""
        outline.add(1, f"{title_of(each.about, knowledge)}: {each.fires}: {ended(each.title)}{name}")
    if len(through) < len(future.through):
        outline.add(1, f"and {len(future.through) - len(through)} more, with --full")
    return outline


def _first_for_each(future: Future) -> list[Through]:
    """Return a reason for each stage and intervention that moved, one for the way in which it did."""
    return [found[0] for each in (*future.stages, *future.places) if (found := _speaking_for(each, future))]


def _speaking_for(moved: Moved, future: Future) -> list[Through]:
    about = [each for each in future.through if each.about == moved.id]
    if moved in future.stages:
        return [each for each in about if (each.value == moved.after) == (each.fires == "now")] or about
    went_up = moved.before is None or (moved.after is not None and _rank(moved.after) < _rank(moved.before))
    right = [each for each in about if each.helps == went_up]
    strengths = {"strong": 0, "moderate": 1, "slight": 2}
    return sorted(right, key=lambda each: strengths.get(each.value, 1))


def _rank(place: str) -> int:
    return int(place.partition(" ")[0])


def _moved_text(moved: Moved, knowledge: KnowledgeBase) -> str:
    title = title_of(moved.id, knowledge)
    if moved.before is None:
        return f"{title}: comes in, {moved.after}"
    if moved.after is None:
        return f"{title}: falls away (was {moved.before})"
    return f"{title}: {moved.before}, then {moved.after}"


def sensitivity_outline(found: Sensitivity, knowledge: KnowledgeBase, full: bool = False) -> Outline:
    """Return what is certain, what is still possible, what decides it, and what hangs on one answer."""
    outline = Outline()
    outline.add(0, "Certain, whatever the open answers turn out to be")
    for id_, stage in found.stages.items():
        outline.add(1, f"{title_of(id_, knowledge)} stands at: {stage}")
    for number, id_ in enumerate(found.first, 1):
        outline.add(1, f"Number {number} of what helps: {title_of(id_, knowledge)}")
    outline.add(1, f"{len(found.certain)} things are advised in any case, {len(found.ruled_out)} in none")
    for id_ in found.certain if full else ():
        outline.add(2, title_of(id_, knowledge))
    outline.add(0, f"Still possible: {len(found.possible)} things that may be advised or not")
    for id_ in found.possible:
        if full or knowledge.has(id_, ("intervention",)):
            outline.add(1, title_of(id_, knowledge))
    outline.add(0, "What would decide it, most decisive first")
    for line in _deciding(found, knowledge, full):
        outline.add(1, line)
    _add_unsure(outline, found, knowledge)
    outline.add(0, "What hangs on a single answer: were it this instead")
    for hanging in found.hangs_on:
        first = ", ".join(title_of(id_, knowledge) for id_ in hanging.first_three) or "nothing"
        outline.add(1, f"{edit_text(hanging.edit, knowledge)}; then the first three would be: {first}")
    if not found.hangs_on:
        outline.add(1, "No single answer: changing any one would leave the first three as they are.")
    return outline


def _add_unsure(outline: Outline, found: Sensitivity, knowledge: KnowledgeBase) -> None:
    if found.unsure:
        outline.add(0, "What you said you do not know")
    for id_ in found.unsure:
        outline.add(1, without_ticking(knowledge.questions[id_].prompt))


def _deciding(found: Sensitivity, knowledge: KnowledgeBase, full: bool) -> Iterator[str]:
    for each in found.deciding if full else found.deciding[: 2 * FEW]:
        unsure = " (you said that you do not know)" if each.question in found.unsure else ""
        yield without_ticking(knowledge.questions[each.question].prompt) + unsure
    if not found.deciding:
        yield "Nothing is left that could change it."


def why_dot(found: Why) -> str:
    """Return the tree of reasons as a graph in the DOT language."""
    lines = [
        "digraph why {",
        "  rankdir=TB; node [shape=box, fontname=sans];",
        f"  n0 [label={quoted(found.title)}];",
    ]
    numbers = iter(range(1, 1_000_000))

    def draw(reason: Reason, above: int) -> None:
        number = next(numbers)
        style = ", style=dashed" if reason.seen_before else ""
        lines.append(f"  n{number} [label={quoted(reason.text)}{style}];")
        lines.append(f"  n{number} -> n{above};")
        for below in reason.below:
            draw(below, number)

    for reason in (*found.reasons, *found.against):
        draw(reason, 0)
    return "\n".join([*lines, "}"]) + "\n"
