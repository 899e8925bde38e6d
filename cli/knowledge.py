"""`advisor knowledge`: what the knowledge base holds, whether it is sound, and how to begin your own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from .options import knowledge_option, output_option, put_out

F = TypeVar("F", bound=Callable[..., Any])
SCHEMA_NAMES = ("case", "scenario", "knowledge", "base", "advice")


def _format_option(*formats: str) -> Callable[[F], F]:
    return click.option(
        "--format", "format_", type=click.Choice(formats), default=formats[0], show_default=True
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
@_format_option("text", "json")
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
        _put_json(rows)
        return
    from tabulate import tabulate

    table = [[row["kind"], row["id"], row["title"]] for row in rows]
    headers, widths = ["kind", "id", "title"], [None, None, 60]
    click.echo(tabulate(table, headers, tablefmt="simple", maxcolwidths=widths, disable_numparse=True))


@knowledge.command()
@click.argument("id_", metavar="ID")
@_format_option("text", "json", "yaml")
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
        put_out(as_in_file(base, id_), None, as_utf8=True)
        return
    entry: dict[str, Any] = shown(base, id_)
    if format_ == "json":
        _put_json(entry)
        return
    from advisor.reports.entry import entry_as_text

    click.echo(entry_as_text(entry), nl=False)


@knowledge.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[FOLDER]")
@click.option("--strict", is_flag=True, help="End with 1 for warnings too, not only for errors.")
@click.option("--checks", is_flag=True, help="List the checks, and do nothing else.")
@_format_option("text", "json")
def check(folder: Path | None, strict: bool, checks: bool, format_: str) -> None:
    """Check the rules themselves: contradictions, what can never be, what nothing uses or tries.

    FOLDER is the knowledge base; the one that comes with the program if none is named. Ends with 1 if there
    are errors. What is as it should be can be accepted, with a reason (docs/own-knowledge.md).

    \b
    Example:
      advisor knowledge check my-knowledge
    """
    from advisor.knowledge.folder import shipped_folder
    from advisor.verification import check_names, verify

    if checks:
        for name, (severity, what) in check_names().items():
            click.echo(f"{name} ({severity}): {what}")
        return
    found = verify(shipped_folder() if folder is None else folder)
    if format_ == "json":
        _put_json(found.as_dict())
    else:
        for remark in found.remarks:
            click.echo(str(remark))
        click.echo(found.summary)
    if found.errors or (strict and found.warnings):
        raise SystemExit(1)


@knowledge.command()
@click.option("--all", "all_", is_flag=True, help="List what only the records notice, too.")
@_format_option("text", "json")
@knowledge_option
def mutate(all_: bool, format_: str, knowledge: Path | None) -> None:
    """Change one thing in one rule at a time, and say which changes no scenario notices.

    A rule is removed, a condition is left out or turned round, a reason is made weaker: thousands of changes.
    The knowledge is pinned down as far as the scenarios notice them.

    \b
    Example:
      advisor knowledge mutate
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.mutation import mutation_as_dict, mutation_outline
    from advisor.scenarios.loader import chosen_paths, own_scenario_paths, read_scenarios
    from advisor.scenarios.snapshot import snapshot_path
    from advisor.verification import try_mutants

    base = knowledge_in(knowledge)
    scenarios = read_scenarios(chosen_paths((), base), base)
    own = own_scenario_paths(base)
    recorded = [id_ for id_, path in own.items() if snapshot_path(path).is_file()]
    found = try_mutants(base, scenarios, recorded)
    if format_ == "json":
        _put_json(mutation_as_dict(found))
        return
    from advisor.reports.outline_text import as_text

    click.echo(as_text(mutation_outline(found, all_)), nl=False)


@knowledge.command()
@click.argument("id_", required=False, metavar="[ID]")
@click.option(
    "--depth", type=click.IntRange(1, 50), default=1, show_default=True, help="Steps that lead to ID."
)
@_format_option("svg", "dot")
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
    put_out(graph_svg(drawn) if format_ == "svg" else graph_dot(drawn), output, as_utf8=True)


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
    put_out(json.dumps(found, indent=2, ensure_ascii=False) + "\n", output, as_utf8=True)


@knowledge.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help="One that stands alone, with a small example of everything.")
def new(folder: Path, empty: bool) -> None:
    """Begin a knowledge base of your own: one that adds to the one that comes with the program.

    \b
    Example:
      advisor knowledge new my-knowledge
    """
    from advisor._text import shown_name
    from advisor.knowledge.scaffold import start_knowledge

    for path in start_knowledge(folder, empty=empty):
        click.echo(f"written: {shown_name(str(path))}")
    name = shown_name(str(folder))
    click.echo(f"\nWrite rules in {name}/rules/mine.yaml, then: advisor knowledge check {name}")


@knowledge.command()
@click.argument("folder", type=click.Path(path_type=Path))
@knowledge_option
def pages(folder: Path, knowledge: Path | None) -> None:
    """Write a page in Markdown for each entry, with all its rules and cases, into FOLDER.

    \b
    Example:
      advisor knowledge pages my-pages --knowledge my-knowledge
    """
    from advisor._text import shown_name
    from advisor.inference.cache import knowledge_in
    from advisor.reports.reference import reference_pages
    from advisor.reports.site import write_pages

    number = write_pages(folder, reference_pages(knowledge_in(knowledge)))
    click.echo(f"{number} pages written to {shown_name(str(folder))}; begin with README.md")


def _put_json(data: Any) -> None:
    put_out(json.dumps(data, indent=2, ensure_ascii=False) + "\n", None, as_utf8=True)
