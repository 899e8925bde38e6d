"""`advisor why`, `why-not`, `what-if` and `settle`: ask the advice back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .options import knowledge_option, other_option, output_option, put_out, screen_width

if TYPE_CHECKING:
    from advisor.reports.outline import Outline

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ["text", "json", "markdown"]


def _format_option(*more: str) -> Callable[[F], F]:
    return click.option(
        "--format", "format_", type=click.Choice([*FORMATS, *more]), default="text", show_default=True
    )


def _full_option(command: F) -> F:
    return click.option("--full", is_flag=True, help="Everything, with the names of the rules.")(command)


@click.command()
@click.argument("case")
@click.argument("id_", metavar="ID")
@click.option("--rather-than", "instead", metavar="ID", help="Contrast it with another recommendation.")
@click.option("--depth", type=click.IntRange(1, 50), default=2, show_default=True, help="Levels of reasons.")
@_full_option
@_format_option("dot", "svg")
@other_option
@output_option
@knowledge_option
def why(
    case: str,
    id_: str,
    instead: str | None,
    depth: int,
    full: bool,
    format_: str,
    other: tuple[str, ...],
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Say why something is advised or was found, down to your own answers.

    ID is a recommendation, a finding, a pattern, a factor or a rule.

    \b
    Example:
      advisor why scenario:health-visitors visioning
      advisor why scenario:health-visitors visioning --rather-than convening
      advisor why my-case.yaml conflict-handling --format svg -o why.svg
    """
    from advisor.api import Advisor
    from advisor.explanation import contrast, why as why_of
    from advisor.reports.dot import why_dot
    from advisor.reports.why_outline import contrast_outline, why_outline

    advisor = Advisor(knowledge)
    advice = advisor.advise(advisor.read_case(case, other))
    if instead is not None:
        if format_ in ("dot", "svg"):
            raise click.UsageError(
                f"a contrast has no picture; use --format with one of: {', '.join(FORMATS)}"
            )
        compared = contrast(advice, id_, instead, advisor.knowledge)
        _put(compared, contrast_outline(compared, advisor.knowledge, depth, full), format_, output)
        return
    found = why_of(advice, id_, advisor.knowledge)
    if format_ == "dot":
        put_out(why_dot(found), output, as_utf8=True, format_="dot")
        return
    _put(found, why_outline(found, advisor.knowledge, depth, full), format_, output)


@click.command("why-not")
@click.argument("case")
@click.argument("id_", metavar="ID")
@_full_option
@_format_option()
@other_option
@output_option
@knowledge_option
def why_not(
    case: str,
    id_: str,
    full: bool,
    format_: str,
    other: tuple[str, ...],
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Say why something is not advised or was not found, and what would bring it.

    \b
    Example:
      advisor why-not scenario:health-visitors conflict-handling
    """
    from advisor.api import Advisor
    from advisor.explanation import why_not as why_not_of
    from advisor.reports.why_not_outline import why_not_outline

    advisor = Advisor(knowledge)
    found = why_not_of(advisor, advisor.read_case(case, other), id_)
    _put(found, why_not_outline(found, advisor.knowledge, full), format_, output)


@click.command("what-if")
@click.argument("case")
@click.option(
    "--set", "futures", multiple=True, metavar="QUESTION=VALUE", help="Another answer; several with commas."
)
@click.option(
    "--unset", "unset", multiple=True, metavar="QUESTION", help="Take an answer away, in every future."
)
@_full_option
@_format_option()
@other_option
@output_option
@knowledge_option
def what_if(
    case: str,
    futures: tuple[str, ...],
    unset: tuple[str, ...],
    full: bool,
    format_: str,
    other: tuple[str, ...],
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Say what would change if some answers were others. Nothing is written to the case.

    Each --set is a future of its own; several are compared. An item of a checklist is QUESTION.ITEM.

    \b
    Example:
      advisor what-if scenario:health-visitors --set trust=careful
      advisor what-if my-case.yaml --set trust=openly,contact=regular --set changes-lately.posts-vacant=no
    """
    from advisor.api import Advisor
    from advisor.cases.edits import Edit, parsed
    from advisor.explanation import what_if as what_if_of
    from advisor.reports.outline import Outline
    from advisor.reports.what_if_outline import compared_futures, future_outline

    if not futures and not unset:
        raise click.UsageError("say what would be different, with --set QUESTION=VALUE or --unset QUESTION")
    advisor = Advisor(knowledge)
    read = advisor.read_case(case, other)
    gone = [Edit(name, None) for name in unset]
    before = advisor.advise(read)
    wanted = [[*gone, *parsed(text)] for text in futures] or [gone]
    found = [what_if_of(advisor, read, edits, before) for edits in wanted]
    outline = Outline()
    if len(found) > 1:
        outline.put([compared_futures(before, found, advisor.knowledge)])
    for future in found:
        outline.put(future_outline(future, advisor.knowledge, full).blocks)
    _put(found, outline, format_, output)


@click.command()
@click.argument("case")
@_full_option
@_format_option()
@other_option
@output_option
@knowledge_option
def settle(
    case: str,
    full: bool,
    format_: str,
    other: tuple[str, ...],
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Say what is certain, what is still open, what would decide it, and what hangs on one answer.

    \b
    Example:
      advisor settle scenario:health-visitors
    """
    from advisor.api import Advisor
    from advisor.explanation import sensitivity
    from advisor.reports.sensitivity_outline import sensitivity_outline

    advisor = Advisor(knowledge)
    found = sensitivity(advisor, advisor.read_case(case, other))
    _put(found, sensitivity_outline(found, advisor.knowledge, full), format_, output)


def _put(found: Any, outline: Outline, format_: str, output: Path | None) -> None:
    if format_ == "json":
        data = [asdict(each) for each in found] if isinstance(found, list) else asdict(found)
        put_out(json.dumps(data, indent=2, ensure_ascii=False) + "\n", output, as_utf8=True, format_="json")
        return
    from advisor.reports.outline_markdown import as_markdown
    from advisor.reports.outline_svg import as_svg
    from advisor.reports.outline_text import as_text

    if format_ == "markdown":
        put_out(as_markdown(outline), output, format_="markdown")
    elif format_ == "svg":
        put_out(as_svg(outline), output, as_utf8=True, format_="svg")
    else:
        put_out(as_text(outline, screen_width()), output)
