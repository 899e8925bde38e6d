"""`advisor compare` with two `--knowledge`: what another knowledge base changes, and through which rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import width_for
from .output import put_out

if TYPE_CHECKING:
    from advisor.cases.case import Case
    from advisor.comparison import Across
    from advisor.knowledge.base import KnowledgeBase

SHIPPED = "shipped"  # the knowledge base that comes with the program, unless a folder here is called so
Named = tuple[str, "Case"]


def compare_versions(cases: tuple[str, ...], old: Path, new: Path, format_: str, output: Path | None) -> None:
    """Show what the new knowledge base changes on each of `cases`; `NothingReadError` if none can be read."""
    from advisor.cases import NothingReadError, Unread
    from advisor.comparison import across

    bases = _loaded(old), _loaded(new)
    found = across(_named(cases, *bases), *bases)
    for unread in found.unread if found.cases else ():
        for line in unread.said:
            click.echo(line, err=True)
    if not found.cases:
        raise NothingReadError(Unread(each.name, each.said) for each in found.unread)
    put_out(_written(found, format_, output), output, format_)


def _loaded(folder: Path) -> KnowledgeBase:
    from advisor.inference.cache import knowledge_in

    return knowledge_in(None if str(folder) == SHIPPED and not folder.exists() else folder)


def _named(cases: tuple[str, ...], old: KnowledgeBase, new: KnowledgeBase) -> Iterator[Path | Named]:
    """Yield files and folders as paths, and what stands in a scenario or a table as a case with its name."""
    from advisor.api import TABLE_SUFFIXES
    from advisor.knowledge.folder import SCENARIO_PREFIX

    for case in cases:
        table = case.rpartition("#")[0] or case
        if case.startswith(SCENARIO_PREFIX) or Path(table).suffix.lower() in TABLE_SUFFIXES:
            yield case, _read(case, old, new)
        else:
            yield Path(case)


def _read(case: str, old: KnowledgeBase, new: KnowledgeBase) -> Case:
    """Return the case of a scenario or a row as the new knowledge base has it, or else the old."""
    from advisor.api import Advisor
    from advisor.errors import InputError

    try:
        return Advisor(new, "columnar").read_case(case)
    except InputError:
        try:
            return Advisor(old, "columnar").read_case(case)
        except InputError:
            pass
        raise


def _written(found: Across, format_: str, output: Path | None) -> str | bytes:
    if format_ == "json":
        return found.as_json()
    if format_ == "csv":
        from advisor.reports.across_csv import across_csv

        return across_csv(found)
    from advisor.reports import write_outline
    from advisor.reports.across import across_outline

    return write_outline(across_outline(found), format_, width_for(output))
