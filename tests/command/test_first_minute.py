"""The first minute: a case need not be named where there is one, a slip is told, a hint can be typed."""

from __future__ import annotations

import sys

import pytest
from advisor.cli import main as main_module, started
from advisor.cli.ending import after_fault

from advisor import _start
from advisor._command import hint, started_as
from advisor.cases.here import cases_in, free_name_in
from tests.command.run import advisor

CASE = "format: 1\npartnership: {}\nanswers: {{contact: none, trust: openly}}\n"


def write(path, name="Us and them"):
    path.write_text(CASE.format(name), encoding="utf-8")


def test_advise_takes_the_one_case_that_lies_here(tmp_path):
    write(tmp_path / "our school.yaml", "The school")
    (tmp_path / "notes.yaml").write_text("shopping: [tea]\n", encoding="utf-8")
    result = advisor("advise", folder=tmp_path)
    assert result.returncode == 0
    assert result.stdout.startswith("The school\n")
    assert "advisor advise 'our school.yaml' --more" in result.stdout


def test_where_no_case_lies_it_is_said_how_to_begin_or_to_see_one(tmp_path):
    result = advisor("advise", folder=tmp_path)
    assert result.returncode == 2
    assert "no case lies here" in result.stderr
    assert "advisor interview" in result.stderr
    assert advisor(*result.stderr.strip().rpartition("with: advisor ")[2].split()).returncode == 0


def test_where_several_lie_they_are_named_and_none_is_taken(tmp_path):
    for name in ("b.yaml", "my-case.yaml", "a.yml"):
        write(tmp_path / name)
    result = advisor("advise", folder=tmp_path)
    assert result.returncode == 2
    assert "(my-case.yaml, a.yml, b.yaml)" in result.stderr


def test_what_is_no_case_is_not_taken_for_one(tmp_path):
    write(tmp_path / "mine.yaml")
    (tmp_path / "damaged.yaml").write_text("format: 1\nanswers: {contact: [\n", encoding="utf-8")
    (tmp_path / "story.yaml").write_text("format: 1\nid: story\nanswers: {contact: none}\n", encoding="utf-8")
    (tmp_path / "rules.yaml").write_text("rules: []\n", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    assert [path.name for path in cases_in(tmp_path)] == ["damaged.yaml", "mine.yaml"]
    assert cases_in(tmp_path / "gone") == []


def test_another_partnership_gets_a_name_that_is_free(tmp_path):
    assert free_name_in(tmp_path).name == "my-case.yaml"
    write(tmp_path / "my-case.yaml")
    (tmp_path / "my-case-2.yaml").symlink_to(tmp_path / "gone")
    assert free_name_in(tmp_path).name == "my-case-3.yaml"


@pytest.mark.parametrize(
    ("slip", "meant"), [("interveiw", "interview"), ("advice", "advise"), ("whynot", "why-not")]
)
def test_a_mistyped_command_is_told_with_the_nearest(slip, meant):
    result = advisor(slip)
    assert result.returncode == 2
    assert f"did you mean '{meant}'?" in result.stderr


def test_without_a_terminal_the_command_alone_shows_its_help():
    result = advisor()
    assert result.returncode == 2
    assert "Commands:" in result.stdout + result.stderr


def test_a_hint_names_the_command_as_it_was_started(tmp_path):
    write(tmp_path / "my case.yaml")
    with started_as(".venv/bin/advisor"):
        shown = advisor("advise", "my case.yaml", folder=tmp_path).stdout
        refused = advisor("advise", "gone.yaml", "--nonsense").stderr
    assert ".venv/bin/advisor advise 'my case.yaml' --more" in shown
    assert "Usage: .venv/bin/advisor advise" in refused


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("my-case.yaml", "my-case.yaml"),
        ("answers.csv#17", "answers.csv#17"),
        ("our school.yaml", "'our school.yaml'"),
        ("#1.yaml", "'#1.yaml'"),
        ("it's.yaml", "'it'\"'\"'s.yaml'"),
        ("a;rm x.yaml", "'a;rm x.yaml'"),
    ],
)
def test_what_a_shell_would_read_otherwise_is_quoted(word, typed):
    assert hint("advise", word) == f"advisor advise {typed}"


@pytest.mark.parametrize(
    ("script", "on_path", "words"),
    [
        ("/usr/bin/advisor", "/usr/bin/advisor", "advisor"),
        (".venv/bin/advisor", None, ".venv/bin/advisor"),
        (".venv/bin/advisor", "/usr/bin/advisor", ".venv/bin/advisor"),
        ("/usr/lib/advisor/__main__.py", "/usr/bin/advisor", "python3 -m advisor"),
        ("/src/cli/main.py", None, "advisor"),
    ],
)
def test_the_command_is_known_by_how_it_was_started(script, on_path, words, monkeypatch):
    monkeypatch.setattr(sys, "argv", [script])
    monkeypatch.setattr(sys, "orig_argv", ["/usr/bin/python3", "-m", "advisor"])
    monkeypatch.setattr(started.shutil, "which", lambda _: on_path)
    assert started.command_as_started() == words


def test_a_python_that_is_too_old_is_told_what_to_do(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as stopped:
        _start.main()
    said = capsys.readouterr().err
    assert stopped.value.code == 2
    assert "this is Python 3.9, and 3.11 or newer is needed" in said
    assert "uv tool install --python 3.12" in said


def test_a_package_that_is_not_there_is_named_with_what_to_do(monkeypatch, capsys):
    monkeypatch.delattr(main_module, "main")
    monkeypatch.setitem(sys.modules, "advisor.cli.main", None)
    with pytest.raises(SystemExit) as stopped:
        _start.main()
    assert stopped.value.code == 2
    assert "install the program once more" in capsys.readouterr().err
    assert after_fault(ModuleNotFoundError("no", name="yaml.nodes")) == 2
    assert "the package 'yaml' is not there" in capsys.readouterr().err
