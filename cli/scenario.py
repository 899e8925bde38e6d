"""`advisor scenario`: case studies to learn from, and to hold the knowledge base against."""

from __future__ import annotations

from pathlib import Path

import click

from advisor._command import hint
from advisor._language import _

from .exercise import quiz, results
from .handout import handout
from .options import (
    NamedPath,
    knowledge_option,
    other_option,
    output_option,
    screen_width,
    show_outline,
    width_for,
)
from .output import put_json, put_out, refuse_ending
from .room import page
from .scenario_index import list_, plan
from .unread import tell_cut, tell_unread_scenarios

TEXT_OR_JSON = click.Choice(["text", "json"])


@click.group()
def scenario() -> None:
    """Case studies: read them, practise on them, check them, write your own.

    \b
    Example:
      advisor scenario list
      advisor scenario quiz private-nursery
    """


@scenario.command()
@click.argument("name", metavar="SCENARIO")
@click.option("--format", "format_", type=TEXT_OR_JSON, default="text", show_default=True)
@knowledge_option
def show(name: str, format_: str, knowledge: Path | None) -> None:
    """Show a scenario: its story, what is known, what is expected and why.

    SCENARIO is its number, title or id, or a file.

    \b
    Example:
      advisor scenario show private-nursery
    """
    from advisor.inference.cache import knowledge_in
    from advisor.scenarios.loader import read_scenario

    base = knowledge_in(knowledge)
    found = read_scenario(name, base)
    if format_ == "json":
        put_json(found.as_dict())
        return
    from advisor.reports.scenario import trainer_outline

    show_outline(trainer_outline(found, base))


@scenario.command()
@click.argument("name", metavar="SCENARIO")
@click.option("--full", is_flag=True, help="Show all reasons, not only the strongest.")
@knowledge_option
def run(name: str, full: bool, knowledge: Path | None) -> None:
    """Tell the story, give the advice on it, and say what was expected of it.

    \b
    Example:
      advisor scenario run private-nursery
    """
    from advisor.api import Advisor
    from advisor.knowledge.folder import SCENARIO_PREFIX
    from advisor.reports import advice_outline
    from advisor.reports.outline_text import as_text
    from advisor.reports.scenario import expected_outline, story_outline
    from advisor.scenarios.expectation_check import by_telling
    from advisor.scenarios.loader import read_scenario, scenario_path
    from advisor.scenarios.scenario import advise_tellings

    advisor = Advisor(knowledge)
    found = read_scenario(name, advisor.knowledge)
    width = screen_width()
    is_file = scenario_path(name, advisor.knowledge) == Path(name)
    said = name if is_file else SCENARIO_PREFIX + found.id
    told = advise_tellings(found, advisor)
    outline = advice_outline(told[0].advice, advisor.knowledge, full=full, case_name=said)
    click.echo(as_text(story_outline(found), width))
    click.echo(as_text(outline, width))
    click.echo(as_text(expected_outline(by_telling(told, advisor)), width), nl=False)


@scenario.command()
@click.argument("file", type=NamedPath())
@click.option(
    "--from", "case", metavar="CASE", help="Take the answers of this case, without names and notes."
)
@other_option
@knowledge_option
def new(file: Path, case: str | None, other: tuple[str, ...], knowledge: Path | None) -> None:
    """Begin a scenario of your own in FILE: a template with comments, or made from a case.

    \b
    Example:
      advisor scenario new my-scenario.yaml
      advisor scenario new my-scenario.yaml --from my-case.yaml
    """
    from advisor.api import Advisor
    from advisor.files.read import quoted
    from advisor.scenarios.scaffold import new_scenario

    refuse_ending(file, "yaml", "FILE")
    advisor = Advisor(knowledge)
    new_scenario(file, advisor.knowledge, advisor.read_case(case, other) if case else None)
    name = quoted(file)
    click.echo(_("written: {name}").format(name=name))
    if case:
        click.echo(
            _("Names of partners, notes and dates were left out. Read it once more before you pass it on.")
        )
    click.echo(
        _("Write the story and what you expect, then: {command}").format(
            command=hint("scenario", "check", str(file))
        )
    )


@scenario.command()
@click.argument("names", nargs=-1, metavar="[SCENARIO | FOLDER]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "junit"]),
    default="text",
    show_default=True,
)
@click.option("--accept", is_flag=True, help="Keep what fires now as the record of these scenarios.")
@output_option
@knowledge_option
def check(
    names: tuple[str, ...], format_: str, accept: bool, output: Path | None, knowledge: Path | None
) -> None:
    """Hold scenarios, all if none is named, against the advice: what is not as expected, and why.

    Ends with 1 if an expectation is not met, if a rule fires other than in a scenario's record, if nothing is
    expected of one, or if there is none.

    \b
    Example:
      advisor scenario check
      advisor scenario check private-nursery my-scenarios
      advisor scenario check --format junit -o results.xml
    """
    from advisor.api import Advisor
    from advisor.reports.outline_text import as_text
    from advisor.reports.scenario_check import check_as_json, check_as_junit, check_outline
    from advisor.scenarios.loader import chosen_paths
    from advisor.scenarios.runner import checked_scenarios

    tell_unread_scenarios(names)
    advisor = Advisor(knowledge, engine="columnar")
    tell_cut(chosen_paths(names, advisor.knowledge))
    found = checked_scenarios(names, advisor, accept=accept)
    if format_ == "text":
        outline = check_outline(found, advisor.knowledge)
        put_out(as_text(outline, width_for(output)), output)
    else:
        written = check_as_json(found) if format_ == "json" else check_as_junit(found)
        put_out(written, output, format_)
    if not found or not all(each.passed for each in found):
        raise SystemExit(1)


for _command in (list_, plan, quiz, page, results, handout):
    scenario.add_command(_command)
