"""Tells, beside whatever was asked for, that files of somebody's own are not read; that is no error."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from advisor._command import hint


def tell_unread(folder: Path) -> None:
    """Name on stderr the files of a knowledge base that look as if they should be read and are not."""
    from advisor.files.read import is_there
    from advisor.knowledge.folder import HEADER
    from advisor.knowledge.unread import told_of, unread

    if is_there(folder / HEADER):
        _tell(told_of(unread(folder), hint("knowledge", "check", str(folder))))


def tell_unread_scenarios(names: Sequence[str]) -> None:
    """Do the same for each name that is a folder of scenarios; what lies in another of them is read."""
    from advisor.files.read import is_there
    from advisor.knowledge.unread import told_of, unread_scenarios

    folders = [Path(name) for name in names if is_there(Path(name)) and Path(name).is_dir()]
    for folder in folders:
        _tell(told_of(unread_scenarios(folder, folders)))


def _tell(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(line, err=True)
