"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from advisor._language import _

if TYPE_CHECKING:
    from advisor.reports.outline import Outline

F = TypeVar("F", bound=Callable[..., Any])


class NamedPath(click.Path):
    """A file or folder on the command line. A name without a letter is none, not the folder one is in."""

    def __init__(self) -> None:
        super().__init__(readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        if value == "":
            self.fail(_("the name is empty; name a file or folder"), param, ctx)
        if value == "-":  # elsewhere it means the terminal; here it would be a file that nobody looks for
            self.fail(_("'-' names no file; leave the option out to print, or name a file"), param, ctx)
        return super().convert(value, param, ctx)


def _with_unread(_ctx: click.Context, _param: click.Parameter, folder: Path | None) -> Path | None:
    """Return the folder, and say on stderr which of its files are not read."""
    if folder is not None:
        from .unread import tell_unread

        tell_unread(folder)
    return folder


def knowledge_option(command: F) -> F:
    """Add --knowledge: somebody's own knowledge base instead of the shipped one."""
    return click.option(
        "--knowledge",
        type=NamedPath(),
        callback=_with_unread,
        metavar="FOLDER",
        help="Use the knowledge base in FOLDER instead of the one that comes with the program.",
    )(command)


def other_option(command: F) -> F:
    """Add --other: columns of a table that are no answers though they look like it."""
    return click.option(
        "--other",
        multiple=True,
        metavar="COLUMN",
        help="For a CASE that is TABLE#ROW: this column is no answer, though it looks like one.",
    )(command)


def output_option(command: F) -> F:
    """Add -o: write to a file instead of the terminal."""
    return click.option(
        "-o",
        "--output",
        type=NamedPath(),
        metavar="FILE",
        help="Write to FILE instead of the terminal.",
    )(command)


def anonymise_option(command: F) -> F:
    """Add --anonymise: names, notes and whatever else was typed stay out of all that is written."""
    return click.option(
        "--anonymise",
        is_flag=True,
        help="Leave out all names and notes: partners are numbered, and of a day only the month stays.",
    )(command)


def alone_option(command: F) -> F:
    """Add --alone: no other file is looked at."""
    return click.option(
        "--alone", is_flag=True, help="Look at no earlier file of the same partnership that lies beside it."
    )(command)


def width_for(output: Path | None) -> int:
    """Return how many columns to write: those of the screen, or in a file always the same."""
    from advisor.reports.wording import WIDTH

    return screen_width() if output is None else WIDTH


def screen_width() -> int:
    """Return how many columns to write: 100, or fewer on a narrower terminal."""
    import shutil
    import sys

    from advisor.reports.wording import NARROWEST, WIDTH

    if not sys.stdout.isatty():
        return WIDTH
    return max(NARROWEST, min(WIDTH, shutil.get_terminal_size().columns))


def screen_height() -> int:
    """Return how many lines a screen holds: 24 where nobody says; no fewer than half of that."""
    import shutil

    return max(12, shutil.get_terminal_size((80, 24)).lines)


def show_outline(outline: Outline) -> None:
    """Print an outline as text, as wide as the screen; at a terminal that it does not fit, by its pager."""
    from advisor.reports.outline_text import as_text

    from .pager import page_through

    page_through(as_text(outline, screen_width()))


def format_option(*formats: str) -> Callable[[F], F]:
    """Add --format, the first of `formats` by default."""
    return click.option(
        "--format", "format_", type=click.Choice(formats), default=formats[0], show_default=True
    )
