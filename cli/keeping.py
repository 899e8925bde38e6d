"""What was saved is there, or it is said that it had gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from advisor._language import _

from .prompts import wrapped

if TYPE_CHECKING:
    from advisor.cases.store import CaseStore


def keep_file(store: CaseStore) -> None:
    """See to it that what was saved is there, and say where it had gone; `AdvisorError` if it cannot be."""
    if store.keep():
        click.echo(wrapped(_("The file had gone. It is written anew, with all your answers.")))
