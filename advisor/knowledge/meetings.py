"""Meetings of an hour: what a page for the table is made of."""

from __future__ import annotations

from advisor.knowledge.entries import Entry
from advisor.knowledge.model import Model, record
from advisor.knowledge.terms import Id, Text

MEETING_MINUTES = 40  # of an hour: arriving and agreeing take the rest


@record
class MeetingStep(Model):
    """A part of a meeting: how long it takes, what it is called, and what is done in it."""

    minutes: int
    title: Text
    text: Text


@record
class ToFill(Model):
    """A sheet that is filled in together: its title and the headings of its columns."""

    title: Text
    columns: tuple[Text, ...]


@record
class Meeting(Entry):
    """A meeting of an hour; `text` says in a sentence what it is for, the rest which entries it serves.

    One that serves rules fits the first step as they word it, and comes before all others.

    Everybody at the table may read all of it. The steps take `MEETING_MINUTES` together.
    It `looks_back` if they ask themselves what came of the last agreement.
    """

    interventions: tuple[Id, ...] = ()
    techniques: tuple[Id, ...] = ()
    preconditions: tuple[Id, ...] = ()
    tools: tuple[Id, ...] = ()
    rules: tuple[Id, ...] = ()
    looks_back: bool = False
    steps: tuple[MeetingStep, ...]
    materials: tuple[Text, ...]
    roles: tuple[Text, ...]
    questions: tuple[Text, ...]
    care: tuple[Text, ...] = ()
    to_fill: ToFill
