"""`advisor why`, `why-not`, `what-if` and `settle`: ask the advice back."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import anonymise_option, format_option, knowledge_option, other_option, output_option, width_for
from .output import put_json, put_out
from .reading import NO_NAME, read_named

if TYPE_CHECKING:
    from advisor.api import Advisor
    from advisor.cases.case import Case
    from advisor.reports.outline import Outline

FORMATS = ["text", "json", "markdown"]
Command = Callable[..., None]


@dataclass(frozen=True)
class Asking:
    """What all these commands are told: the case, the knowledge, and how and where to answer."""

    case: str
    full: bool
    format_: str
    anonymise: bool
    other: tuple[str, ...]
    output: Path | None
    knowledge: Path | None

    def read(self) -> tuple[Advisor, Case]:
        """Return the advisor and the case."""
        from advisor.api import Advisor

        advisor = Advisor(self.knowledge)
        return advisor, read_named(advisor, self.case, self.other, self.anonymise)[0]

    def put(self, found: Any, outline: Outline) -> None:
        """Put out what was found: as data, or the outline of it."""
        from advisor.reports.outline_markdown import as_markdown
        from advisor.reports.outline_svg import as_svg
        from advisor.reports.outline_text import as_text

        if self.format_ == "json":
            data = [asdict(each) for each in found] if isinstance(found, list) else asdict(found)
            put_json(data, self.output)
        elif self.format_ == "markdown":
            put_out(as_markdown(outline), self.output, "markdown")
        elif self.format_ == "svg":
            put_out(as_svg(outline), self.output, "svg")
        else:
            put_out(as_text(outline, width_for(self.output)), self.output)


def _asking(*more_formats: str) -> Callable[[Command], Command]:
    """Add the options that all these commands have; the command gets them as an `Asking`."""

    def with_options(command: Command) -> Command:
        @functools.wraps(command)
        def asked(
            case: str,
            full: bool,
            format_: str,
            anonymise: bool,
            other: tuple[str, ...],
            output: Path | None,
            knowledge: Path | None,
            **own: Any,
        ) -> None:
            from advisor.errors import OtherwiseError, UnknownIdError

            try:
                command(Asking(case, full, format_, anonymise, other, output, knowledge), **own)
            except OtherwiseError as error:
                raise UnknownIdError(error.of_case(NO_NAME if anonymise else case)) from error

        full_option = click.option("--full", is_flag=True, help="Everything, with the names of the rules.")
        of_format = format_option(*FORMATS, *more_formats)
        return full_option(of_format(anonymise_option(other_option(output_option(knowledge_option(asked))))))

    return with_options


@click.command()
@click.argument("case")
@click.argument("id_", metavar="ID")
@click.option("--rather-than", "instead", metavar="ID", help="Contrast it with another recommendation.")
@click.option("--depth", type=click.IntRange(1, 50), default=2, show_default=True, help="Levels of reasons.")
@_asking("dot", "svg")
def why(asking: Asking, id_: str, instead: str | None, depth: int) -> None:
    """Say why something is advised or was found, down to your own answers.

    ID is a recommendation, a finding, a pattern, a factor or a rule.

    \b
    Example:
      advisor why scenario:health-visitors visioning
      advisor why scenario:health-visitors visioning --rather-than convening
      advisor why my-case.yaml conflict-handling --format svg -o why.svg
    """
    from advisor.explanation import contrast, why as why_of
    from advisor.reports.dot import why_dot
    from advisor.reports.why_outline import contrast_outline, why_outline

    if instead is not None and asking.format_ not in FORMATS:
        raise click.UsageError(f"a contrast has no picture; use --format with one of: {', '.join(FORMATS)}")
    advisor, case = asking.read()
    advice = advisor.advise(case)
    if instead is not None:
        compared = contrast(advice, id_, instead, advisor.knowledge)
        asking.put(compared, contrast_outline(compared, advisor.knowledge, depth, asking.full))
        return
    found = why_of(advice, id_, advisor.knowledge)
    if asking.format_ == "dot":
        put_out(why_dot(found), asking.output, "dot")
        return
    asking.put(found, why_outline(found, advisor.knowledge, depth, asking.full))


@click.command("why-not")
@click.argument("case")
@click.argument("id_", metavar="ID")
@_asking()
def why_not(asking: Asking, id_: str) -> None:
    """Say why something is not advised or was not found, and what would bring it.

    Of a factor it is what holds it where it stands; FACTOR=STAGE asks for another stage than the next.

    \b
    Example:
      advisor why-not scenario:health-visitors conflict-handling
      advisor why-not scenario:health-visitors operational-cohesion=confident
    """
    from advisor.explanation import why_not as why_not_of
    from advisor.reports.why_not_outline import why_not_outline

    advisor, case = asking.read()
    found = why_not_of(advisor, case, id_)
    asking.put(found, why_not_outline(found, advisor.knowledge, asking.full))


@click.command("what-if")
@click.argument("case")
@click.option(
    "--set", "futures", multiple=True, metavar="QUESTION=VALUE", help="Another answer; several with commas."
)
@click.option(
    "--unset", "unset", multiple=True, metavar="QUESTION", help="Take an answer away, in every future."
)
@_asking()
def what_if(asking: Asking, futures: tuple[str, ...], unset: tuple[str, ...]) -> None:
    """Say what would change if some answers were others. Nothing is written to the case.

    Each --set is a future of its own; several are compared. An item of a checklist is QUESTION.ITEM.

    \b
    Example:
      advisor what-if scenario:health-visitors --set trust=careful
      advisor what-if my-case.yaml --set trust=openly,contact=regular --set changes-lately.posts-vacant=no
    """
    from advisor.cases.edits import Edit, parsed
    from advisor.explanation import what_if as what_if_of
    from advisor.reports.outline import Outline
    from advisor.reports.what_if_outline import compared_futures, future_outline

    if not futures and not unset:
        raise click.UsageError("say what would be different, with --set QUESTION=VALUE or --unset QUESTION")
    advisor, case = asking.read()
    gone = [Edit(name, None) for name in unset]
    before = advisor.advise(case)
    wanted = [[*gone, *parsed(text)] for text in futures] or [gone]
    found = [what_if_of(advisor, case, edits, before) for edits in wanted]
    outline = Outline()
    if len(found) > 1:
        outline.put([compared_futures(before, found, advisor.knowledge)])
    for future in found:
        outline.put(future_outline(future, advisor.knowledge, asking.full).blocks)
    asking.put(found, outline)


@click.command()
@click.argument("case")
@click.argument("factor", required=False, metavar="[FACTOR]")
@_asking()
def settle(asking: Asking, factor: str | None) -> None:
    """Say what is certain, what is still open, what would decide it, and what hangs on one answer.

    With a FACTOR: which answers, each alone, decide where that stands.

    \b
    Example:
      advisor settle scenario:health-visitors
      advisor settle scenario:health-visitors relational-nourishment
    """
    from advisor.explanation import sensitivity, stage_settled
    from advisor.reports.sensitivity_outline import sensitivity_outline, stage_outline

    advisor, case = asking.read()
    if factor is not None:
        stage = stage_settled(advisor, case, factor)
        asking.put(stage, stage_outline(stage, advisor.knowledge, asking.full))
        return
    found = sensitivity(advisor, case)
    asking.put(found, sensitivity_outline(found, advisor.knowledge, asking.full))
