"""No -o takes the place of what was read in the same run, nor of a file of another kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.knowledge.folder import shipped_folder
from tests.command.run import ROOT, advisor

CASE = "format: 1\nanswers: {contact: none, trust: careful}\n"
TABLE = "c,contact\nA,none\n"
STORY = (shipped_folder() / "scenarios" / "hot-quarrel.yaml").read_text(encoding="utf-8")


def same(one: Path, other: Path, way: str) -> Path:
    """Give the file `one` a second name, and return it."""
    if way == "link":
        other.symlink_to(one)
    elif way == "hard link":
        os.link(one, other)
    else:
        return one.parent / ".." / one.parent.name / one.name
    return other


@pytest.mark.parametrize("way", ["another path", "link", "hard link"])
@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("case.txt", CASE, ["advise", "{}"]),
        ("case", CASE, ["why", "{}", "being-introduced"]),
        ("case.json", '{"format": 1, "answers": {}}', ["advise", "{}", "--format", "json"]),
        ("case.md", CASE, ["why-not", "{}", "visioning", "--format", "markdown"]),
        ("case#1.txt", CASE, ["what-if", "{}", "--set", "trust=openly"]),
        ("case.svg", CASE, ["why", "{}", "being-introduced", "--format", "svg"]),
        ("case.txt", CASE, ["settle", "{}"]),
        ("story.txt", STORY, ["advise", "scenario:{}"]),
        ("story.html", STORY, ["scenario", "handout", "{}"]),
        ("story.md", STORY, ["scenario", "handout", "{}", "--format", "markdown"]),
        ("story.txt", STORY, ["scenario", "check", "{}"]),
        ("story.xml", STORY, ["scenario", "check", "{}", "--format", "junit"]),
        ("a.csv", TABLE, ["cohort", "{}"]),
        ("a.CSV", TABLE, ["cohort", "{}"]),
    ],
)
def test_what_is_read_is_never_written_over(tmp_path, name, text, words, way):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    output = same(path, path.with_stem("other"), way)
    result = advisor(*(word.replace("{}", str(path)) for word in words), "-o", str(output))
    assert (result.returncode, path.read_text(encoding="utf-8")) == (2, text), result.stderr
    assert "would be lost; choose another file" in result.stderr


def test_a_row_of_a_table_is_advised_on_and_the_table_stays(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(TABLE, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(path)
    for output in ("a.csv", "b.txt"):
        result = advisor("advise", f"{path}#1", "-o", str(tmp_path / output))
        assert (result.returncode, path.read_text(encoding="utf-8")) == (2, TABLE)
        assert "is read here and would be lost" in result.stderr


def test_no_file_of_a_knowledge_base_is_written_over(tmp_path):
    folder = tmp_path / "mine"
    assert advisor("knowledge", "new", str(folder), "--empty").returncode == 0
    rules = folder / "rules" / "mine.yaml"
    text = rules.read_text(encoding="utf-8")
    os.link(rules, tmp_path / "all.dot")
    os.link(rules, tmp_path / "case.json")
    for words in (
        ["graph", "--format", "dot", "-o", str(tmp_path / "all.dot")],
        ["schema", "case", "-o", str(tmp_path / "case.json")],
        ["schema", "case", "-o", str(rules)],
    ):
        result = advisor("knowledge", *words, "--knowledge", str(folder))
        assert (result.returncode, rules.read_text(encoding="utf-8")) == (2, text)
        assert "is read here" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notes.docx", b"PK\3\4", []),
        ("story.scn", b"format: 1\n", []),
        ("mine.YAML", b"rules: []\n", []),
        ("photo.txt", b"\x89PNG\0\0", []),
        ("case.txt", b"# mine\nformat: 1\n", []),
        (".profile", b"x\n", []),
        ("deploy.sh", b"#!/bin/sh\n", []),
        ("letter.tex", b"Dear all\n", []),
        ("answers.csv", b"a,b\n", []),
        ("notes.2", b"\0\1", []),
        ("notes", b"Dear diary\n", ["--format", "json"]),
        ("page.html", b"<p>x</p>\n", []),
        ("advice.json", b"Dear diary\n", ["--format", "json"]),
        ("advice.txt", b"words\n", ["--format", "json"]),
    ],
)
def test_a_file_of_another_kind_is_not_replaced(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    result = advisor("advise", "scenario:hot-quarrel", *words, "-o", str(path))
    assert (result.returncode, path.read_bytes()) == (2, content)
    assert "which is there and is no " in result.stderr
    assert result.stderr.count("choose another file") == 1


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("out.txt", ["advise", "scenario:hot-quarrel"]),
        ("out", ["settle", "scenario:hot-quarrel"]),
        ("report.log", ["advise", "scenario:hot-quarrel"]),
        ("report.md", ["settle", "scenario:hot-quarrel"]),
        ("report.2026-11-27", ["settle", "scenario:hot-quarrel"]),
        ("case 2.1", ["what-if", "scenario:hot-quarrel", "--set", "trust=openly"]),
        ("report.txt", ["settle", "scenario:hot-quarrel", "--format", "markdown"]),
        ("result", ["advise", "scenario:hot-quarrel", "--format", "json"]),
        ("result.log", ["scenario", "check", "hot-quarrel", "--format", "junit"]),
        ("page", ["scenario", "handout", "hot-quarrel"]),
        ("graph.txt", ["knowledge", "graph", "visioning", "--format", "dot"]),
        ("out.JSON", ["advise", "scenario:hot-quarrel", "--format", "json"]),
        ("out.md", ["settle", "scenario:hot-quarrel", "--format", "markdown"]),
        ("out.html", ["scenario", "handout", "hot-quarrel"]),
        ("out.svg", ["knowledge", "graph", "visioning"]),
        ("out.gv", ["knowledge", "graph", "visioning", "--format", "dot"]),
        ("out.json", ["knowledge", "schema", "case"]),
        ("out.xml", ["scenario", "check", "hot-quarrel", "--format", "junit"]),
    ],
)
def test_what_a_command_has_written_it_may_write_again(tmp_path, name, words):
    path = tmp_path / name
    path.touch()  # and what is empty is nobody's work
    for _ in range(2):
        assert advisor(*words, "-o", str(path)).returncode == 0
    assert path.read_text(encoding="utf-8")


def test_an_empty_file_with_any_name_is_filled(tmp_path):
    path = tmp_path / "tmp.X7d2a"
    path.touch()
    assert advisor("advise", "scenario:hot-quarrel", "-o", str(path)).returncode == 0
    assert path.read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("bash") is None, reason="a shell gives the streams")
@pytest.mark.parametrize(
    ("stream", "shell"),
    [
        ("/dev/stdout", ">> log"),
        ("/dev/fd/1", ">> log"),
        ("/dev/fd/7", "7>> log"),
        ("/dev/stderr", "2>> log"),
        ("out", ">> log"),
        ("/dev/stdout", "| cat >> log"),
    ],
)
def test_an_open_stream_is_written_to_and_replaces_nothing(tmp_path, stream, shell):
    (tmp_path / "log").write_text("before\n", encoding="utf-8")
    (tmp_path / "out").symlink_to("/dev/stdout")
    words = f"{sys.executable} -m advisor.cli.main advise scenario:hot-quarrel -o {stream} {shell}"
    done = subprocess.run(
        ["bash", "-c", words], cwd=tmp_path, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0
    expected = "before\n" + advisor("advise", "scenario:hot-quarrel").stdout
    assert (tmp_path / "log").read_text(encoding="utf-8") == expected


def test_nothing_is_kept_of_what_goes_to_the_null_device():
    result = advisor("advise", "scenario:hot-quarrel", "-o", "/dev/null")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert Path("/dev/null").is_char_device()
