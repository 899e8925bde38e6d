"""How firm advice is, as an outline: what is certain, what is open, and what would decide it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._command import is_command
from advisor._language import _, ngettext
from advisor.explanation import Sensitivity, StageSettled
from advisor.explanation.stages import Turning
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import stage_in_words, title_of
from advisor.knowledge.questions import asking_for_alerts
from advisor.reports.in_full import and_more, by_full
from advisor.reports.outline import PLAIN, Outline, Point, numbered
from advisor.reports.screen import on_a_screen
from advisor.reports.why_outline import factor_name
from advisor.reports.wording import edit_parts, edit_text, joined

MOST = 6  # questions and the like that are shown where there is room
MOST_SAID = 2
EVERYTHING = 10_000


def sensitivity_outline(found: Sensitivity, knowledge: KnowledgeBase, full: bool = False) -> Outline:
    """Return how sure the plan is, what else is certain or may come, and what would decide it.

    Everything with `full`, else what fits on a screen.
    """
    if full:
        return _Settled(found, knowledge, EVERYTHING).outline()
    return on_a_screen(_Settled(found, knowledge, few).outline() for few in range(MOST, 0, -1))


class _Settled:
    def __init__(self, found: Sensitivity, knowledge: KnowledgeBase, few: int) -> None:
        self._found, self._knowledge, self._few = found, knowledge, few
        self._outline = Outline()
        self._is_open = bool(found.possible or found.deciding)

    def outline(self) -> Outline:
        """Return all of it, so many of each sort at most."""
        self._add_plan()
        self._add_certain()
        if self._is_open:
            self._add_open()
        self._add_hanging()
        if self._few < EVERYTHING and is_command():
            self._outline.paragraph(by_full(_("All of this, each thing by name")))
        return self._outline

    def _title(self, id_: str) -> str:
        return title_of(id_, self._knowledge)

    def _add_plan(self) -> None:
        found, outline = self._found, self._outline
        outline.add(0, _("What comes first in your plan"))
        for id_ in found.alerts:
            outline.add(1, _("Before all else, and certain: {title}").format(title=self._title(id_)))
        for number, id_ in enumerate(found.plan_first, 1):
            sure = _("{title}: certain") if id_ in found.certain else _("{title}: as far as is known so far")
            outline.blocks.append(Point(sure.format(title=self._title(id_)), 1, numbered(number)))
        if not found.plan_first:
            outline.add(1, _("Nothing comes first."))
        if not self._is_open:
            outline.paragraph(
                _("Nothing is open: no answer that is left could change any of this. It is certain.")
            )

    def _add_certain(self) -> None:
        found, outline = self._found, self._outline
        outline.add(
            0,
            _("What is certain, however the rest is answered")
            if self._is_open
            else _("What else is certain"),
        )
        for id_, stage in found.stages.items():
            words = stage_in_words(stage) if stage != "unknown" else _("not known")
            outline.add(1, f"{factor_name(id_, self._knowledge)}: {words}")
        if found.plan:
            sure = sum(id_ in found.certain for id_ in found.plan)
            steps = ngettext(
                "{n} of the {all} step of your plan", "{n} of the {all} steps of your plan", len(found.plan)
            )
            outline.add(1, steps.format(n=sure, all=len(found.plan)))
        elif not found.stages:
            outline.add(1, _("Nothing yet: too little is known."))
        if self._few == EVERYTHING and found.certain:
            advised = len(found.certain)
            things = ngettext(
                "{n} thing is advised in any case", "{n} things are advised in any case", advised
            )
            outline.add(1, things.format(n=advised))
        if self._few == EVERYTHING:
            for id_ in found.certain:
                outline.add(2, self._title(id_))

    def _add_open(self) -> None:
        found = self._found
        come = [id_ for id_ in found.possible if id_ not in found.may_fall_away]
        fall = [id_ for id_ in found.may_fall_away if id_ not in found.plan_first]
        self._outline.add(0, _("What is open"))
        self._add_named(_("It may still come in: {titles}"), come)
        self._add_named(_("It is advised, and may still fall away: {titles}"), fall)
        before = self._before_all_else()
        if before:
            self._outline.add(0, _("What to answer before all else"))
        for id_ in before:
            self._outline.add(1, self._asked(id_))
        self._outline.add(0, _("What would decide it, most decisive first"))
        for line in self._shown(list(self._deciding())):
            self._outline.add(1, line)
        unsure = [id_ for id_ in found.unsure if id_ not in {each.question for each in found.deciding}]
        if unsure and self._few == EVERYTHING:
            self._outline.add(0, _("What you said you do not know, and it would change nothing of this"))
            for id_ in unsure:
                self._outline.add(1, self._knowledge.questions[id_].prompt)

    def _add_named(self, text: str, ids: Sequence[str]) -> None:
        """Add things in a line, what gives most leverage first, and how many more."""
        if not ids:
            return
        kinds = self._knowledge.kinds.advisable
        in_order = sorted(ids, key=lambda id_: kinds.index(self._knowledge.kind(id_)))
        shown = [self._title(id_) for id_ in in_order[: self._few]]
        left = len(ids) - len(shown)
        more = [ngettext("{n} more", "{n} more", left).format(n=left)] if left else []
        self._outline.add(1, text.format(titles=joined([*shown, *more])))

    def _shown(self, lines: Sequence[str]) -> list[str]:
        left = len(lines) - self._few
        return [*lines[: self._few], *([and_more(left)] if left > 0 else [])]

    def _before_all_else(self) -> list[str]:
        """Return the open questions that ask for an alert; they need decide nothing else."""
        asking = self._knowledge.once(asking_for_alerts)
        return [each.question for each in self._found.deciding if each.question in asking]

    def _deciding(self) -> Iterator[str]:
        before = self._before_all_else()
        deciding = [each.question for each in self._found.deciding if each.question not in before]
        yield from map(self._asked, deciding)
        if not deciding:
            yield _("No answer that is left could change where it stands, or what comes first in the plan.")

    def _asked(self, question: str) -> str:
        prompt = self._knowledge.questions[question].prompt
        unsure = _("{question} (you said that you do not know)").format(question=prompt)
        return unsure if question in self._found.unsure else prompt

    def _add_hanging(self) -> None:
        """Add the answers without which something else would come first in the plan."""
        outline, found = self._outline, self._found
        hanging = [each for each in found.hangs_on if each.plan_first != found.plan_first]
        outline.add(0, _("What hangs on a single answer: had you said this instead"))
        told = _("{answer}; then this would come first: {titles}")
        lines = [
            told.format(
                answer=edit_text(each.edit, self._knowledge),
                titles=joined(map(self._title, each.plan_first)) or _("nothing"),
            )
            for each in hanging
        ]
        for line in self._shown(lines):
            outline.add(1, line)
        if not lines:
            outline.add(1, _("No single answer was found that would change what comes first."))


def stage_outline(found: StageSettled, knowledge: KnowledgeBase, full: bool = False) -> Outline:
    """Return where a factor stands, and which answers, each alone, would move it."""
    if full:
        return _stage_outline(found, knowledge, EVERYTHING)
    return on_a_screen(_stage_outline(found, knowledge, few) for few in range(MOST, 0, -1))


def _stage_outline(found: StageSettled, knowledge: KnowledgeBase, few: int) -> Outline:
    outline = Outline()
    stage = stage_in_words(found.stage) if found.stage != "unknown" else _("not known")
    outline.add(0, f"{factor_name(found.id, knowledge)}: {stage}")
    _add_turning(
        outline,
        _("An answer to what is still open could move it"),
        _("No answer to what is still open, by itself, would move it"),
        found.deciding,
        knowledge,
        few,
    )
    _add_turning(
        outline,
        _("It hangs on what you said: had you said this instead"),
        _("No other answer, by itself, would move it"),
        found.hangs_on,
        knowledge,
        few,
    )
    return outline


def _add_turning(
    outline: Outline,
    title: str,
    nothing: str,
    turning: Sequence[Turning],
    knowledge: KnowledgeBase,
    few: int,
) -> None:
    outline.add(0, title if turning else nothing)
    told = _("{answer}; then it would stand at: {stage}")
    lines = [
        told.format(answer=f"{asked} {_either(said, few)}", stage=stage)
        for (asked, stage), said in _by_question(turning, knowledge).items()
    ]
    for line in lines[:few]:
        outline.add(1, line)
    left = len(lines) - few
    if left > 0:
        outline.blocks.append(Point(and_more(left), 1, PLAIN))


def _either(said: Sequence[str], few: int) -> str:
    """Return some answers in a row: all, or where only few are wanted two of them."""
    shown = said if few == EVERYTHING or len(said) <= MOST_SAID else said[:MOST_SAID]
    left = len(said) - len(shown)
    more = [ngettext("{n} other answer", "{n} other answers", left).format(n=left)] if left else []
    return _(" or ").join((*shown, *more))


def _by_question(turning: Sequence[Turning], knowledge: KnowledgeBase) -> dict[tuple[str, str], list[str]]:
    """Return the answers that would move a factor, those to one question and to the same stage together."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in turning:
        asked, said = edit_parts(each.edit, knowledge)
        stage = stage_in_words(each.stage) if each.stage != "unknown" else _("not known")
        found.setdefault((asked, stage), []).append(said)
    return found
