"""Why something is so, in the words of the advice: what it told, her answers, other reasons, the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._command import is_command
from advisor._language import N_, _
from advisor.advice.model import Advice, FactorAdvice, PatternAdvice, Recommendation
from advisor.advice.naming import plain
from advisor.advice.planned import Step
from advisor.explanation import Reason, Why
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import stage_in_words
from advisor.reports.in_full import and_more, by_full
from advisor.reports.outline import PLAIN, Outline, Point, Title
from advisor.reports.own_wording import wording_of
from advisor.reports.screen import on_a_screen
from advisor.reports.why_outline import factor_name, leaf_answers, why_outline
from advisor.reports.wording import citation, ended, inside, joined

WHEN = {
    "first": N_("It is number {number} in your plan, one of the first things."),
    "next": N_("It is number {number} in your plan, for when the first things have begun."),
    "later": N_("It is number {number} in your plan, for later."),
}
CALM = N_("It is number {number} in your plan, and nothing presses.")
SURE = {
    "firm": N_("This is firm."),
    "tentative": N_("This is as far as your answers tell so far."),
}
MOST_SOURCES = 3
MOST = 8  # answers, signs and reasons that are shown where there is room


def why_in_words(
    found: Why, advice: Advice, knowledge: KnowledgeBase, depth: int | None = None, full: bool = False
) -> Outline:
    """Return why: what the advice said, then her answers, other reasons and sources, on a screen.

    With a `depth` it is reasons inside reasons, so many levels; with `full` what was said, and all of them.
    """
    told = _Told(found, advice, knowledge)
    if full:
        outline = Outline()
        told.add_lead(outline)
        outline.put(why_outline(found, knowledge, full=True).blocks)
        return outline
    if depth is not None:
        return why_outline(found, knowledge, depth)
    return on_a_screen(told.outline(few) for few in range(MOST, 0, -1))


class _Told:
    def __init__(self, found: Why, advice: Advice, knowledge: KnowledgeBase) -> None:
        self._found, self._advice, self._knowledge = found, advice, knowledge
        self._item = next((item for item in advice.recommendations() if item.id == found.id), None)
        self._place = next((n for n, step in enumerate(advice.plan, 1) if step.id == found.id), 0)

    def outline(self, few: int) -> Outline:
        """Return all of it, so many answers, signs or reasons at most of each sort."""
        outline = Outline()
        self.add_lead(outline)
        if self._found.kind in ("factor", "pattern"):
            self._add_signs(outline, few)
        else:
            self._add_answers(outline, few)
            self._add_others(outline, few)
        self._add_sources(outline, few)
        if is_command():
            outline.paragraph(by_full(_("Every reason, down to each answer and its source")))
        return outline

    def add_lead(self, outline: Outline) -> None:
        """Add the title, and what the advice said under it."""
        outline.add(0, self._title())
        outline.put(Point(text, 1, PLAIN) for text in self._said() if text)

    @property
    def _step(self) -> Step | None:
        return self._advice.plan[self._place - 1] if self._place else None

    @property
    def _told_first(self) -> Reason | None:
        """The reason that the advice told; of what it has no reason for, the first."""
        step, item = self._step, self._item
        id_ = step.reason if step else item.reason if item else ""
        reasons = self._found.reasons
        return next((reason for reason in reasons if reason.id == id_), reasons[0] if reasons else None)

    def _title(self) -> str:
        found, item = self._found, self._item
        if item is not None:
            short = self._step.short if self._step else item.short
            number = f"{self._place}. " if self._place else ""
            return number + (item.title if short in ("", item.title) else f"{item.title}: {short}")
        if found.kind == "factor":
            factor = self._factor()
            stage = stage_in_words(factor.stage)
            return f"{factor_name(found.id, self._knowledge)}: {stage}"
        return f"{found.title}: {found.verdict}"

    def _said(self) -> Iterator[str]:
        if self._item is not None:
            yield from self._about_step(self._item)
        elif self._found.kind == "pattern":
            yield from self._about_pattern()
        elif self._found.kind == "factor":
            yield from self._about_factor()
        elif self._found.kind == "alert":
            alert = next(each for each in self._advice.alerts if each.id == self._found.id)
            yield from (alert.turn_to, alert.text)
        elif self._told_first is not None:
            yield _("Why: {because}").format(because=ended(self._told_first.because or self._told_first.text))

    def _about_step(self, item: Recommendation) -> Iterator[str]:
        step, reason = self._step, self._told_first
        if step is not None:
            presses = any(each.when == "first" for each in self._advice.plan)
            yield _(WHEN[step.when] if presses else CALM).format(number=self._place)
        else:
            serves = [step.id for step in self._advice.plan if step.id in self._serves()]
            titles = joined(self._knowledge.entry(id_).title for id_ in serves)
            way = _("It is a way to do what stands in your plan: {titles}.").format(titles=titles)
            yield way if serves else _("It is advised, and not in your plan: other things help more now.")
        if reason is not None:
            yield _("Why: {because}").format(because=reason.because)
        waits = [self._knowledge.entry(id_).title for id_ in getattr(item, "after", ())]
        if waits:
            yield _("Not before: {titles}.").format(titles=joined(waits))
        action = "" if step else self._action(item)
        if step is not None:
            yield _("Begin: {text}").format(text=ended(step.text))
        elif action:
            yield _("How it goes: {text}").format(text=ended(action))
        if step is not None and step.led_by:
            yield _("Who leads: {who}").format(who=ended(step.led_by))
        for care in self._found.against[:1]:
            yield _("Take care: {because}").format(because=ended(care.because or care.text))

    def _serves(self) -> Sequence[str]:
        """Return what this is a way to do, if it is one."""
        served: Sequence[str] = getattr(self._knowledge.entry(self._found.id), "interventions", ())
        return served

    def _action(self, item: Recommendation) -> str:
        """Return how to begin with something that is in no plan."""
        entry = self._words().entry(item.id)
        kind = self._knowledge.kinds[item.kind]
        text: str = getattr(entry, "how", "") or getattr(
            entry, kind.advised.action if kind.advised else "", ""
        )
        return "" if text == item.short else text or ""

    def _words(self) -> Wording:
        return wording_of(self._advice, self._knowledge)

    def _pattern(self) -> PatternAdvice:
        return next(each for each in self._advice.patterns if each.id == self._found.id)

    def _factor(self) -> FactorAdvice:
        return next(each for each in self._advice.factors if each.id == self._found.id)

    def _about_pattern(self) -> Iterator[str]:
        pattern = self._pattern()
        yield pattern.text
        if pattern.makes_worse:
            worse = _("Would make it worse: {what}")
            doubt = _("If it is so, this would make it worse: {what}")
            yield (worse if pattern.fit == "likely" else doubt).format(what=pattern.makes_worse)
        if pattern.calls_for:
            yield _("It calls for: {what}").format(what=pattern.calls_for)

    def _about_factor(self) -> Iterator[str]:
        factor = self._factor()
        yield _("The study calls this: {title}.").format(title=inside(self._found.title))
        if factor.own_view:
            yield _("It is your own view, and nothing else says so yet.")
        elif factor.sure:
            yield _(SURE[factor.sure])

    def _add_signs(self, outline: Outline, few: int) -> None:
        """Add the signs, each with the answers that it rests on; of a factor those that decide it first."""
        found = self._found
        signs = (*found.reasons, *found.against)
        parts = (
            (_("What decides it"), [sign for sign in signs if sign.id in found.decided_by], few),
            (_("What you said that says so"), self._not_deciding(found.reasons), few),
            (_("What says otherwise"), self._not_deciding(found.against), max(1, few // 2)),
        )
        for title, shown, most in parts:
            _add_list(outline, title, [self._sign(sign) for sign in shown], most)

    def _not_deciding(self, signs: Sequence[Reason]) -> list[Reason]:
        return [sign for sign in signs if sign.id not in self._found.decided_by]

    def _sign(self, sign: Reason) -> str:
        """Return the answers that made a sign, then what it suggests, where that says more."""
        answers = self._advice.said.get(sign.id, ())[:2]
        said = "; ".join(f'"{each}"' for each in answers)
        if not said:
            return ended(sign.text)
        gloss = plain(sign.text)
        return ended(
            said if any(gloss in plain(each) for each in answers) else f"{said}: {inside(sign.text)}"
        )

    def _add_answers(self, outline: Outline, few: int) -> None:
        """Add what she said on which the reason rests that the advice told."""
        answers = leaf_answers(self._told_first) if self._told_first is not None else []
        begin = _("You said: {question} {answer}").partition("{")[0]
        _add_list(outline, _("What you said"), [text.removeprefix(begin) for text in answers], few)

    def _add_others(self, outline: Outline, few: int) -> None:
        """Add the other reasons for it, and what to take care of, each in a line."""
        told = self._told_first
        others = [reason for reason in self._found.reasons if reason is not told]
        titles = list(dict.fromkeys(ended(reason.text) for reason in others))
        _add_list(outline, _("What else speaks for it"), titles, few)
        care = [ended(reason.text) for reason in self._found.against[1:]]
        _add_list(outline, _("What else to take care of"), care, max(1, few // 2))

    def _add_sources(self, outline: Outline, few: int) -> None:
        """Add where what is told here comes from, that of the first reason first."""
        told = self._told_first
        if told is None:
            return
        others = (*self._found.reasons, *self._found.against)
        cited = dict.fromkeys(citation(each, self._knowledge) for each in (told, *others) if each.source)
        first, *rest = [*cited] or [""]
        if first:
            outline.blocks.append(Title(_("Where this comes from")))
            outline.add(1, first[:1].upper() + first[1:] + ".")
        if rest:
            outline.add(1, _("The rest: {sources}.").format(sources=joined(rest[: min(few, MOST_SOURCES)])))


def _add_list(outline: Outline, title: str, texts: Sequence[str], most: int) -> None:
    """Add a title and the first texts below it, and how many more there are; nothing if there is none."""
    if texts:
        outline.add(0, title)
    for text in texts[:most]:
        outline.add(1, text)
    left = len(texts) - most
    if left > 0:
        outline.add(1, and_more(left))
