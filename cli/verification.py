"""`advisor knowledge check`, `mutate`, `steady`: is it sound, is a change noticed, does advice stay?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from advisor._command import hint
from advisor._language import _

from .options import NamedPath, format_option, knowledge_option
from .output import put_json

if TYPE_CHECKING:
    from advisor.reports.outline import Outline


@click.command()
@click.argument("folder", required=False, type=NamedPath(), metavar="[FOLDER]")
@click.option("--strict", is_flag=True, help="End with 1 for warnings too, not only for errors.")
@click.option("--checks", is_flag=True, help="List the checks, and do nothing else.")
@format_option("text", "json")
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
        put_json(found.as_dict())
    else:
        for remark in found.remarks:
            click.echo(str(remark))
        for line in found.left_out:
            click.echo(line)
        click.echo(found.summary)
        if found.checks:
            said = _("What to avoid, what to prefer and why: {command}")
            click.echo(said.format(command=hint("knowledge", "explain", *found.checks)))
    if found.errors or (strict and found.warnings):
        raise SystemExit(1)


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="CHECK...")
def explain(names: tuple[str, ...]) -> None:
    """Show what a check complains of, with an example to avoid, the same mended, and why.

    CHECK is what stands in brackets behind a complaint of `knowledge check`, which lists them with --checks.

    \b
    Example:
      advisor knowledge explain never-read
    """
    from advisor.verification import check_page

    pages = [check_page(name) for name in dict.fromkeys(names)]
    click.echo("\n\n".join(pages), nl=False)


@click.command()
@click.option("--all", "all_", is_flag=True, help="List what only the records notice, too.")
@click.option(
    "--removed",
    is_flag=True,
    help="Take rules away whole, and count those that change a stage, the pattern that "
    "leads, what comes first or an alert: how many of them does an expectation notice? "
    "It takes a minute or more.",
)
@format_option("text", "json")
@knowledge_option
def mutate(all_: bool, removed: bool, format_: str, knowledge: Path | None) -> None:
    """Change one thing in one rule at a time, and say which changes no scenario notices.

    A rule is removed, a condition is left out or turned round, a reason is made weaker: thousands of changes.
    The knowledge is pinned down as far as the scenarios notice them.

    \b
    Example:
      advisor knowledge mutate
      advisor knowledge mutate --removed
    """
    if all_ and removed:
        raise click.UsageError(_("--all goes with the small changes, and not with --removed; leave one out"))
    from advisor.inference.cache import knowledge_in
    from advisor.reports.mutation import mutation_as_dict, mutation_outline
    from advisor.reports.removals import removals_as_dict, removals_outline
    from advisor.scenarios.loader import chosen_paths, own_scenario_paths, read_scenarios
    from advisor.scenarios.snapshot import snapshot_path
    from advisor.verification import try_mutants, try_removals

    base = knowledge_in(knowledge)
    scenarios = read_scenarios(chosen_paths((), base), base)
    if removed:
        missed = try_removals(base, scenarios)
        _put(removals_as_dict(missed) if format_ == "json" else removals_outline(missed))
        return
    own = own_scenario_paths(base)
    recorded = [id_ for id_, path in own.items() if snapshot_path(path).is_file()]
    found = try_mutants(base, scenarios, recorded)
    _put(mutation_as_dict(found) if format_ == "json" else mutation_outline(found, base, all_))


def _put(said: dict[str, Any] | Outline) -> None:
    """Write what was found, as data or as an outline."""
    if isinstance(said, dict):
        put_json(said)
        return
    from advisor.reports.outline_text import as_text

    click.echo(as_text(said), nl=False)


@click.command()
@click.argument("cases", nargs=-1, metavar="[CASE]...")
@click.option(
    "--made-up",
    "number",
    type=click.IntRange(0, 10_000),
    default=20,
    show_default=True,
    help="So many cases whose answers are drawn.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed draws the same.")
@click.option("--all", "all_", is_flag=True, help="Name every answer.")
@format_option("text", "json")
@knowledge_option
def steady(
    cases: tuple[str, ...], number: int, seed: int, all_: bool, format_: str, knowledge: Path | None
) -> None:
    """Change, drop and add one answer at a time, and say how much of what comes first stays.

    It goes over all scenarios, the CASEs that are named, and some that are made up.

    \b
    Example:
      advisor knowledge steady
      advisor knowledge steady my-case.yaml --made-up 100 --format json
    """
    from advisor.api import Advisor
    from advisor.reports.steady import steady_as_dict, steady_outline
    from advisor.scenarios.loader import chosen_paths, read_scenarios
    from advisor.verification import how_steady, made_up

    advisor = Advisor(knowledge)
    base = advisor.knowledge
    told = [scenario.case for scenario in read_scenarios(chosen_paths((), base), base)]
    told += [advisor.read_case(case) for case in cases]
    found = how_steady(base, [*told, *made_up(number, seed, base)], seed)
    if format_ == "json":
        put_json(steady_as_dict(found))
        return
    from advisor.reports.outline_text import as_text

    click.echo(as_text(steady_outline(found, all_)), nl=False)
