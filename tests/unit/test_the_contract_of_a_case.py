"""What the keys of a case file mean that no rule reads: partners, share, and its questions."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from advisor import Case, CaseError, Interview, Partner
from advisor._command import as_command
from advisor.cases import SECTORS, answered_elsewhere, case_text, questionnaire_of, read_case, sector_named
from advisor.cases.store import open_case
from advisor.knowledge.base import KnowledgeBase
from advisor.reports import schema
from tests.command.run import ROOT

TEXT = """\
format: 1
partnership: Centre and midwives  # ours
partners:
  - {name: Midwives, sector: NHS, stands: in-between}
  - name: Toy library
    sector: toys and games
    stands: tight
  - {name: School}
respondent: Head
seen-from: partner
share: no
date: 2026-09-14
questionnaire: our-town 2 (3 questions) 0123abcd
answers:
  contact: none
"""


@pytest.fixture
def read(tmp_path, knowledge):
    def of(text):
        (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
        return read_case(tmp_path / "case.yaml", knowledge)

    return of


def faults_of(read, text):
    with pytest.raises(CaseError) as error:
        read(text)
    return [f"{fault.line}:{fault.column}: {fault.what}; {fault.remedy}" for fault in error.value.faults]


def test_what_partners_are_and_how_they_stand_is_read_as_it_was_written(read):
    case = read(TEXT)
    assert case.partners == (
        Partner(name="Midwives", sector="NHS", stands="in-between"),
        Partner(name="Toy library", sector="toys and games", stands="tight"),
        Partner(name="School"),
    )
    assert case.seen_from == "partner"
    assert (case.share, case.questionnaire) == ("no", "our-town 2 (3 questions) 0123abcd")


def test_the_keys_come_back_in_the_order_in_which_a_person_would_look_for_them(read):
    case = read(TEXT)
    keys = [line.partition(":")[0] for line in case_text(case).splitlines()[1:] if line[0].isalpha()]
    assert keys == [line.partition(":")[0] for line in TEXT.splitlines() if line[0].isalpha()]
    assert read(case_text(case)) == case


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("share: true", "'true' cannot stand here in 'share'; did you mean 'yes'?"),
        ("share: perhaps", "'perhaps' cannot stand here in 'share'; use one of: yes, no"),
        ("seen-from: center", "'center' cannot stand here in 'seen-from'; did you mean 'centre'?"),
        ("seen_from: centre", "unknown key 'seen_from'; did you mean 'seen-from'?"),
        (
            "questionnaire: 2",
            "a number instead of a text in 'questionnaire'; put it in quotes: \"2\"",
        ),
        (
            "partners: [{name: A, stands: Tight}]",
            "'Tight' cannot stand here in 'stands'; did you mean 'tight'?",
        ),
        (
            "partners: [{name: A, stands: confident}]",
            "'confident' cannot stand here in 'stands'; use one of: tight, in-between, loose",
        ),
        ("partners: [{name: A, stand: tight}]", "unknown key 'stand'; did you mean 'stands'?"),
        ("shares: yes", "unknown key 'shares'; did you mean 'share'?"),
    ],
)
def test_a_word_that_cannot_be_is_said_with_what_can(read, line, said):
    (fault,) = faults_of(read, f"format: 1\n{line}\n")
    assert fault.split(": ", 1)[1] == said


@pytest.mark.parametrize("words", ["share:", "seen-from:", "partners: [{name: A, stands: }]"])
def test_what_is_left_open_is_not_said(read, words):
    case = read(f"format: 1\n{words}\n")
    assert case.share is case.seen_from is None
    assert all(partner.stands is None for partner in case.partners)


@pytest.mark.parametrize("words", ["share: ''", "seen-from: ''", "partners: [{name: A, stands: ''}]"])
def test_an_empty_text_is_no_word_of_a_list(read, words):
    assert "cannot stand here" in faults_of(read, f"format: 1\n{words}\n")[0]


def test_what_nobody_gave_is_in_no_file():
    assert "stands" not in case_text(Case(partners=(Partner(name="A"),)))
    assert "seen-from" not in case_text(Case())
    assert "share" not in case_text(Case())
    assert "questionnaire" not in case_text(Case())


@pytest.mark.parametrize(
    ("word", "id_"),
    [
        ("health", "health"),
        ("NHS", "health"),
        (" n. h. s. ", "health"),
        ("Mid\nwives", "health"),
        ("speech & language therapy", "health"),
        ("school", "education"),
        ("charity", "voluntary"),
        ("Local  Authority", "council"),
        ("local-authority", "council"),
        ("social care", "social-care"),
        ("SOCIAL-CARE", "social-care"),
        ("early years", "early-years"),
        ("Children\u2019s Centre", "early-years"),
        ("housing association", "housing"),
        ("Job Centre Plus", "employment"),
        ("police", "police-justice"),
        ("private", "private"),
        ("health visiting team", "health"),
        ("GP surgery", "health"),
        ("the charity sector", None),
        ("charity sector", "voluntary"),
        ("school nursing teams", "health"),
        ("toys and games", None),
        ("", None),
        ("health and safety", None),
    ],
)
def test_a_word_for_a_sector_means_it_whatever_its_case_and_spacing(word, id_):
    found = sector_named(word)
    assert (found.id if found else None) == id_


def test_no_word_means_two_sectors_and_every_id_and_title_means_its_own():
    words = [(word, sector) for sector in SECTORS for word in (sector.id, sector.title, *sector.words)]
    assert [word for word, sector in words if sector_named(word) is not sector] == []
    assert all(sector.words for sector in SECTORS)


def test_every_sector_of_the_shipped_scenarios_means_one(advisor):
    found = [
        partner.sector
        for path in sorted((ROOT / "knowledge" / "scenarios").glob("*.yaml"))
        for partner in advisor.read_case(f"scenario:{path.stem}").partners
    ]
    assert found
    assert [sector for sector in found if sector_named(sector) is None] == []


def test_the_schema_offers_the_list_and_takes_any_other_word(knowledge):
    found = schema("case", knowledge)
    check = Draft202012Validator(found)
    data = {
        "format": 1,
        "seen-from": "above",
        "share": "yes",
        "questionnaire": "x",
        "partners": [{"name": "A", "sector": "toys"}],
    }
    assert list(check.iter_errors(data)) == []
    sectors = found["$defs"]["Partner"]["properties"]["sector"]["anyOf"][0]["enum"]
    assert sectors == ["", *(sector.id for sector in SECTORS)]
    for wrong in (
        {"share": "perhaps"},
        {"seen-from": "us"},
        {"partners": [{"name": "A", "stands": "near"}]},
        {"sector": "x"},
    ):
        assert list(check.iter_errors({**data, **wrong})) != []


def test_a_case_that_is_answered_says_on_which_questions(advisor):
    interview = Interview(advisor)
    assert interview.case.questionnaire == ""
    interview.answer("contact", "none")
    said = interview.case.questionnaire
    assert said == questionnaire_of(advisor.knowledge)
    name, number = advisor.knowledge.name, len(advisor.knowledge.questions)
    assert said.startswith(f"{name} {advisor.knowledge.version} ({number} questions) ")
    assert not answered_elsewhere(interview.case, advisor.knowledge)


def test_to_say_what_is_there_already_does_not_make_it_an_answer_to_these_questions(advisor):
    before = Case(answers={"contact": "none"}, questionnaire="our-town 2 (3 questions) 0123abcd")
    interview = Interview(advisor, before)
    interview.answer("contact", "none")
    assert interview.case == before
    interview.note("contact", "since the move")
    assert interview.case.questionnaire == questionnaire_of(advisor.knowledge)


def other(knowledge, **given):
    entries = {
        kind: {each.id: each for each in knowledge.of_kind(kind)} for kind in (*knowledge.kinds.names, "work")
    }
    entries["question"] = given.pop("questions", entries["question"])
    return KnowledgeBase(given.get("name", "our-town"), "2", "", entries)


def test_the_same_questions_are_the_same_in_another_knowledge_base_and_in_other_words(knowledge):
    case = Case(questionnaire=questionnaire_of(knowledge))
    reworded = {id_: replace(each, prompt="Well?") for id_, each in knowledge.questions.items()}
    reordered = dict(reversed(knowledge.questions.items()))
    assert not answered_elsewhere(case, other(knowledge))
    assert not answered_elsewhere(case, other(knowledge, questions=reworded))
    assert not answered_elsewhere(case, other(knowledge, questions=reordered))


def test_an_option_more_or_a_question_less_makes_them_others(knowledge):
    case = Case(questionnaire=questionnaire_of(knowledge))
    fewer = dict(list(knowledge.questions.items())[1:])
    contact = knowledge.questions["contact"]
    more = {**knowledge.questions, "contact": replace(contact, options=contact.options[1:])}
    assert answered_elsewhere(case, other(knowledge, questions=fewer))
    assert answered_elsewhere(case, other(knowledge, questions=more))


@pytest.mark.parametrize(
    "said", ["", "NAME", "somebody's 3", "asked at the away day (64 questions)", "the old ones, deadbeef"]
)
def test_what_a_person_writes_by_hand_means_no_other_questions(knowledge, said):
    said = said.replace("NAME", f"{knowledge.name}  {knowledge.version}")
    assert not answered_elsewhere(Case(questionnaire=said), knowledge)


@pytest.mark.parametrize("said", ["NAME (64 questions) 0123abcd", "x (1  question) 0123abcd"])
def test_another_mark_means_other_questions(knowledge, said):
    said = said.replace("NAME", f"{knowledge.name} {knowledge.version}")
    assert answered_elsewhere(Case(questionnaire=said), knowledge)


def test_an_answer_of_other_questions_is_told_with_where_it_may_come_from(read, knowledge):
    text = TEXT.replace("contact: none", "kontakt: none")
    told = faults_of(read, text)
    assert "there is no question 'kontakt'" in told[1]
    here = (
        "13:16: this was answered on 'our-town 2 (3 questions) 0123abcd' and is read by "
        f"'{knowledge.name}'; give the folder of those questions"
    )
    assert told[0] == f"{here}: Advisor(knowledge=...)"
    with as_command():
        told = faults_of(read, text)
    assert told[0] == f"{here} with --knowledge, or go on with it in advisor interview"
    own = text.replace("our-town 2 (3 questions) 0123abcd", questionnaire_of(knowledge))
    assert len(faults_of(read, own)) == 1


def test_the_new_keys_come_into_a_file_where_a_person_would_look_for_them(tmp_path, knowledge):
    path = tmp_path / "case.yaml"
    text = TEXT.replace("seen-from: partner\nshare: no\n", "").replace(
        "questionnaire: our-town 2 (3 questions) 0123abcd\n", ""
    )
    path.write_text(text, encoding="utf-8")
    store = open_case(path, knowledge)
    store.save(replace(store.case, seen_from="centre", share="yes", questionnaire="x 1"))
    store.close()
    expected = text.replace("respondent: Head\n", "respondent: Head\nseen-from: centre\nshare: yes\n")
    assert path.read_text(encoding="utf-8") == expected.replace("09-14\n", "09-14\nquestionnaire: x 1\n")


def test_a_sector_is_kept_as_it_was_written_and_one_of_her_own_changes_no_advice(advisor):
    advice = [
        json.loads(
            advisor.advise(
                Case(partners=(Partner(name="A", sector=word),), answers={"contact": "none"})
            ).as_json()
        )
        for word in ("NHS", "toys and games", "")
    ]
    assert [each["case"].pop("partners") for each in advice] == [
        [{"name": "A", "sector": "NHS"}],
        [{"name": "A", "sector": "toys and games"}],
        [{"name": "A", "sector": ""}],
    ]
    assert advice[1] == advice[2]
    assert advice[0]["plan"] == advice[2]["plan"]
