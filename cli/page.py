"""`advisor page`: the whole advisor as one file, for those who may install nothing."""

from __future__ import annotations

from pathlib import Path

import click

from .options import knowledge_option, output_option
from .output import put_out


@click.command()
@output_option
@click.option(
    "--questions",
    type=click.Choice(["what-matters", "core"]),
    default="what-matters",
    show_default=True,
    help="Which questions it asks: those that still matter, or the core alone.",
)
@click.option(
    "--for-partner",
    is_flag=True,
    help="Ask for a partner's own view, and give no advice: to lay beside yours.",
)
@knowledge_option
def page(output: Path | None, questions: str, for_partner: bool, knowledge: Path | None) -> None:
    """Write the whole advisor as one page that works without the network and without installing anything.

    Opened in a browser it asks, advises, explains and prints. It keeps nothing and sends nothing. You
    can send it to a partner, who then answers for her side.

    \b
    Example:
      advisor page -o advisor.html
      advisor page --for-partner --questions core -o your-view.html
    """
    from advisor.api import Advisor
    from advisor.standalone import whole_page

    made = whole_page(
        Advisor(knowledge).knowledge,
        purpose="partner" if for_partner else "advice",
        questions="core" if questions == "core" else "what-matters",
    )
    put_out(made, output, "html")
