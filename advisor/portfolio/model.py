"""The portfolio: all partnerships of one centre, typed.

The fields and their names are the published JSON contract (docs/portfolio.md); `portfolio.as_json()` gives
it. Pages and pictures are made from these alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from advisor._notebook import Shown
from advisor.advice.knowledge_ref import KnowledgeRef
from advisor.cases.gathering import Unread

if TYPE_CHECKING:
    from pydantic import TypeAdapter

PORTFOLIO_SCHEMA_VERSION = 1
Seen = Literal["confident", "developing", "emerging", "differs", "unknown"]
SEEN: tuple[Seen, ...] = ("confident", "developing", "emerging", "differs", "unknown")
SEVERAL_SECTORS, NO_SECTOR = "several", "unknown"  # beside the ids of the ten
StartBy = Literal["heat", "held-back", "first-step"]
View = Literal["open", "own", "guarded"]


@dataclass(frozen=True, slots=True)
class Named:
    """A partnership that something is said of: the number of its row, from 1, and its name."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one factor stands in one partnership.

    `stage` is `differs` where voices are a stage or more apart: it is never an average. `seen` are then the
    stages that they see, the loosest first, if all of them may be shown (empty otherwise). `sure` is firm or
    tentative where a stage is known from answers; None elsewhere, and always where it is only an own view.
    """

    factor: str
    title: str
    plain: str
    stage: Seen
    seen: tuple[str, ...] = ()
    sure: str | None = None
    own_view: bool = False


@dataclass(frozen=True, slots=True)
class RaisedAlert:
    """Something that comes before every partnership, and where it was raised. It counts and ranks nowhere."""

    id: str
    title: str
    text: str
    turn_to: str
    partnerships: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One partnership.

    `number` is its place among the rows. `assessed` says that questions were answered on it: what was only
    entered in a table, or placed as a whole in a case, is the leader's own view. `whole` is how it stands as
    a whole. `stands` is how close its only partner is in her own view, None if she did not say or there are
    several partners. `voices` counts those whose answers are of the latest round, `dates` the dates of all
    files; `date` is the latest, in the form 2026-11-28. `sources` are the files, or the row of a table.
    `alerts` are ids.

    `view` is `open` where everybody in the latest round may be shown, or there is one voice. Otherwise
    nothing of what the others said is shown, not even whether it differs: `own` shows the centre's own voice
    as if it were the only one, `guarded` shows no stage at all, since no voice is plainly the centre's.
    """

    number: int
    name: str
    partners: tuple[str, ...]
    sector: str
    assessed: bool
    whole: Seen
    seen: tuple[str, ...]
    cells: tuple[Cell, ...]
    stands: str | None
    alerts: tuple[str, ...]
    goes_well: bool
    voices: int
    dates: int
    date: str | None
    sources: tuple[str, ...]
    view: View = "open"


@dataclass(frozen=True, slots=True)
class Circle:
    """One thing on the map: a partnership, or one of its several partners as the leader sees it.

    `row` is the number of the partnership's row. `partner` says that it is one of several partners, whose
    `stage` is the leader's own view of it; the partnership has a circle of its own. What is not `assessed`
    is an own view and hatched. `seen` are the stages of voices that differ, if they may be shown.
    """

    row: int
    name: str
    partnership: str
    sector: str
    stage: Seen
    seen: tuple[str, ...]
    assessed: bool
    partner: bool
    alert: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many partnerships stand where."""

    confident: int = 0
    developing: int = 0
    emerging: int = 0
    differs: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """The totals of one sector, or of all (`sector` is `all`): those assessed, and apart from them own views.

    `factors` and `own_factors` give the counts of each factor in the order of `Portfolio.factors`.
    """

    sector: str
    title: str
    assessed: int
    own_views: int
    whole: Counts
    factors: tuple[Counts, ...]
    own_whole: Counts
    own_factors: tuple[Counts, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """One of the four factors: its id, the study's name for it, the plain one, and a word for a column."""

    id: str
    title: str
    plain: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """How to begin: what comes first in the plan of a partnership's advice."""

    kind: str
    id: str
    title: str
    text: str
    short: str
    led_by: str


@dataclass(frozen=True, slots=True)
class Start:
    """A partnership to start with, and why. There are three at most, the first to begin with.

    `by` is the stated rule that put it here, `rule` its id in the knowledge base; `why` says the reason.
    What is `own_part` is said to the leader alone.
    """

    partnership: Named
    by: StartBy
    rule: str
    why: str
    step: FirstStep | None
    own_part: bool = False


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A partnership that is only an own view: answer the questions for it. The first is to begin with."""

    partnership: Named
    why: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do once about a cause: what rests most on it in those partnerships, and who leads it."""

    kind: str
    id: str
    title: str
    text: str
    led_by: str
    advised_in: int


@dataclass(frozen=True, slots=True)
class Cause:
    """Something behind several partnerships: a finding, inertia, barrier, pattern, or a habit of her own.

    `of` is how many were assessed. `own_part` is what she brings herself: said kindly, and to her alone.
    """

    id: str
    kind: str
    title: str
    text: str
    own_part: bool
    partnerships: tuple[Named, ...]
    of: int
    remedy: Remedy | None


@dataclass(frozen=True, slots=True)
class RowFault:
    """Something wrong with a row of a table: which, in which file, what it is, and what to try."""

    file: str
    row: int
    said: str


@dataclass(frozen=True, slots=True)
class StartRule:
    """One of the stated rules by which it was put what to start with, in their order."""

    id: str
    title: str
    text: str
    source: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Portfolio(Shown):
    """All partnerships of a centre.

    `rows` have those with an alert first, then the order of the sectors, the unknown last, then of names.
    `well` are those that go well. `own_part` are causes that lie with the leader; they are there only where
    all of the centre's own files are one person's. `near` are names that may mean one partnership. `unread`
    are files that could not be read, `faults` the rows that were taken only as far as they are sound.
    """

    schema_version: int
    knowledge: KnowledgeRef
    factors: tuple[Factor, ...]
    alerts: tuple[RaisedAlert, ...]
    rows: tuple[Row, ...]
    circles: tuple[Circle, ...]
    sectors: tuple[Totals, ...]
    total: Totals
    start: tuple[Start, ...]
    start_rules: tuple[StartRule, ...]
    to_answer: tuple[ToAnswer, ...]
    well: tuple[Named, ...]
    causes: tuple[Cause, ...]
    own_part: tuple[Cause, ...]
    near: tuple[tuple[str, str], ...]
    unread: tuple[Unread, ...]
    faults: tuple[RowFault, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the portfolio as plain data, its keys in the order of the contract."""
        found: dict[str, Any] = _adapter().dump_python(self, mode="json")
        return found

    def as_json(self) -> str:
        """Return the portfolio as JSON text, its keys in the order of the contract."""
        return _adapter().dump_json(self, indent=2).decode() + "\n"


def _adapter() -> TypeAdapter[Portfolio]:
    """Return what writes a portfolio as JSON; made once."""
    if not _MADE:
        from pydantic import TypeAdapter

        _MADE.append(TypeAdapter(Portfolio))
    return _MADE[0]


_MADE: list[TypeAdapter[Portfolio]] = []
