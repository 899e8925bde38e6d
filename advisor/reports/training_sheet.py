"""A session or exercise on paper: the pages of whoever leads it, hand-outs, cards to cut out, and answers."""

from __future__ import annotations

from typing import Literal

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.training import HandOut, Led, TrainingExercise
from advisor.reports.outline import DASH, Outline, PageTitle, Point, Table
from advisor.reports.training import called, hand_outs_of, led_outline
from advisor.reports.training_cards import add_answers, add_cards

Reader = Literal["all", "trainer", "participants"]
BLANK = "." * 20
_ROWS = 6  # of a table to fill in
_LINES = 3  # below a question
_ALONE = 8  # below one that has the page to itself


def sheet_outline(led: Led, knowledge: KnowledgeBase, reader: Reader) -> Outline:
    """Return what is printed for one reader, or for all: each hand-out begins a page."""
    outline = led_outline(led, knowledge) if reader != "participants" else Outline()
    outline.dense = True
    if reader == "participants":
        outline.add(0, called(led))
        outline.paragraph(led.text)
    of_cards = [each for each in (led, *_within(led, knowledge)) if isinstance(each, TrainingExercise)]
    if reader != "participants":
        for exercise in of_cards:
            add_answers(outline, exercise, knowledge)
    if reader != "trainer":
        for hand_out in hand_outs_of(led, knowledge):
            _add_hand_out(outline, hand_out)
        for exercise in of_cards:
            add_cards(outline, exercise, knowledge)
    return outline


def _within(led: Led, knowledge: KnowledgeBase) -> list[TrainingExercise]:
    """Return the exercises that something is made of, each once."""
    names = dict.fromkeys(part.exercise for part in led.parts if part.exercise)
    return [knowledge.entry(name) for name in names]


def _add_hand_out(outline: Outline, hand_out: HandOut) -> None:
    outline.put([PageTitle(hand_out.title)])
    outline.paragraph(hand_out.text)
    for question in hand_out.questions:
        outline.add(1, question)
        outline.to_write(_ALONE if len(hand_out.questions) == 1 else _LINES)
    if hand_out.columns:
        outline.put([_to_fill(hand_out.columns)])


def _to_fill(columns: tuple[str, ...]) -> Table:
    narrow = tuple(Point(f"{column}: {BLANK}", mark=DASH) for column in columns) * _ROWS
    rows = ((BLANK,) * len(columns),) * _ROWS
    return Table(columns, rows, narrow, wraps=True, to_fill=True)
