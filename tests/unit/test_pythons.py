"""Further Pythons are found where they are, tried, and named where they are not."""

from __future__ import annotations

import subprocess

import pytest

from tools import pythons


def a_python(path, code):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {code}\n", encoding="ascii")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A machine without any Python; return its path and the folder of pyenv."""
    on_path, managed = tmp_path / "path", tmp_path / "pyenv"
    monkeypatch.setenv("PATH", str(on_path))
    monkeypatch.setenv("PYENV_ROOT", str(managed))
    return on_path, managed / "versions"


@pytest.mark.usefixtures("nowhere")
def test_a_python_that_is_nowhere_is_not_found():
    assert pythons.found("3.12") is None


def test_a_python_on_the_path_is_found(nowhere):
    on_path, _ = nowhere
    python = a_python(on_path / "python3.12", 0)
    assert pythons.found("3.12") == python


def test_a_name_on_the_path_that_starts_nothing_is_passed_over_for_what_pyenv_keeps(nowhere):
    on_path, managed = nowhere
    a_python(on_path / "python3.12", 127)
    kept = a_python(managed / "3.12.1" / "bin" / "python3.12", 0)
    assert pythons.found("3.12") == kept


@pytest.mark.usefixtures("nowhere")
def test_what_is_not_here_is_said_and_fails_nothing(monkeypatch, capsys):
    monkeypatch.setattr(pythons, "OWN", "3.11")
    monkeypatch.setattr(pythons, "tried_beside_newer", lambda: "all is well")
    with pytest.raises(SystemExit) as stop:
        pythons.main()
    assert stop.value.code == 0
    assert capsys.readouterr().out == (
        "\nFurther Pythons:\n"
        "  3.12: not here, not tried\n  3.13: not here, not tried\n  3.14: not here, not tried\n"
        "  3.11 with the current frozendict and schema: all is well\n"
    )


def test_tests_that_fail_on_one_python_fail_it_all(nowhere, monkeypatch, capsys):
    on_path, _ = nowhere
    a_python(on_path / "python3.12", 0)
    monkeypatch.setattr(pythons, "OWN", "3.11")
    monkeypatch.setattr(pythons, "environment", lambda _python, folder, _newer: folder / "python")

    def failing(python, *words):
        raise subprocess.CalledProcessError(1, [python, *words])

    monkeypatch.setattr(pythons, "run", failing)
    with pytest.raises(SystemExit) as stop:
        pythons.main()
    assert stop.value.code == 1
    assert "  3.12: failed: python -m pytest ...\n" in capsys.readouterr().out


def test_other_advice_than_this_pythons_is_a_failure(nowhere, monkeypatch):
    on_path, _ = nowhere
    a_python(on_path / "python3.12", 0)
    monkeypatch.setattr(pythons, "environment", lambda _python, folder, _newer: folder / "python")
    monkeypatch.setattr(pythons, "run", lambda _python, *_words: None)
    monkeypatch.setattr(pythons, "advice", str)
    assert pythons.tried("3.12") == f"failed: it does not advise as Python {pythons.OWN} does"


def test_newer_packages_come_behind_what_the_program_asks_for(tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr(pythons, "run", lambda _python, *words: said.append(words))
    (tmp_path / "newer").mkdir()
    pythons.environment("python", tmp_path / "newer", pythons.PINNED)
    assert [words[-1] for words in said[1:]] == [".[tests]", "schema"]
    assert said[2][-4:] == ("--upgrade", "--no-deps", "frozendict", "schema")


def test_what_fails_beside_newer_packages_fails_it_all(monkeypatch, capsys):
    monkeypatch.setattr(pythons, "tried", lambda _version: "not here, not tried")
    monkeypatch.setattr(pythons, "environment", lambda _python, folder, _newer: folder / "python")
    monkeypatch.setattr(pythons, "run", lambda _python, *_words: None)
    monkeypatch.setattr(pythons, "advice", str)
    with pytest.raises(SystemExit) as stop:
        pythons.main()
    assert stop.value.code == 1
    assert "with the current frozendict and schema: failed: it does not advise" in capsys.readouterr().out
