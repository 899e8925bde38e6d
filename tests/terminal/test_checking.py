"""Before the advice all answers are shown in words; each can be changed by its number, as can the name."""

from __future__ import annotations

import datetime

import pytest
from advisor.cli.particulars import with_particular

from advisor.cases.case import Case
from advisor.knowledge.question_kinds.replies import ReplyError
from tests.command.run import advisor
from tests.terminal.talk import ADVISOR, FIRST, QUESTIONS, SECOND, answers, ended, start, until

CORE = [question for question in QUESTIONS if question.core]


def talked(case, *lines, first=("Us and them",)):
    """Answer the core questions with their first option, then type these lines; return what was shown."""
    typed = "\n".join([*first, *("1" for _ in CORE), *lines]) + "\n"
    result = advisor("interview", str(case), "--core", typed=typed)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_all_answers_are_shown_in_words_before_the_advice(case):
    shown = talked(case, "").partition("CHECK YOUR ANSWERS")[2].partition("That was the last question.")[0]
    read = " ".join(shown.split())
    given = answers(case)
    for number, question in enumerate((q for q in QUESTIONS if q.id in given), 1):
        assert f"{number} {question.prompt}" in read
    assert "name: Us and them" in read
    assert f"= {CORE[1].options[0].text}" in read
    assert "no: the other" in read


def test_an_answer_is_changed_by_its_number_and_the_advice_is_offered_again(case):
    shown = talked(case, "2", "2", "")
    assert answers(case)[CORE[1].id] == CORE[1].options[1].id
    assert shown.count("That was the last question.") == 2
    assert shown.count("CHECK YOUR ANSWERS") == 1


def test_after_a_change_the_advice_is_offered_again_and_no_further_question_is_asked(case):
    lines = ["Us", *("1" for _ in CORE), "2", "2", ""]
    shown = advisor("interview", str(case), typed="\n".join(lines) + "\n").stdout
    assert shown.count("Press Enter for the advice") == 2
    assert "WHAT TO DO FIRST" in shown
    assert answers(case)[CORE[1].id] == CORE[1].options[1].id


def test_name_date_and_partners_are_changed_and_a_key_is_never_a_name(case):
    shown = talked(
        case,
        "name",
        "help",
        "The new name",
        "date",
        "soon",
        "2026-02-03",
        "partners",
        "health visitors, Mill Lane",
        "c",
        "",
    )
    kept = ADVISOR.read_case(case)
    assert (kept.partnership, kept.date) == ("The new name", datetime.date(2026, 2, 3))
    assert [(p.name, p.sector) for p in kept.partners] == [
        ("health visitors", "health visitors"),
        ("Mill Lane", ""),
    ]
    assert "Type the day as year-month-day" in shown
    assert shown.count("CHECK YOUR ANSWERS") == 2


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ReplyError):
        with_particular(Case(), "date", "2026-02-30")


def test_further_questions_come_in_handfuls_with_a_way_out_after_each(case):
    lines = ["Us", *("1" for _ in CORE), "m", *["u"] * 5, "s"]
    shown = advisor("interview", str(case), typed="\n".join(lines) + "\n").stdout
    assert shown.count("Press Enter for the advice") == 2


def test_arrows_move_in_the_line_that_is_typed(case):
    terminal = start(case, TERM="xterm")
    until(terminal, FIRST)
    terminal.send("2\x1b[D1\x7f\x1b[C\r")  # a digit before it, taken out again
    until(terminal, SECOND)
    assert answers(case)[QUESTIONS[0].id] == QUESTIONS[0].options[1].id
    terminal.send("\x1b[A\r")  # no history: what was typed to the question before does not come back
    until(terminal, "Type an answer.")
    terminal.sendline("s")
    assert ended(terminal)[1] == 0
