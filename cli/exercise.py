"""`advisor scenario quiz` and `results`: a case study as an exercise, typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._language import _

from .options import NamedPath, knowledge_option, show_outline
from .output import refuse_ending

if TYPE_CHECKING:
    from advisor.knowledge.base import KnowledgeBase
    from advisor.scenarios.quiz import Quiz


@click.command()
@click.argument("name", metavar="SCENARIO")
@click.option("--facts", "most", type=click.IntRange(1, 99), help="How many facts may be asked for.")
@click.option("-o", "--output", type=NamedPath(), metavar="FILE", help="Add the result to this CSV file.")
@knowledge_option
def quiz(name: str, most: int | None, output: Path | None, knowledge: Path | None) -> int:
    """Practise on a scenario: ask for facts, choose what you would do, and compare with the rules.

    For one learner, or a group at a projector. With -o each result is a row of one file, for the trainer.

    \b
    Example:
      advisor scenario quiz private-nursery
      advisor scenario quiz private-nursery --facts 8 -o results.csv
    """
    from advisor.api import Advisor
    from advisor.scenarios.loader import read_scenario
    from advisor.scenarios.quiz import Quiz

    from .quiz import QuizConversation
    from .typed import Left

    if output is not None:  # better now than after all has been answered
        _refuse_no_results(output)
    advisor = Advisor(knowledge, engine="columnar")
    exercise = Quiz(read_scenario(name, advisor.knowledge), advisor)
    try:
        learner = QuizConversation(exercise, most).run()
    except Left as left:
        return 0 if left.on_purpose else 130
    _tell_and_keep(exercise, advisor.knowledge, learner, output)
    return 0


def _refuse_no_results(output: Path) -> None:
    from advisor.files.append import refuse_unaddable
    from advisor.scenarios.quiz_results import read_results

    refuse_ending(output, "csv", "-o")
    refuse_unaddable(output)
    read_results(output)


def _tell_and_keep(exercise: Quiz, knowledge: KnowledgeBase, learner: str, output: Path | None) -> None:
    """Show how what was chosen compares with the advice; add it to the results, if there are to be any."""
    from advisor.files.read import quoted
    from advisor.reports.quiz import comparison_outline
    from advisor.scenarios.quiz_results import add_result, row_of

    found = exercise.compared()
    click.echo()
    show_outline(comparison_outline(found, exercise.asked, knowledge))
    click.echo()
    click.echo(_("This is something to talk about, not a mark."))
    if output is not None:
        add_result(output, row_of(learner, exercise, found))
        click.echo(_("added to {output}").format(output=quoted(output)), err=True)


@click.command()
@click.argument("file", type=NamedPath())
def results(file: Path) -> None:
    """Lay the results of a group side by side: what was chosen, asked for, and why.

    A row that is not whole is left out, and named.

    \b
    Example:
      advisor scenario results results.csv
    """
    from advisor.errors import AdvisorError, TableError
    from advisor.files.read import is_missing, quoted
    from advisor.reports.quiz import results_outline
    from advisor.scenarios.quiz_results import read_results

    if is_missing(file):
        raise AdvisorError(
            _("{file}: there is no such file; check the name and the folder").format(file=quoted(file))
        )
    found = read_results(file)
    if found.rows:
        show_outline(results_outline(found.rows))
    else:
        click.echo(_("There are no results in {file} yet.").format(file=quoted(file)))
    if found.faults:
        click.echo(TableError(found.faults).told(), err=True)
