"""Tells, beside whatever was asked for, what of somebody's own files is not read; that is no error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def tell_cut(paths: Iterable[Path]) -> None:
    """Name on stderr the texts in files of somebody's own that a hash cuts off."""
    from advisor.files.read import display_name, read_bytes
    from advisor.files.yaml_cut import cut_texts

    for path in paths:
        name = display_name(path)
        _tell([*map(str, cut_texts(read_bytes(path, name)[0], name))])


def _tell(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(line, err=True)
