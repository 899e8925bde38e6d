"""The face of the library: one advisor that is asked everything, plain data in and out, nothing shared."""

from __future__ import annotations

import enum
import gc
import json
import logging
import pickle
from types import MappingProxyType
from typing import Any

import numpy
import pytest
import yaml

import advisor as library
from advisor import Advice, Advisor, Brief, Case, CaseError, InputError, Interview, OtherwiseError
from advisor.explanation import contrast, sensitivity, stage_settled, what_if, why, why_not
from advisor.inference import _experta
from advisor.scenarios import scenario_paths

SHIPPED = Advisor(engine="auto")
GIVEN = {"answers": {"contact": "none", "acquaintance": "hardly", "changes-lately": {"posts-vacant": "yes"}}}
CASE = Case.from_dict(GIVEN)
ADVICE = SHIPPED.advise(CASE)
FIRST = ADVICE.plan[0].id


def test_a_case_is_given_as_plain_data_wherever_a_case_is_wanted():
    assert SHIPPED.read_case(GIVEN) == CASE
    assert SHIPPED.advise(GIVEN) == ADVICE
    assert SHIPPED.interview(GIVEN).case == CASE
    assert Case.from_dict(CASE.as_dict()) == CASE
    assert Case.from_dict(json.loads(json.dumps(CASE.as_dict()))) == CASE


def test_all_that_is_wrong_in_plain_data_is_told_at_once_with_paths_into_it():
    odd = {"answers": {"contact": "nix", "moon": "yes"}, "partners": [{"nme": "A"}], "date": 5}
    with pytest.raises(CaseError) as error:
        SHIPPED.advise(odd)
    assert {fault.path for fault in error.value.faults} >= {("answers", "contact"), ("answers",), ("date",)}
    assert error.value.code == "invalid-case"
    with pytest.raises(CaseError) as error:
        Case.from_dict(odd)
    assert ("answers", "contact") not in {fault.path for fault in error.value.faults}
    assert ("date",) in {fault.path for fault in error.value.faults}


@pytest.mark.parametrize("odd", [None, [], "answers", 3])
def test_what_is_no_mapping_is_no_case(odd):
    with pytest.raises(CaseError, match="case"):
        Case.from_dict(odd)


def test_the_advisor_answers_what_the_explanations_answer():
    knowledge = SHIPPED.knowledge
    assert SHIPPED.why(CASE, "1") == SHIPPED.why(ADVICE, FIRST) == why(ADVICE, FIRST, knowledge)
    assert SHIPPED.why_not(GIVEN, "conflict handling") == why_not(SHIPPED, CASE, "conflict-handling")
    at = "relational-nourishment=confident"
    assert SHIPPED.why_not(CASE, "relational nourishment=confident") == why_not(SHIPPED, CASE, at)
    edits = [library.Edit("contact", "regular"), library.Edit("acquaintance", None)]
    future = what_if(SHIPPED, CASE, edits)
    assert SHIPPED.what_if(CASE, edits) == future
    assert SHIPPED.what_if(GIVEN, {"contact": "regular", "acquaintance": None}) == future
    assert SHIPPED.what_if(CASE, "contact=regular") == what_if(SHIPPED, CASE, edits[:1])
    assert SHIPPED.settle(CASE) == sensitivity(SHIPPED, CASE)
    factor = "operational-cohesion"
    assert SHIPPED.settle(CASE, "operational cohesion") == stage_settled(SHIPPED, CASE, factor)


def test_a_change_of_an_item_may_stand_below_its_question_and_leaves_the_others():
    named = {"changes-lately.money-cut": "yes", "changes-lately.posts-vacant": None}
    below = {"changes-lately": {"money-cut": "yes", "posts-vacant": None}}
    assert SHIPPED.what_if(CASE, below) == SHIPPED.what_if(CASE, named)


@pytest.mark.parametrize("odd", [None, 5, [("trust", "openly")], ["trust=openly"], {1: "openly"}])
def test_what_are_no_changes_is_told(odd):
    with pytest.raises(InputError, match="trust"):
        SHIPPED.what_if(CASE, odd)


def test_two_of_one_kind_are_held_beside_each_other():
    advice = SHIPPED.advise(SHIPPED.read_case("scenario:hot-quarrel"))
    one, other = (item.id for item in advice.interventions[:2])
    assert SHIPPED.contrast(advice, one, other) == contrast(advice, one, other, SHIPPED.knowledge)


def test_case_studies_are_found_by_id_number_and_file():
    paths = scenario_paths(SHIPPED.knowledge)
    found = SHIPPED.scenario("health-visitors")
    assert SHIPPED.scenario(str(found.number)) == SHIPPED.scenario(paths["health-visitors"]) == found


def test_an_error_says_what_a_caller_would_do_and_survives_the_way_to_another_process():
    with pytest.raises(OtherwiseError, match=r"ask: advisor\.why_not\(case, 'visioning'\)") as error:
        SHIPPED.why(CASE, "visioning")
    again = pickle.loads(pickle.dumps(error.value))
    assert (str(again), again.code) == (str(error.value), "asked-the-wrong-way-round")
    with pytest.raises(library.UnknownIdError, match=r"advisor\.knowledge") as unknown:
        SHIPPED.why(CASE, "nix")
    assert unknown.value.code == "unknown-id"


@pytest.mark.parametrize("form", [Advice.as_json, lambda each: each.as_json(None).encode(), Advice.as_dict])
def test_an_advice_is_read_back_from_what_it_was_written_as(form):
    written = form(ADVICE)
    read = Advice.from_dict(written) if isinstance(written, dict) else Advice.from_json(written)
    assert read == ADVICE
    assert read.as_json() == ADVICE.as_json()
    assert read.as_text() == ADVICE.as_text()


@pytest.mark.parametrize(
    "odd",
    ["", "[]", "{}", "no", b"\xff", '{"schema_version": 1}', '{"schema_version": 2, "plan": 3}', "[" * 10**5],
)
def test_what_is_no_advice_is_told(odd):
    with pytest.raises(InputError, match="advice"):
        Advice.from_json(odd)


def test_a_value_that_fits_no_advice_is_found_by_its_path():
    data = ADVICE.as_dict()
    data["factors"][1]["own_view"] = "she"
    with pytest.raises(InputError) as error:
        Advice.from_dict(data)
    assert [fault.path for fault in error.value.faults] == [("factors", 1, "own_view")]


def test_an_advice_in_brief_is_short_and_holds_nothing_that_the_case_says():
    case = SHIPPED.scenario("everything-at-its-worst").case
    brief = SHIPPED.advise(case).brief()
    text = brief.as_json(None)
    assert isinstance(brief, Brief)
    assert len(text) < 5000
    assert case.partnership not in text
    assert case.respondent not in text
    assert brief.steps[0].id == SHIPPED.advise(case).plan[0].id
    assert all(step.because and step.source for step in brief.steps)
    assert "as_json" in dir(brief)


def test_an_advice_is_told_as_text_without_a_word_of_commands_and_shown_in_a_notebook():
    advice = SHIPPED.advise(SHIPPED.scenario("hot-quarrel").case)
    for full in (False, True):
        text = advice.as_text(width=60, full=full)
        assert max(map(len, text.splitlines())) <= 60
        assert "advisor " not in text
    shown = advice._repr_html_()
    assert shown is not None
    assert advice.interventions[0].title in shown
    assert len(shown) < 20_000


def test_an_advice_whose_knowledge_is_not_at_hand_says_what_to_hand_over():
    data = ADVICE.as_dict()
    data["knowledge"]["digest"] = "0" * 64
    strange = Advice.from_dict(data)
    with pytest.raises(library.AdvisorError, match="as_text"):
        strange.as_text()
    assert strange.as_text(SHIPPED.knowledge) == ADVICE.as_text()


def test_an_advice_is_told_as_long_as_one_of_two_equal_knowledge_bases_is_in_use():
    files = {"base.yaml": {"format": 1, "name": "two-alike", "version": "1", "extends": "shipped"}}
    one, other = (Advisor(knowledge=files, engine="columnar") for _ in range(2))
    advice = other.advise(CASE)
    del one
    gc.collect()
    assert advice.as_text()


def test_an_interview_is_kept_as_json_and_goes_on_at_its_place():
    interview = SHIPPED.interview(CASE, scope="core")
    interview.answer("trust", "careful", "a note")
    interview.go_to("contact")
    again = Interview.from_dict(SHIPPED, json.loads(json.dumps(interview.as_dict())))
    assert (again.state, again.scope, again.place) == (interview.state, "core", interview.place)
    assert again.next_question() == interview.next_question()


@pytest.mark.parametrize(
    "change",
    [{"format": 2}, {"scope": "some"}, {"asked": "contact"}, {"asked": [3]}, {"place": "1"}, {"place": 99}],
)
def test_what_was_not_kept_of_an_interview_is_refused(change):
    kept = SHIPPED.interview(CASE).as_dict()
    with pytest.raises(library.AdvisorError, match=r"; "):
        Interview.from_dict(SHIPPED, {**kept, **change})


def test_what_is_handed_over_and_what_is_given_back_are_not_shared():
    given = {"answers": {"changes-lately": {"posts-vacant": "yes"}}}
    case, interview = Case.from_dict(given), SHIPPED.interview(given)
    given["answers"]["changes-lately"]["posts-vacant"] = "no"
    there = interview.answer_to("changes-lately")
    assert isinstance(there, dict)
    there["posts-vacant"] = "no"
    for each in (case, interview.case):
        assert each.answers == {"changes-lately": {"posts-vacant": "yes"}}
    answers, notes = {"changes-lately": {"posts-vacant": "yes"}}, {"contact": "then"}
    made = Case(answers=answers, notes=notes)
    answers["changes-lately"]["posts-vacant"], notes["contact"] = "no", "now"
    assert (made.answers, made.notes) == (case.answers, {"contact": "then"})


class Word(enum.StrEnum):
    NONE, NO = "none", "no"


def test_plain_data_of_a_case_is_plain_whatever_it_was_made_of():
    frozen: Any = MappingProxyType(
        {"contact": Word.NONE, "changes-lately": MappingProxyType({"posts-vacant": "no"})}
    )
    case = Case(partnership=Word.NONE, answers=frozen)
    assert yaml.safe_load(yaml.safe_dump(case.as_dict())) == case.as_dict()
    assert case.as_dict()["answers"] == {"contact": "none", "changes-lately": {"posts-vacant": "no"}}


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        ({"partners": "health"}, "partners: a text instead of a list in 'partners'; give a list"),
        ({"partners": {}}, "partners: a mapping instead of a list in 'partners'; give a list"),
        ({"partners": ["health"]}, "partners.0: a text instead of a mapping; give a mapping with: name"),
        ({"partnership": 5}, "partnership: a number instead of a text in 'partnership'; give text: \"5\""),
        ({"partnership": None}, "partnership: nothing instead of a text in 'partnership'; give text"),
        ({"partnership": []}, "partnership: a list instead of a text in 'partnership'; give text"),
        ({"notes": {"contact": 5}}, "notes.contact: the note on 'contact' is not text; give text"),
        (
            {"notes": []},
            "notes: 'notes' takes a value for each question; "
            "give a mapping, such as {'contact': 'your words'}",
        ),
        (
            {"answers": ["contact"]},
            "answers: 'answers' takes a value for each question; "
            "give a mapping, such as {'contact': 'regular'}",
        ),
        (
            {"answers": {"changes-lately": ["posts-vacant"]}},
            "answers.changes-lately: 'changes-lately' takes an answer for each item; "
            "give a mapping, such as {'key-person-left': 'yes'}",
        ),
        ({"format": "1"}, "format: there is no format '1'; give the number 1"),
    ],
)
def test_of_plain_data_it_is_told_what_data_to_give_and_nothing_of_lines_and_dashes(odd, said):
    with pytest.raises(CaseError) as error:
        SHIPPED.advise(odd)
    assert error.value.told() == f"case, {said}"


@pytest.mark.parametrize(
    ("odd", "remedy"),
    [
        ({"by, the leader": "me"}, "use one of: "),
        ({"case": {}, "narrative": "Once."}, "give what stands under its 'case'"),
    ],
)
def test_of_plain_data_it_is_told_nothing_of_quotes_and_names_of_files(odd, remedy):
    with pytest.raises(CaseError) as error:
        SHIPPED.advise(odd)
    assert [fault.remedy.startswith(remedy) for fault in error.value.faults] == [True]


def test_what_can_stand_in_no_case_is_named_with_its_module():
    with pytest.raises(CaseError) as error:
        SHIPPED.advise({"answers": {"contact": numpy.bool_(True)}})
    assert "'numpy.bool" in error.value.told()


def test_a_note_on_an_error_survives_the_way_to_another_process():
    for work in (lambda: SHIPPED.advise({"answers": 3}), lambda: SHIPPED.what_if({}, {"nix": "1"})):
        with pytest.raises(library.AdvisorError) as error:
            work()
        error.value.add_note("row 17")
        again = pickle.loads(pickle.dumps(error.value))
        assert (again.__notes__, str(again)) == (["row 17"], str(error.value))


def test_the_engine_that_is_there_is_taken_if_none_is_named(monkeypatch):
    assert Advisor(engine="auto").engine == "experta"

    def refuse():
        raise library.AdvisorError("not here")

    monkeypatch.setattr(_experta, "import_experta", refuse)
    assert Advisor(engine="auto").engine == "columnar"


def test_what_a_caller_can_meet_has_a_name_at_the_face():
    named = {"Advisor", "Advice", "Brief", "Case", "Interview", "KnowledgeBase", "Question", "Why", "WhyNot"}
    assert named <= set(dir(library))


def test_nothing_of_a_case_is_logged_while_the_host_logs_everything(caplog):
    with caplog.at_level(logging.DEBUG):
        Advisor().advise(GIVEN).as_text()
    assert "contact" not in caplog.text
