"""What a command says of a small slip: one line that is true and says what to try."""

from __future__ import annotations

import errno
import io
import os
import sys
from unittest import mock

import pytest
from advisor.cli.ending import after_os_error
from advisor.cli.main import run

from advisor.errors import AdvisorError
from advisor.files import append
from advisor.knowledge.question_kinds.replies import ReplyError
from advisor.knowledge.question_kinds.table import kind_of
from tests.command.run import advisor
from tests.support.like_windows import like_windows


@pytest.mark.parametrize("name", ["g.csv", "g.csv#x", "g.csv#-1", "g.csv#"])
def test_a_table_without_a_row_is_said_to_be_a_table(tmp_path, name):
    (tmp_path / "g.csv").write_text("contact\nnone\n", encoding="utf-8")
    result = advisor("advise", name, folder=tmp_path)
    said = f"{name}: this is a table; name a row of it, as in g.csv#1\n"
    assert (result.returncode, result.stderr) == (2, said)


def test_a_table_that_is_not_there_is_said_not_to_be():
    assert "there is no such file" in advisor("advise", "nofile.csv").stderr


class Gone(io.StringIO):
    """An output whose reader has gone when it is written at last."""

    def flush(self):
        raise BrokenPipeError


def test_a_failed_check_has_failed_though_its_reader_has_gone():
    with (
        mock.patch("advisor.cli.main._answered", return_value=1),
        mock.patch.multiple(sys, stdout=Gone(), stderr=io.StringIO()),
    ):
        assert run(["scenario", "check"]) == 1


def test_a_bad_name_of_a_file_is_told_on_windows_where_it_is_called_as_a_reader_that_has_gone(capsys):
    with like_windows():
        assert after_os_error(OSError(errno.EINVAL, "Invalid argument", "what?.txt")) == 2
    assert capsys.readouterr().err.startswith("what?.txt: cannot be used")


def test_a_file_that_is_replaced_all_the_time_is_waited_for_only_so_long(tmp_path, monkeypatch):
    monkeypatch.setattr(os.path, "samestat", lambda *_: False)
    with pytest.raises(AdvisorError, match="is replaced by other programs all the time; try once more"):
        append.append_shared(tmp_path / "r.csv", lambda _: b"x", patience=0.05)


def test_a_number_with_words_behind_it_is_told_with_a_number_that_is_taken(knowledge):
    question = knowledge.questions["contact"]
    kind = kind_of(question)
    for reply, number in (("0 1", "1"), ("2 since May", "2"), ("99 x", "1")):
        with pytest.raises(ReplyError, match=f"behind a colon: {number} : because"):
            kind.understood(reply, question, question.options)


def test_going_on_says_how_many_lists_are_answered_in_part(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(
        "format: 1\nanswers: {contact: none, changes-lately: {posts-vacant: yes}}\n", encoding="utf-8"
    )
    said = " ".join(advisor("interview", str(path), typed="s\n").stdout.split())
    assert "1 answer and 1 in part are there." in said


def test_an_unset_that_names_no_question_is_refused_with_its_place_and_what_to_try():
    result = advisor("what-if", "scenario:hot-quarrel", "--unset", "constructor")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "constructor: there is no question 'constructor'; did you mean 'contact'?\n"


def test_the_width_of_the_terminal_changes_no_file(tmp_path, monkeypatch):
    written = []
    for columns in (40, 100):
        monkeypatch.setattr("advisor.cli.options.screen_width", lambda columns=columns: columns)
        for words in (
            ["why", "scenario:hot-quarrel", "conflict-handling"],
            ["settle", "scenario:hot-quarrel"],
        ):
            assert advisor(*words, "-o", str(tmp_path / "a.txt")).returncode == 0
            written.append((tmp_path / "a.txt").read_bytes())
    assert written[:2] == written[2:]
