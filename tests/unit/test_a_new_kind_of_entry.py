"""A kind of entry that is added in memory, by a model and a row of the table, reaches everything there is."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from advisor import Advice, Advisor, Case, Interview
from advisor.advice.model import advice_type
from advisor.cases.edits import parsed
from advisor.explanation import contrast, what_if, why, why_not
from advisor.knowledge.entries import Entry
from advisor.knowledge.kind import Advised, Kind
from advisor.knowledge.kinds import KINDS, TriedKind
from advisor.knowledge.loader import load_folder
from advisor.knowledge.model import record
from advisor.knowledge.scaffold import start_knowledge
from advisor.knowledge.terms import Text
from advisor.reports import advice_outline
from advisor.reports.catalogue import as_in_file, listed, shown
from advisor.reports.json_schema import schema
from advisor.reports.outline_text import as_text
from advisor.reports.reference import reference_pages
from advisor.reports.why_not_outline import why_not_outline
from advisor.scenarios.loader import read_scenario
from advisor.scenarios.runner import checked_scenarios
from advisor.verification import verify
from advisor.verification.mutation import try_mutants


@record
class Lever(Entry):
    """Something small that moves something large."""

    pull: Text
    helps: Text


LEVER = Kind(
    "lever",
    Lever,
    names=lambda entry: [(entry.helps, "factor")],
    advised=Advised(heading="LEVERS", action="pull", sorts=lambda _: ("leverage",), places=2),
)
WITH_LEVERS = KINDS.with_row(LEVER)

ENTRIES = """\
levers:
  - {id: one-desk, title: One desk for both, text: Who sits together talks., pull: Move one desk this week.,
     helps: relationships, source: {work: our-practice, at: Team day}}
  - {id: one-diary, title: One diary for both, text: Who sees a week can plan., pull: Share a diary.,
     helps: relationships, source: {work: our-practice, at: Team day}}
rules:
  - {id: strangers-want-one-desk, title: You hardly know each other, when: {answer: acquaintance, is: hardly},
     then: {recommend: one-desk, strength: strong}, because: Faces come before plans., basis: judgement,
     source: {work: our-practice, at: Team day}}
  - {id: no-contact-wants-one-desk, title: There is no contact, when: {finding: no-contact},
     then: {recommend: one-desk, strength: moderate}, because: A desk makes contact., basis: judgement,
     source: {work: our-practice, at: Team day}}
  - {id: mind-the-desk, title: A desk is somebody's, when: {answer: contact, is: none},
     then: {caution: one-desk}, because: Ask whose desk it is., basis: judgement,
     source: {work: our-practice, at: Team day}}
  - {id: strangers-could-share-a-diary, title: You hardly know each other's week,
     when: {answer: acquaintance, is: hardly}, then: {recommend: one-diary, strength: slight},
     because: A diary shows the week., basis: judgement, source: {work: our-practice, at: Team day}}
  - {id: no-diary-without-contact, title: There is no contact yet, when: {finding: no-contact},
     then: {withhold: one-diary}, because: A diary that nobody opens helps nobody., basis: judgement,
     source: {work: our-practice, at: Team day}}
"""
SCENARIO = """\
format: 1
id: two-strangers
title: Two who never met
teaches: A desk brings them together.
narrative: Nobody knows anybody.
source: {work: our-practice, at: Team day}
case: {answers: {contact: none, acquaintance: hardly}}
expect:
  recommended: [{id: one-desk, because-of: strangers-want-one-desk, reason: They never met.}]
  not-recommended: [{id: one-diary, reason: Nobody would open it.}]
"""
STRANGERS = {"contact": "none", "acquaintance": "hardly"}
CASE = Case(partnership="Two services", answers={**STRANGERS})


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("levers") / "mine"
    start_knowledge(folder, empty=True)
    (folder / "levers.yaml").write_text(ENTRIES)
    (folder / "scenarios" / "two-strangers.yaml").write_text(SCENARIO)
    return folder


@pytest.fixture(scope="module")
def advisor(folder):
    return Advisor(load_folder(folder, WITH_LEVERS))


@pytest.fixture(scope="module")
def advice(advisor):
    return advisor.advise(CASE)


def test_each_kind_that_is_advised_has_a_typed_field_in_advice():
    typed = [field.name for field in fields(Advice)]
    own = [KINDS[kind].field for kind in KINDS.advisable]
    assert own == [name for name in typed if name in own]
    assert advice_type(KINDS) is Advice


def test_each_kind_that_may_have_been_tried_is_advised():
    assert set(get_args(TriedKind)) <= set(KINDS.advisable)


def test_no_two_kinds_share_a_name_or_a_list():
    assert len({kind.name for kind in KINDS}) == len({kind.key for kind in KINDS}) == len(KINDS.rows)


def test_what_is_advised_says_what_to_do_in_a_field_that_it_has():
    for kind, advised in KINDS.advice.items():
        assert advised.action in {field.name for field in fields(KINDS[kind].model)}


def test_it_is_advised(advice):
    assert isinstance(advice, Advice)
    assert [item.id for item in advice.of_kind("lever")] == ["one-desk"]
    assert [item.kind for item in advice.recommendations()] == ["precondition", "lever"]
    assert advice.of_kind("lever")[0].cautions == ("mind-the-desk",)
    assert [(held.kind, held.id) for held in advice.withheld] == [("lever", "one-diary")]


def test_it_is_in_the_plan(advice):
    first = [(step.when, step.id, step.text) for step in advice.plan]
    assert first[0] == ("first", "one-desk", "Move one desk this week.")


def test_it_is_in_the_text(advisor, advice):
    short, full = (as_text(advice_outline(advice, advisor.knowledge, full=full)) for full in (False, True))
    assert "One desk for both [one-desk]" in short
    assert "Ask whose desk it is." in short
    assert "LEVERS" in full.splitlines()
    assert "One diary for both [one-diary]" in full


def test_it_is_in_the_json_and_its_schema(advisor, advice):
    data = json.loads(advice.as_json())
    assert [lever["id"] for lever in data["levers"]] == ["one-desk"]
    described = schema("advice", advisor.knowledge)
    assert "levers" in described["required"]
    Draft202012Validator(described).validate(data)
    assert "levers" in schema("knowledge", advisor.knowledge)["properties"]


def test_both_engines_agree(advisor, advice):
    other = Advisor(advisor.knowledge, "columnar").advise(CASE)
    assert other.of_kind("lever") == advice.of_kind("lever")
    assert other.plan == advice.plan


def test_it_is_in_the_table_of_many_cases(advisor):
    rows = advisor.advise_many({"contact": ["none", "regular"], "acquaintance": ["hardly", "hardly"]})
    assert rows["first-lever"] == ["one-desk", "one-desk"]
    assert rows["second-lever"] == [None, "one-diary"]


def test_it_has_reasons(advisor, advice):
    found = why(advice, "one-desk", advisor.knowledge)
    assert found.verdict == "advised, number 1 of its kind"
    assert [reason.id for reason in found.reasons] == ["strangers-want-one-desk", "no-contact-wants-one-desk"]
    assert [reason.id for reason in found.against] == ["mind-the-desk"]


def test_it_can_be_asked_why_not(advisor):
    found = why_not(advisor, Case(answers={"contact": "regular"}), "one-desk")
    assert {miss.rule for miss in found.misses} == {"strangers-want-one-desk", "no-contact-wants-one-desk"}
    assert ["acquaintance"] in [[edit.name for edit in edits] for edits in found.changes]
    assert as_text(why_not_outline(found, advisor.knowledge)).startswith("One desk for both: not advised")
    held = why_not(advisor, CASE, "one-diary")
    assert [reason.id for reason in held.blocked_by] == ["no-diary-without-contact"]


def test_it_can_be_asked_what_if(advisor):
    future = what_if(advisor, CASE, parsed("contact=regular"))
    assert ("one-diary", None, "advised") in [(each.id, each.before, each.after) for each in future.others]


def test_two_of_it_can_be_contrasted(advisor, advice):
    said = contrast(advice, "one-desk", "one-diary", advisor.knowledge).decided_by
    assert any("One diary for both is not advised in this case" in line for line in said)


def test_it_is_listed_shown_and_has_a_page(advisor):
    assert [each["id"] for each in listed(advisor.knowledge, "lever")] == ["one-desk", "one-diary"]
    assert shown(advisor.knowledge, "one-desk")["pull"] == "Move one desk this week."
    assert as_in_file(advisor.knowledge, "one-desk").startswith("levers:")
    assert "lever/one-desk.md" in reference_pages(advisor.knowledge)


def test_scenarios_may_expect_it(advisor):
    found = {each.id: each for each in checked_scenarios(["two-strangers"], advisor)}
    assert [outcome.met for outcome in found["two-strangers"].results] == [True, True]


def test_an_interview_settles_it(advisor):
    settled = Interview(advisor, CASE).settled
    assert "one-desk" in settled.sorts_of_first_things[2]
    assert settled.certain.recommended["one-desk"]


def test_the_checks_of_the_knowledge_know_it(folder, tmp_path):
    assert "nothing-concludes" not in {remark.check for remark in verify(folder, WITH_LEVERS).remarks}
    where = tmp_path / "mine"
    start_knowledge(where, empty=True)
    (where / "levers.yaml").write_text(ENTRIES.partition("rules:")[0])
    found = {(remark.check, remark.of) for remark in verify(where, WITH_LEVERS).remarks}
    assert {("nothing-concludes", "one-desk"), ("nothing-concludes", "one-diary")} <= found


def test_what_it_names_must_be_there(tmp_path):
    where = tmp_path / "mine"
    start_knowledge(where, empty=True)
    (where / "levers.yaml").write_text(ENTRIES.replace("helps: relationships", "helps: relationship"))
    said = [str(remark) for remark in verify(where, WITH_LEVERS).remarks]
    assert any("there is no factor 'relationship'; did you mean 'relationships'?" in line for line in said)


def test_changes_to_its_rules_are_tried(advisor):
    scenario = read_scenario("scenario:two-strangers", advisor.knowledge)
    killed = {each.mutant.name: each.expectation for each in try_mutants(advisor.knowledge, [scenario], [])}
    assert killed["strangers-want-one-desk:removed"]
    assert killed["no-diary-without-contact:removed"]
