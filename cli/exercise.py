"""`advisor scenario quiz` and `results`: a case study as an exercise, typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._language import _, ngettext

from .options import NamedPath, knowledge_option, output_option, width_for
from .output import put_out, refuse_ending

if TYPE_CHECKING:
    from advisor.exercise import Exercise
    from advisor.exercise.side_by_side import SideBySide

RESULTS_FORMATS = click.Choice(["text", "csv", "json", "html"])


@click.command()
@click.argument("name", metavar="SCENARIO")
@click.option("--facts", "most", type=click.IntRange(1, 99), help="How many facts may be told.")
@click.option("-o", "--output", type=NamedPath(), metavar="FILE", help="Add the result to this CSV file.")
@click.option("--group", default="", metavar="NAME", help="The group that the result belongs to.")
@knowledge_option
def quiz(name: str, most: int | None, output: Path | None, group: str, knowledge: Path | None) -> int:
    """Practise on a scenario: ask for facts, choose what you would do, and compare with the rules.

    SCENARIO is its number, so that the name gives nothing away, its id, or a file. For one learner, or a
    group at a projector. It ends with the debrief. With -o each result is a row of one file.

    \b
    Example:
      advisor scenario quiz 11
      advisor scenario quiz 11 --facts 8 -o results.csv --group Monday
    """
    from advisor.api import Advisor
    from advisor.exercise import Exercise
    from advisor.scenarios.loader import read_scenario

    from .quiz import QuizConversation
    from .replies import cleaned
    from .typed import Left

    if output is not None:  # better now than after all has been answered
        _refuse_no_results(output)
    advisor = Advisor(knowledge, engine="columnar")
    exercise = Exercise(read_scenario(name, advisor.knowledge), advisor)
    try:
        learner = QuizConversation(exercise, most, output is not None).run()
    except Left as left:
        return 0 if left.on_purpose else 130
    _tell_and_keep(exercise, learner, cleaned(group), output)
    return 0


def _refuse_no_results(output: Path) -> None:
    from advisor.exercise.results import refuse_earlier
    from advisor.files.append import refuse_unaddable

    refuse_ending(output, "csv", "-o")
    refuse_unaddable(output)
    refuse_earlier(output)


def _tell_and_keep(exercise: Exercise, learner: str, group: str, output: Path | None) -> None:
    """Show the comparison and the debrief; add what came of it to the results, if there are to be any.

    What was chosen is kept also where she breaks off in the debrief, be it with Ctrl-C.
    """
    from advisor.exercise import compared
    from advisor.exercise.debriefing import debrief
    from advisor.exercise.results import add_result, row_of
    from advisor.files.read import quoted

    from .quiz_debrief import DebriefConversation

    found = compared(exercise)
    talk = DebriefConversation(exercise, found, debrief(exercise, found))
    try:
        talk.run()
    finally:
        if output is not None:
            add_result(output, row_of(learner, exercise, found, talk.afterwards, group))
            click.echo(_("added to {output}").format(output=quoted(output)), err=True)


@click.command()
@click.argument("files", nargs=-1, required=True, type=NamedPath(), metavar="FILE...")
@click.option("--format", "format_", type=RESULTS_FORMATS, default="text", show_default=True)
@click.option("--group", "groups", multiple=True, metavar="NAME", help="Only this group; may be repeated.")
@click.option("--names", is_flag=True, help="Show the names that were typed, and not only numbers.")
@output_option
@knowledge_option
def results(
    files: tuple[Path, ...],
    format_: str,
    groups: tuple[str, ...],
    names: bool,
    output: Path | None,
    knowledge: Path | None,
) -> None:
    """Lay the results of a group side by side, with what the author and the rules say of each choice.

    A row that is not whole is left out, and named. The page (html) can be shown at a projector.

    \b
    Example:
      advisor scenario results results.csv
      advisor scenario results monday.csv tuesday.csv --format html -o results.html
    """
    from advisor.api import Advisor
    from advisor.errors import TableError
    from advisor.exercise.results import read_results
    from advisor.exercise.side_by_side import side_by_side

    _refuse_missing(files)
    found = [read_results(file) for file in files]
    rows = [row for each in found for row in each.rows]
    told = side_by_side(rows, Advisor(knowledge, engine="columnar"), names, groups)
    if told or format_ != "text":
        put_out(_as(format_, told, output), output, format_)
    else:
        click.echo(_none(files, groups, {row["group"] for row in rows}))
    faults = [fault for each in found for fault in each.faults]
    if faults:
        click.echo(TableError(faults).told(), err=True)


def _none(files: tuple[Path, ...], wanted: tuple[str, ...], there: set[str]) -> str:
    """Return that there is nothing to lay side by side, and which groups there are if others were wanted."""
    from advisor._text import shown_name

    if not wanted or not there:
        return _("There are no results in {file} yet.").format(file=_named(files))
    names = ", ".join(shown_name(group) if group else _("no group") for group in sorted(there))
    told = _("There are no results of {wanted} in {file}; the groups there: {names}")
    return told.format(wanted=", ".join(map(shown_name, wanted)), file=_named(files), names=names)


def _named(files: tuple[Path, ...]) -> str:
    from advisor.files.read import quoted

    return ", ".join(map(quoted, files))


def _refuse_missing(files: tuple[Path, ...]) -> None:
    """Name all files at once that are not there."""
    from advisor.errors import AdvisorError
    from advisor.files.read import is_missing

    missing = tuple(file for file in files if is_missing(file))
    if missing:
        told = ngettext(
            "{file}: there is no such file; check the name and the folder",
            "{file}: there are no such files; check the names and the folder",
            len(missing),
        )
        raise AdvisorError(told.format(file=_named(missing)))


def _as(format_: str, told: tuple[SideBySide, ...], output: Path | None) -> str:
    from advisor.pages import as_html, results_page
    from advisor.reports.exercise_results import results_csv, results_json, results_outline
    from advisor.reports.outline_text import as_text

    if format_ == "html":
        return as_html(results_page(told))
    if format_ == "text":
        return as_text(results_outline(told), width_for(output))
    return (results_csv if format_ == "csv" else results_json)(told)
