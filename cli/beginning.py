"""`advisor` alone at a terminal asks what one wants: begin, go on with a case that lies here, an example."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from advisor._command import hint
from advisor._language import N_, _
from advisor._text import shown_name
from advisor.cases.here import EXAMPLE, cases_in, free_name_in

from .prompts import wrapped
from .replies import cleaned
from .typed import is_at_terminal, read_line

WHAT_IT_IS = N_("Reasoned advice for leaders of partnerships that are stuck.")
MOST_OFFERED = 5  # cases; whoever has more names one
STOP = ("s", "q", "stop", "quit", "exit")


def may_ask() -> bool:
    """Return whether somebody sits there who reads and types."""
    return is_at_terminal() and sys.stdout.isatty()


def what_is_wanted(folder: Path) -> list[str]:
    """Ask, and return the words of the command that does it; none where nothing is wanted."""
    ways = _ways(folder)
    click.echo(wrapped(f"{_(WHAT_IT_IS)} {_('What would you like to do?')}"))
    click.echo()
    for number, (told, _words) in enumerate(ways, 1):
        click.echo(wrapped(told, f"{number:>3}  ", "     "))
    click.echo(
        "\n" + wrapped(_("Type a number; s stops. All commands: {command}").format(command=hint("--help")))
    )
    while (line := read_line()) is not None:
        said = cleaned(line).lower().rstrip(".)")
        if said in STOP:
            break
        if said.isascii() and said.isdigit() and 0 < int(said[:3]) <= len(ways):
            return ways[int(said[:3]) - 1][1]
        click.echo(wrapped(_("Type a number from 1 to {n}, or s.").format(n=len(ways))))
    return []


def _ways(folder: Path) -> list[tuple[str, list[str]]]:
    """Return what can be done here, each with the words of its command."""
    cases = cases_in(folder)
    begin = _("Begin: answer questions about a partnership (about twelve minutes)")
    if cases:
        begin = _("Begin: answer questions about another partnership (about twelve minutes)")
    ways = [(begin, ["interview", str(free_name_in(folder))])]
    for case in map(str, cases[:MOST_OFFERED]):
        name = shown_name(case)
        ways.append((_("Go on with the questions in {file}").format(file=name), ["interview", case]))
        ways.append((_("See the advice on {file}").format(file=name), ["advise", case]))
    return [*ways, (_("Look at an example: the advice on a made-up partnership"), ["advise", EXAMPLE])]
