"""The entries of a knowledge base: what can be said, asked and advised, each with its source.

The words are those of the matrix (Vaggers 2014, Table 5.6), of Gray's interventions (Appendix 7)
and of Fullan's reminders (section 3.2.6); the texts live in `knowledge/`, never here.
"""

from __future__ import annotations

from typing import Literal

from advisor.knowledge.conditions import Condition
from advisor.knowledge.model import Model, record
from advisor.knowledge.otherwise import SaidOtherwise
from advisor.knowledge.terms import Heat, Id, Level, Text, Tone

LONGEST_SHORT = 90  # letters: one line of a narrow screen, with its number


@record
class Source(Model):
    """Where a thought rests: a work of the list, the place in it, and the page."""

    work: Id
    at: Text
    page: int | None = None


@record
class Work(Model):
    """A published work, or another ground that entries point to; `unpublished` if it is our own judgement.

    One that is `recalled` is named from memory and was not looked up: what is said of it is not checked.
    """

    id: Id
    title: Text
    via: Id | None = None
    unpublished: bool = False
    recalled: bool = False


@record
class Ground(Model):
    """A published work that says something close to what a rule says, and what that is, in a sentence."""

    work: Id
    claim: Text


@record
class Entry(Model):
    """What every entry has; `said_otherwise` has texts for cases in which something is known.

    `no_meeting` says why no meeting of all should be called while this is so, or comes first, unless answers
    lift that (`no_meeting_unless`). `source_term` is what the source calls it, where the plain title differs.
    """

    id: Id
    title: Text
    text: Text
    source: Source
    source_term: Text | None = None
    no_meeting: Text | None = None
    no_meeting_unless: Condition | None = None
    said_otherwise: tuple[SaidOtherwise, ...] = ()


@record
class Advisable(Entry):
    """What can be advised; `short` says in an imperative of at most `LONGEST_SHORT` letters what to do."""

    short: Text | None = None


@record
class Stages(Model):
    """What is seen of a factor at each stage."""

    emerging: Text
    developing: Text
    confident: Text


@record
class Factor(Entry):
    """One of the four factors; `in_a_word` stands over a narrow column, `talk_begins` begins a talk of it."""

    stages: Stages
    in_a_word: Text | None = None
    talk_begins: Text | None = None


@record
class Precondition(Advisable):
    """A pre-condition for growth, held by one factor."""

    factor: Id
    first_step: Text
    who: Literal["leader", "together", "above"]


@record
class Shift(Advisable):
    """A shift in the leader's own practice, held by one factor."""

    factor: Id
    try_this: Text


@record
class DegenerativeBehaviour(Entry):
    """What a leader does that makes it worse, and the shift that answers it."""

    instead: Id


@record
class Inertia(Entry):
    """A form of inertia, or a sign of it."""

    form: Literal["form", "sign"]


@record
class Barrier(Entry):
    """What stands in the way from outside."""


@record
class Alert(Entry):
    """Something that comes before the partnership, and stands at the head of every advice where it is raised.

    It is no verdict: `text` says what it means and what not, `turn_to` whom to turn to. `question` is the one
    that asks for it; while that is open it is asked before all else.
    """

    turn_to: Text
    question: Id


@record
class RelationshipDimension(Entry):
    """One of the five dimensions of a relationship."""

    ask: Text


@record
class Lead(Model):
    """Who may lead an intervention."""

    standing: Level
    neutrality: Level
    who: Text


@record
class Intervention(Advisable):
    """One of Gray's eight intervention tasks."""

    plain: Text
    lead: Lead
    needs: tuple[Text, ...]
    first_step: Text
    watch_for: tuple[Text, ...]


@record
class Helper(Entry):
    """Somebody else who may have to lead an intervention.

    `ask` says how to win them; `without` what to do where the leader has nobody such (she said no to
    `item` of a checklist, written QUESTION.ITEM).
    """

    ask: Text
    without: Text
    item: str | None = None


@record
class Technique(Advisable):
    """A named way of doing one or more interventions."""

    interventions: tuple[Id, ...]
    how: Text


@record
class Reminder(Advisable):
    """One of Fullan's six reminders about change."""

    so_what: Text


@record
class Process(Advisable):
    """One of the four leadership processes."""

    in_practice: Text


@record
class Borderland(Advisable):
    """Where two leadership processes meet."""

    joins: tuple[Id, Id]


@record
class Tool(Advisable):
    """A boundary object or an exercise."""

    form: Literal["boundary-object", "exercise"]
    use: Literal["alone", "group", "either"]
    minutes: int
    steps: tuple[Text, ...]


@record
class Finding(Entry):
    """What a rule can conclude about a case; one of the tone `question` is put to the leader as such."""

    tone: Tone
    factor: Id | None = None


@record
class LookAlike(Model):
    """A pattern that looks much the same, and the question that tells the two apart."""

    pattern: Id
    question: Id
    tells: Text


@record
class Pattern(Entry):
    """A recognisable situation that several signs together make likely; `strength` if it is no trouble.

    One with `heat` leads whatever else there is, as soon as one sign goes to its heart.
    `question` is told in the place of `text` while the pattern is only possible.
    """

    question: Text | None = None
    tone: Literal["strength"] | None = None
    heat: Heat | None = None
    calls_for: Text
    makes_worse: Text
    look_alikes: tuple[LookAlike, ...] = ()
