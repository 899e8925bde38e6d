"""Alerts: what comes before the partnership is said first in every form, and counts nowhere."""

from __future__ import annotations

import json
from dataclasses import replace

import polars as pl
import pytest
from advisor.cli.so_far import so_far_text, why_text
from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case, Interview, KnowledgeError
from advisor.cases import Edit
from advisor.exercise import Exercise, compared
from advisor.explanation import sensitivity, what_if, why, why_not
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports import advice_outline, as_markdown, as_page, as_text, schema
from advisor.reports.exercise_comparison import comparison_outline
from advisor.reports.handout import trainer_handout
from advisor.scenarios.loader import read_scenario
from advisor.verification import verify
from tests.command.run import advisor
from tests.support.amount import examples
from tests.support.strategies import cases

SHIPPED, COLUMNAR = Advisor(), Advisor(engine="columnar")
CHILD = "child-safety"
FIRST = "A child's safety comes before the partnership."
WAYS = [
    {"child-at-risk": "yes"},
    {"child-at-risk": "maybe"},
    {"feared": {"harm-to-a-child": "yes"}},
    {"changes-lately": {"case-went-wrong": "yes"}},
    {"child-at-risk": "no", "feared": {"harm-to-a-child": "yes"}},
    {"child-at-risk": "dont-know", "changes-lately": {"case-went-wrong": "yes"}},
]
NO_WAYS = [
    {},
    {"child-at-risk": "no"},
    {"child-at-risk": "dont-know"},
    {"child-at-risk": "not-applicable"},
    {"feared": {"blamed-for-a-child": "yes", "left-with-the-risk": "yes"}},
    {"feared": {"harm-to-a-child": "no"}},
    {"feared": "dont-know", "changes-lately": "dont-know"},
    {"their-part": {"poor-practice": "yes"}},
]
WELL = {
    "output": "good",
    "contact": "regular",
    "trust": "openly",
    "acquaintance": "well",
    "families-together": "carried-together",
}
CASES = cases(SHIPPED.knowledge)


def advised(answers):
    return SHIPPED.advise(Case(answers=answers))


def page(answers, **how):
    return as_text(advice_outline(advised(answers), SHIPPED.knowledge, **how))


@pytest.mark.parametrize("answers", WAYS, ids=str)
def test_a_child_who_may_be_at_risk_raises_the_alert(answers):
    (alert,) = advised(answers).alerts
    assert (alert.id, f"{alert.title}.") == (CHILD, FIRST)
    assert alert.firings


@pytest.mark.parametrize("answers", NO_WAYS, ids=str)
def test_what_is_not_known_and_the_fear_of_blame_raise_none(answers):
    assert advised(answers).alerts == ()


@pytest.mark.parametrize("answers", WAYS, ids=str)
@pytest.mark.parametrize("full", [False, True])
def test_it_is_the_first_line_of_every_page(answers, full):
    outline = advice_outline(advised(answers), SHIPPED.knowledge, full=full)
    for text in (as_text(outline), as_text(outline, 30), as_markdown(outline)):
        assert " ".join(text.split()).startswith(FIRST)
    html = as_page(outline)
    assert html[html.index("<main>") :].split("\n")[1].startswith(f"<p>{FIRST.replace(chr(39), '&#x27;')}")
    assert "<title>A partnership</title>" in html


def test_it_stands_alone_where_nothing_else_is_known():
    text = page({"child-at-risk": "maybe"})
    assert "Too little is known for more advice." in text
    assert text.count("safeguarding") == 1


@pytest.mark.parametrize("answers", WAYS, ids=str)
@pytest.mark.parametrize("more", [{}, {"disagreement": "open-dispute"}, {"contact": "none"}], ids=str)
def test_its_message_is_told_once(answers, more):
    assert page({**more, **answers}).count("safeguarding") == 1


def test_whom_to_turn_to_is_said_in_words_for_any_country_and_without_a_verdict():
    (alert,) = advised({"child-at-risk": "maybe"}).alerts
    assert "whoever is responsible for safeguarding where you work" in alert.turn_to
    assert "in danger now, call the emergency services" in alert.turn_to
    assert "does not say that a child is at risk" in alert.text


def test_where_she_says_no_and_something_else_points_to_harm_it_says_so():
    (alert,) = advised({"child-at-risk": "no", "feared": {"harm-to-a-child": "yes"}}).alerts
    assert alert.text.startswith("You say that no child is at risk.")


def test_a_partnership_that_goes_well_is_not_told_that_nothing_presses():
    assert advised(WELL).nothing_first.startswith("Nothing presses")
    assert advised({**WELL, "child-at-risk": "maybe"}).nothing_first.startswith("Between you nothing presses")


@settings(max_examples=examples(60))
@given(case=CASES, said=st.sampled_from(["yes", "maybe"]))
def test_it_moves_nothing_else_in_an_advice(case, said):
    raised, not_raised = (
        SHIPPED.advise(replace(case, answers={**case.answers, "child-at-risk": answer}))
        for answer in (said, "no")
    )
    assert raised.alerts
    for name in ("factors", "findings", "patterns", "withheld", "plan", "leading", "to_ask", "said"):
        assert getattr(raised, name) == getattr(not_raised, name)
    assert raised.recommendations() == not_raised.recommendations()


@settings(max_examples=examples(60))
@given(case=CASES)
def test_engines_and_columns_raise_the_same(case):
    case = replace(case, partners=())
    alerts = SHIPPED.advise(case).alerts
    assert COLUMNAR.advise(case).alerts == alerts
    row = {"centre": "North", "contact": ""}
    for id_, said in case.answers.items():
        row |= {f"{id_}.{key}": each for key, each in said.items()} if isinstance(said, dict) else {id_: said}
    (named,) = SHIPPED.advise_many(pl.DataFrame([row]), other=["centre"])["alerts"].to_list()
    assert named == (CHILD if alerts else None)


def test_json_always_has_the_list_and_its_schema_is_strict():
    assert json.loads(advised({}).as_json())["alerts"] == []
    (alert,) = json.loads(advised({"child-at-risk": "yes"}).as_json())["alerts"]
    assert list(alert) == ["id", "title", "text", "turn_to", "firings"]
    told = schema("advice", SHIPPED.knowledge)
    assert "alerts" in told["required"]
    assert sorted(told["$defs"]["AlertAdvice"]["required"]) == sorted(alert)


def test_it_quotes_what_was_chosen_and_nothing_that_was_written():
    case = Case(
        partnership="Ours", answers={"child-at-risk": "maybe"}, notes={"child-at-risk": "little Tom's arm"}
    )
    advice = SHIPPED.advise(case)
    outline = advice_outline(advice, SHIPPED.knowledge)
    head = as_text(outline).partition("\n\n")[0]
    assert '"Maybe"' in head
    assert "Tom" not in head


def test_until_it_is_known_the_question_comes_first_of_what_to_ask():
    for answers in ({}, {"child-at-risk": "dont-know"}, {"trust": "careful", "child-at-risk": "dont-know"}):
        assert advised(answers).to_ask[0].question == "child-at-risk"
    assert "child-at-risk" not in [each.question for each in advised({"child-at-risk": "no"}).to_ask]


# ---- the interview


def asked_by(interview):
    question = interview.next_question()
    return question and question.id


@pytest.mark.parametrize("scope", ["what-matters", "core", "all"])
def test_the_interview_asks_for_it_third(scope):
    interview = Interview(SHIPPED, scope=scope)
    for question in ("partner-kind", "output"):
        interview.answer(question, "dont-know")
    assert asked_by(interview) == "child-at-risk"
    interview.answer("child-at-risk", "maybe")
    assert interview.alerts == (CHILD,)


def test_an_interview_does_not_end_before_it_was_asked():
    answers = {}
    for question in SHIPPED.knowledge.questions.values():
        if question.kind == "choice" and question.id != "child-at-risk":
            answers[question.id] = question.options[0].id
        elif question.kind != "choice":
            answers[question.id] = "dont-know"
    answers.pop("tried", None)
    interview = Interview(SHIPPED, Case(answers=answers))
    assert "child-at-risk" in interview.open
    assert interview.ending is None
    assert asked_by(interview) == "child-at-risk"
    interview.answer("child-at-risk", "no")
    assert "child-at-risk" not in interview.open


def test_the_interview_says_at_once_whom_to_turn_to(tmp_path):
    case = str(tmp_path / "case.yaml")
    told = advisor("interview", case, "--plain", typed="Ours\nu\nu\n2\ns\n").stdout
    assert " ".join(told.split()).count(FIRST) == 1


def test_what_the_interview_says_on_the_way_has_it_too():
    interview = Interview(SHIPPED)
    for question in ("partner-kind", "output"):
        interview.answer(question, "dont-know")
    assert "whether this stands first" in why_text(interview.next_question(), interview)
    interview.answer("child-at-risk", "maybe")
    assert " ".join(so_far_text(interview.advice(), SHIPPED.knowledge).split()).startswith(FIRST)


# ---- asked back


def test_why_follows_it_down_to_the_answer():
    found = why(advised({"child-at-risk": "maybe"}), CHILD, SHIPPED.knowledge)
    assert (found.kind, found.verdict) == ("alert", "raised")
    assert "Maybe" in found.reasons[0].below[0].text


def test_why_not_names_what_would_raise_it():
    found = why_not(SHIPPED, Case(answers={"feared": {"blamed-for-a-child": "yes"}}), CHILD)
    assert {(edit.name, edit.value) for (edit,) in found.changes} == {
        ("child-at-risk", "yes"),
        ("child-at-risk", "maybe"),
        ("feared.harm-to-a-child", "yes"),
        ("changes-lately.case-went-wrong", "yes"),
    }


def test_what_if_says_that_it_would_come_and_by_which_rule():
    future = what_if(SHIPPED, Case(answers={"child-at-risk": "no"}), [Edit("child-at-risk", "maybe")])
    assert [(each.id, each.before, each.after) for each in future.alerts] == [(CHILD, None, "raised")]
    assert [each.rule for each in future.through] == ["a-child-at-risk-raises-the-alert"]


def test_what_is_settled_of_it():
    assert sensitivity(SHIPPED, Case(answers={"child-at-risk": "yes"})).alerts == (CHILD,)
    open_ = sensitivity(SHIPPED, Case(answers={"contact": "none"}))
    assert (open_.alerts, open_.deciding[0].question) == ((), "child-at-risk")


# ---- many cases, and other pages


def test_a_row_that_cannot_be_used_names_it_all_the_same():
    table = pl.DataFrame({"contact": ["often", "none"], "child-at-risk": ["maybe", ""]})
    result = SHIPPED.advise_many(table)
    assert result["alerts"].to_list() == [CHILD, None]
    assert result["light"].to_list()[0] is None


def test_the_summary_of_a_cohort_says_it_first(tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("child-at-risk,contact\nyes,none\nno,none\nmaybe,often\n", encoding="utf-8")
    out = ["cohort", str(table), "-o", str(tmp_path / "out.csv")]
    assert advisor(*out).stdout.startswith(f"{FIRST.rstrip('.')}: 2 cases")
    told = json.loads(advisor(*out, "--format", "json").stdout)
    assert told["alerts"] == [{"id": CHILD, "cases": 2}]


def test_the_page_for_the_trainer_has_it_before_what_the_rules_say():
    text = as_text(trainer_handout(read_scenario("four-employers-one-corridor", SHIPPED.knowledge), SHIPPED))
    assert FIRST in " ".join(text.split())


def test_an_exercise_tells_it_before_any_choice():
    exercise = Exercise(read_scenario("four-employers-one-corridor", SHIPPED.knowledge), SHIPPED)
    text = as_text(comparison_outline(compared(exercise), exercise))
    assert text.startswith(f"BEFORE ANY OF THEM\n- {FIRST}")


# ---- other knowledge bases

TWO = """\
alerts:
  - id: one-danger
    title: One danger
    text: It says so.
    turn-to: Tell somebody.
    question: contact
    source: {work: our-practice, at: T}
  - id: other-danger
    title: Other danger
    text: It says so.
    turn-to: Tell somebody else.
    question: contact
    source: {work: our-practice, at: T}
rules:
  - id: one-is-raised
    title: It is so
    when: {answer: contact, is: none}
    then: {alert: one-danger}
    because: It was said.
    basis: judgement
    source: {work: our-practice, at: T}
  - id: other-is-raised
    title: It is so too
    when: {answer: contact, is: none}
    then: {alert: other-danger}
    because: It was said as well.
    basis: judgement
    source: {work: our-practice, at: T}
"""


@pytest.fixture
def folder(tmp_path):
    start_knowledge(tmp_path / "own", empty=True)
    return tmp_path / "own"


def of_two(folder, text=TWO):
    (folder / "alerts.yaml").write_text(text, encoding="utf-8")
    return Advisor(folder)


def test_a_knowledge_base_without_alerts_raises_none(folder):
    own = Advisor(folder)
    assert own.advise(Case(answers={"contact": "none"})).alerts == ()
    assert own.advise_many(pl.DataFrame({"contact": ["none"]}))["alerts"].to_list() == [None]


def test_several_are_told_in_the_order_of_the_file(folder):
    own = of_two(folder)
    advice = own.advise(Case(answers={"contact": "none"}))
    assert [alert.id for alert in advice.alerts] == ["one-danger", "other-danger"]
    text = as_text(advice_outline(advice, own.knowledge))
    assert text.startswith("One danger. Tell somebody.\n")
    assert "\n\nOther danger. Tell somebody else.\n" in text
    table = own.advise_many(pl.DataFrame({"contact": ["none"]}))
    assert table["alerts"].to_list() == ["one-danger | other-danger"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            "then: {alert: one-danger}",
            "then: {alert: contact}",
            "there is no alert 'contact'",
        ),
        ("question: contact", "question: nothing-asked", "nothing-asked"),
        ("turn-to: Tell somebody.\n", "turn: Tell somebody.\n", "turn-to"),
    ],
)
def test_what_is_wrong_with_an_alert_is_said(folder, old, new, what):
    with pytest.raises(KnowledgeError) as refused:
        of_two(folder, TWO.replace(old, new, 1))
    assert what in refused.value.told()


def test_the_question_that_asks_for_an_alert_is_put_to_everybody(folder):
    questions = folder / "questions.yaml"
    text = questions.read_text(encoding="utf-8").replace("core: true", "core: false", 1)
    questions.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="is not put to everybody"):
        of_two(folder)


def test_an_alert_that_no_rule_raises_is_complained_of(folder):
    of_two(folder, TWO.replace("then: {alert: other-danger}", "then: {alert: one-danger}"))
    found = [each for each in verify(folder).remarks if each.check == "nothing-concludes"]
    assert [(each.of, each.fault.what) for each in found] == [
        ("other-danger", "no rule raises 'other-danger'")
    ]
