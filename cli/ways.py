"""`advisor knowledge ways`: which answers make a rule fire, beside what it then says."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from .options import format_option, knowledge_option
from .output import put_json


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option(
    "--most", type=click.IntRange(1, 500), default=6, show_default=True, help="Ways of each rule to list."
)
@format_option("text", "json")
@knowledge_option
def ways(ids: tuple[str, ...], most: int, format_: str, knowledge: Path | None) -> None:
    """List the smallest ways to make rules fire, beside title, reason and first step.

    ID is a rule, or an entry: then all rules that conclude something of it. Without one, all rules. Read each
    way as if nothing else were known, and ask of what is told: who said that?

    \b
    Example:
      advisor knowledge ways broken-trust
      advisor knowledge ways visioning --most 20 --format json
    """
    from advisor.inference.cache import knowledge_in
    from advisor.reports.outline_text import as_text
    from advisor.reports.ways_outline import ways_outline
    from advisor.verification.ways import rules_about, ways_of

    base = knowledge_in(knowledge)
    found = list(ways_of(rules_about(ids, base), base, most))
    if format_ == "json":
        put_json([asdict(each) for each in found])
        return
    click.echo(as_text(ways_outline(found)), nl=False)
