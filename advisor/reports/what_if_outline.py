"""What would change in a future, as an outline: what moves, and why."""

from __future__ import annotations

from collections.abc import Sequence

from advisor._command import typed_or_called
from advisor._language import N_, _, ngettext
from advisor.advice.model import Advice
from advisor.explanation import Future, Moved
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import stage_in_words, title_of
from advisor.reports.in_full import and_more
from advisor.reports.outline import PLAIN, Outline, Point, Table
from advisor.reports.screen import on_a_screen
from advisor.reports.why_outline import FEW, factor_name
from advisor.reports.wording import edit_text, ended, joined

MOST = 8  # moves of the plan that are shown where there is room
EVERYTHING = 10_000
FIRES = {"no longer": N_("no longer"), "now": N_("now"), "still": N_("still")}  # what a `Through` has
PARTS = {"first": N_("first"), "next": N_("next"), "later": N_("later")}


def future_outline(future: Future, knowledge: KnowledgeBase, full: bool = False) -> Outline:
    """Return what would change in one future: everything with `full`, else what fits on a screen."""
    if full:
        return _of_future(future, knowledge, EVERYTHING)
    return on_a_screen(_of_future(future, knowledge, few) for few in range(MOST, 0, -1))


def futures_outline(
    before: Advice, futures: Sequence[Future], knowledge: KnowledgeBase, full: bool = False
) -> Outline:
    """Return what would change in several futures: beside each other, then one after another."""

    def made(few: int) -> Outline:
        outline = Outline()
        outline.put([compared_futures(before, futures, knowledge)])
        for future in futures:
            outline.put(_of_future(future, knowledge, few).blocks)
        return outline

    return made(EVERYTHING) if full else on_a_screen(made(few) for few in range(MOST, -1, -1))


def _of_future(future: Future, knowledge: KnowledgeBase, few: int) -> Outline:
    return _Future(future, knowledge, few).outline()


class _Future:
    def __init__(self, future: Future, knowledge: KnowledgeBase, few: int) -> None:
        self._future, self._knowledge, self._few = future, knowledge, few
        self._outline = Outline()

    def outline(self) -> Outline:
        """Return all of it, so many moves at most of each sort."""
        future, outline = self._future, self._outline
        edits = "; ".join(edit_text(edit, self._knowledge) for edit in future.edits)
        outline.add(0, _("If: {answers}").format(answers=edits))
        if not (future.alerts or future.stages or future.places or future.plan or future.others):
            self._add_nothing()
            return outline
        if self._few:
            self._add_plan()
            self._add_stages()
            self._add_rest()
        else:
            moves = len(future.plan)
            text = ngettext("{n} step of your plan moves", "{n} steps of your plan move", moves)
            told = text.format(n=moves)
            self._plain(typed_or_called(_("{said}; why: with --full").format(said=told), told))
        return outline

    def _plain(self, text: str) -> None:
        self._outline.blocks.append(Point(text, 1, PLAIN))

    def _add_nothing(self) -> None:
        """Say that nothing changes, and what holds it."""
        future = self._future
        self._plain(_("Nothing changes: your plan, and where it stands, stay as they are."))
        for id_ in future.alerts_stay:
            alert = self._knowledge.entry(id_)
            before = _("This comes before all else already: {title}. {turn_to}")
            self._plain(before.format(title=alert.title, turn_to=ended(alert.turn_to)))
        if future.said_already:
            self._plain(_("This is what you have said."))
        elif future.holding:
            self._plain(_("Other things that you said hold it:"))
            for each in future.holding[: min(self._few, FEW)]:
                title = factor_name(each.about, self._knowledge)
                self._outline.add(1, f"{title}: {ended(each.title)}")
            self._add_more(len(future.holding) - min(self._few, FEW))
        elif not future.alerts_stay:
            self._plain(_("By itself this tips nothing here."))

    def _add_plan(self) -> None:
        """Say what comes first then, and each move in the plan with its reason."""
        future = self._future
        for each in future.alerts:
            text = _("Before all else: {title}") if each.after else _("No longer before all else: {title}")
            self._plain(text.format(title=title_of(each.id, self._knowledge)))
        first = joined(title_of(id_, self._knowledge) for id_ in future.plan_first) or _("nothing")
        stays = not any("first" in (each.before, each.after) for each in future.plan)
        text = (
            _("What comes first stays as it is: {titles}.")
            if stays
            else _("Then this comes first: {titles}.")
        )
        self._plain(
            text.format(titles=first)
            if future.plan_first or not stays
            else _("Nothing comes first, as before.")
        )
        if future.plan:
            self._outline.add(0, _("What moves in your plan, and why"))
        elif future.plan_first:
            self._plain(_("So does the rest of your plan."))
        shown = sorted(future.plan, key=_from_above)[: self._few]
        for each in shown:
            self._outline.add(1, f"{self._moved_in_plan(each)} {ended(each.because)}")
        self._add_more(len(future.plan) - len(shown))

    def _moved_in_plan(self, moved: Moved) -> str:
        title = title_of(moved.id, self._knowledge)
        before, after = (_(PARTS[part]) if part else "" for part in (moved.before, moved.after))
        if not before:
            return _("{title}: comes in, {after}.").format(title=title, after=after)
        if not after:
            return _("{title}: falls away (was {before}).").format(title=title, before=before)
        return _("{title}: {before}, then {after}.").format(title=title, before=before, after=after)

    def _add_stages(self) -> None:
        future = self._future
        if future.stages:
            self._outline.add(0, _("Where it stands"))
        for each in future.stages:
            before, after = (_stage(side) for side in (each.before, each.after))
            told = _("{factor}: {before}, then {after}")
            named = factor_name(each.id, self._knowledge)
            self._outline.add(1, told.format(factor=named, before=before, after=after) + self._sign(each))

    def _sign(self, moved: Moved) -> str:
        """Return the sign by which a factor has moved; none is told where none says so by itself."""
        about = [each for each in self._future.through if each.about == moved.id]
        right = [each for each in about if (each.value == moved.after) == (each.fires == "now")] or about
        if not right:
            return "."
        text = _(". Now it is so: {sign}") if right[0].fires == "now" else _(". It is no longer so: {sign}")
        return text.format(sign=ended(right[0].title))

    def _add_rest(self) -> None:
        """Say how much moves beside the plan; with everything, what, and through which rules."""
        future, outline = self._future, self._outline
        moves = (*future.places, *future.others)
        if not moves:
            return
        if self._few < EVERYTHING:
            text = ngettext(
                "Beside the plan {n} thing moves", "Beside the plan {n} things move", len(moves)
            ).format(n=len(moves))
            which = _("{said}; which, and through which rules: with --full").format(said=text)
            outline.paragraph(typed_or_called(which, text))
            return
        parts = (
            (_("The order of interventions"), future.places),
            (_("What else is advised or fits"), future.others),
        )
        for title, moved in parts:
            if moved:
                outline.add(0, title)
            for each in moved:
                outline.add(1, _moved_text(each, self._knowledge))
        outline.add(0, _("Because"))
        for through in future.through:
            about = factor_name(through.about, self._knowledge)
            outline.add(1, f"{about}: {_(FIRES[through.fires])}: {ended(through.title)} [{through.rule}]")

    def _add_more(self, left: int) -> None:
        if left > 0:
            self._outline.add(1, and_more(left))


def _from_above(moved: Moved) -> tuple[bool, bool]:
    """Return what is less for a move that matters more: of what comes first, and what comes in."""
    return "first" not in (moved.before, moved.after), moved.after is None


def _stage(stage: str | None) -> str:
    return _("not known") if stage in (None, "unknown") else stage_in_words(str(stage))


def compared_futures(before: Advice, futures: Sequence[Future], knowledge: KnowledgeBase) -> Table:
    """Return the stages and what comes first in the plan of each future, beside how things are."""
    now = [step.id for step in before.plan if step.when == "first"]
    columns = [[*(_stage(factor.stage) for factor in before.factors), *_first_three(now, knowledge)]]
    for each in futures:
        stages = [_stage(stage) for stage in each.all_stages.values()]
        columns.append([*stages, *_first_three(each.plan_first, knowledge)])
    factors = (factor_name(factor.id, knowledge) for factor in before.factors)
    names = [*factors, *(_("First in the plan: {number}").format(number=n) for n in (1, 2, 3))]
    numbers = range(1, len(futures) + 1)
    heads = ("", _("now"), *(_("future {number}").format(number=number) for number in numbers))
    rows = tuple(zip(names, *columns, strict=True))
    narrow = [
        point
        for name, *cells in rows
        for point in (
            Point(name, mark=PLAIN),
            *(Point(f"{head}: {cell}", 2) for head, cell in zip(heads[1:], cells, strict=True)),
        )
    ]
    return Table(heads, rows, tuple(narrow), wraps=True)


def _first_three(ids: Sequence[str], knowledge: KnowledgeBase) -> list[str]:
    titles = [title_of(id_, knowledge) for id_ in ids[:3]]
    return (titles + ["-"] * 3)[:3]


def _moved_text(moved: Moved, knowledge: KnowledgeBase) -> str:
    title = title_of(moved.id, knowledge)
    if moved.before is None:
        return _("{title}: comes in, {after}").format(title=title, after=moved.after)
    if moved.after is None:
        return _("{title}: falls away (was {before})").format(title=title, before=moved.before)
    return _("{title}: {before}, then {after}").format(title=title, before=moved.before, after=moved.after)
