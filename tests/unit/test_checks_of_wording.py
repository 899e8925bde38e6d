"""The checks of what is said otherwise: told nowhere, said twice, read by nobody."""

from __future__ import annotations

import pytest

from advisor.knowledge.kinds import KINDS
from advisor.knowledge.scaffold import start_knowledge
from advisor.verification import verify

MORE = """\
questions:
  - {id: side, kind: choice, prompt: Which side, why: W, options: [{id: ours, text: O},
     {id: theirs, text: T}]}
findings:
  - {id: weaker, title: Weaker, text: T, tone: context, source: {work: our-practice, at: T}}
rules:
  - {id: theirs-is-weaker, title: T, when: {answer: side, is: theirs}, then: {finding: weaker}, because: B.,
     basis: judgement, source: {work: our-practice, at: T}}
  - id: give
    title: You decide
    when: RULE
    then: {caution: being-introduced}
    because: You have it to give.
    basis: judgement
    source: {work: our-practice, at: T}
    said-otherwise:
"""
ASKED = "{answer: contact, is: none}"
THEIRS, OURS = "{answer: side, is: theirs}", "{answer: side, is: ours}"


def complaints(folder, said, when=ASKED):
    start_knowledge(folder / "kb", empty=True)
    lines = [f"      - {{when: {condition}, {texts}}}\n" for condition, texts in said]
    (folder / "kb/more.yaml").write_text(MORE.replace("RULE", when) + "".join(lines))
    return [
        (each.check, each.fault.what)
        for each in verify(folder / "kb").remarks
        if each.check.startswith("words-")
    ]


def test_words_for_two_readers_beside_the_text_itself_are_no_fault(tmp_path):
    assert complaints(tmp_path, [(THEIRS, "because: Ask."), (OURS, "because: Give.")]) == []


@pytest.mark.parametrize("when", [THEIRS, "{finding: weaker}"])
def test_words_for_a_reader_whom_the_rule_never_meets_are_told_nowhere(tmp_path, when):
    found = complaints(tmp_path, [(OURS, "because: Ask.")], when=when)
    assert found == [("words-never-told", "'give' is never so while this is said otherwise")]


def test_words_behind_others_that_hold_wherever_they_do_are_told_nowhere(tmp_path):
    said = [("{answer: side, in: [ours, theirs]}", "because: A."), ("{finding: weaker}", "because: B.")]
    what = "what 'give' says before this is told wherever this would be (number 2)"
    assert complaints(tmp_path, said) == [("words-never-told", what)]


def test_two_that_come_before_may_cover_a_third_together(tmp_path):
    said = [
        (OURS, "because: A."),
        (THEIRS, "because: B."),
        ("{answer: side, in: [ours, theirs]}", "because: C."),
    ]
    assert [check for check, _ in complaints(tmp_path, said)] == ["words-never-told"]


def test_a_text_that_is_always_said_otherwise_is_told_nowhere_itself(tmp_path):
    found = complaints(tmp_path, [("{finding: weaker}", "because: Ask.")], when=THEIRS)
    assert found == [("words-never-told", "the text of 'give' itself is never told")]


def test_what_is_unknown_is_left_for_the_text_itself(tmp_path):
    said = [(OURS, "because: A."), (THEIRS, "because: B.")]
    assert complaints(tmp_path, said) == []


def test_the_same_words_are_found_even_beside_words_that_differ(tmp_path):
    found = complaints(tmp_path, [(THEIRS, "title: They decide, because: You have it to give.")])
    assert found == [("words-said-twice", "'because' of 'give' is said otherwise in the same words")]


def test_the_same_words_in_two_places_are_found_but_one_text_may_return_beside_another(tmp_path):
    twice = [(THEIRS, "because: A."), (OURS, "because: A.")]
    assert complaints(tmp_path, twice) == [
        ("words-said-twice", "'give' is said otherwise twice in the same words (number 2)")
    ]
    beside = [(THEIRS, "title: T, because: A."), (OURS, "title: U, because: A.")]
    assert complaints(tmp_path / "beside", beside) == []


def test_every_text_that_a_kind_tells_is_one_that_its_entries_have_and_can_say_otherwise():
    from advisor.knowledge.otherwise import SaidOtherwise

    for kind in KINDS:
        fields = kind.model.__dataclass_fields__
        assert set(kind.told) <= set(fields), kind.name
        assert set(kind.told) <= set(SaidOtherwise.__dataclass_fields__), kind.name


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("finding", ()),
        ("shift", ("short", "try_this")),
        ("precondition", ("short", "first_step")),
        ("technique", ("short", "how")),
        ("tool", ("short", "text")),
        ("process", ("short", "in_practice")),
        ("reminder", ("short",)),
    ],
)
def test_what_an_advice_tells_of_a_kind_is_known(kind, told):
    assert KINDS[kind].told == told
