"""Tells, beside whatever was asked for, that files of somebody's own are not read; that is no error."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from advisor._command import hint


def tell_unread(folder: Path) -> None:
    """Name on stderr the files of a knowledge base that look as if they should be read and are not."""
    from advisor.knowledge.folder import HEADER
    from advisor.knowledge.unread import told_of, unread

    if (folder / HEADER).is_file():
        _tell(told_of(unread(folder), hint("knowledge", "check", str(folder))))


def tell_unread_scenarios(names: Sequence[str]) -> None:
    """Do the same for each of the names that is a folder of scenarios."""
    from advisor.files.read import is_there
    from advisor.knowledge.unread import told_of, unread_scenarios

    for folder in map(Path, names):
        if is_there(folder) and folder.is_dir():
            _tell(told_of(unread_scenarios(folder)))


def _tell(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(line, err=True)
