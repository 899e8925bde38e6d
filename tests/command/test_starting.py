"""However Python is started, and whatever its encoding and locale: the same bytes, and no letter stops it."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import sys

import pytest

from advisor._language import day_in_words
from tests.command.run import ROOT, UNTRACED, advisor, advisor_process

CASE = "format: 1\npartnership: Škola 子ども\nanswers: {contact: none, trust: careful}\n"


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "my-case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


CODE_PAGES = ("cp1252", "cp437", "cp850", "cp932", "cp1251", "latin-1", "utf-8")


@pytest.mark.parametrize("encoding", CODE_PAGES)
def test_what_a_code_page_lacks_is_shown_as_a_question_mark_and_written_whole(encoding, case, tmp_path):
    def run(*words):
        return subprocess.run(
            [sys.executable, "-m", "advisor", "advise", case.name, *words],
            cwd=tmp_path,
            env={**os.environ, **UNTRACED, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=True,
        )

    shown = run().stdout.decode(encoding)
    assert shown.splitlines()[0] == "Škola 子ども".encode(encoding, "replace").decode(encoding)
    assert "Škola 子ども".encode() in run("--format", "json").stdout
    run("-o", "advice.txt")
    assert (tmp_path / "advice.txt").read_bytes().startswith("Škola 子ども\n".encode())


LOCALES = (
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"},
    {"LC_ALL": "no_such_locale", "LANGUAGE": "de"},
)


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: " ".join(locale.values()))
def test_no_locale_changes_a_byte_of_what_is_read_written_or_named(locale, case, tmp_path):
    named = tmp_path / "Prüfung-子ども.yaml"
    case.rename(named)
    json = advisor_process("advise", named.name, "--format", "json", folder=tmp_path, **locale)
    assert (json.returncode, json.stderr) == (0, "")
    assert json.stdout == advisor("advise", named.name, "--format", "json", folder=tmp_path).stdout
    talk = advisor_process("interview", "neu-子.yaml", typed="Jörg-子\n1\ns\n", folder=tmp_path, **locale)
    assert (talk.returncode, talk.stderr) == (0, "")
    assert "partnership: Jörg-子\n" in (tmp_path / "neu-子.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "ways", [(), ("-O",), ("-OO",), ("-I",), ("-E",), ("-bb",), ("-X", "dev", "-W", "error")]
)
def test_each_way_to_start_python_gives_the_same_bytes(ways):
    words = ("advise", "scenario:restructured-link", "--format", "json")
    result = subprocess.run(
        [sys.executable, *ways, "-m", "advisor", *words], cwd=ROOT, capture_output=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode() == advisor(*words).stdout


def test_a_day_is_said_in_english_whatever_the_locale():
    days = [day_in_words(datetime.date(2026, month, 3)) for month in range(1, 13)]
    assert days[:5] == ["3 January 2026", "3 February 2026", "3 March 2026", "3 April 2026", "3 May 2026"]
    assert days[5:9] == ["3 June 2026", "3 July 2026", "3 August 2026", "3 September 2026"]
    assert days[9:] == ["3 October 2026", "3 November 2026", "3 December 2026"]


def test_no_text_is_made_with_the_words_of_the_locale():
    sources = [path for folder in ("advisor", "cli") for path in (ROOT / folder).rglob("*.py")]
    asked = re.compile(r"%[aAbBcpxX]\b|strftime|month_name|day_name|setlocale|strcoll|strxfrm")
    assert [str(path) for path in sources if asked.search(path.read_text(encoding="utf-8"))] == []
