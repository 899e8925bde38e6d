"""A program is told of calls and no commands, and somebody at a terminal of commands and no calls."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from advisor import Advisor, AdvisorError
from advisor._command import as_command
from advisor.doors.telling import what_if_told, why_not_told, why_told
from advisor.reports import Outline, as_text
from advisor.reports.screen import on_a_screen

SHIPPED = Advisor(engine="columnar")
CASE = SHIPPED.scenario("hot-quarrel").case
SELF = replace(CASE, respondent="One", partnership="Ours", share="yes")
OTHER = replace(SELF, respondent="Other")
COMMAND = re.compile(r"(?<![\w-])--[a-z]|\badvisor [a-z]+ ")


def table(folder):
    path = folder / "partners.csv"
    path.write_text("who,what\nA,B\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "wrong",
    [
        lambda _: SHIPPED.what_if(CASE, "trust=openly,trust=mostly"),
        lambda _: SHIPPED.what_if(CASE, "zzzz=openly"),
        lambda _: SHIPPED.why(CASE, "contact"),
        lambda _: SHIPPED.why(CASE, "visioning"),
        lambda _: SHIPPED.why(CASE, "zzzz"),
        lambda _: SHIPPED.why_not(CASE, "conflict-handling"),
        lambda _: SHIPPED.scenario("zzzz"),
        lambda _: SHIPPED.case_in({"contact": "regular", "contat": "x"}),
        lambda _: SHIPPED.case_in({"contact": "regular"}, other=["contact"]),
        lambda _: SHIPPED.case_in({"contact": "regular"}, other=["moon"]),
        lambda _: SHIPPED.compare([SELF]),
        lambda _: SHIPPED.compare([SELF, replace(SELF, notes={"trust": "later"})]),
        lambda _: SHIPPED.compare([SELF, OTHER], asked=1),
        lambda _: SHIPPED.compare(
            [SELF, OTHER, *(replace(each, partnership="Qxwort") for each in (SELF, OTHER))]
        ),
        lambda folder: SHIPPED.portfolio(folder),
        lambda folder: SHIPPED.portfolio(table(folder)),
        lambda _: SHIPPED.advise({"questionnaire": "other", "answers": {"moon": "yes"}}),
    ],
)
def test_an_error_of_the_library_says_what_a_caller_would_do(wrong, tmp_path):
    with pytest.raises(AdvisorError) as told:
        wrong(tmp_path)
    assert not COMMAND.search(f"{told.value} {told.value.told()}")


@pytest.mark.parametrize(
    ("wrong", "typed"),
    [
        (lambda: SHIPPED.what_if(CASE, "trust=openly,trust=mostly"), "--set"),
        (lambda: SHIPPED.why(CASE, "contact"), "--set contact="),
        (lambda: SHIPPED.scenario("zzzz"), "advisor scenario list"),
        (lambda: SHIPPED.case_in({"contact": "regular", "contat": "x"}), "--other contat"),
        (lambda: SHIPPED.compare([SELF, OTHER], asked=1), "--asked"),
    ],
)
def test_an_error_of_the_command_says_what_to_type(wrong, typed):
    with as_command(), pytest.raises(AdvisorError) as told:
        wrong()
    assert typed in told.value.told()


def test_what_does_not_fit_a_screen_is_told_with_an_option_at_the_terminal_alone():
    long = Outline()
    for number in range(100):
        long.add(1, f"line {number}")
    assert as_text(on_a_screen([long])).endswith("and more\n")
    with as_command():
        assert as_text(on_a_screen([long])).endswith("and more, with --full\n")


def test_what_is_left_out_is_told_without_an_option_nobody_can_give():
    told = [
        why_told(SHIPPED, CASE, "1"),
        *(why_not_told(SHIPPED, CASE, name) for name in ("visioning", "operational-cohesion")),
        what_if_told(SHIPPED, CASE, dict.fromkeys([*CASE.answers][:4])),
    ]
    texts = [each["told"] for each in told]
    assert not [text for text in texts if COMMAND.search(text)]
    assert any(re.search(r"and \d+ more$", text, re.MULTILINE) for text in texts)
