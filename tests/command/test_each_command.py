"""One path through each command, in this process: what `make quick` knows of the command line."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from advisor.cli.main import cli

from tests.command.run import advisor

CASE = "scenario:private-nursery"
SOUND = "tests/faulty_knowledge/sound"
PATHS: dict[str, tuple[list[str], str]] = {
    "advise": ([CASE], "WHAT TO DO"),
    "cohort": (["{table}", "-o", "{new}.csv"], "2 cases, 0 refused"),
    "interview": (["{new}.yaml", "--core"], "WHAT TO DO"),
    "knowledge check": ([SOUND], "Nothing to complain of."),
    "knowledge explain": (["never-read"], "## Prefer"),
    "knowledge graph": (["no-contact", "--format", "dot"], '"contact" -> "no-contact"'),
    "knowledge list": (["intervention"], "conflict-handling"),
    "knowledge mutate": (["--knowledge", SOUND], "changes"),
    "knowledge new": (["{new}", "--empty"], ""),
    "knowledge pages": (["{new}", "--knowledge", SOUND], ""),
    "knowledge schema": (["case"], '"answers"'),
    "knowledge show": (["being-introduced", "--knowledge", SOUND], "being-introduced"),
    "knowledge steady": (["--made-up", "1", "--knowledge", SOUND], "What comes FIRST"),
    "knowledge ways": (["no-contact", "--knowledge", SOUND], "Said: "),
    "compare": (["scenario:revolving-door", "scenario:five-midwives-seen-by-their-manager"], "You see these"),
    "log": (["{case}", "visioning", "--outcome", "helped"], "Noted in"),
    "mcp": (["--help"], "Let an assistant ask"),  # what they answer: test_doors.py
    "pack": (["scenario:talking-shop"], "our next meeting"),
    "page": (["-o", "{new}.html"], ""),
    "portfolio": (["examples/five-dates"], "partnership"),
    "progress": (["examples/five-dates"], "over time"),
    "scenario check": (["private-nursery"], "all as expected"),
    "scenario handout": (["private-nursery", "--format", "markdown"], "What would you do"),
    "scenario list": ([], "The nursery down the road"),
    "scenario new": (["{new}.yaml"], ""),
    "scenario plan": (["--minutes", "120"], "Closing"),
    "scenario page": (["17", "-o", "{new}.html"], ""),
    "scenario quiz": (["private-nursery"], "YOUR CHOICES"),
    "scenario results": (["{results}"], "Case 55, The red folder: 1 learner"),
    "scenario run": (["private-nursery"], "WHAT WAS EXPECTED"),
    "scenario show": (["private-nursery"], "What it teaches"),
    "serve": (["--help"], "No case is kept"),
    "settle": ([CASE], "What comes first in your plan"),
    "training list": ([], "1. Becoming a group, 150 minutes"),
    "training play": (["place-the-phrase", "--cards", "2"], "TO TALK ABOUT"),
    "training sheet": (["1", "--format", "markdown"], "Postcard: to cut out"),
    "training show": (["6"], "What to watch for"),
    "what-if": ([CASE, "--set", "trust=openly"], "If: "),
    "why": ([CASE, "being-introduced"], "What you said"),
    "why-not": (["scenario:health-visitors", "being-honest"], "would come"),
}
TYPED = {
    "interview": "Us\n" + "u\n" * 21,
    "scenario quiz": "Ann\n\n2\n7\n\n\n\n",
    "training play": "1\n3\n",
}


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    path = tmp_path_factory.mktemp("quiz") / "results.csv"
    advisor("scenario", "quiz", "hot-quarrel", "-o", str(path), typed=TYPED["scenario quiz"])
    return path


@pytest.fixture
def files(tmp_path, results):
    """What words in braces stand for."""
    table = tmp_path / "answers.csv"
    table.write_text("contact,trust\nnone,careful\nregular,openly\n", encoding="utf-8")
    case = tmp_path / "case.yaml"
    case.write_text("format: 1\nanswers: {contact: none}\n", encoding="utf-8")
    return {"table": table, "results": results, "new": tmp_path / "new", "case": case}


@pytest.mark.parametrize("command", PATHS)
def test_a_path_through_the_command_ends_well_and_says_what_it_should(command, files):
    options, said = PATHS[command]
    words = [*command.split(), *(word.format_map(files) for word in options)]
    result = advisor(*words, typed=TYPED.get(command, ""))
    assert result.returncode == 0, result.stderr
    assert said in result.stdout
    for made in [word for word in options if word.startswith("{new}")]:
        assert files["new"].with_name(made.format(new="new")).exists()


def leaves(group: click.Group, names: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield each command with the groups that lead to it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from leaves(command, (*names, name))
        else:
            yield " ".join((*names, name))


def test_there_is_a_path_for_each_command():
    assert sorted(leaves(cli)) == sorted(PATHS)
