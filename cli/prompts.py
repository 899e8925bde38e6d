"""How a question looks at the terminal: plain lines, as wide as the terminal is now."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

from advisor._text import counted, in_lines, shown_name
from advisor.advice.model import Advice
from advisor.cases.case import Action
from advisor.interview.interview import Interview
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.knowledge.question import Answer, Option, Question
from advisor.knowledge.question_kinds.actions import OUTCOME_WORDS
from advisor.knowledge.question_kinds.table import kind_of
from advisor.reports.advice_alerts import in_a_line
from advisor.reports.wording import citation, inside, joined

NARROWEST, WIDEST = 30, 100
MOST_DECIDED = 4  # told at a question
MARKS = {"emerging": "1 loose", "developing": "2 in between", "confident": "3 tight"}
KEYS = "Or: u don't know, n doesn't apply, ? why, b back, s stop, h help."
HELP = (
    ("u", "I don't know"),
    ("n", "this does not apply to us"),
    ("?", "why is this asked?"),
    ("b", "back to the question before"),
    ("f", "forward: go on where you were before you went back"),
    ("r", "what the advice would be so far"),
    ("s", "save and stop; run it again to go on"),
    ("h", "this help"),
    ("Enter", "keeps the answer that is there, or shows the question again"),
    ("2 : since the move", "an answer with a note of your own, behind a colon"),
    ("0 : we only ring", "none of the lines, and what it is in your own words"),
    (": since the move", "only a note"),
)


def width() -> int:
    """Return how many columns to write now; a terminal may have been resized."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns - 1))


def wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """Return text in lines that fit."""
    return "\n".join(in_lines(shown_name(text), width(), first, first if rest is None else rest))


def help_text(question: Question | None) -> str:
    """Return what may be typed, and how the question at hand is answered."""
    keys = [wrapped(f"{key}: {what}", "", "    ") for key, what in HELP]
    return "\n".join([*([wrapped(kind_of(question).how)] if question else []), *keys])


def interventions_of(knowledge: KnowledgeBase) -> list[Option]:
    """Return what may have been tried, as options."""
    return [
        Option(id=entry.id, text=f"{entry.plain[:1].upper()}{entry.plain[1:]} ({inside(entry.title)})")
        for entry in knowledge.of_kind("intervention")
    ]


def lines_of(question: Question, knowledge: KnowledgeBase) -> Sequence[Option]:
    """Return the lines to choose from."""
    return kind_of(question).lines(question, interventions_of(knowledge))


def question_text(question: Question, interview: Interview, plain: bool) -> str:
    """Return a question with its numbered lines, how to answer, and the answer that is there."""
    knowledge = interview.knowledge
    parts = [progress(interview, plain), wrapped(question.title), ""]
    kind = kind_of(question)
    for mark, line in zip(kind.marks(), lines_of(question, knowledge), strict=False):
        parts.append(wrapped(line.text, f"{mark:>3}  ", "     "))
    if kind.none:
        parts.append(wrapped(kind.none, "  0  ", "     "))
    parts.append("")
    if scale := kind.scale(question):
        parts += [wrapped(option.text, f"{mark:>3}  ", "     ") for mark, option in enumerate(scale, 1)]
        parts.append("")
    parts += [wrapped(kind.how), wrapped(KEYS)]
    if there := interview.answer_to(question.id):
        parts.append(
            wrapped(
                f"Enter keeps: {answer_text(there, question, knowledge)}{_left_open(question, interview)}"
            )
        )
    if further := len(interview.entries) - interview.place:
        parts.append(wrapped(f"f goes on where you were, {counted(further, 'question')} further on."))
    note = interview.case.notes.get(question.id)
    if note:
        parts.append(wrapped(f"Your note: {note}"))
    return "\n".join(parts)


def _left_open(question: Question, interview: Interview) -> str:
    """Return which lines have no answer yet, by their marks; nothing where all have."""
    open_ = interview.open_parts(question.id)
    kind = kind_of(question)
    lines = zip(kind.marks(), lines_of(question, interview.knowledge), strict=False)
    marks = [mark for mark, line in lines if line.id in open_]
    if not marks:
        return ""
    none = (
        " (0 if none of these)"
        if kind.none and len(marks) < len(lines_of(question, interview.knowledge))
        else ""
    )
    return f"; not answered yet, and left open: {' '.join(marks)}{none}"


def lost_text(lost: Sequence[Action], knowledge: KnowledgeBase) -> str:
    """Return which actions a reply would take out, and how to do so, or not."""
    told = "; ".join(_told(action, knowledge) for action in lost).rstrip(".")
    ids = [option.id for option in interventions_of(knowledge)]
    numbers = joined(
        str(ids.index(id_) + 1) for id_ in dict.fromkeys(action.id for action in lost) if id_ in ids
    )
    keep = f", or add {numbers} with how it went to keep it" if numbers else ""
    return f"That would take out what is noted: {told}. Type the same again to do so{keep}."


def _told(action: Action, knowledge: KnowledgeBase) -> str:
    day = str(action.date) if action.date else ""
    said = [title_of(action.id, knowledge), OUTCOME_WORDS[action.outcome], day, action.note]
    return ", ".join(filter(None, said))


def progress(interview: Interview, plain: bool) -> str:
    """Return how far the interview is: what is settled, and about how many questions are left."""
    asked, left = interview.asked, interview.left
    settled = interview.settled
    said = f"{asked} answered, {f'about {left} to go' if left else 'and this one more if you like'}"
    stages = [stage for stage in settled.stages.values() if stage != "unknown"]
    if stages:
        said += (
            f". Settled: where you stand in {len(stages)} of {len(interview.knowledge.ids_of('factor'))} ways"
        )
    if settled.interventions:
        said += f", and the first {len(settled.interventions)} of what helps"
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
    return kind_of(question).typed(answer, question, lines_of(question, knowledge))


def why_text(question: Question, interview: Interview) -> str:
    """Return why a question is asked: in general, and which advice hangs on it now, with its source."""
    knowledge = interview.knowledge
    decides = [
        f"{_plainly(id_, knowledge)} ({citation(rule, knowledge)})"
        for id_, rule in interview.hangs_on(question.id).items()
        if not knowledge.has(id_, ("pattern",))  # their names would sound like an accusation here
    ]
    if not decides:
        return "\n".join([wrapped(question.why), wrapped("Just now it cannot change the advice.")])
    listed = [wrapped(each, "  - ", "    ") for each in decides[:MOST_DECIDED]]
    return "\n".join([wrapped(question.why), wrapped("Your answer may still decide:"), *listed])


def _plainly(id_: str, knowledge: KnowledgeBase) -> str:
    """Return what is decided of a thing, in plain words."""
    entry = knowledge.entry(id_)
    if knowledge.has(id_, ("alert",)):
        return f"whether this stands first: {inside(entry.title)}"
    if knowledge.has(id_, ("factor",)):
        rows = [row for question in knowledge.questions.values() for row in question.rows if row.id == id_]
        return f"where you stand with {inside(rows[0].text if rows else entry.title)}"
    return f"whether this helps: {inside(getattr(entry, 'plain', entry.title))}"


def newly_raised(interview: Interview, told: set[str]) -> list[str]:
    """Return the alerts that stand and were not `told` yet, and note them there: she may stop early."""
    new = set(interview.alerts) - told
    told |= new
    return [wrapped(in_a_line(each)) for each in interview.advice().alerts if each.id in new] if new else []


def so_far_text(advice: Advice, knowledge: KnowledgeBase) -> str:
    """Return in a few lines what the advice would be so far."""
    parts = [wrapped(in_a_line(alert)) for alert in advice.alerts]
    parts.append(wrapped("So far, and it may still change:"))
    for factor in advice.factors:
        stage = MARKS[factor.stage].partition(" ")[2] if factor.stage in MARKS else "not known yet"
        parts.append(wrapped(f"{factor.title}: {stage}", "  ", "    "))
    first = [knowledge.entry(step.id).title for step in advice.plan if step.when == "first"]
    parts.append(wrapped("First: " + "; ".join(first) + "." if first else "Nothing to do first yet."))
    return "\n".join(parts)
