"""How a question looks at the terminal: plain lines, as wide as the terminal is now."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

from advisor._language import N_, _, ngettext
from advisor._text import in_lines, shown_name
from advisor.cases.case import Action
from advisor.interview.interview import Interview
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.knowledge.question import Answer, Option, Question
from advisor.knowledge.question_kinds.actions import OUTCOME_WORDS
from advisor.knowledge.question_kinds.table import kind_of
from advisor.reports.interventions import interventions_of
from advisor.reports.wording import joined

NARROWEST, WIDEST = 30, 100
KEYS = N_("Or: u don't know, n doesn't apply, ? why, b back, s stop, h help.")
HELP = (
    ("u", N_("I don't know")),
    ("n", N_("this does not apply to us")),
    ("?", N_("why is this asked?")),
    ("b", N_("back to the question before")),
    ("f", N_("forward: go on where you were before you went back")),
    ("r", N_("what the advice would be so far")),
    ("s", N_("save and stop; run it again to go on")),
    (
        "name, date, partners, seat, share",
        N_(
            "change what this partnership is called, the day, which services they are, whose seat you answer "
            "from, or whether the others may see who said what"
        ),
    ),
    ("h", N_("this help")),
    (N_("Enter"), N_("keeps the answer that is there, or shows the question again")),
    (N_("2 : since the move"), N_("an answer with a note of your own, behind a colon")),
    (N_("0 : we only ring"), N_("none of the lines, and what it is in your own words")),
    (N_(": since the move"), N_("only a note")),
)


def width() -> int:
    """Return how many columns to write now; a terminal may have been resized."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns - 1))


def wrapped(text: str, first: str = "", rest: str | None = None) -> str:
    """Return text in lines that fit."""
    return "\n".join(in_lines(shown_name(text), width(), first, first if rest is None else rest))


def help_text(question: Question | None) -> str:
    """Return what may be typed, and how the question at hand is answered."""
    keys = [wrapped(f"{_(key)}: {_(what)}", "", "    ") for key, what in HELP]
    return "\n".join([*([wrapped(_(kind_of(question).how))] if question else []), *keys])


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
        parts.append(wrapped(_(kind.none), "  0  ", "     "))
    parts.append("")
    if scale := kind.scale(question):
        parts += [wrapped(option.text, f"{mark:>3}  ", "     ") for mark, option in enumerate(scale, 1)]
        parts.append("")
    parts += [wrapped(_(kind.how)), wrapped(_(KEYS))]
    if there := interview.answer_to(question.id):
        kept = _("Enter keeps: {answer}").format(answer=answer_text(there, question, knowledge))
        parts.append(wrapped(f"{kept}{_left_open(question, interview)}"))
    if further := len(interview.entries) - interview.place:
        told = ngettext(
            "f goes on where you were, {n} question further on.",
            "f goes on where you were, {n} questions further on.",
            further,
        )
        parts.append(wrapped(told.format(n=further)))
    note = interview.case.notes.get(question.id)
    if note:
        parts.append(wrapped(_("Your note: {note}").format(note=note)))
    return "\n".join(parts)


def _left_open(question: Question, interview: Interview) -> str:
    """Return which lines have no answer yet, by their marks; nothing where all have."""
    open_ = interview.open_parts(question.id)
    kind = kind_of(question)
    lines = zip(kind.marks(), lines_of(question, interview.knowledge), strict=False)
    marks = [mark for mark, line in lines if line.id in open_]
    if not marks:
        return ""
    told = _("; not answered yet, and left open: {marks}")
    if kind.none and len(marks) < len(lines_of(question, interview.knowledge)):
        told = _("; not answered yet, and left open: {marks} (0 if none of these)")
    return told.format(marks=" ".join(marks))


def lost_text(lost: Sequence[Action], knowledge: KnowledgeBase) -> str:
    """Return which actions a reply would take out, and how to do so, or not."""
    told = "; ".join(_told(action, knowledge) for action in lost).rstrip(".")
    ids = [option.id for option in interventions_of(knowledge)]
    numbers = joined(
        str(ids.index(id_) + 1) for id_ in dict.fromkeys(action.id for action in lost) if id_ in ids
    )
    said = _("That would take out what is noted: {actions}. Type the same again to do so.")
    if numbers:
        said = _(
            "That would take out what is noted: {actions}. Type the same again to do so, or add {numbers} "
            "with how it went to keep it."
        )
    return said.format(actions=told, numbers=numbers)


def _told(action: Action, knowledge: KnowledgeBase) -> str:
    day = str(action.date) if action.date else ""
    said = [title_of(action.id, knowledge), _(OUTCOME_WORDS[action.outcome]), day, action.note]
    return ", ".join(filter(None, said))


def progress(interview: Interview, plain: bool) -> str:
    """Return how far the interview is: what is settled, and about how many questions are left.

    Once it may end there is no bar: it would jump back by what may be asked beyond the end.
    """
    asked, left = interview.asked, interview.left
    said = _how_far(interview)
    if plain or interview.ending is not None:
        return wrapped(said)
    full, empty = ("█", "░") if _can_show("█░") else ("#", ".")
    size = 20
    done = size * asked // max(1, asked + left)
    return f"{full * done}{empty * (size - done)}\n" + wrapped(said)


def _how_far(interview: Interview) -> str:
    """Return in words how many questions were answered and are left, and what is settled."""
    asked, left, settled = interview.asked, interview.left, interview.settled
    told = _("{n} answered, about {left} to go.")
    if interview.is_going_back:
        told = _("{n} answered. You went back to this one.")
    elif interview.ending is not None:
        told = _("{n} answered, about {left} more if you like.")
    said = [told.format(n=asked, left=left)]
    stages = sum(stage != "unknown" for stage in settled.stages.values())
    if stages:
        all_ = len(interview.knowledge.ids_of("factor"))
        said.append(_("Settled: where you stand in {n} of {all} ways.").format(n=stages, all=all_))
    if helps := len(settled.interventions):
        said.append(
            ngettext(
                "Settled too: the first kind of help.", "Settled too: the first {n} kinds of help.", helps
            ).format(n=helps)
        )
    return " ".join(said)


def _can_show(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def answer_text(answer: Answer, question: Question, knowledge: KnowledgeBase) -> str:
    """Return an answer as the leader would type or say it."""
    return kind_of(question).typed(answer, question, lines_of(question, knowledge))
