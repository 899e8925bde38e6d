"""`advisor advise`: from a case file to advice with its reasons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import anonymise_option, knowledge_option, other_option, output_option, width_for
from .output import put_out
from .reading import read_named

if TYPE_CHECKING:
    from advisor.advice.reasoner import EngineName


@click.command()
@click.argument("case", required=False)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "markdown", "html", "docx"]),
    default="text",
    show_default=True,
)
@click.option("--full", is_flag=True, help="Show all reasons, not only the strongest.")
@click.option(
    "--engine",
    type=click.Choice(["experta", "columnar"]),
    default="experta",
    show_default=True,
    help="What fires the rules; the advice is the same.",
)
@anonymise_option
@other_option
@output_option
@knowledge_option
def advise(
    case: str | None,
    format_: str,
    full: bool,
    engine: EngineName,
    anonymise: bool,
    other: tuple[str, ...],
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Say where a partnership stands and what would help, with reasons.

    CASE is a case file, scenario:ID, or TABLE#ROW, such as answers.csv#17. Without one
    it is the case that lies here.

    \b
    Example:
      advisor advise
      advisor advise scenario:health-visitors
      advisor advise my-case.yaml --format json -o advice.json
    """
    from advisor.api import Advisor

    if case is None:
        from advisor.cases.here import only_case_in

        case = str(only_case_in(Path()))
    advisor = Advisor(knowledge, engine=engine)
    read, name = read_named(advisor, case, other, anonymise)
    advice = advisor.advise(read)
    if format_ == "json":
        put_out(advice.as_json(), output, "json")
        return
    from advisor.reports import advice_outline, write_outline

    outline = advice_outline(advice, advisor.knowledge, full=full, case_name=name)
    put_out(write_outline(outline, format_, width_for(output)), output, format_)
