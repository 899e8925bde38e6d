"""How each partnership stands, on the table and on the map, and how many stand where: typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor.knowledge.terms import Sure

Seen = Literal["confident", "developing", "emerging", "differs", "unknown"]
SEEN: tuple[Seen, ...] = ("confident", "developing", "emerging", "differs", "unknown")
SEVERAL_SECTORS, NO_SECTOR = "several", "unknown"  # beside the ids of the ten
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
    sure: Sure | None = None
    own_view: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One partnership.

    `number` is its place among the rows. `assessed` says that questions were answered on it: what was only
    entered in a table, or placed as a whole in a case, is the leader's own view. `whole` is how it stands as
    a whole. `stands` is how close its only partner is in her own view, None if she did not say or there are
    several partners. `voices` counts those whose answers are of the latest round, `dates` the dates of all
    files; `date` is the latest, in the form 2026-11-28. `sources` are the files, or the row of a table.
    `alerts` are ids.

    `view` is `open` where everybody in the latest round may be shown, or it is the centre's voice alone, or
    whoever looks wrote all there is. Otherwise
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
