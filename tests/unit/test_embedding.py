"""What a program may hand to the library, and how it is told that this cannot be."""

from __future__ import annotations

import enum
import re
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from advisor import Action, Advisor, AdvisorError, Case, CaseError, Interview, UnknownIdError
from advisor._command import as_command
from advisor._suggest import did_you_mean
from advisor.cases.edits import Edit, changed, parsed
from advisor.explanation import sensitivity
from advisor.interview.trail import Trail
from advisor.interview.way import State
from advisor.reports import schema
from advisor.verification import verify
from tests.support.chains import written_chain

SHIPPED = Advisor()
KNOWLEDGE = SHIPPED.knowledge


class Unshowable:
    """What fails when it is looked at closely."""

    def __str__(self) -> str:
        raise RuntimeError


class Word(enum.Enum):
    """No text, though its name is one."""

    none = "none"


class TextWord(enum.StrEnum):
    """Text by another name."""

    none = "none"


def itself(kind):
    """Return a list or mapping that holds itself."""
    found: Any = kind()
    if kind is dict:
        found["posts-vacant"] = found
    else:
        found.append(found)
    return found


def deep(levels):
    found: Any = "yes"
    for _ in range(levels):
        found = {"posts-vacant": found}
    return found


ODD = [
    10**5000,
    Decimal("sNaN"),
    Unshowable(),
    object(),
    Word.none,
    b"none",
    {"none"},
    iter(["none"]),
    itself(list),
    itself(dict),
    deep(100_000),
    {7: "yes"},
    {object(): "yes"},
    float("nan"),
    "half \ud800 a letter",
]


def told(case):
    with pytest.raises(CaseError) as error:
        SHIPPED.advise(case)
    return error.value.told()


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("question", ["contact", "changes-lately", "tried"])
def test_whatever_is_given_as_an_answer_is_taken_or_told(odd, question):
    said = told(Case(answers={question: odd}))
    assert said.startswith("case, answers")
    assert " at 0x" not in said
    interview = Interview(SHIPPED)
    before = interview.state
    with pytest.raises(CaseError) as error:
        interview.answer(question, odd)
    assert " at 0x" not in error.value.told()
    assert interview.state == before


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize(
    "field", ["partnership", "about", "respondent", "date", "partners", "actions", "answers", "notes"]
)
def test_whatever_is_given_as_a_field_is_taken_or_told(odd, field):
    given: Any = {field: odd}
    said = told(Case(**given))
    assert said.startswith("case")
    assert " at 0x" not in said


@pytest.mark.parametrize("notes", [0, False, [], "", "a note"])
def test_notes_that_are_no_mapping_are_refused(notes):
    assert told(Case(notes=notes)).startswith(
        "case, notes: 'notes' takes a value for each question; give a mapping, such as"
    )


@pytest.mark.parametrize("note", [0, False, [], {}, b""])
def test_a_note_that_is_no_text_is_refused(note):
    interview = Interview(SHIPPED)
    with pytest.raises(CaseError):
        interview.note("contact", note)
    with pytest.raises(CaseError):
        interview.answer("contact", "none", note)
    assert interview.entries == ()


def test_no_answer_is_no_answer():
    with pytest.raises(CaseError):
        Interview(SHIPPED).answer("contact", None)  # type: ignore[arg-type]  # it is the fault that is tried


def test_actions_that_can_be_read_only_once_are_refused_and_not_used_up():
    actions: Any = (Action(id=id_, outcome="helped") for id_ in ("convening",))
    case = Case(actions=actions)
    for _ in range(2):
        assert "an object of the type 'generator' cannot stand in a case" in told(case)


def test_any_mapping_of_text_is_an_answer():
    plain = Case(answers={"contact": "none", "changes-lately": {"posts-vacant": "yes"}})
    given: Any = MappingProxyType(
        {"contact": TextWord.none, "changes-lately": MappingProxyType({"posts-vacant": "yes"})}
    )
    assert SHIPPED.advise(Case(answers=given)).as_json() == SHIPPED.advise(plain).as_json()
    interview = Interview(SHIPPED)
    for question, answer in given.items():
        interview.answer(question, answer)
    assert interview.case.answers == plain.answers


@pytest.mark.parametrize("nothing", [None, "scenario:health-visitors", [("answers", {})]])
def test_what_is_no_case_is_told(nothing):
    for use in (SHIPPED.advise, lambda case: sensitivity(SHIPPED, case)):
        with pytest.raises(CaseError) as error:
            use(nothing)
        assert "not a Case; make one with Case(...)" in error.value.told()
    with pytest.raises(AdvisorError, match="a mapping of columns to cells"):
        SHIPPED.case_in(None)  # type: ignore[arg-type]  # it is the fault that is tried


def test_a_fault_of_a_case_made_in_code_says_which_item_and_action():
    odd: Any = ({"id": "convening", "outcome": "good"},)
    said = told(Case(answers={"changes-lately": {"posts-vacant": "maybe"}}, actions=odd)).splitlines()
    assert said[0].startswith("case, actions.0.outcome: 'good' cannot stand here in 'outcome'; ")
    assert said[1].startswith("case, answers.changes-lately.posts-vacant: 'maybe' cannot stand here; ")


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ("changes-lately.posts-vacant=maybe", "changes-lately.posts-vacant: 'maybe' cannot stand here; use"),
        ("changes-lately=yes", "changes-lately: 'changes-lately' takes an answer for each item"),
        ("trust=sure,contact=x", "contact: 'contact' has no option 'x'"),
        ("tried.convening=good", "tried.convening: 'good' cannot stand here in 'outcome'"),
        (
            "placing.operational-cohesion=loose",
            "placing.operational-cohesion: 'loose' cannot stand here; did",
        ),
        ("placing.operational-cohesion=1,placing.moon=2", "placing.moon: 'placing' has no item 'moon'; use"),
    ],
)
def test_a_change_that_cannot_be_says_which_one_it_is(edits, said):
    with pytest.raises(AdvisorError) as error:
        changed(Case(), parsed(edits), KNOWLEDGE)
    assert error.value.told().startswith(said)


def test_all_changes_that_cannot_be_are_told_at_once():
    with pytest.raises(CaseError) as error:
        changed(Case(), parsed("trust=sure,contact=x,output=good"), KNOWLEDGE)
    assert [fault.file for fault in error.value.faults] == ["contact", "trust"]


@pytest.mark.parametrize("whole", ["changes-lately", "tried", "placing"])
def test_who_changes_a_list_as_a_whole_is_shown_how_to_change_an_item(whole):
    with as_command(), pytest.raises(CaseError) as error:
        changed(Case(), [Edit(whole, "moon")], KNOWLEDGE)
    (fault,) = error.value.faults
    example = fault.remedy.rpartition(" ")[2]
    assert fault.remedy.startswith(f"write {whole}.ITEM=VALUE, such as {whole}.")
    assert changed(Case(), parsed(example), KNOWLEDGE) != Case()
    with pytest.raises(CaseError) as error:
        changed(Case(), [Edit(whole, "moon")], KNOWLEDGE)
    (fault,) = error.value.faults
    name, value = re.findall("'([^']*)'", fault.remedy)
    assert "=" not in fault.remedy
    assert changed(Case(), [Edit(name, value)], KNOWLEDGE) != Case()


@pytest.mark.parametrize("edits", [["contact", "contact"], ["changes-lately.posts-vacant"] * 2])
def test_what_is_set_and_taken_away_at_once_is_refused(edits):
    with pytest.raises(AdvisorError, match="leave one of the two changes out"):
        changed(Case(), [Edit(edits[0], None), Edit(edits[1], "yes")], KNOWLEDGE)


def test_what_is_quoted_of_a_change_stays_out_of_its_message():
    with pytest.raises(AdvisorError) as error:
        changed(Case(), [Edit("she lied", "x")], KNOWLEDGE)
    assert "she lied" in error.value.told()
    assert "she lied" not in str(error.value)


@pytest.mark.parametrize(
    ("said", "meant"), [("loose", "emerging"), ("in between", "developing"), ("Tight", "confident")]
)
def test_the_words_that_stages_are_shown_in_lead_to_the_stage(said, meant):
    factor = KNOWLEDGE.questions["placing"].rows[0].id
    assert did_you_mean(said, ("emerging", "developing", "confident")) == f"did you mean '{meant}'?"
    assert f"did you mean '{meant}'?" in told(Case(answers={"placing": {factor: said}}))


@pytest.mark.parametrize(
    "look_up",
    [
        lambda: SHIPPED.advise(Case()).firing("nix"),
        lambda: SHIPPED.advise(Case()).of_kind("nix"),
        lambda: SHIPPED.advise(Case()).of_kind("finding"),
        lambda: KNOWLEDGE.of_kind("nix"),
        lambda: KNOWLEDGE.ids_of("nix"),
        lambda: KNOWLEDGE.entry("nix"),
        lambda: schema("nix", KNOWLEDGE),
        lambda: Interview(SHIPPED).hangs_on("nix"),
        lambda: Interview(SHIPPED).answer_to("nix"),
        lambda: Interview(SHIPPED).open_parts("nix"),
        lambda: Interview(SHIPPED).answer("nix", "yes"),
        lambda: Interview(SHIPPED).go_to("nix"),
    ],
)
def test_an_id_that_is_not_there_is_told_with_what_to_try(look_up):
    with pytest.raises(UnknownIdError, match=r"(nix|finding)'.*; \S+"):
        look_up()


@pytest.mark.parametrize(
    "state",
    [
        None,
        (Case(), Trail()),
        State(Case(), None),  # type: ignore[arg-type]
        State(Case(), Trail(["contact"], 0)),  # type: ignore[arg-type]
        State(Case(), Trail((["contact"],), 0)),  # type: ignore[arg-type]
        State(Case(), Trail((), None)),  # type: ignore[arg-type]
        State(Case(), Trail((), 0, frozenset({"moon"}))),
        State(Case(), Trail((), 0, None)),  # type: ignore[arg-type]
    ],
)
def test_what_is_no_state_of_an_interview_is_refused(state):
    interview = Interview(SHIPPED)
    interview.answer("contact", "none")
    before = interview.state
    with pytest.raises(AdvisorError, match="begin from its case"):
        interview.state = state
    with pytest.raises(CaseError):
        interview.state = State(None, Trail())  # type: ignore[arg-type]
    assert interview.state == before


def test_that_there_is_no_such_file_or_scenario_may_stand_in_a_log(tmp_path):
    for name in (str(tmp_path / "none.yaml"), "scenario:none"):
        with pytest.raises(CaseError, match=r"there is no such (file|scenario); "):
            SHIPPED.read_case(name)


def test_a_folder_may_be_named_by_its_path_as_text(tmp_path):
    assert verify(str(written_chain(tmp_path / "base", 3))).errors == 0


def test_a_scope_that_there_is_not_is_refused_before_anything_is_asked():
    scope: Any = "everything"
    with pytest.raises(AdvisorError, match="use one of: what-matters, core, all"):
        Interview(SHIPPED, scope=scope)


def test_plain_data_is_a_case_wherever_one_is_wanted():
    before, now = ({"date": day, "answers": {"contact": "none"}} for day in ("2026-01-05", "2026-02-05"))
    since = SHIPPED.advise(now, earlier=before).since
    assert since is not None
    assert str(since.date) == "2026-01-05"
    assert since == SHIPPED.advise(now, earlier=[SHIPPED.read_case(before)]).since
    assert SHIPPED.compare([before, now]) == SHIPPED.compare([Case.from_dict(before), Case.from_dict(now)])


def test_an_answer_beside_the_answers_is_told_where_it_belongs():
    assert (
        told({"contact": "none", "share": "yes"}) == "case: unknown key 'contact'; write it under 'answers'"
    )
