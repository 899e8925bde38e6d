"""How a question looks at the terminal: plain lines, as wide as the terminal is now."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator
from itertools import count

from advisor.advice import Advice
from advisor.case import NOT_APPLICABLE, UNKNOWN, Answer
from advisor.entries import STAGES, Option, Question
from advisor.facts import OUTCOMES
from advisor.interview import Interview
from advisor.knowledge_base import KnowledgeBase
from advisor.reports.wording import citation
from advisor.showing import shown_name

NARROWEST, WIDEST = 30, 100
MARKS = {"emerging": "1 loose", "developing": "2 in between", "confident": "3 tight"}
SPECIAL = {UNKNOWN: "don't know", NOT_APPLICABLE: "does not apply"}
HOW = {
    "choice": "Type a number.",
    "checklist": "Type the numbers that are true, such as 1 3 or 2-4; ?4 if you doubt number 4; 0 for none.",
    "placing": "Type a number for each of a, b, c and d in turn, ? where you don't know. Such as 2 1 3 ?",
    "actions": "Type each number with how it went: h helped, n no change, w worse, e too early. "
    "Such as 2h 5n. Type 0 for none.",
}
HELP = """\
u   I don't know
n   does not apply to us
?   why is this asked?
b   back to the question before
r   what the advice would be so far
s   save and stop; run it again to go on
h   this help
Enter alone keeps the answer that is there.
Add a note of your own behind a colon, such as 2 : since the move. Only a colon and a note adds it alone."""


def width() -> int:
    """Return how many columns to write now; a terminal may have been resized."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns - 1))


def wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """Return text in lines that fit."""
    return textwrap.fill(
        shown_name(text), width(), initial_indent=first, subsequent_indent=first if rest is None else rest
    )


def interventions_of(knowledge: KnowledgeBase) -> list[Option]:
    """Return what may have been tried, as options."""
    return [
        Option(id=entry.id, text=f"{entry.title}: {entry.plain}")
        for entry in knowledge.of_kind("intervention")
    ]


def lines_of(question: Question, knowledge: KnowledgeBase) -> list[Option]:
    """Return the lines to choose from."""
    if question.kind == "actions":
        return interventions_of(knowledge)
    return list(question.rows or question.items or question.options)


def question_text(question: Question, interview: Interview, plain: bool) -> str:
    """Return a question with its numbered lines, how to answer, and the answer that is there."""
    knowledge = interview.knowledge
    parts = [progress(interview, plain), wrapped(question.prompt), ""]
    marks = "abcdefgh" if question.kind == "placing" else map(str, count(1))
    for mark, line in zip(marks, lines_of(question, knowledge), strict=False):
        parts.append(wrapped(line.text, f"{mark:>3}  ", "     "))
    parts.append("")
    if question.kind == "placing":
        parts += [
            wrapped(option.text, f"{mark:>3}  ", "     ") for mark, option in enumerate(question.options, 1)
        ]
        parts.append("")
    parts += [wrapped(HOW[question.kind]), wrapped("Or: u don't know, n not us, ? why, b back, h help.")]
    there = interview.answer_to(question.id)
    if there is not None:
        parts.append(wrapped(f"Enter keeps: {answer_text(there, question, knowledge)}"))
    note = interview.case.notes.get(question.id)
    if note:
        parts.append(wrapped(f"Your note: {note}"))
    return "\n".join(parts)


def progress(interview: Interview, plain: bool) -> str:
    """Return how far the interview is: what is settled, and about how many questions are left."""
    asked, left = interview.asked, interview.left
    settled = interview.settled
    said = f"{asked} answered, about {left} to go"
    if settled.stages or settled.interventions:
        said += f". Settled: {len(settled.stages)} of {len(interview.knowledge.ids_of('factor'))} factors"
    if settled.interventions:
        said += f", the first {len(settled.interventions)} of what to do"
    if plain:
        return wrapped(said + ".")
    full, empty = ("█", "░") if _can_show("█░") else ("#", ".")
    size = 20
    done = size * asked // max(1, asked + left)
    return f"{full * done}{empty * (size - done)}\n" + wrapped(said + ".")


def _can_show(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def answer_text(answer: Answer, question: Question, knowledge: KnowledgeBase) -> str:
    """Return an answer as the leader would type or say it."""
    if isinstance(answer, str):
        numbers = {line.id: str(number) for number, line in enumerate(lines_of(question, knowledge), 1)}
        return numbers.get(answer, SPECIAL.get(answer, answer))
    if question.kind == "placing":
        marks = dict(zip((*STAGES, UNKNOWN), "123?", strict=True))
        return " ".join(marks.get(answer.get(row.id, UNKNOWN), "-") for row in question.rows)
    return " ".join(_ticked(answer, lines_of(question, knowledge))) or "0"


def _ticked(answer: dict[str, str], lines: list[Option]) -> Iterator[str]:
    letters = dict(zip(OUTCOMES, "hnwe", strict=True))
    for number, line in enumerate(lines, 1):
        said = answer.get(line.id)
        if said == "yes":
            yield str(number)
        elif said == UNKNOWN:
            yield f"?{number}"
        elif said in letters:
            yield f"{number}{letters[said]}"


def why_text(question: Question, interview: Interview) -> str:
    """Return why a question is asked: in general, and which advice hangs on it now, with its source."""
    knowledge = interview.knowledge
    parts = [wrapped(question.why)]
    for number, (id_, rule) in enumerate(interview.hangs_on(question.id).items()):
        if number == 0:
            parts.append(wrapped("It may still decide:"))
        if number == 4:
            break
        parts.append(wrapped(f"{knowledge.entry(id_).title} ({citation(rule)})", "  - ", "    "))
    if len(parts) == 1:
        parts.append(wrapped("With what you have answered so far, it will not change the advice."))
    return "\n".join(parts)


def so_far_text(advice: Advice, knowledge: KnowledgeBase) -> str:
    """Return in a few lines what the advice would be so far."""
    parts = [wrapped("So far, and it may still change:")]
    for factor in advice.factors:
        stage = MARKS[factor.stage].partition(" ")[2] if factor.stage in MARKS else "not known yet"
        parts.append(wrapped(f"{factor.title}: {stage}", "  ", "    "))
    first = [knowledge.entry(step.id).title for step in advice.plan if step.when == "first"]
    parts.append(wrapped("First: " + "; ".join(first) + "." if first else "Nothing to do first yet."))
    return "\n".join(parts)


def to_bring(advice: Advice, knowledge: KnowledgeBase) -> list[str]:
    """Return lines with what to bring to the next meeting: what is done together, and what to ask there."""
    found: list[str] = []
    for step in advice.plan:
        entry = knowledge.entry(step.id)
        together = step.kind == "intervention" or getattr(entry, "who", "") == "together"
        if together and step.when in ("first", "next"):
            found.append(f"{entry.title}: {step.text}")
    unsure = [item for item in advice.to_ask if item.question in advice.case.get("answers", {})]
    found += [f"You did not know: {knowledge.entry(item.question).prompt}" for item in unsure]
    if not found:
        return []
    return [
        wrapped("To bring to the next meeting:"),
        *(wrapped(each, "  - ", "    ") for each in found[:3]),
        "",
    ]
