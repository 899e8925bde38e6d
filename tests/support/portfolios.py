"""Portfolios made up for tests of what is shown of them: partnerships of each kind, as many as wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from advisor.advice.knowledge_ref import KnowledgeRef
from advisor.cases.gathering import Unread
from advisor.knowledge.sectors import SECTORS
from advisor.portfolio.model import (
    SEEN,
    Cause,
    Cell,
    Circle,
    Counts,
    Factor,
    FirstStep,
    Named,
    Portfolio,
    RaisedAlert,
    Remedy,
    Row,
    Start,
    StartRule,
    ToAnswer,
    Totals,
)

FACTORS = (
    Factor("relational-nourishment", "Relational nourishment", "How people get on and feel about each other"),
    Factor("shared-practice", "Shared practice", "What people do together"),
    Factor("shared-ethos", "Shared ethos", "What people want and believe in"),
    Factor("structures", "Structures", "Agreements, time and rooms"),
)
NAMES = (
    "Physiotherapist",
    "Speech and language therapist",
    "Occupational therapist",
    "Dietician",
    "Community nurse for children",
    "Clinical psychologist",
    "Consultant paediatrician in the community",
    "Health visitors of the north of the town, with the team for those who have just moved",
    "Midwifery",
    "Breastfeeding support",
    "Help to give up smoking",
    "Child protection team",
    "Fostering",
    "Library",
    "Adult learning",
    "Housing department",
    "Advice on debts and benefits",
    "Primary school",
)
SECTOR_OF = ("health",) * 11 + (
    "social-care",
    "social-care",
    "council",
    "education",
    "housing",
    "voluntary",
    "education",
)
STAGES = ("emerging", "developing", "confident", "emerging", "unknown", "developing", "differs")


def made_up(n: int = 54, **changes: Any) -> Portfolio:
    """Return a portfolio of `n` partnerships; every third is assessed, the first of them has an alert."""
    order = [*(sector.id for sector in SECTORS), "unknown"]
    kinds = sorted(range(n), key=lambda i: order.index(_sector(i)))
    rows = tuple(_row(number, i) for number, i in enumerate(kinds, 1))
    named = [Named(row.number, row.name) for row in rows]
    step = FirstStep(
        "technique", "x", "Say back", "Say back what you heard.", "Say back what they said", "you"
    )
    remedy = Remedy("intervention", "y", "An hour to meet", "Meet for an hour.", "Your manager", 3)
    given: dict[str, Any] = {
        "schema_version": 1,
        "knowledge": KnowledgeRef("of-a-test", "1", "0"),
        "factors": FACTORS,
        "alerts": tuple(
            RaisedAlert("child", "A child may be at risk", "It cannot wait.", "Turn to your lead.", (each,))
            for each in named[:1]
        ),
        "rows": rows,
        "circles": tuple(circle(row) for row in rows),
        "sectors": tuple(
            totals([row for row in rows if row.sector == sector], sector)
            for sector in dict.fromkeys(row.sector for row in rows)
        ),
        "total": totals(rows, "all"),
        "start": tuple(Start(each, "heat", "heat-first", "There is a quarrel.", step) for each in named[1:4]),
        "start_rules": (StartRule("heat-first", "Heat first", "What is hot comes first.", "section 5.4"),),
        "to_answer": tuple(ToAnswer(each, "It looks loose.") for each in named[4:10]),
        "well": tuple(named[10:12]),
        "causes": (Cause("c", "barrier", "No time", "Time is short.", False, tuple(named[:5]), n, remedy),),
        "own_part": (Cause("d", "habit", "You carry it", "It is much.", True, tuple(named[:3]), n, None),),
        "near": (("Midwifery", "Midwifery."),),
        "unread": (Unread("broken.yaml", ("broken.yaml:3:1: this is no YAML; look at the line above",)),),
        "faults": (),
    }
    return Portfolio(**given | changes)


def circle(row: Row, **changes: Any) -> Circle:
    """Return the circle of a row."""
    given: dict[str, Any] = {
        "row": row.number,
        "name": row.name,
        "partnership": row.name,
        "sector": row.sector,
        "stage": row.whole,
        "seen": row.seen,
        "assessed": row.assessed,
        "partner": False,
        "alert": bool(row.alerts),
    }
    return Circle(**given | changes)


def totals(rows: Sequence[Row], sector: str) -> Totals:
    """Return the totals of rows."""
    groups = [[row for row in rows if row.assessed is assessed] for assessed in (True, False)]
    whole, own_whole = (_counts(row.whole for row in group) for group in groups)
    factors, own_factors = (
        tuple(_counts(row.cells[i].stage for row in group) for i in range(len(FACTORS))) for group in groups
    )
    title = next((each.title for each in SECTORS if each.id == sector), "Not told")
    return Totals(sector, title, len(groups[0]), len(groups[1]), whole, factors, own_whole, own_factors)


def _counts(stages: Iterable[str]) -> Counts:
    counted = Counter(stages)
    return Counts(**{stage: counted[stage] for stage in SEEN})


def _sector(i: int) -> str:
    return SECTOR_OF[i % len(NAMES)] if i % 9 else SECTORS[i % len(SECTORS)].id if i % 5 else "unknown"


def _row(number: int, i: int) -> Row:
    stage, is_assessed = STAGES[i % len(STAGES)], i % 3 == 0
    seen = ("emerging", "confident") if stage == "differs" and i % 2 else ()
    cells = tuple(
        Cell(
            factor.id,
            factor.title,
            factor.plain,
            STAGES[(i + place) % 6],  # type: ignore[arg-type]
            sure=("firm", "tentative")[i % 2] if is_assessed else None,
            own_view=not is_assessed,
        )
        for place, factor in enumerate(FACTORS)
    )
    name = NAMES[i % len(NAMES)] + (f" {i // len(NAMES) + 1}" if i >= len(NAMES) else "")
    return Row(
        number,
        name,
        (name,),
        _sector(i),
        is_assessed,
        stage,  # type: ignore[arg-type]
        seen,
        cells,
        None,
        ("child",) if number == 1 else (),
        goes_well=False,
        voices=1 + (stage == "differs"),
        dates=1,
        date="2026-11-28",
        sources=(f"{number}.yaml",),
    )
