"""A case that is a row of a table, in each command that reads a case."""

from __future__ import annotations

import click
import pytest
from advisor.cli.main import cli

from tests.command.run import advisor
from tests.command.test_each_command import leaves

COMMANDS = {
    "advise": ["--more"],
    "pack": [],
    "why": ["being-introduced"],
    "why-not": ["conflict-handling"],
    "what-if": ["--set", "trust=openly"],
    "settle": [],
    "scenario new": [],
}


def parameters(name):
    """Return the parameters of a command by their names."""
    command: click.Command = cli
    for word in name.split():
        assert isinstance(command, click.Group)
        found = command.get_command(click.Context(command), word)
        assert found is not None
        command = found
    return {each.name: each for each in command.params}


def test_each_command_that_reads_a_case_takes_columns_that_are_no_answers():
    reading = {name for name in leaves(cli) if "case" in parameters(name)} - {"interview"}  # it writes a file
    assert reading == set(COMMANDS)
    assert all("other" in parameters(name) for name in reading)


def in_a_row(text):
    """Return a text without its lines, which are broken elsewhere where a hint is longer."""
    return " ".join(text.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_row_beside_a_column_that_looks_like_an_answer_can_be_read(command, tmp_path):
    table = tmp_path / "answers.csv"
    table.write_text("contat,contact,acquaintance,trust\nx,none,hardly,careful\n", encoding="utf-8")
    plain = tmp_path / "plain.csv"
    plain.write_text("contact,acquaintance,trust\nnone,hardly,careful\n", encoding="utf-8")

    def run(path, *options):
        new = tmp_path / f"{path.stem}.yaml"
        case = [f"{path}#1"] if command != "scenario new" else [str(new), "--from", f"{path}#1"]
        return advisor(*command.split(), *case, *COMMANDS[command], *options)

    refused = run(table)
    assert refused.returncode == 2
    assert "name it with --other contat" in refused.stderr
    found, expected = run(table, "--other", "contat"), run(plain)
    assert (found.returncode, found.stderr) == (0, "")
    said = in_a_row(found.stdout).replace(" --other contat", "")  # a hint names it too, or could not be typed
    assert said.replace(str(table), "CASE").replace("answers.yaml", "FILE") == (
        in_a_row(expected.stdout).replace(str(plain), "CASE").replace("plain.yaml", "FILE")
    )


@pytest.mark.parametrize("name", ["rows\x1b[31m.csv", "rows\udcff.csv"], ids=["steers", "no UTF-8"])
def test_a_row_of_a_table_whose_name_cannot_be_shown_can_be_read(name, tmp_path):
    (tmp_path / name).write_text("contact\nnone\n", encoding="utf-8")
    found = advisor("advise", f"{tmp_path / name}#1")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.splitlines()[0].endswith(f"{name.replace(name[4], '?')}#1")
