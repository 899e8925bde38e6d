"""Advice as plain text, about two screens; `full` shows every reason and everything held back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabulate import tabulate

from advisor._text import shown_name
from advisor.advice.model import (
    Advice,
    Alteration,
    Extended,
    FindingAdvice,
    InterventionAdvice,
    KnowledgeRef,
    PatternAdvice,
    Recommendation,
    Step,
)
from advisor.inference.firing import Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import STAGES
from advisor.reports.wording import WIDTH, citation, ended, inside, joined, without_ticking, wrapped

MOST_PATTERNS = 3
MOST_REMINDERS = 2
MOST_QUESTIONS = 4
MOST_TOOLS = 3
MOST_HELD = 2
MOST_ADDED = 5
CAVEAT = "This is something to think with, not a verdict. You know the people; the rules do not."
WHEN_TITLES = {"first": "FIRST", "next": "NEXT", "later": "LATER, WHEN THIS HAS BEGUN"}


def as_text(
    advice: Advice,
    knowledge: KnowledgeBase,
    *,
    full: bool = False,
    case_name: str = "CASE",
    width: int = WIDTH,
) -> str:
    """Return advice as text no wider than `width` columns; `case_name` is how the user named the case."""
    page = _Page(advice, knowledge, full, shown_name(case_name), width)
    return "\n".join(line.rstrip() for line in page.lines()) + "\n"


STAGE_WORDS = {
    "emerging": "emerging (loose)",
    "developing": "developing (in between)",
    "confident": "confident (tight)",
    "unknown": "not known",
}


class _Page:
    def __init__(self, advice: Advice, knowledge: KnowledgeBase, full: bool, case_name: str, width: int):
        self.advice = advice
        self.knowledge = knowledge
        self.full = full
        self.case_name = case_name
        self.width = width
        self._firings = advice.firings.by_id
        self._advised = {item.id: item for item in advice.recommendations()}

    def lines(self) -> Iterator[str]:
        yield from self._heading()
        yield from self._where_it_stands()
        yield from self._what_holds_it()
        yield from self._what_to_do()
        yield from self._reminders()
        if self.full:
            yield from self._everything()
        else:
            yield from self._beside()
        yield from self._not_known()
        yield from self._more()

    def _heading(self) -> Iterator[str]:
        case = self.advice.case
        by = ", ".join(word for word in (case["respondent"], case.get("date")) if word)
        title = case["partnership"] or "A partnership"
        yield from self._wrap(shown_name(title) + (f" ({shown_name(by)})" if by else ""))
        yield from self._wrap(CAVEAT)
        if self.advice.knowledge.extends is not None:
            yield from self._wrap(overlay_said(self.advice.knowledge, self.advice.knowledge.extends))

    def _where_it_stands(self) -> Iterator[str]:
        yield from self._section("WHERE IT STANDS")
        rows = [
            [
                factor.title,
                STAGE_WORDS[factor.stage],
                _placed(factor.placed),
                self._signs_said(factor.firings),
            ]
            for factor in self.advice.factors
        ]
        table = tabulate(
            rows,
            headers=["factor", "stage", "your own view", "signs"],
            tablefmt="simple",
        )
        lines = ["  " + line for line in table.splitlines()]
        if max(map(len, lines)) > self.width:
            lines = [line for row in rows for line in self._wrap(f"{row[0]}: {row[1]}, signs {row[3]}", 2, 4)]
        yield from lines
        yield from self._wrap("signs: how many say loose / in between / tight", 2)
        for factor in self.advice.factors if self.full else ():
            if factor.stage != "unknown":
                seen = getattr(self.knowledge.entry(factor.id).stages, factor.stage)
                yield from self._wrap(f"{factor.title}, often seen when {factor.stage}: {seen}", 2)

    def _signs_said(self, firings: Sequence[str]) -> str:
        if not firings:
            return "too few answers"
        said = [fact.value for fact in self._firings[firings[0]].support]
        return " / ".join(str(said.count(stage)) for stage in STAGES)

    def _what_holds_it(self) -> Iterator[str]:
        patterns = [pattern for pattern in self.advice.patterns if self.full or pattern.fit == "likely"]
        shown = patterns if self.full else patterns[:MOST_PATTERNS]
        if not shown:
            shown = list(self.advice.patterns[:2])
        held = self._named_findings("inertia")
        own = self._named_findings("degenerative-behaviour")
        questions = [finding for finding in self.advice.findings if finding.tone == "question"]
        if not (shown or held or own or questions):
            return
        flourishing = bool(shown) and shown[0].id == "flourishing"
        yield from self._section("HOW IT IS" if flourishing else "WHAT HOLDS IT")
        for pattern in shown:
            yield from self._pattern(pattern)
        for label, said in (
            ("Signs of inertia", [finding.title for finding in held]),
            ("Worth a second look", [finding.title for finding in questions]),
            (
                "Your own part, in your words, is the one you can change first",
                [self._own_words(f) for f in own],
            ),
        ):
            if said:
                yield from self._wrap(f"{label}: {ended(joined(said))}", 2)

    def _own_words(self, finding: FindingAdvice) -> str:
        """Return what the leader ticked, where a finding is an item of a checklist; else its title."""
        items = (item for question in self.knowledge.questions.values() for item in question.items)
        return next((item.text for item in items if item.id == finding.id), finding.title)

    def _pattern(self, pattern: PatternAdvice) -> Iterator[str]:
        entry = self.knowledge.entry(pattern.id)
        fit = "likely" if pattern.fit == "likely" else "possible"
        yield from self._wrap(f"* {pattern.title} ({fit}). {entry.text}", 2, 4)
        signs = joined(inside(self._firings[id_].title) for id_ in pattern.for_)
        yield from self._wrap(f"Because: {signs}.", 4)
        if pattern.against:
            signs = joined(inside(self._firings[id_].title) for id_ in pattern.against)
            yield from self._wrap(f"Against: {signs}.", 4)
        if self.full:
            yield from self._wrap(f"Would make it worse: {entry.makes_worse}", 4)

    def _named_findings(self, kind: str) -> list[FindingAdvice]:
        return [finding for finding in self.advice.findings if finding.kind == kind]

    def _what_to_do(self) -> Iterator[str]:
        if not self.advice.plan:
            if not self.advice.factors or all(f.stage == "unknown" for f in self.advice.factors):
                yield from self._section("WHAT TO DO")
                yield from self._wrap("Too little is known for advice. Answer the questions below first.", 2)
            return
        yield from self._section("WHAT TO DO")
        number = 0
        for when, title in WHEN_TITLES.items():
            steps = [step for step in self.advice.plan if step.when == when]
            if steps:
                yield "  " + title
            for step in steps:
                number += 1
                yield from self._step(step, number)

    def _step(self, step: Step, number: int) -> Iterator[str]:
        item = self._advised[step.id]
        entry = self.knowledge.entry(step.id)
        plain = f" ({entry.plain})" if step.kind == "intervention" else ""
        reason = self._firings[item.reason]
        yield from self._wrap(
            f"{number}. {item.title}{plain} [{step.id}]. {reason.because} {self._cited(reason)}", 2, 5
        )
        if isinstance(item, InterventionAdvice):
            yield from self._readiness(item)
        if step.when != "later" or self.full:
            for id_ in item.cautions if self.full else self._foremost_caution(item):
                yield from self._wrap(f"Take care: {self._firings[id_].because}", 5)
        if step.when == "first" or self.full:
            yield from self._wrap(f"Begin: {step.text}", 5)
        if step.when == "first" and isinstance(item, InterventionAdvice) and item.techniques:
            names = joined(self.knowledge.entry(id_).title for id_ in item.techniques[:3])
            yield from self._wrap(f"Ways to do it: {names}.", 5)

    def _foremost_caution(self, item: Recommendation) -> list[str]:
        """Return the caution to show; what the leader herself has tried comes first."""

        def was_tried(id_: str) -> bool:
            return any(fact.kind == "tried" for fact in self._firings[id_].support)

        cautions = [id_ for id_ in item.cautions if self._firings[id_].concludes.kind == "caution"]
        return sorted(cautions, key=lambda id_: not was_tried(id_))[:1]

    def _readiness(self, item: InterventionAdvice) -> Iterator[str]:
        if item.readiness == "after":
            names = joined(self.knowledge.entry(id_).title for id_ in item.after)
            yield from self._wrap(f"Not before: {names}.", 5)
        elif item.readiness == "needs-help":
            asks = [id_ for id_ in item.cautions if self._firings[id_].concludes.kind == "needs-help"]
            yield from self._wrap(f"Who leads: {item.led_by}. {self._firings[asks[0]].because}", 5)

    def _reminders(self) -> Iterator[str]:
        reminders = self.advice.reminders if self.full else self.advice.reminders[:MOST_REMINDERS]
        if reminders:
            yield from self._section("WHAT TO REMEMBER ABOUT CHANGE")
        for item in reminders:
            reason = self._firings[item.reason]
            yield from self._wrap(f"* {item.title}. {reason.because} {self._cited(reason)}", 2, 4)

    def _beside(self) -> Iterator[str]:
        """Yield what else belongs on the page: fitting exercises, and interventions that are held back."""
        planned = {step.id for step in self.advice.plan}
        fitting = [tool for tool in self.advice.tools if tool.strong or tool.moderate]
        tools = [tool for tool in fitting[:MOST_TOOLS] if tool.id not in planned]
        held = [item for item in self.advice.withheld if item.kind == "intervention"][:MOST_HELD]
        if tools or held:
            yield from self._section("BESIDE THIS")
        if tools:
            yield from self._wrap(
                f"Exercises that fit: {joined(f'{t.title} [{t.id}]' for t in tools)}.", 2, 4
            )
        for item in held:
            reason = self._firings[item.firings[0]]
            yield from self._wrap(f"Not now: {item.title} [{item.id}]. {reason.because}", 2, 4)

    def _everything(self) -> Iterator[str]:
        for title, items in (
            ("INTERVENTIONS, IN ORDER", self.advice.interventions),
            ("SHIFTS IN YOUR OWN LEADERSHIP", self.advice.shifts),
            ("PRECONDITIONS TO PUT IN PLACE", self.advice.preconditions),
            ("TECHNIQUES", self.advice.techniques),
            ("TOOLS AND EXERCISES", self.advice.tools),
            ("LEADERSHIP PROCESSES", (*self.advice.processes, *self.advice.borderlands)),
        ):
            yield from self._list(title, items)
        if self.advice.withheld:
            yield from self._section("HELD BACK FOR NOW, AND WHY")
        for held in self.advice.withheld:
            reason = self._firings[held.firings[0]]
            yield from self._wrap(f"- {held.title} [{held.id}]: {reason.because} {self._cited(reason)}", 2, 4)
        if self.advice.findings:
            yield from self._section("EVERYTHING THAT WAS FOUND")
        for finding in self.advice.findings:
            yield from self._wrap(f"- {finding.title} ({finding.kind}) [{finding.id}]", 2, 4)

    def _list(self, title: str, items: Sequence[Recommendation]) -> Iterator[str]:
        if items:
            yield from self._section(title)
        for item in items:
            yield from self._wrap(f"{item.rank}. {item.title} [{item.id}]", 2, 5)
            for id_ in item.firings:
                firing = self._firings[id_]
                yield from self._wrap(f"+ {firing.because} {self._cited(firing)}", 5, 7)
            for id_ in item.cautions:
                firing = self._firings[id_]
                yield from self._wrap(f"! {firing.because} {self._cited(firing)}", 5, 7)

    def _not_known(self) -> Iterator[str]:
        asked = self.advice.to_ask if self.full else self.advice.to_ask[:MOST_QUESTIONS]
        if not asked:
            return
        yield from self._section("WHAT IS NOT KNOWN YET")
        for item in asked:
            prompt = without_ticking(self.knowledge.questions[item.question].prompt)
            yield from self._wrap(f"* {prompt} [{item.question}] {item.because}", 2, 4)
        left = len(self.advice.to_ask) - len(asked)
        if left:
            yield from self._wrap(f"and {left} more, with --full", 2)

    def _more(self) -> Iterator[str]:
        yield ""
        if not self.full:
            yield from self._wrap(
                f"All reasons, and what was held back: advisor advise {self.case_name} --full"
            )
        yield from self._wrap("What a word in [brackets] means: advisor knowledge show WORD")

    def _cited(self, firing: Firing) -> str:
        return f"({citation(firing)})"

    def _section(self, title: str) -> Iterator[str]:
        yield ""
        yield title

    def _wrap(self, text: str, indent: int = 0, hanging: int | None = None) -> list[str]:
        return wrapped(text, indent, hanging, self.width)


def overlay_said(own: KnowledgeRef, extends: Extended) -> str:
    """Return in a sentence what a knowledge base does to the one that it extends."""
    more = len(extends.added) - MOST_ADDED
    added = [*extends.added[:MOST_ADDED], *([f"and {more} more"] if more > 0 else [])]
    parts = [f"adds {joined(added)}"] if added else []
    for verb, altered in (("changes", extends.changed), ("switches off", extends.switched_off)):
        if altered:
            parts.append(f"{verb} {joined(map(_altered_said, altered))}")
    said = ", ".join(parts) or "changes nothing yet"
    return f"It rests on {own.name} {own.version}, which builds on {extends.name} {extends.version}: {said}."


def _altered_said(altered: Alteration) -> str:
    return f"{altered.id} ({altered.reason.rstrip('.')})"


def _placed(stage: str | None) -> str:
    return STAGE_WORDS.get(stage or "", "-").partition(" ")[0]
