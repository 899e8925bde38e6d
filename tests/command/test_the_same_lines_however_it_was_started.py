"""How it was started changes its name in a hint, never which lines stand; in a file not even that."""

from __future__ import annotations

import pytest

from advisor._command import started_as
from tests.command.run import ROOT, advisor

CASE = "scenario:two-bids-on-one-table"
WAYS = ("advisor", "python3 -m advisor", ".venv/bin/advisor")


def told(way, *words, **how):
    with started_as(way):
        return advisor("advise", CASE, *words, **how)


def test_the_same_lines_stand_and_each_command_is_whole_on_its_line():
    pages = [told(way).stdout for way in WAYS]
    assert len({page.replace(way, "advisor") for page, way in zip(pages, WAYS, strict=True)}) == 1
    for page, way in zip(pages, WAYS, strict=True):
        for option in ("--more", "--show 1"):
            assert f": {way} advise {CASE} {option}\n" in page


@pytest.mark.parametrize("words", [(), ("--more",), ("--show", "1"), ("--format", "markdown")])
def test_a_file_is_the_same_to_the_byte(words, tmp_path):
    files = []
    for number, way in enumerate(WAYS):
        files.append(tmp_path / f"{number}.md")
        assert told(way, *words, "-o", str(files[-1])).returncode == 0
    assert len({file.read_bytes() for file in files}) == 1


def test_a_title_is_typed_without_quotes_with_the_case_or_where_it_lies(tmp_path):
    (tmp_path / "my-case.yaml").write_text("format: 1\nanswers: {contact: none}\n", encoding="utf-8")
    quoted = advisor("advise", "--show", "regular contact", folder=tmp_path)
    assert quoted.returncode == 0
    for words in (("my-case.yaml", "--show", "regular", "contact"), ("--show", "regular", "contact")):
        assert advisor("advise", *words, folder=tmp_path).stdout == quoted.stdout


def test_two_cases_are_refused_with_what_may_have_been_meant():
    refused = advisor("advise", "my", "case.yaml")
    assert refused.returncode == 2
    assert "advisor advise 'my case.yaml'" in refused.stderr


def test_a_page_for_a_browser_is_not_poured_over_a_terminal(monkeypatch):
    monkeypatch.setattr("advisor.cli.advise._is_at_a_terminal", lambda: True)
    refused = advisor("advise", CASE, "--format", "html")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "-o advice.html" in refused.stderr


def test_an_interview_with_knowledge_of_ones_own_names_it_again_in_what_to_type_next(tmp_path):
    own = str(ROOT / "knowledge")
    left = advisor("interview", "my-case.yaml", "--knowledge", own, typed="Us\n1\ns\n", folder=tmp_path)
    assert f"advisor advise my-case.yaml --knowledge {own}\n" in left.stdout
