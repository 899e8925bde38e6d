"""Commands that stay, games at the terminal and hand-outs for a word processor, each in this process."""

from __future__ import annotations

import socket

import pytest
from docx import Document

from advisor.doors import assistant as tools, running
from tests.command.run import advisor

TOKEN = "a-token-of-letters"


def test_hand_outs_for_a_word_processor_hold_the_story_and_the_choices(tmp_path):
    done = advisor(
        "scenario", "handout", "55", "--for", "all", "--format", "docx", "-o", str(tmp_path / "all")
    )
    assert done.returncode == 0, done.stderr
    made = sorted((tmp_path / "all").glob("*.docx"))
    assert len(made) >= 7
    for path in made:
        document = Document(str(path))
        assert document.paragraphs or document.tables


@pytest.mark.parametrize(
    ("game", "typed", "said"),
    [
        ("look-at-my-habits", "1\nb\n2\n" + "1\n2\n3\n\n" * 12, "1/"),
        ("which-do-you-mean", "1\n2\n" * 8, "Which do you mean?"),
        ("place-the-phrase", "1\n\n2\n" * 12, "The study's leaders"),
    ],
)
def test_each_game_goes_to_its_end_and_says_what_came_of_it(game, typed, said):
    done = advisor("training", "play", game, typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout


def test_an_exercise_for_a_group_cannot_be_done_alone():
    done = advisor("training", "play", "action-learning-round")
    assert done.returncode == 2
    assert "; try one of: " in done.stderr


@pytest.mark.parametrize("way", ["file", "variable", "made"])
def test_a_service_whose_address_is_taken_says_so_however_it_has_its_token(way, tmp_path, monkeypatch):
    monkeypatch.delenv("ADVISOR_TOKEN", raising=False)
    words = []
    if way == "file":
        (tmp_path / "token.txt").write_text(TOKEN, encoding="utf-8")
        words = ["--token-file", str(tmp_path / "token.txt")]
    elif way == "variable":
        monkeypatch.setenv("ADVISOR_TOKEN", TOKEN)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = advisor("serve", "--port", str(taken.getsockname()[1]), *words)
    assert done.returncode == 2
    assert "; name another with --host or --port" in done.stderr
    assert ("token: " in done.stderr) == (way == "made")


def test_a_token_in_the_variable_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("ADVISOR_TOKEN", "short")
    done = advisor("serve")
    assert done.returncode == 2
    assert "this is no token; " in done.stderr


def test_tools_are_run_over_the_streams(monkeypatch):
    ran = []

    class Server:
        def run(self, transport):
            ran.append(transport)

    monkeypatch.setattr(tools, "make_assistant", lambda _advisor: Server())
    assert advisor("mcp").returncode == 0
    assert ran == ["stdio"]


def test_a_process_of_the_service_is_set_as_the_first_one(monkeypatch):
    setting = '{"knowledge": null, "token": "t", "hosts": ["x.example"], "size": 10, "rate": 1.0}'
    monkeypatch.setenv(running.SETTING, setting)
    app = running.app_from_setting()
    assert "x.example" in app.hosts
    assert app.limits.size == 10
