"""What the program writes it reads back, whatever text it has accepted; what no file may hold it refuses."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from advisor.cli.replies import cleaned
from hypothesis import example, given, settings, strategies as st

from advisor import Action, Advisor, Case, CaseError, Interview, Partner
from advisor.cases.check import checked, checked_case
from advisor.cases.file import case_text
from advisor.cases.store import open_case
from advisor.files.positioned_yaml import parse_tree
from advisor.files.yaml_text import as_yaml
from tests.support.amount import examples
from tests.support.texts import LOOKS_LIKE, ODD, TYPED

ADVISOR = Advisor()
KNOWLEDGE = ADVISOR.knowledge
LINES = st.one_of(TYPED, st.tuples(TYPED, TYPED).map("\n".join))


def read(text):
    tree, faults = parse_tree(text, "f")
    assert faults == []
    assert tree is not None
    return tree.plain()


def case_with(text):
    """Return a case that has a text wherever it may hold one."""
    return Case(
        partnership=text,
        about=text,
        respondent=text,
        date=datetime.date(2026, 9, 14),
        partners=(Partner(name=text, sector=text, stands="tight"),),
        seen_from="above",
        share="no",
        questionnaire=text,
        answers={"contact": "none", "changes-lately": {"posts-vacant": "yes"}},
        notes={"contact": text, "trust": f"{text} "},
        actions=(Action(id="convening", outcome="helped", note=text),),
    )


@settings(max_examples=examples(2_000))
@given(LINES.map(cleaned), LINES)
def test_data_is_read_as_it_was_written(text, other):
    held = "".join(each if each == "\n" else cleaned(each) or " " for each in other)
    data = {"a": text, "b": [text, {"c": held, "n": [None, True, 1, -1.5]}], "d": held}
    assert read(as_yaml(data)) == data


@settings(max_examples=examples(500))
@given(TYPED.map(cleaned))
@example("08")
@example("9" * 400)
def test_a_case_is_read_as_it_was_written(text):
    case = checked(case_with(text), KNOWLEDGE)
    tree, faults = parse_tree(case_text(case), "f")
    assert faults == []
    assert tree is not None
    assert checked_case(tree, "f", KNOWLEDGE) == (case, [])


@settings(max_examples=examples(200))
@given(ODD, ODD)
def test_what_is_typed_at_a_prompt_is_in_the_file(tmp_path_factory, name, note):
    path = tmp_path_factory.mktemp("typed") / "case.yaml"
    interview = Interview(ADVISOR)
    store = open_case(path, KNOWLEDGE)
    interview.case = replace(interview.case, partnership=cleaned(name))
    store.save(interview.case)
    interview.answer("contact", "none", cleaned(note))
    store.save(interview.case)
    store.close()
    again = open_case(path, KNOWLEDGE)
    again.close()
    assert again.case == interview.case == ADVISOR.read_case(path)


@settings(max_examples=examples(500))
@given(ODD)
@example("\ud800")
@example("\0")
@example("\x85")
def test_a_text_given_in_code_is_refused_or_can_be_written_and_read(text):
    try:
        case = checked(case_with(text), KNOWLEDGE)
    except CaseError as caught:
        error: CaseError | None = caught
    else:
        error = None
    if error is not None:
        assert {fault.path for fault in error.faults} >= {
            ("partnership",),
            ("partners", 0, "name"),
            ("questionnaire",),
            ("notes", "contact"),
            ("actions", 0, "note"),
        }
        assert {fault.what for fault in error.faults} == {"the text holds a control character"}
        return
    case_text(case).encode()
    assert checked(case, KNOWLEDGE) == case == checked_case(_tree(case), "f", KNOWLEDGE)[0]


def _tree(case):
    tree, faults = parse_tree(case_text(case), "f")
    assert faults == []
    assert tree is not None
    return tree


@pytest.mark.parametrize("text", ["\ud800", "a\0b", "a\x1b[31m", "a\u2028b", "\ufffe", "a\u202eb"])
def test_an_answer_with_such_a_note_changes_nothing(text):
    interview = Interview(ADVISOR)
    with pytest.raises(CaseError) as error:
        interview.answer("contact", "none", text)
    assert [fault.path for fault in error.value.faults] == [("notes", "contact")]
    assert interview.case == Case()


@pytest.mark.parametrize("text", LOOKS_LIKE)
def test_all_that_looks_like_something_else_is_text(text):
    assert read(as_yaml([text, {"a": text}, {text: "a"}])) == [text, {"a": text}, {text: "a"}]
