"""'None of these, but' at a real pseudo-terminal: kept in the file, shown again, read again."""

from __future__ import annotations

import pytest

from tests.command.run import advisor
from tests.terminal.talk import ADVISOR, answers, at_the_end, ended, leave, start, until

QUESTIONS = ADVISOR.knowledge.questions
CHOICE, LIST = QUESTIONS["contact"], QUESTIONS["families"]
HEAD = "format: 1\npartnership: Us and them\nanswers:\n"


def told(question, shown):
    """Write a case in which every question but one is answered as not known."""
    rest = "".join(f"  {id_}: dont-know\n" for id_ in QUESTIONS if id_ != question)
    return HEAD + rest + shown


def notes(case):
    return ADVISOR.read_case(case).notes


def test_a_choice_for_which_nothing_fits_keeps_her_words_and_says_nothing_false(case):
    case.write_text(told("contact", ""))
    terminal = start(case, "--core")
    assert "0 None of these" in " ".join(until(terminal, CHOICE.prompt).split())
    terminal.sendline("0")
    until(terminal, "your own words")
    assert "contact" not in answers(case)
    terminal.sendline("0 : only by post")
    at_the_end(terminal)
    assert answers(case)["contact"] == "dont-know"
    assert notes(case) == {"contact": "only by post"}
    terminal.sendline("b")
    until(terminal, "Enter keeps")
    terminal.sendline("s")
    assert ended(terminal)[1] == 0
    assert notes(case) == {"contact": "only by post"}


def test_nought_makes_no_answer_of_a_note_that_was_about_another_one(case):
    case.write_text(told("contact", "  contact: none\nnotes: {contact: since the move}\n"))
    terminal = start(case, "--all")
    at_the_end(terminal)
    ids = list(QUESTIONS)
    for _ in range(len(ids) - ids.index("contact")):
        terminal.sendline("b")
        until(terminal, "Enter keeps")
    for typed in ("0", "0 :"):
        terminal.sendline(typed)
        until(terminal, "your own words behind a colon")
        assert (answers(case)["contact"], notes(case)) == ("none", {"contact": "since the move"})
    terminal.sendline("0 : only by post")
    until(terminal, "Enter keeps")
    assert (answers(case)["contact"], notes(case)) == ("dont-know", {"contact": "only by post"})
    terminal.sendline("b")
    until(terminal, "Your note: only by post")
    terminal.sendline("0")
    until(terminal, "Enter keeps")
    assert (answers(case)["contact"], notes(case)) == ("dont-know", {"contact": "only by post"})
    leave(terminal)


@pytest.mark.parametrize(
    ("there", "ticked"), [("", set()), ("  families: {mixed-advice: yes}\n", {"mixed-advice"})]
)
def test_none_of_a_list_answers_what_is_open_and_her_words_come_back_with_the_advice(case, there, ticked):
    case.write_text(told("families", there))
    terminal = start(case, "--all")
    assert "0 None of these" in " ".join(until(terminal, LIST.prompt).split())
    terminal.sendline("0 : they wait too long")
    at_the_end(terminal)
    said = answers(case)["families"]
    assert {id_ for id_, word in said.items() if word == "yes"} == ticked
    assert set(said) == {item.id for item in LIST.items}
    terminal.sendline("")
    assert ended(terminal)[1] == 0
    shown = advisor("advise", str(case), "--more").stdout
    assert " ".join(shown.split()).count("they wait too long") == 1


def test_what_has_no_name_among_what_was_tried_is_kept_in_her_words(case):
    case.write_text(told("tried", ""))
    terminal = start(case, "--all")
    assert "0 None of these. If you tried something else" in " ".join(
        until(terminal, QUESTIONS["tried"].prompt).split()
    )
    terminal.sendline("0 : a summer fair, and they came")
    at_the_end(terminal)
    assert answers(case)["tried"] == "not-applicable"
    assert notes(case) == {"tried": "a summer fair, and they came"}
    leave(terminal)
