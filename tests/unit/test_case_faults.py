"""Where a fault of a case is: a path into the input, and how a slip is answered."""

from __future__ import annotations

import pytest

from advisor import Action, Case, CaseError, Partner
from advisor._suggest import FIRST, did_you_mean, sparing
from advisor.cases.check import checked, checked_case
from advisor.cases.edits import changed, parsed
from advisor.errors import AdvisorError
from advisor.files.positioned_yaml import parse_tree


def faults_in(text, knowledge):
    tree, faults = parse_tree(text, "f")
    return [*faults, *(checked_case(tree, "f", knowledge)[1] if tree else [])]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("answers: {trust: banana}", ("answers", "trust")),
        ("answers: {changes-lately: {posts-vacant: maybe}}", ("answers", "changes-lately", "posts-vacant")),
        ("answers: {secret: yes}", ("answers",)),
        ("answers: {changes-lately: {secret: yes}}", ("answers", "changes-lately")),
        ("notes: {contact: []}", ("notes", "contact")),
        (
            "actions: [{id: convening, outcome: worse}, {id: convening, outcome: x}]",
            ("actions", 1, "outcome"),
        ),
        ("actions: [{id: secret, outcome: worse}]", ("actions", 0, "id")),
        ("actions: [{id: convening}]", ("actions", 0, "outcome")),
        ("actions: [{id: convening, outcome: worse, date: 3}]", ("actions", 0, "date")),
        ("partners: [{name: 3}]", ("partners", 0, "name")),
        ("partners: [{name: x, secret: y}]", ("partners", 0)),
        ("secret: x", ()),
        ("date: tomorrow", ("date",)),
    ],
)
def test_a_fault_says_by_a_path_where_it_is_and_quotes_no_key_that_is_not_known(knowledge, text, path):
    faults = faults_in(f"format: 1\n{text}\n", knowledge)
    assert [fault.path for fault in faults] == [path]
    assert "secret" not in str(CaseError(faults))


def test_the_format_is_a_path_too(knowledge):
    assert [fault.path for fault in faults_in("about: x\n", knowledge)] == [("format",)]


def test_two_wrong_items_of_a_case_in_code_are_two_faults(knowledge):
    wrong = "banana"
    case = Case(
        actions=tuple(Action(id="convening", outcome=wrong) for _ in range(2)),  # type: ignore[arg-type]  # wrong
        partners=(Partner(name="x"), Partner(name=3)),  # type: ignore[arg-type]  # wrong
    )
    with pytest.raises(CaseError) as error:
        checked(case, knowledge)
    assert [fault.path for fault in error.value.faults] == [
        ("actions", 0, "outcome"),
        ("actions", 1, "outcome"),
        ("partners", 1, "name"),
    ]
    assert error.value.__context__ is None


@pytest.mark.parametrize("number", ["9" * 400, "1e999", "08", "1.50", "1234567890123456789012"])
def test_a_number_is_shown_as_it_is_written(knowledge, number):
    (fault,) = faults_in(f"format: 1\nanswers: {{trust: {number}}}\n", knowledge)
    assert f"'{number[:37]}" in fault.what
    (fault,) = faults_in(f"format: 1\nactions: [{{id: convening, outcome: {number}}}]\n", knowledge)
    assert f"'{number[:37]}" in fault.what


def test_a_change_that_is_none_is_quoted_to_the_person_and_not_in_the_message():
    with pytest.raises(AdvisorError) as error:
        parsed("trust=openly,she lied")
    assert "she lied" in error.value.told()
    assert "she lied" not in str(error.value)


def test_what_was_tried_of_another_kind_stays_when_an_intervention_is_changed(knowledge):
    shared = next(iter(knowledge.ids_of("tool")))
    case = Case(
        actions=(
            Action(id=shared, kind="tool", outcome="helped"),
            Action(id="visioning", outcome="worse", note="x"),
            Action(id="convening", outcome="worse"),
        )
    )
    after = changed(case, parsed("tried.convening=helped"), knowledge)
    assert [(each.kind, each.id, each.outcome, each.note) for each in after.actions] == [
        ("tool", shared, "helped", ""),
        ("intervention", "visioning", "worse", "x"),
        ("intervention", "convening", "helped", ""),
    ]
    none = changed(case, parsed("tried=not-applicable"), knowledge)
    assert [each.kind for each in none.actions] == ["tool"]


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [
        ("NO", ("yes", "no"), "no"),
        ("NONE", ("none", "regular", "dont-know"), "none"),
        ("n/a", ("yes", "no", "dont-know", "not-applicable"), "not-applicable"),
        ("idk", ("yes", "no", "dont-know", "not-applicable"), "dont-know"),
        ("Don't know", ("helped", "dont-know"), "dont-know"),
        ("TRUE", ("yes", "no"), "yes"),
        ("regluar", ("none", "regular"), "regular"),
    ],
)
def test_words_that_people_write_are_understood(word, known, near):
    assert did_you_mean(word, known) == f"did you mean '{near}'?"


def test_of_very_many_slips_the_first_get_a_suggestion():
    with sparing():
        said = [did_you_mean("contct", ["contact", "trust"]) for _ in range(FIRST + 1)]
    assert said == [*["did you mean 'contact'?"] * FIRST, "use one of: contact, trust"]
    assert did_you_mean("contct", ["contact"]) == "did you mean 'contact'?"


def test_the_nearest_of_a_long_list_is_found():
    known = [f"rule-about-thing-{number}" for number in range(2_000)]
    assert did_you_mean("rule-abut-thing-1234", known) == "did you mean 'rule-about-thing-1234'?"


def test_directives_in_great_number_are_refused_where_the_first_stands():
    text = "# x\n" + "%TAG !a! tag:x\n" * 100
    tree, faults = parse_tree(text, "f")
    assert tree is None
    assert [str(fault) for fault in faults] == ["f:2:1: the directive %TAG is not used here; leave it out"]
