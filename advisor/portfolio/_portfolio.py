"""The portfolio of a centre: from a folder of cases, or a table, to all that can be said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from advisor._command import hint, typed_or_called, way
from advisor._language import _
from advisor.advice.knowledge_ref import KnowledgeRef
from advisor.advice.reasoner import Reasoner
from advisor.cases.gathering import (
    Gathered,
    NothingReadError as NothingReadError,
    Unread,
    gathered,
    partnerships,
)
from advisor.cases.here import may_be_cases_in
from advisor.cases.naming import name_key
from advisor.cases.near import near_names
from advisor.errors import AdvisorError
from advisor.files.read import quoted
from advisor.knowledge.base import KnowledgeBase
from advisor.portfolio.causes import Common
from advisor.portfolio.entered import Entered, circles_of, of_files, of_table, order_of
from advisor.portfolio.factors import factors_of
from advisor.portfolio.judged import Judged, judged
from advisor.portfolio.model import PORTFOLIO_SCHEMA_VERSION, Factor, Named, Portfolio, RaisedAlert
from advisor.portfolio.own_views import TABLES, OwnView, OwnViews, own_views, sectors_said, tables_in
from advisor.portfolio.rounds import Round, latest_round, of_one_person, one_person
from advisor.portfolio.start import Starting
from advisor.portfolio.stated import Stated
from advisor.portfolio.totals import totals_of


def portfolio(
    where: Path | str,
    knowledge: KnowledgeBase,
    tables: Iterable[Path | str] = (),
    *,
    to_show: bool = False,
    reasoner: Reasoner | None = None,
) -> Portfolio:
    """Return the portfolio of the cases and tables in a folder, or of one table.

    `tables` are further ones. What a table says is the leader's own view: a case of the same partnership or
    partner stands in its place. With `to_show` nothing is said of the leader herself, so that others may read
    it. Files that cannot be read are told in the result; `AdvisorError` if none can, or a named table.
    """
    where, named = Path(where), [*map(Path, tables)]
    stated, factors = Stated(knowledge), factors_of(knowledge)
    found, views = _read(where, named, knowledge, factors)
    alone = of_one_person(found.files)
    rounds = [latest_round(each, stated.round_days, is_alone=alone) for each in partnerships(found.files)]
    reasoner = reasoner or Reasoner(knowledge, "columnar")
    said = sectors_said(views.rows)
    entered = [of_files(each, _voices(each, reasoner), factors, said) for each in rounds]
    kept = _not_replaced(views.rows, rounds)
    rows_of = Counter(name_key(view.partnership) for view in kept if view.partnership)
    own = (of_table(view, factors, rows_of[name_key(view.partnership)] > 1) for view in kept)
    rows = sorted([*entered, *own], key=order_of)
    rows = [replace(each, row=replace(each.row, number=number)) for number, each in enumerate(rows, 1)]
    own_part = not to_show and one_person(rounds)
    starting, common = Starting(knowledge, stated, own_part), Common(knowledge, stated)
    sectors, total = totals_of([each.row for each in rows], len(factors))
    return Portfolio(
        schema_version=PORTFOLIO_SCHEMA_VERSION,
        knowledge=KnowledgeRef(knowledge.name, knowledge.version, knowledge.digest),
        factors=factors,
        alerts=_alerts(rows, knowledge),
        rows=tuple(each.row for each in rows),
        circles=tuple(circle for each in rows for circle in circles_of(each)),
        sectors=sectors,
        total=total,
        start=starting.start(rows),
        start_rules=stated.told(own_part),
        to_answer=starting.to_answer(rows),
        well=tuple(Named(each.row.number, each.row.name) for each in rows if each.row.goes_well),
        causes=common.causes(rows, own_part=False),
        own_part=common.causes(rows, own_part=True) if own_part else (),
        near=_near(rounds, kept),
        unread=(*_told(found.unread, rounds), *views.unread),
        faults=views.faults,
    )


def _read(
    where: Path, tables: Sequence[Path], knowledge: KnowledgeBase, factors: Sequence[Factor]
) -> tuple[Gathered, OwnViews]:
    """Return the cases and the rows of tables; `AdvisorError` if there is nothing that can be read."""
    if where.suffix.lower() in TABLES and not where.is_dir():
        return Gathered(()), own_views([where, *tables], [], factors)
    names = may_be_cases_in(where)
    lying = [path for path in tables_in(where) if path not in tables]
    views = own_views(tables, lying, factors)
    found = gathered(where, knowledge) if names else Gathered(())
    if found.files or views.rows:
        return found, views
    unread = (*found.unread, *views.unread)
    if unread:
        raise NothingReadError(unread)
    what = _("{folder}: neither a case nor a table of partners lies here").format(folder=quoted(where))
    begin = _("name a folder with files of cases, or begin a table with: {command}")
    remedy = typed_or_called(
        begin.format(command=hint("portfolio", "--new", "partners.csv")),
        _("name a folder with files of cases, or a table of partners"),
    )
    raise AdvisorError(_("{what}; {remedy}").format(what=what, remedy=remedy))


def _told(unread: Sequence[Unread], rounds: Iterable[Round]) -> tuple[Unread, ...]:
    """Return the files that are no cases; without what is wrong where voices are held back.

    That could quote an answer of one of them.
    """
    if all(each.view == "open" for each in rounds):
        return tuple(unread)
    said = _("{file}: this cannot be read; whoever wrote it can see why with: {command}")
    names = [each.name for each in unread]
    ways = [way(("advise", name), "read_case", name) for name in names]
    return tuple(
        Unread(name, (said.format(file=name, command=command),))
        for name, command in zip(names, ways, strict=True)
    )


def _voices(round_: Round, reasoner: Reasoner) -> list[Judged]:
    """Return what the advice on each voice of a round says."""
    return [judged(file.case, reasoner.advise(file.case), reasoner.knowledge) for file in round_.voices]


def _not_replaced(views: Iterable[OwnView], rounds: Sequence[Round]) -> list[OwnView]:
    """Return the rows of tables that no case stands in the place of, by its partnership or a partner."""
    taken = {name_key(each.name) for each in rounds}
    taken |= {
        name_key(name)
        for each in rounds
        for file in each.voices
        for name in (file.case.partnership, *(partner.name for partner in file.case.partners))
    }
    return [view for view in views if not view.keys & taken]


def _alerts(rows: Sequence[Entered], knowledge: KnowledgeBase) -> tuple[RaisedAlert, ...]:
    """Return each alert once, with where it was raised."""
    found: list[RaisedAlert] = []
    for alert in knowledge.of_kind("alert"):
        where = tuple(Named(each.row.number, each.row.name) for each in rows if alert.id in each.row.alerts)
        if where:
            found.append(RaisedAlert(alert.id, alert.title, alert.text, alert.turn_to, where))
    return tuple(found)


def _near(rounds: Sequence[Round], views: Sequence[OwnView]) -> tuple[tuple[str, str], ...]:
    """Return the names that may mean one: of partnerships, and of rows with a partner in a case."""
    placed = {name for view in views for name in (view.partner, view.partnership) if name}
    named = {each.name for each in rounds} | placed
    partners = {partner.name for each in rounds for file in each.voices for partner in file.case.partners}
    pairs = near_names(sorted(named | partners))
    return tuple(pair for pair in pairs if named.issuperset(pair) or placed.intersection(pair))
