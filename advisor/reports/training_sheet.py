"""A session or exercise on paper: the pages of whoever leads it, hand-outs, cards to cut out, and answers."""

from __future__ import annotations

from typing import Literal

from advisor._language import _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.training import HandOut, Led, TrainingExercise
from advisor.reports.outline import DASH, Outline, PageTitle, Paragraph, Point, Table, Title
from advisor.reports.outline_on_paper import Card, Cards
from advisor.reports.training import called, hand_outs_of, led_outline
from advisor.reports.training_cards import add_answers, add_cards
from advisor.training import exercises_within

Reader = Literal["all", "trainer", "participants"]
BLANK = "." * 20
_ROWS = 12  # of a table to fill in
_LINES = 3  # below a question
_TO_A_SHEET = 8  # cards


def sheet_outline(led: Led, knowledge: KnowledgeBase, reader: Reader) -> Outline:
    """Return what is printed for one reader, or for all: each hand-out begins a page."""
    outline = Outline(dense=True)
    within = exercises_within(led, knowledge)
    dealt_in = [each for each in (led, *within) if isinstance(each, TrainingExercise)]
    if reader != "participants":
        outline.put(led_outline(led, knowledge).blocks)
        for exercise in within:
            _add_own_page(outline, led_outline(exercise, knowledge))
        for exercise in dealt_in:
            add_answers(outline, exercise, knowledge)
    if reader != "trainer":
        for hand_out in hand_outs_of(led, knowledge):
            _add_hand_out(outline, hand_out)
        for exercise in dealt_in:
            add_cards(outline, exercise, knowledge)
    if not outline.blocks:
        outline.put([Title(called(led)), Paragraph(led.text)])
    outline.blocks[0] = Title(outline.title)  # the first page is begun already
    return outline


def _add_own_page(outline: Outline, other: Outline) -> None:
    """Add another outline on a page of its own."""
    outline.put([PageTitle(other.title), *other.blocks[1:]])


def _add_hand_out(outline: Outline, hand_out: HandOut) -> None:
    """Add a page for each person; one that asks a single thing is a card, and there is a sheet of those."""
    if len(hand_out.questions) == 1:
        card = Card(hand_out.title, hand_out.questions[0], hand_out.text)
        outline.put([PageTitle(_("{title}: to cut out").format(title=hand_out.title))])
        outline.put([Cards((card,) * _TO_A_SHEET)])
        return
    outline.put([PageTitle(hand_out.title)])
    outline.paragraph(hand_out.text)
    for question in hand_out.questions:
        outline.add(1, question)
        outline.to_write(_LINES)
    if hand_out.columns:
        outline.put([_to_fill(hand_out.columns)])


def _to_fill(columns: tuple[str, ...]) -> Table:
    narrow = tuple(Point(f"{column}: {BLANK}", mark=DASH) for column in columns) * _ROWS
    rows = ((BLANK,) * len(columns),) * _ROWS
    return Table(columns, rows, narrow, wraps=True, to_fill=True)
