"""What stands beside a judgement, and what a source calls a thing: read, checked, shown to those who ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor import Advisor, Case, KnowledgeError
from advisor.inference.frozen import frozen, thawed
from advisor.knowledge.folder import shipped_folder
from advisor.knowledge.loader import load_folder
from advisor.reports import advice_outline
from advisor.reports.catalogue import as_in_file, shown
from advisor.reports.entry import entry_as_text
from advisor.reports.json_schema import schema
from advisor.reports.outline_text import as_text
from advisor.reports.reference import reference_pages

SOUND = Path(__file__).parents[1] / "faulty_knowledge" / "sound"
OWN = """\
sources:
  - {id: a-hunch, title: A hunch, unpublished: true}
  - {id: smith-1999, title: "A. Smith, On visits, 1999", recalled: true}
preconditions:
  - id: a-visit
    title: A visit
    short: Go and see them.
    text: You have been there.
    factor: relationships
    first-step: Ask for a day.
    who: leader
    source: {work: our-practice, at: Team day}
    source-term: Reciprocal site familiarisation
rules:
  - id: seldom-in-touch-so-a-visit
    title: You are hardly in touch
    when: {answer: contact, is: none}
    then: {recommend: a-visit, strength: strong}
    because: Who has seen a place can ask about it.
    basis: judgement
    source: {work: our-practice, at: Team day}
    ground:
      - {work: smith-1999, claim: A visit is worth ten letters.}
"""
MANY = 60  # grounds at most: each has to be one of which somebody is sure


def load(folder, own):
    (folder / "base.yaml").write_text(f"format: 1\nname: own\nversion: 0.1.0\nextends: {SOUND}\n")
    (folder / "own.yaml").write_text(own)
    return load_folder(folder)


@pytest.fixture
def knowledge(tmp_path):
    return load(tmp_path, OWN)


def test_a_ground_is_shown_with_its_mark_on_the_page_and_to_those_who_ask(knowledge):
    line = "A. Smith, On visits, 1999 (recalled, not looked up): A visit is worth ten letters."
    rule = shown(knowledge, "seldom-in-touch-so-a-visit")
    assert rule["ground"] == [
        {
            "work": "smith-1999",
            "title": "A. Smith, On visits, 1999",
            "claim": "A visit is worth ten letters.",
            "recalled": True,
        }
    ]
    assert line in " ".join(entry_as_text(rule).split())
    assert f"Close to: {line}" in reference_pages(knowledge)["precondition/a-visit.md"]


def test_a_term_of_the_source_is_shown_to_those_who_ask_and_told_in_no_advice(knowledge):
    entry, term = shown(knowledge, "a-visit"), "Reciprocal site familiarisation"
    assert entry["source-term"] == term
    assert f"what the source calls it: {term}" in entry_as_text(entry)
    assert f"What the source calls it: {term}" in reference_pages(knowledge)["precondition/a-visit.md"]
    advice = Advisor(knowledge).advise(Case(answers={"contact": "none"}))
    assert "a-visit" in [each.id for each in advice.preconditions]
    told = as_text(advice_outline(advice, knowledge, full=True)) + advice.as_json()
    assert term not in told
    assert "Smith" not in told


def test_both_are_written_as_in_a_file_and_kept_in_the_copy_at_hand(knowledge):
    assert "source-term: Reciprocal site familiarisation" in as_in_file(knowledge, "a-visit")
    assert "claim: A visit is worth ten letters." in as_in_file(knowledge, "seldom-in-touch-so-a-visit")
    copy = thawed(frozen(knowledge), lambda: knowledge)
    assert copy is not None
    for id_ in ("a-visit", "seldom-in-touch-so-a-visit"):
        assert copy.entry(id_) == knowledge.entry(id_)
    assert copy.works["smith-1999"].recalled


def test_the_schema_of_a_file_offers_both(knowledge):
    found = schema("knowledge", knowledge)
    assert "source-term" in found["properties"]["techniques"]["items"]["properties"]
    rule = found["properties"]["rules"]["items"]["anyOf"][0]
    assert rule["properties"]["ground"]["items"] == {"$ref": "#/$defs/Ground"}
    assert set(found["$defs"]["Ground"]["required"]) == {"work", "claim"}


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("{work: smith-1999, claim", "{work: smiht-1999, claim", "there is no work 'smiht-1999'"),
        (
            "{work: smith-1999, claim",
            "{work: a-hunch, claim",
            "'a-hunch' is our own judgement, and no ground",
        ),
        ("claim: A visit is worth ten letters.", 'claim: ""', "'claim' is empty"),
        (", claim: A visit is worth ten letters.", "", "the key 'claim' is missing"),
        ("basis: judgement", "basis: source", "the link of 'seldom-in-touch-so-a-visit' is the source's own"),
        ("term: Reciprocal site familiarisation", 'term: ""', "'source-term' is empty"),
        (
            "at: Team day}\n    source-term",
            "at: Team day}\n    source-trem",
            "unknown key 'source-trem'",
        ),
        (
            "source: {work: our-practice, at: Team day}\n    source-term",
            "source: {work: a-hunch, at: Here}\n    source-term",
            "'a-visit' has a term of a source, and rests on no published work",
        ),
    ],
)
def test_what_cannot_be_a_ground_or_a_term_is_refused_with_its_place(tmp_path, before, after, what):
    assert OWN.count(before) == 1
    with pytest.raises(KnowledgeError) as caught:
        load(tmp_path, OWN.replace(before, after))
    (fault,) = caught.value.faults
    assert what in fault.what
    assert fault.line > 1


def test_a_work_that_nobody_looked_up_makes_no_link(tmp_path):
    rule, _, _ = OWN.partition("    ground:")
    own = rule.replace("judgement\n    source: {work: our-practice", "source\n    source: {work: smith-1999")
    with pytest.raises(KnowledgeError, match="'smith-1999' was not looked up, so it cannot make the link"):
        load(tmp_path, own)


@pytest.fixture(scope="module")
def shipped():
    return load_folder(shipped_folder())


def test_the_shipped_grounds_are_few_and_all_of_works_named_from_memory(shipped):
    grounds = [ground for rule in shipped.rules for ground in rule.ground]
    assert 0 < len(grounds) <= MANY
    assert all(shipped.works[ground.work].recalled for ground in grounds)


def test_a_shipped_term_is_short_and_another_than_the_title(shipped):
    named = [entry for _, entry in shipped.all_entries() if getattr(entry, "source_term", None)]
    assert len(named) > 100
    for entry in named:
        assert entry.source_term.lower() != entry.title.lower()
        assert len(entry.source_term) <= 90
