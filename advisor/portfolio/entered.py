"""One partnership on its way into the portfolio: from case files, or from a row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from advisor.cases.case import Case, Partner
from advisor.cases.naming import name_key
from advisor.cases.sectors import sector_named
from advisor.knowledge.sectors import SECTORS
from advisor.knowledge.terms import STAGES
from advisor.portfolio.judged import Judged, whole_of
from advisor.portfolio.model import NO_SECTOR, SEVERAL_SECTORS, Cell, Circle, Factor, Row, Seen
from advisor.portfolio.own_views import OwnView
from advisor.portfolio.rounds import Round

STANDS: dict[str, Seen] = {"tight": "confident", "in-between": "developing", "loose": "emerging"}
IN_ORDER = (*(sector.id for sector in SECTORS), SEVERAL_SECTORS, NO_SECTOR)


@dataclass(frozen=True, slots=True)
class Entered:
    """A partnership with what leads it (`judged`, None if nothing may), and what each voice says."""

    row: Row
    judged: Judged | None = None
    is_the_centres: bool = False
    partners: tuple[tuple[str, str, Seen], ...] = ()  # of several: name, sector, and as she sees it


def of_files(
    round_: Round,
    voices: Sequence[Judged],
    factors: Sequence[Factor],
    sectors: Mapping[str, str] = MappingProxyType({}),
) -> Entered:
    """Return a partnership of which files tell; `voices` are those of the round, in its order.

    `sectors` are those that rows of tables give by the keys of names: they say what no file says.
    """
    leads = None if round_.leads is None else voices[round_.voices.index(round_.leads)]
    case = (round_.leads or round_.voices[-1]).case
    placed = case.partners if leads is not None else ()  # where she placed them is an answer too
    stands = STANDS.get(placed[0].stands or "") if len(placed) == 1 else None
    shown = [each for each in voices if each.assessed] if round_.view == "open" else []
    assessed = leads.assessed if leads is not None else any(each.assessed for each in voices)
    whole, seen = _together([each.whole for each in shown], leads.whole if leads else "unknown")
    if not assessed and whole == "unknown" and stands is not None:
        whole = stands
    row = Row(
        number=0,
        name=round_.name,
        partners=tuple(partner.name for partner in case.partners),
        sector=_sector_of(round_.name, case, sectors),
        assessed=assessed,
        whole=whole,
        seen=seen,
        cells=tuple(_cell(place, factor, leads, shown) for place, factor in enumerate(factors)),
        stands=stands,
        alerts=tuple(dict.fromkeys(alert for each in voices for alert in each.alerts)),
        goes_well=leads is not None and leads.goes_well and whole == "confident" and assessed,
        voices=len(voices),
        dates=round_.dates,
        date=None if round_.date is None else round_.date.isoformat(),
        sources=round_.names,
        view=round_.view,
    )
    return Entered(row, leads, round_.is_the_centres, tuple(_standing(placed, sectors)))


def of_table(view: OwnView, factors: Sequence[Factor], with_partner: bool = False) -> Entered:
    """Return a partnership of which only a row of a table tells; `with_partner` behind its name."""
    cells = tuple(
        Cell(factor.id, factor.title, factor.plain, _stage(stage), own_view=stage != "unknown")
        for factor, stage in zip(factors, view.stages, strict=True)
    )
    row = Row(
        number=0,
        name=f"{view.name}: {view.partner}" if with_partner else view.name,
        partners=(view.partner,),
        sector=_sector([view.sector]),
        assessed=False,
        whole=whole_of(view.stages),
        seen=(),
        cells=cells,
        stands=None,
        alerts=(),
        goes_well=False,
        voices=0,
        dates=0,
        date=None,
        sources=(f"{view.file}#{view.row}",),
    )
    return Entered(row)


def circles_of(entered: Entered) -> list[Circle]:
    """Return what of a partnership is on the map: itself, and of several partners those that she placed."""
    row = entered.row
    common = {"row": row.number, "partnership": row.name, "alert": bool(row.alerts)}
    own = Circle(
        name=row.name,
        sector=row.sector,
        stage=row.whole,
        seen=row.seen,
        assessed=row.assessed,
        partner=False,
        **common,  # type: ignore[arg-type]  # each is of its field's type
    )
    partners = [
        Circle(name=name, sector=sector, stage=stage, seen=(), assessed=False, partner=True, **common)  # type: ignore[arg-type]  # each is of its field's type
        for name, sector, stage in entered.partners
    ]
    return [own, *partners]


def order_of(entered: Entered) -> tuple[object, ...]:
    """Return what rows are sorted by: those with an alert first, then by sector, then by name."""
    row = entered.row
    return not row.alerts, IN_ORDER.index(row.sector), name_key(row.name), row.name, row.partners, row.sources


def _cell(place: int, factor: Factor, leads: Judged | None, voices: Sequence[Judged]) -> Cell:
    if leads is None:
        return Cell(factor.id, factor.title, factor.plain, "unknown")
    known = [each.stages[place] for each in voices if not each.own_views[place]]
    stage, seen = _together(known, leads.stages[place])
    sure = None if leads.own_views[place] or seen or stage == "unknown" else leads.sure[place]
    return Cell(factor.id, factor.title, factor.plain, stage, seen, sure, leads.own_views[place] and not seen)


def _together(stages: Iterable[str], leading: str) -> tuple[Seen, tuple[str, ...]]:
    """Return the stage that all voices see, or that they differ and which they see.

    A voice that does not know differs from none. Nothing is averaged.
    """
    said = set(stages)
    seen = tuple(stage for stage in STAGES if stage in said)
    if len(seen) > 1:
        return "differs", seen
    if leading == "unknown" and seen:
        return seen[0], ()
    return _stage(leading), ()


def _stage(word: str) -> Seen:
    return next((stage for stage in STAGES if stage == word), "unknown")


def _sector(words: Iterable[str]) -> str:
    """Return the one sector of all partners that have one, `several` where there are more."""
    found = {sector.id for word in words if word and (sector := sector_named(word)) is not None}
    if len(found) > 1:
        return SEVERAL_SECTORS
    return next(iter(found), NO_SECTOR)


def _sector_of(name: str, case: Case, said: Mapping[str, str]) -> str:
    """Return the sector of a partnership: that of its partners or, where that is not one, what a row says."""
    found = _sector(_sectors_of(case.partners, said))
    by_row = _sector([said.get(name_key(name), "")])
    return by_row if found in (SEVERAL_SECTORS, NO_SECTOR) and by_row != NO_SECTOR else found


def _sectors_of(partners: Sequence[Partner], said: Mapping[str, str]) -> list[str]:
    """Return the sector of each partner; where the case has none that is known, what a row says."""
    return [
        partner.sector or ""
        if _sector([partner.sector or ""]) != NO_SECTOR
        else said.get(name_key(partner.name), "")
        for partner in partners
    ]


def _standing(partners: Sequence[Partner], said: Mapping[str, str]) -> list[tuple[str, str, Seen]]:
    """Return each of several partners that the leader placed: name, sector and stage."""
    if len(partners) < 2:
        return []
    return sorted(
        (partner.name, _sector([sector]), STANDS[partner.stands])
        for partner, sector in zip(partners, _sectors_of(partners, said), strict=True)
        if partner.stands is not None
    )
