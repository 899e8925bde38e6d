"""`advisor page`: the whole advisor as one file, for those who may install nothing."""

from __future__ import annotations

from pathlib import Path

import click

from advisor._language import _

from .options import knowledge_option, output_option, width_for
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
@click.option(
    "--print",
    "on_paper",
    is_flag=True,
    help="Write the questions for pen and paper instead: all, or the core.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "text", "docx"]),
    default="html",
    show_default=True,
    help="Of the questions for pen and paper.",
)
@knowledge_option
def page(
    output: Path | None,
    questions: str,
    for_partner: bool,
    on_paper: bool,
    format_: str,
    knowledge: Path | None,
) -> None:
    """Write the whole advisor as one page that works without the network and without installing anything.

    Opened in a browser it asks, advises, explains and prints. It keeps nothing and sends nothing. You
    can send it to a partner, who then answers for her side.

    \b
    Example:
      advisor page -o advisor.html
      advisor page --for-partner --questions core -o your-view.html
      advisor page --print -o form.html
    """
    from advisor.api import Advisor
    from advisor.standalone import whole_page

    if on_paper:
        put_out(_form(questions, for_partner, format_, output, knowledge), output, format_)
        return
    if format_ != "html":
        raise click.UsageError(_("only the questions for pen and paper, --print, have another format"))
    made = whole_page(
        Advisor(knowledge).knowledge,
        purpose="partner" if for_partner else "advice",
        questions="core" if questions == "core" else "what-matters",
    )
    put_out(made, output, "html")


def _form(
    questions: str, for_partner: bool, format_: str, output: Path | None, knowledge: Path | None
) -> str | bytes:
    """Return the questions for pen and paper."""
    from advisor.api import Advisor
    from advisor.pages import as_html
    from advisor.pages.paper import paper_page
    from advisor.pages.paper_outline import paper_outline
    from advisor.reports import write_outline

    form = paper_page(
        Advisor(knowledge).knowledge,
        purpose="partner" if for_partner else "advice",
        questions="core" if questions == "core" else "all",
        asked_with=() if knowledge is None else ("--knowledge", str(knowledge)),
    )
    if format_ == "html":
        return as_html(form)
    return write_outline(paper_outline(form), format_, width_for(output))
