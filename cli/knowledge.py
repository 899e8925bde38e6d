"""`advisor knowledge`: what the knowledge base holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from advisor.knowledge_base import KINDS

from .options import knowledge_option, put_out


@click.group()
def knowledge() -> None:
    """List and show what the knowledge base holds.

    \b
    Example:
      advisor knowledge list intervention
      advisor knowledge show visioning
    """


@knowledge.command("list")
@click.argument("kind", required=False, type=click.Choice([*KINDS, "scenario"]), metavar="[KIND]")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@knowledge_option
def list_(kind: str | None, format_: str, knowledge: Path | None) -> None:
    """List the entries, all or of one kind.

    \b
    Example:
      advisor knowledge list reminder
      advisor knowledge list scenario
    """
    from advisor.catalogue import listed
    from advisor.compiled import knowledge_in

    rows = listed(knowledge_in(knowledge), kind)
    if format_ == "json":
        put_out(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", None, as_utf8=True)
        return
    from tabulate import tabulate

    table = [[row["kind"], row["id"], row["title"]] for row in rows]
    click.echo(
        tabulate(table, headers=["kind", "id", "title"], tablefmt="simple", maxcolwidths=[None, None, 60])
    )


@knowledge.command()
@click.argument("id_", metavar="ID")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@knowledge_option
def show(id_: str, format_: str, knowledge: Path | None) -> None:
    """Show one entry, with its source and the rules that name it.

    \b
    Example:
      advisor knowledge show visioning
      advisor knowledge show contact
    """
    from advisor.catalogue import shown
    from advisor.compiled import knowledge_in

    entry: dict[str, Any] = shown(knowledge_in(knowledge), id_)
    if format_ == "json":
        put_out(json.dumps(entry, indent=2, ensure_ascii=False) + "\n", None, as_utf8=True)
        return
    from advisor.reports.entry import entry_as_text

    click.echo(entry_as_text(entry), nl=False)
