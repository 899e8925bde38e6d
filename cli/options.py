"""Options that several commands share."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from advisor.reports.outline import Outline

F = TypeVar("F", bound=Callable[..., Any])


def knowledge_option(command: F) -> F:
    """Add --knowledge: somebody's own knowledge base instead of the shipped one."""
    return click.option(
        "--knowledge",
        type=click.Path(path_type=Path),
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
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write to FILE instead of the terminal.",
    )(command)


def keep_case(case: str, output: Path | None) -> None:
    """Refuse to write the result over the case that was asked about."""
    source = Path(case.rpartition("#")[0] or case)
    with contextlib.suppress(OSError):
        if output is not None and output.exists() and source.exists() and output.samefile(source):
            raise click.UsageError("-o names the case itself, which would be lost; choose another file")


def screen_width() -> int:
    """Return how many columns to write: 100, or fewer on a narrower terminal."""
    import shutil
    import sys

    from advisor.reports.wording import NARROWEST, WIDTH

    if not sys.stdout.isatty():
        return WIDTH
    return max(NARROWEST, min(WIDTH, shutil.get_terminal_size().columns))


def show_outline(outline: Outline) -> None:
    """Print an outline as text, as wide as the screen."""
    from advisor.reports.outline_text import as_text

    click.echo(as_text(outline, screen_width()), nl=False)


def put_out(text: str, output: Path | None, *, as_utf8: bool = False) -> None:
    """Print `text`, or write it to `output` whole or not at all.

    With `as_utf8` it is printed in UTF-8 whatever the terminal's encoding: JSON is read by programs.
    """
    if output is None:
        click.echo(text.encode() if as_utf8 else text, nl=False)
        return
    from advisor._text import shown_name
    from advisor.files.write import write_atomically

    if output.suffix in (".yaml", ".yml") and output.exists():
        raise click.UsageError("-o names a YAML file that is there, and would be lost; choose another file")
    write_atomically(output, text)
    click.echo(f"written to {shown_name(str(output))}", err=True)


def format_option(*formats: str) -> Callable[[F], F]:
    """Add --format, the first of `formats` by default."""
    return click.option(
        "--format", "format_", type=click.Choice(formats), default=formats[0], show_default=True
    )


def put_json(data: Any) -> None:
    """Print data as JSON."""
    put_out(json.dumps(data, indent=2, ensure_ascii=False) + "\n", None, as_utf8=True)
