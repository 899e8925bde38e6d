"""What `--help` says, in the language of the moment."""

from __future__ import annotations

from copy import copy
from inspect import cleandoc  # Python 3.13 has done so already

import click

from advisor._language import _
from advisor._text import harmless_lines


def in_the_language(command: click.Command) -> click.Command:
    """Return a command with its help, and that of its options and commands, in the language of the moment.

    It is a copy, as one process may speak several languages. `tools.catalogue` finds the same texts.
    """
    said = copy(command)
    said.help = _told(command.help) if command.help else None
    said.params = [_option(each) for each in command.params]
    if isinstance(said, click.Group):
        said.commands = {name: in_the_language(each) for name, each in said.commands.items()}
    return said


def _option(parameter: click.Parameter) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    said = copy(parameter)
    said.help = _told(parameter.help)
    return said


def _told(help_: str) -> str:
    """Return a help text in the language of the moment; \\b, which keeps lines as they are, stays in it."""
    return "\b".join(map(harmless_lines, _(cleandoc(help_)).split("\b")))
