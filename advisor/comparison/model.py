"""A comparison: the same partnership in several voices, typed, with no more in it than may be shown.

What a comparison may say is settled once, when it is made (`advisor.comparison.privacy`): where it must not
be told who said what, those fields are empty here already, so no page, text or JSON can show them. The
fields and their names are the published JSON contract; `comparison.as_json()` gives it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor._document import Document
from advisor._notebook import Shown
from advisor.advice.knowledge_ref import KnowledgeRef

COMPARISON_SCHEMA_VERSION = 1
View = Literal["open", "counts", "guarded"]
Seat = Literal["centre", "partner", "above", ""]


@dataclass(frozen=True, slots=True)
class Voice:
    """One who answered: `name` as the file says it or `voice 1`, whose `seat` it is, and the day of the file.

    `seat` and `date` are empty where the file does not say.
    """

    name: str
    seat: Seat
    date: str


@dataclass(frozen=True, slots=True)
class AlertRaised:
    """Something that comes before the partnership and that somebody's answers raised; by whom is not told."""

    id: str
    title: str
    text: str
    turn_to: str


@dataclass(frozen=True, slots=True)
class SaidBy:
    """One answer and who gave it: `voices` are places in `Comparison.voices`, from 0.

    `value` is the option's id as seen from the centre, `text` the words that they chose.
    """

    voices: tuple[int, ...]
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What several voices said to one question, or to one item of a list; `id` is `question` or
    `question.item`.

    `not_known` are those who do not know.
    """

    id: str
    question: str
    said: tuple[SaidBy, ...]
    not_known: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A factor that is worth a talk, and how to begin it: `begin` is a sentence that takes no side.

    `name` is its plain name, `title` the study's. Where it may be told (`open`), `apart` says by how many
    stages the voices differ at most, and `answers` which answers make the difference, the best to begin with
    first; otherwise `apart` is None and `answers` are empty.
    """

    factor: str
    name: str
    title: str
    begin: str
    apart: int | None = None
    answers: tuple[Answers, ...] = ()


@dataclass(frozen=True, slots=True)
class FactorSeen:
    """Where each voice stands on a factor: `stages` has one for each, `unknown` where too little is said.

    `sure` is firm or tentative for each, empty where the stage is unknown. `apart` is how many stages lie
    between the voices that differ most, None where fewer than two stages are known.
    """

    factor: str
    name: str
    title: str
    stages: tuple[str, ...]
    sure: tuple[str, ...]
    apart: int | None


@dataclass(frozen=True, slots=True)
class StageCounts:
    """How many voices see something at each stage; `unknown` is one."""

    emerging: int = 0
    developing: int = 0
    confident: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class FactorCounts:
    """How many voices see a factor at each stage; None where that would give one away."""

    factor: str
    name: str
    title: str
    counts: StageCounts | None


@dataclass(frozen=True, slots=True)
class JointStep:
    """Something to do together, and `why`: in a sentence, with the difference that calls for it."""

    id: str
    kind: str
    title: str
    why: str


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(Document, Shown):
    """The same partnership in several voices; everything in it may be shown to whoever reads the page.

    `view` says how much that is. `open`: all agreed that it may be shown who said what. `counts`: they did
    not, and there are enough of them to say how many see what. `guarded`: only what is worth a talk and how
    to begin it; `voices`, `factors`, `counts`, `strong`, `agreed`, `to_tell` and `joint` are empty then.

    `answered` voices of those `asked` (None if that was not said); `left_out` files could not be read, or
    have no answers in them yet. `partnership` is its name, empty where there is none to give; `names`
    are all spellings where they differ. `strong` are the factors that all see as tight, by id, `agreed`
    good answers that all gave alike, `to_tell` what one knows and another does not.
    `joint` is what the rules advise all together because of the differences.
    `talk` is in the order in which to talk of it. `unread` names the files that could not be read, `notes`
    says in sentences what else a reader must know.
    """

    schema_version: int
    knowledge: KnowledgeRef
    view: View
    partnership: str
    names: tuple[str, ...]
    asked: int | None
    answered: int
    left_out: int
    alerts: tuple[AlertRaised, ...]
    notes: tuple[str, ...]
    unread: tuple[str, ...]
    talk: tuple[Topic, ...]
    counts: tuple[FactorCounts, ...]
    voices: tuple[Voice, ...]
    factors: tuple[FactorSeen, ...]
    strong: tuple[str, ...]
    agreed: tuple[Answers, ...]
    to_tell: tuple[Answers, ...]
    joint: tuple[JointStep, ...]

    @property
    def waits(self) -> bool:
        """Return whether more answers are still to come, as far as that is known."""
        return bool(self.left_out) or (self.asked is not None and self.asked > self.answered)
