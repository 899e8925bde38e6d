"""`advisor knowledge`: what the knowledge base holds, whether it is sound, and how to begin your own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from advisor._command import hint
from advisor._language import _, ngettext

from .options import NamedPath, format_option, knowledge_option, output_option
from .output import put_json, put_out
from .verification import check, explain, mutate, steady
from .ways import ways

SCHEMA_NAMES = (
    "case",
    "scenario",
    "knowledge",
    "base",
    "advice",
    "brief",
    "why",
    "why-not",
    "what-if",
    "contrast",
    "settle",
    "settle-factor",
    "comparison",
    "across",
    "progress",
    "portfolio",
    "totals",
)


def _kinds() -> click.Choice[str]:
    """Return what can be listed. The table of kinds is read when one is named, not for every `--help`."""
    from advisor.knowledge.kinds import KINDS

    return click.Choice([*KINDS.names, "scenario"])


def _kind(ctx: click.Context, param: click.Parameter, said: str | None) -> str | None:
    return None if said is None else _kinds().convert(said, param, ctx)


@click.group()
def knowledge() -> None:
    """Look into the knowledge base, check it, and begin one of your own.

    \b
    Example:
      advisor knowledge list intervention
      advisor knowledge show visioning
      advisor knowledge new my-knowledge
    """


@knowledge.command("list")
@click.argument(
    "kind",
    required=False,
    metavar="[KIND]",
    callback=_kind,
    shell_complete=lambda ctx, param, begun: _kinds().shell_complete(ctx, param, begun),
)
@format_option("text", "json")
@knowledge_option
def list_(kind: str | None, format_: str, knowledge: Path | None) -> None:
    """List the entries, all or of one kind.

    \b
    Example:
      advisor knowledge list reminder
      advisor knowledge list scenario
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.catalogue import listed

    rows = listed(knowledge_in(knowledge), kind)
    if format_ == "json":
        put_json(rows)
        return
    from tabulate import tabulate

    from advisor._text import on_one_line

    table = [[row["kind"], row["id"], on_one_line(row["title"])] for row in rows]
    headers, widths = ["kind", "id", "title"], [None, None, 60]
    click.echo(tabulate(table, headers, tablefmt="simple", maxcolwidths=widths, disable_numparse=True))


@knowledge.command()
@click.argument("id_", metavar="ID")
@format_option("text", "json", "yaml")
@knowledge_option
def show(id_: str, format_: str, knowledge: Path | None) -> None:
    """Show one entry, the rules that name it, and the scenarios in which it comes up.

    With --format yaml it is written as in a file, to copy and change in a knowledge base of your own.

    \b
    Example:
      advisor knowledge show visioning
      advisor knowledge show contact --format yaml
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.catalogue import as_in_file, shown

    base = knowledge_in(knowledge)
    if format_ == "yaml":
        put_out(as_in_file(base, id_), None, "yaml")
        return
    entry: dict[str, Any] = shown(base, id_)
    if format_ == "json":
        put_json(entry)
        return
    from advisor.reports.entry import entry_as_text

    click.echo(entry_as_text(entry), nl=False)


@knowledge.command()
@click.argument("id_", required=False, metavar="[ID]")
@click.option(
    "--depth", type=click.IntRange(1, 50), default=1, show_default=True, help="Steps that lead to ID."
)
@format_option("svg", "dot")
@output_option
@knowledge_option
def graph(id_: str | None, depth: int, format_: str, output: Path | None, knowledge: Path | None) -> None:
    """Draw what leads to what: all of it, or what leads to one entry.

    \b
    Example:
      advisor knowledge graph visioning -o visioning.svg
      advisor knowledge graph --format dot -o all.dot
    """
    from advisor.inference.cache import knowledge_in
    from advisor.knowledge.influence_graph import graph as graph_of
    from advisor.reports.dot import graph_dot
    from advisor.reports.graph_svg import graph_svg

    drawn = graph_of(knowledge_in(knowledge), id_, depth if id_ else None)
    put_out(graph_svg(drawn) if format_ == "svg" else graph_dot(drawn), output, format_)


@knowledge.command()
@click.argument("what", type=click.Choice(SCHEMA_NAMES))
@output_option
@knowledge_option
def schema(what: str, output: Path | None, knowledge: Path | None) -> None:
    """Write the JSON Schema of a kind of file, for editors that complete and underline.

    base is base.yaml, knowledge all other files of a knowledge base.

    \b
    Example:
      advisor knowledge schema case -o case.schema.json
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.json_schema import schema as schema_of

    found = schema_of(what, knowledge_in(knowledge))
    put_json(found, output)


@knowledge.command()
@click.argument("folder", type=NamedPath())
@click.option("--empty", is_flag=True, help="One that stands alone, with a small example of everything.")
def new(folder: Path, empty: bool) -> None:
    """Begin a knowledge base of your own: one that adds to the one that comes with the program.

    \b
    Example:
      advisor knowledge new my-knowledge
    """
    from advisor.files.read import quoted
    from advisor.knowledge.scaffold import start_knowledge

    for path in start_knowledge(folder, empty=empty):
        click.echo(_("written: {path}").format(path=quoted(path)))
    name = quoted(folder)
    click.echo(
        "\n"
        + _("Write rules in {name}/rules/mine.yaml, then: {command}").format(
            name=name, command=hint("knowledge", "check", str(folder))
        )
    )


@knowledge.command()
@click.argument("folder", type=NamedPath())
@knowledge_option
def pages(folder: Path, knowledge: Path | None) -> None:
    """Write a page in Markdown for each entry, with all its rules and cases, into FOLDER.

    \b
    Example:
      advisor knowledge pages my-pages --knowledge my-knowledge
    """
    from advisor.files.read import quoted
    from advisor.inference.cache import knowledge_in
    from advisor.reports.reference import reference_pages
    from advisor.reports.site import write_pages

    number = write_pages(folder, reference_pages(knowledge_in(knowledge)))
    click.echo(
        ngettext(
            "{n} page written to {folder}; begin with README.md",
            "{n} pages written to {folder}; begin with README.md",
            number,
        ).format(n=number, folder=quoted(folder))
    )


for _verifying in (check, explain, mutate, steady, ways):
    knowledge.add_command(_verifying)
