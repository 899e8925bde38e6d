"""`advisor why`, `why-not`, `what-if` and `settle`: ask the advice back."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from advisor._language import _
from advisor._text import shown

from .options import format_option, knowledge_option, other_option, output_option, width_for
from .output import put_json, put_out

if TYPE_CHECKING:
    from advisor.api import Advisor
    from advisor.cases.case import Case
    from advisor.reports.outline import Outline

FORMATS = ["text", "json", "markdown"]
CASE_SUFFIXES = (".yaml", ".yml", ".csv", ".parquet", ".xlsx")
Command = Callable[..., None]


@dataclass(frozen=True)
class Asking:
    """What all these commands are told: the case and what is asked of it, and how and where to answer.

    `about` are the words that name what is asked for: a number in the plan, a title, an id, or nothing.
    """

    case: str
    about: str
    full: bool
    format_: str
    other: tuple[str, ...]
    output: Path | None
    knowledge: Path | None

    def read(self) -> tuple[Advisor, Case]:
        """Return the advisor and the case."""
        from advisor.api import Advisor

        advisor = Advisor(self.knowledge)
        return advisor, advisor.read_case(self.case, self.other)

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


def _asking(command_name: str, *more_formats: str) -> Callable[[Command], Command]:
    """Add the words and options that all these commands have; the command gets them as an `Asking`."""

    def with_options(command: Command) -> Command:
        @functools.wraps(command)
        def asked(
            words: tuple[str, ...],
            full: bool,
            format_: str,
            other: tuple[str, ...],
            output: Path | None,
            knowledge: Path | None,
            **own: Any,
        ) -> None:
            from advisor.errors import OtherwiseError, UnknownIdError

            case, about = _case_and_rest(words, command_name)
            try:
                command(Asking(case, about, full, format_, other, output, knowledge), **own)
            except OtherwiseError as error:
                raise UnknownIdError(error.of_case(case)) from error

        full_option = click.option(
            "--full", is_flag=True, help="Everything, with the names of the rules, however long."
        )
        of_format = format_option(*FORMATS, *more_formats)
        return full_option(of_format(other_option(output_option(knowledge_option(asked)))))

    return with_options


def _case_and_rest(words: Sequence[str], command_name: str) -> tuple[str, str]:
    """Return the case that is named first, or else the one that lies here, and the other words."""
    if words and _names_a_case(words[0]):
        return words[0], " ".join(words[1:])
    from advisor.cases.here import only_case_in

    return str(only_case_in(Path(), command_name, *words)), " ".join(words)


def _names_a_case(word: str) -> bool:
    """Return whether a word is a case, and not the name of something in it."""
    from advisor.knowledge.folder import SCENARIO_PREFIX

    table = word.rpartition("#")[0] or word
    is_named_so = (
        word == "" or word.startswith(SCENARIO_PREFIX) or Path(table).suffix.lower() in CASE_SUFFIXES
    )
    return is_named_so or Path(word).is_file()


def _asked_about(asking: Asking, command_name: str) -> str:
    """Return what is asked about; a usage error says how to name it."""
    if asking.about.strip():
        return asking.about
    from advisor._command import hint

    said = _("say what you ask about, by its number in the plan, its title or its id, as in: {command}")
    raise click.UsageError(said.format(command=hint(command_name, asking.case, "1")))


@click.command()
@click.argument("words", nargs=-1, metavar="[CASE] NAME")
@click.option("--rather-than", "instead", metavar="NAME", help="Contrast it with another recommendation.")
@click.option("--depth", type=click.IntRange(1, 50), help="Show reasons inside reasons, so many levels.")
@_asking("why", "dot", "svg")
def why(asking: Asking, instead: str | None, depth: int | None) -> None:
    """Say why something is advised or was found, down to your own answers.

    NAME is the number of a step in the plan, a title or the beginning of one, or an id: of a
    recommendation, a way to begin, a situation, a factor, or whatever else the advice tells of.
    Without CASE it is the case that lies here.

    \b
    Example:
      advisor why 1
      advisor why scenario:health-visitors learning together
      advisor why scenario:health-visitors visioning --rather-than convening
      advisor why my-case.yaml conflict-handling --format svg -o why.svg
    """
    from advisor.advice.named import named
    from advisor.explanation import contrast, why as why_of
    from advisor.reports.dot import why_dot
    from advisor.reports.why_outline import DEPTH, contrast_on_a_screen, contrast_outline
    from advisor.reports.why_told import why_in_words

    if instead is not None and asking.format_ not in FORMATS:
        said = _("a contrast has no picture; use --format with one of: {formats}")
        raise click.UsageError(said.format(formats=", ".join(FORMATS)))
    about = _asked_about(asking, "why")
    advisor, case = asking.read()
    advice = advisor.advise(case)
    id_ = named(about, advisor.knowledge, advice)
    if instead is not None:
        other = named(instead, advisor.knowledge, advice)
        compared = contrast(advice, id_, other, advisor.knowledge)
        if depth is None and not asking.full:
            asking.put(compared, contrast_on_a_screen(compared, advisor.knowledge))
        else:
            asking.put(compared, contrast_outline(compared, advisor.knowledge, depth or DEPTH, asking.full))
        return
    found = why_of(advice, id_, advisor.knowledge)
    if asking.format_ == "dot":
        put_out(why_dot(found), asking.output, "dot")
        return
    is_drawn = asking.format_ == "svg"
    asking.put(
        found,
        why_in_words(found, advice, advisor.knowledge, depth or (DEPTH if is_drawn else None), asking.full),
    )


@click.command("why-not")
@click.argument("words", nargs=-1, metavar="[CASE] NAME")
@_asking("why-not")
def why_not(asking: Asking) -> None:
    """Say why something is not advised or was not found, and what would bring it.

    That is what you could find out, or wish for. NAME is a title, the beginning of one, or an id.
    Of a factor it is what holds it where it stands; FACTOR=STAGE asks for another stage than the next.

    \b
    Example:
      advisor why-not convening
      advisor why-not scenario:health-visitors conflict handling
      advisor why-not scenario:health-visitors operational-cohesion=confident
    """
    from advisor.advice.named import named
    from advisor.explanation import why_not as why_not_of
    from advisor.reports.why_not_outline import why_not_outline

    about, equals, stage = _asked_about(asking, "why-not").partition("=")
    advisor, case = asking.read()
    id_ = named(about, advisor.knowledge, advisor.advise(case))
    found = why_not_of(advisor, case, id_ + equals + stage)
    asking.put(found, why_not_outline(found, advisor.knowledge, asking.full))


@click.command("what-if")
@click.argument("words", nargs=-1, metavar="[CASE]")
@click.option(
    "--set", "futures", multiple=True, metavar="QUESTION=VALUE", help="Another answer; several with commas."
)
@click.option(
    "--unset", "unset", multiple=True, metavar="QUESTION", help="Take an answer away, in every future."
)
@_asking("what-if")
def what_if(asking: Asking, futures: tuple[str, ...], unset: tuple[str, ...]) -> None:
    """Say what would change if some answers were others. Nothing is written to the case.

    Without CASE it is the case that lies here.

    Each --set is a future of its own; several are compared. An item of a checklist is QUESTION.ITEM.

    \b
    Example:
      advisor what-if scenario:health-visitors --set trust=careful
      advisor what-if my-case.yaml --set trust=openly,contact=regular --set changes-lately.posts-vacant=no
    """
    from advisor.cases.edits import Edit, parsed
    from advisor.explanation import what_if as what_if_of
    from advisor.reports.what_if_outline import future_outline, futures_outline

    if not futures and not unset:
        raise click.UsageError(
            _("say what would be different, with --set QUESTION=VALUE or --unset QUESTION")
        )
    if asking.about:
        said = _("'{words}' is no case; what would be different stands behind --set")
        raise click.UsageError(said.format(words=shown(asking.about)))
    advisor, case = asking.read()
    gone = [Edit(name, None) for name in unset]
    before = advisor.advise(case)
    wanted = [[*gone, *parsed(text)] for text in futures] or [gone]
    found = [what_if_of(advisor, case, edits, before) for edits in wanted]
    if len(found) > 1:
        asking.put(found, futures_outline(before, found, advisor.knowledge, asking.full))
    else:
        asking.put(found, future_outline(found[0], advisor.knowledge, asking.full))


@click.command()
@click.argument("words", nargs=-1, metavar="[CASE] [FACTOR]")
@_asking("settle")
def settle(asking: Asking) -> None:
    """Say what is certain, what is still open, what would decide it, and what hangs on one answer.

    With a FACTOR, by its title, its plain name or its id: which answers, each alone, decide where
    that stands. Without CASE it is the case that lies here.

    \b
    Example:
      advisor settle
      advisor settle scenario:health-visitors
      advisor settle scenario:health-visitors relational nourishment
    """
    from advisor.advice.named import named
    from advisor.explanation import sensitivity, stage_settled
    from advisor.reports.sensitivity_outline import sensitivity_outline, stage_outline

    advisor, case = asking.read()
    if asking.about.strip():
        factor = named(asking.about, advisor.knowledge)
        stage = stage_settled(advisor, case, factor)
        asking.put(stage, stage_outline(stage, advisor.knowledge, asking.full))
        return
    found = sensitivity(advisor, case)
    asking.put(found, sensitivity_outline(found, advisor.knowledge, asking.full))
