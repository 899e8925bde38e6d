"""`advisor compare`: the same partnership in several voices, or under two knowledge bases."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._language import _

from .options import NamedPath, format_option, output_option, width_for
from .output import put_out

if TYPE_CHECKING:
    from advisor.api import Advisor
    from advisor.cases.case import Case
    from advisor.comparison import Comparison

TWO = 2


@dataclass
class _Read:
    """The cases that were named, by where they lie, and the names of files that could not be read."""

    cases: dict[str, Case] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)


@click.command()
@click.argument("cases", nargs=-1, metavar="CASE...")
@click.option("--asked", type=click.IntRange(1), metavar="N", help="How many were asked to answer.")
@format_option("text", "json", "markdown", "html", "docx", "csv")
@output_option
@click.option(
    "--knowledge",
    multiple=True,
    type=NamedPath(),
    metavar="FOLDER",
    help="Use the knowledge base in FOLDER. Given twice, say what the second changes on each CASE.",
)
def compare(
    cases: tuple[str, ...],
    asked: int | None,
    format_: str,
    output: Path | None,
    knowledge: tuple[Path, ...],
) -> None:
    """Compare how several people see one partnership, and say what to talk about first.

    CASE is a case file, scenario:ID, or a folder with case files: one file for each person. Who said
    what is shown only if every file says 'share: yes'. Otherwise it is only what is worth a talk and
    how to begin it. Files of one person only are shown over time, as advisor progress does.

    \b
    Example:
      advisor compare leader.yaml partner.yaml manager.yaml
      advisor compare answers --asked 6
      advisor compare leader.yaml partner.yaml --format html -o voices.html
      advisor compare my-case.yaml --knowledge old --knowledge new
    """
    _refuse_what_does_not_fit(cases, asked, format_, len(knowledge))
    if len(knowledge) == TWO:
        from .versions import compare_versions

        compare_versions(cases, knowledge[0], knowledge[1], format_, output)
        return
    from advisor.api import Advisor
    from advisor.comparison.voices import OnePersonError

    advisor = Advisor(knowledge[0] if knowledge else None)
    try:
        found = _compared(advisor, cases, asked)
    except OnePersonError:
        if asked is not None or not all(Path(case).exists() for case in cases):
            raise
        _over_time(cases, format_, output, knowledge)
        return
    if format_ == "json":
        put_out(found.as_json(), output, "json")
        return
    put_out(_written(found, format_, output), output, format_)


def _refuse_what_does_not_fit(cases: tuple[str, ...], asked: int | None, format_: str, bases: int) -> None:
    """Refuse what cannot be asked for at once."""
    if not cases:
        raise click.UsageError(_("name the files of two people or more, or the folder they lie in"))
    if bases > TWO:
        raise click.UsageError(_("--knowledge can be given once or twice; leave the others out"))
    if bases == TWO and asked is not None:
        raise click.UsageError(
            _("--asked is for the voices of one partnership; leave it or one --knowledge out")
        )
    if bases < TWO and format_ == "csv":
        raise click.UsageError(
            _("csv is for what two knowledge bases change; give --knowledge twice for that")
        )


def _over_time(
    cases: tuple[str, ...], format_: str, output: Path | None, knowledge: tuple[Path, ...]
) -> None:
    """Show files of one person over time: of her there is nothing else to compare."""
    from .progress import progress

    click.echo(_("All these files are of one person, so this shows what has changed over time."), err=True)
    paths = tuple(map(Path, cases))
    base = knowledge[0] if knowledge else None
    click.get_current_context().invoke(
        progress, paths=paths, partnership=None, format_=format_, output=output, knowledge=base
    )


def _written(found: Comparison, format_: str, output: Path | None) -> str | bytes:
    if format_ == "html":
        from advisor.pages import as_html, comparison_page

        return as_html(comparison_page(found))
    from advisor.reports import write_outline
    from advisor.reports.comparison import comparison_outline

    return write_outline(comparison_outline(found), format_, width_for(output))


def _compared(advisor: Advisor, cases: tuple[str, ...], asked: int | None) -> Comparison:
    """Return the comparison of what was named; what cannot be read is told, and the others are compared."""
    from advisor.comparison import compare as compared

    read = _Read()
    for case in cases:
        if Path(case).is_dir():
            _read_folder(Path(case), read, advisor)
        else:
            _read_case(case, read, advisor)
    return compared(list(read.cases.values()), advisor.knowledge, asked, read.unread)


def _read_folder(folder: Path, read: _Read, advisor: Advisor) -> None:
    from advisor.cases.gathering import gathered

    found = gathered(folder, advisor.knowledge)
    for file in found.files:
        read.cases.setdefault(_place(str(folder / file.name)), file.case)
    for unread in found.unread:
        _leave_out(str(folder / unread.name), read)


def _read_case(case: str, read: _Read, advisor: Advisor) -> None:
    from advisor.errors import CaseError, FileFault

    try:
        read.cases.setdefault(_place(case), advisor.read_case(case))
    except CaseError as error:
        if all(isinstance(fault, FileFault) for fault in error.faults):
            click.echo(error.told(), err=True)  # that there is no such file tells nothing of what is in it
            read.unread.append(case)
        else:
            _leave_out(case, read)


def _leave_out(case: str, read: _Read) -> None:
    """Tell that a file cannot be used, and not why: the reason may quote somebody's answer."""
    from advisor._command import hint
    from advisor.files.read import quoted

    said = _("{file} cannot be read and is left out; who wrote it can see why with: {command}")
    click.echo(said.format(file=quoted(Path(case)), command=hint("advise", case)), err=True)
    read.unread.append(case)


def _place(case: str) -> str:
    """Return what tells two files apart: the same one named twice is one."""
    return str(Path(case).resolve()) if Path(case).exists() else case
