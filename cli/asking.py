"""What is asked back: of which case, about what, and how and where the answer goes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from advisor._language import _

from .case_options import CaseOptions, case_options
from .options import format_option, width_for
from .output import put_json, put_out
from .reading import UNNAMED, case_or_only

if TYPE_CHECKING:
    from advisor.advice.reasoner import Reasoner
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

    given: CaseOptions
    case: str
    about: str
    full: bool
    format_: str

    @property
    def output(self) -> Path | None:
        """The file that the answer goes to, if any."""
        return self.given.output

    def named(self, command: str) -> str:
        """Return what names the thing that is asked about; a usage error of `command` says how to name it."""
        if self.about.strip():
            return self.about
        from advisor._command import hint

        said = _("say what you ask about, by its number in the plan, its title or its id, as in: {command}")
        name = UNNAMED if self.given.anonymise else self.case
        raise click.UsageError(said.format(command=hint(command, name, "1")))

    def read(self) -> tuple[Reasoner, Case]:
        """Return the advisor, who looks back to earlier cases too, and the case."""
        from advisor.api import Advisor

        read = self.given.read(Advisor(self.given.knowledge), self.case)
        return read.advisor, read.case

    def put(self, found: Any, outline: Outline) -> None:
        """Put out what was found: as data, or the outline of it."""
        from advisor.reports.outline_markdown import as_markdown
        from advisor.reports.outline_svg import as_svg
        from advisor.reports.outline_text import as_text

        if self.format_ == "json":
            data = [each.as_dict() for each in found] if isinstance(found, list) else found.as_dict()
            put_json(data, self.output)
        elif self.format_ == "markdown":
            put_out(as_markdown(outline), self.output, "markdown")
        elif self.format_ == "svg":
            put_out(as_svg(outline), self.output, "svg")
        else:
            put_out(as_text(outline, width_for(self.output)), self.output)


def asking_command(command_name: str, *more_formats: str) -> Callable[[Command], Command]:
    """Add the words and options that all these commands have; the command gets them as an `Asking`."""

    def with_options(command: Command) -> Command:
        @functools.wraps(command)
        def asked(given: CaseOptions, case: tuple[str, ...], full: bool, format_: str, **own: Any) -> None:
            """Ask; `case` is what was typed: the case, if it is named, and what is asked about."""
            from advisor.errors import OtherwiseError, UnknownIdError

            named, about = _case_and_rest(case, command_name, *given.again)
            try:
                command(Asking(given, named, about, full, format_), **own)
            except OtherwiseError as error:
                raise UnknownIdError(error.of_case(UNNAMED if given.anonymise else named)) from error

        full_option = click.option(
            "--full", is_flag=True, help="Everything, with the names of the rules, however long."
        )
        return full_option(format_option(*FORMATS, *more_formats)(case_options(asked)))

    return with_options


def _case_and_rest(words: Sequence[str], command_name: str, *again: str) -> tuple[str, str]:
    """Return the case that is named first, or else the one that lies here, and the other words."""
    if words and names_a_case(words[0]):
        return words[0], " ".join(words[1:])
    return case_or_only(None, command_name, *words, *again), " ".join(words)


def names_a_case(word: str) -> bool:
    """Return whether a word is a case, and not the name of something in it."""
    from advisor.knowledge.folder import SCENARIO_PREFIX

    table = word.rpartition("#")[0] or word
    is_named_so = (
        word == "" or word.startswith(SCENARIO_PREFIX) or Path(table).suffix.lower() in CASE_SUFFIXES
    )
    return is_named_so or Path(word).is_file()
