"""`advisor scenario page`: a case study as one file, for a group at a projector and for phones."""

from __future__ import annotations

from pathlib import Path

import click

from .options import knowledge_option, output_option
from .output import put_out


@click.command()
@click.argument("name", metavar="SCENARIO")
@click.option("--facts", "most", type=click.IntRange(1, 99), help="How many facts may be told.")
@output_option
@knowledge_option
def page(name: str, most: int | None, output: Path | None, knowledge: Path | None) -> None:
    """Write a scenario as one page that works without the network: the exercise, at a projector or alone.

    SCENARIO is its number, its id, or a file. Opened in a browser it asks who plays: a group, with its
    trainer at the keys, or one person. It keeps nothing and sends nothing.

    \b
    Example:
      advisor scenario page 17 -o case-17.html
      advisor scenario page 17 --facts 8 -o case-17.html
    """
    from advisor.api import Advisor
    from advisor.scenarios.loader import read_scenario
    from advisor.standalone.room import room_page

    base = Advisor(knowledge).knowledge
    put_out(room_page(read_scenario(name, base), base, facts=most), output, "html")
