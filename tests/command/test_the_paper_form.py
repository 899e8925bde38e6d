"""A form that was filled in by hand is typed in from its marks, and gives what was ticked."""

from __future__ import annotations

import random
import re

import pytest

from advisor import Advisor
from advisor.cases import read_case
from advisor.knowledge.loader import load_folder
from advisor.pages.paper import paper_page
from advisor.pages.paper_outline import paper_outline
from advisor.pages.render import as_html
from advisor.reports.interventions import interventions_of
from advisor.reports.outline import Group, Point
from tests.command.run import advisor

KNOWLEDGE = Advisor(engine="columnar").knowledge
STAGES = ("emerging", "developing", "confident")
OUTCOMES = ("helped", "no-change", "worse", "too-early")


class Filled:
    """A form filled in at random: what is typed for each question, and what it says, told from the texts."""

    def __init__(self, seed, questions):
        self.draw = random.Random(seed)
        self.form = paper_page(KNOWLEDGE, questions=questions)
        self.typed, self.answers, self.tried, self.notes = [], {}, {}, {}
        ticked: dict[int, list[str]] = {}
        by_title = {question.title: question for question in KNOWLEDGE.questions.values()}
        for asked in (each for stretch in self.form.stretches for each in stretch.questions):
            if not self.is_left_out(asked, ticked):
                ticked[asked.number] = self.fill(asked, by_title[asked.title])

    def is_left_out(self, asked, ticked):
        """Do as the form says."""
        if not asked.unless:
            return False
        found = re.fullmatch(r"Leave this out if you ticked (.*) at question (\d+)\.", asked.unless)
        assert found, asked.unless
        return bool(set(found[1].split(" or ")) & set(ticked.get(int(found[2]), ())))

    def fill(self, asked, question):
        note = self.draw.choice(["", "", "since the move"])
        ticks, answer = self.draw.choice([self.whole, self.lines, self.lines, self.lines])(asked, question)
        self.typed.append(" ".join(ticks) + (f" : {note}" if note else ""))
        if question.kind == "actions" and isinstance(answer, dict):
            self.tried = answer
        else:
            self.answers[question.id] = answer
        if note:
            self.notes[question.id] = note
        return ticks

    def whole(self, asked, _question):
        line = self.draw.choice(asked.whole)
        said = {"I don't know": "dont-know", "This does not apply to us": "not-applicable"}
        return list(line.ticks), said[line.text]

    def lines(self, asked, question):
        """Tick some lines; return what stands beside the boxes, and what that says."""
        ids = {option.text: option.id for option in (*question.options, *question.items, *question.rows)}
        ids |= {option.text: option.id for option in interventions_of(KNOWLEDGE)}
        if not asked.heads:
            line = self.draw.choice(asked.lines)
            return list(line.ticks), ids[line.text]
        said = {
            "checklist": ("yes", "dont-know"),
            "placing": (*STAGES, "dont-know"),
            "actions": OUTCOMES,
        }[question.kind]
        rows = asked.lines
        if question.kind != "placing":
            rows = self.draw.sample(rows, self.draw.randint(1, len(rows)))
        places = {line.text: self.draw.randrange(len(said)) for line in rows}
        ticks = [line.ticks[places[line.text]] for line in asked.lines if line.text in places]
        answer = {ids[text]: said[place] for text, place in places.items()}
        if question.kind == "checklist":
            answer = {item.id: answer.get(item.id, "no") for item in question.items}
        return ticks, answer


@pytest.mark.parametrize("questions", ["core", "all"])
@pytest.mark.parametrize("seed", range(3))
def test_what_stands_beside_the_ticked_boxes_is_what_the_terminal_takes(tmp_path, seed, questions):
    filled = Filled(seed, questions)
    lines = ["Us and them", *filled.typed]
    done = advisor(
        *["interview", "typed.yaml", f"--{questions}"], typed="\n".join(lines) + "\n", folder=tmp_path
    )
    case = read_case(tmp_path / "typed.yaml", KNOWLEDGE)
    assert (case.partnership, dict(case.notes)) == ("Us and them", filled.notes), done.stdout
    assert {id_: said for id_, said in case.answers.items() if id_ != "tried" or not filled.tried} == {
        **filled.answers
    }
    assert {action.id: action.outcome for action in case.actions} == filled.tried


def test_nothing_ticked_is_typed_as_not_known_and_words_alone_behind_a_0(tmp_path):
    form = paper_page(KNOWLEDGE, questions="core")
    first, *others = [each for stretch in form.stretches for each in stretch.questions]
    assert first.none == "None of these, but:"
    lines = ["Us", "0 : quite another", *["u"] * len(others)]
    advisor("interview", "typed.yaml", "--core", typed="\n".join(lines) + "\n", folder=tmp_path)
    case = read_case(tmp_path / "typed.yaml", KNOWLEDGE)
    assert set(case.answers.values()) == {"dont-know"}
    assert list(case.notes.values()) == ["quite another"]


def test_it_has_every_question_once_and_in_the_order_of_the_terminal():
    for questions in ("core", "all"):
        form = paper_page(KNOWLEDGE, questions=questions)
        asked = [each for stretch in form.stretches for each in stretch.questions]
        wanted = [each.title for each in KNOWLEDGE.questions.values() if each.core or questions == "all"]
        assert [each.title for each in asked] == wanted
        assert [each.number for each in asked] == [*range(1, len(wanted) + 1)]


def test_it_says_for_whom_it_is():
    own, other = advisor("page", "--print").stdout, advisor("page", "--print", "--for-partner").stdout
    assert "Questions about a partnership" in own
    assert "Somebody who works with you asks for your own view" in other
    assert ('class="box done"' in own, 'class="box done"' in other) == (False, True)  # seen from a partner
    assert "advisor interview my-case.yaml --all" in own


def test_the_form_is_written_for_a_word_processor_and_as_text_too(tmp_path):
    form = paper_page(KNOWLEDGE)
    blocks = paper_outline(form).blocks
    asked = [each for stretch in form.stretches for each in stretch.questions]
    titles = {block.text for block in blocks if isinstance(block, Group)}
    assert titles >= {f"{each.number}. {each.title}" for each in asked}
    said = "\n".join(block.said for block in blocks if isinstance(block, Point))
    for each in asked:
        for line in each.lines:
            assert line.text in said
            assert all(f"\u2610 {tick}" in said for tick in line.ticks)
    done = advisor("page", "--print", "--format", "docx", "-o", "form.docx", folder=tmp_path)
    assert (done.returncode, (tmp_path / "form.docx").read_bytes()[:2]) == (0, b"PK")
    assert "\u2610 1" in advisor("page", "--print", "--format", "text", "--questions", "core").stdout


def test_the_page_itself_has_no_other_format():
    assert "only the questions for pen and paper" in advisor("page", "--format", "docx").stderr


SMALL = """
sources:
  - {id: work, title: A work, via: null}
questions:
  - id: first
    kind: choice
    prompt: "<b>First</b>\u200b?"
    why: It is first.
    options: [{id: one, text: One}, {id: two, text: Two}]
  - id: list
    kind: checklist
    prompt: Which?
    why: It is a list.
    items: [{id: a, text: A}, {id: b, text: B}]
  - {id: second, kind: choice, asked-unless: UNLESS, prompt: Second?, why: So., options: [{id: x, text: X}]}
"""


@pytest.mark.parametrize(
    ("unless", "said"),
    [
        ("{answer: first, is: two}", "Leave this out if you ticked 2 at question 1."),
        ("{item: list.b, is: yes}", "Leave this out if you ticked 2 at question 2."),
        (
            "{all: [{answer: first, in: [one, two]}, {item: list.a, is: yes}]}",
            "Leave this out if you ticked 1 or 2 at question 1 and you ticked 1 at question 2.",
        ),
        ("{item: list.b, is: no}", "Leave this out if Which? B: no."),
    ],
)
def test_when_to_leave_a_question_out_is_said_with_the_numbers_of_the_form(tmp_path, unless, said):
    (tmp_path / "base.yaml").write_text("format: 1\nname: small\nversion: 1.0.0\n")
    (tmp_path / "entries.yaml").write_text(SMALL.replace("UNLESS", unless))
    form = paper_page(load_folder(tmp_path))
    assert form.stretches[-1].questions[-1].unless == said
    assert "&lt;b&gt;First&lt;/b&gt;?" in as_html(form)
