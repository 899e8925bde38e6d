"""Of whatever kind, and whatever came of it: what was tried never stands in a plan as if it were new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor import Action, Advisor, Case
from advisor.advice.meeting import Planned, meeting_for
from advisor.knowledge.kinds import KINDS, TRIED_KINDS
from advisor.pages import advice_page, as_html
from advisor.reports import advice_outline, as_text, screen_outline
from advisor.reports.advice_page import AdvicePage
from advisor.reports.advice_steps import called, foremost_caution, is_of_trying
from advisor.reports.pack import beside_the_page, table_page

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
ALL = [(kind, id_) for kind in TRIED_KINDS for id_ in KNOWLEDGE.ids_of(kind)]
IN_VAIN = ("no-change", "worse", "too-early")
SCENARIOS = (
    "health-visitors",
    "hot-quarrel",
    "in-the-dip",
    "everything-well",
    "everything-at-its-worst",
    "talking-shop",
    "far-apart",
    "nobody-in-between",
    "three-weeks-to-the-door",
    "a-name-on-the-bid",
    "she-does-it-all",
    "cold-silence",
)


def tried(outcome, things=ALL):
    return tuple(Action(kind=kind, id=id_, outcome=outcome) for kind, id_ in things)


def page_of(advice):
    return AdvicePage(advice, KNOWLEDGE, True, "my-case.yaml")


def scenario(id_):
    return ADVISOR.read_case(f"scenario:{id_}")


@pytest.mark.parametrize("outcome", IN_VAIN)
def test_what_changed_nothing_did_harm_or_is_too_early_is_held_back_or_warned_of_whatever_it_is(outcome):
    firings = ADVISOR.advise(Case(actions=tried(outcome))).firings
    spoken_of = {
        firing.concludes.id
        for firing in firings
        if firing.concludes.kind in ("withhold", "caution") and any(f.kind == "tried" for f in firing.support)
    }
    assert spoken_of == {id_ for _kind, id_ in ALL}


@pytest.mark.parametrize("outcome", ["worse", "too-early"])
def test_what_did_harm_or_is_too_early_is_in_no_plan_but_for_help_in_an_open_quarrel(outcome):
    for id_ in SCENARIOS:
        case = replace(scenario(id_), actions=tried(outcome))
        advice = ADVISOR.advise(case)
        advised = {item.id: item for item in advice.recommendations()}
        for step in (step for step in advice.plan if step.kind in TRIED_KINDS):
            assert (step.id, outcome) == ("conflict-handling", "worse")
            assert "help-in-a-conflict-that-made-it-worse-needs-another-hand" in advised[step.id].cautions


@pytest.mark.parametrize("id_", SCENARIOS)
def test_what_changed_nothing_and_is_advised_again_says_so_and_what_to_do_otherwise(id_):
    case = replace(scenario(id_), actions=tried("no-change"))
    advice = ADVISOR.advise(case)
    page = page_of(advice)
    advised = {item.id: item for item in advice.recommendations()}
    again = [step for step in advice.plan if step.kind in TRIED_KINDS]
    assert all(step.kind == "intervention" for step in again)
    for step in again:
        title = advised[step.id].title
        assert called(step, title, page) == f"Again, in another way: {title}"
        told = page.firing(foremost_caution(advised[step.id], page)[0])
        assert any(fact.kind == "tried" for fact in told.support)


@pytest.mark.parametrize("id_", SCENARIOS)
def test_what_helped_is_built_on_and_the_plan_says_so(id_):
    case = scenario(id_)
    things = [(step.kind, step.id) for step in ADVISOR.advise(case).plan if step.kind in TRIED_KINDS]
    advice = ADVISOR.advise(replace(case, actions=tried("helped", things)))
    page = page_of(advice)
    assert {step.id for step in advice.plan} & {id_ for _kind, id_ in things} or not things
    for step in (step for step in advice.plan if (step.kind, step.id) in things):
        title = KNOWLEDGE.entry(step.id).title
        assert is_of_trying(step, page) or called(step, title, page).startswith("Go on with what helped: ")


def test_what_can_come_first_in_a_plan_can_be_noted():
    """Reminders, processes and behaviours cannot be tried, and nothing of them ever comes first."""
    first = {"leverage", "own", "asked"}
    for kind, of_kind in KINDS.advice.items():
        sorts = {sort for id_ in KNOWLEDGE.ids_of(kind) for sort in of_kind.sorts(KNOWLEDGE.entry(id_))}
        assert not sorts & first or kind in TRIED_KINDS


def test_a_note_comes_back_beside_the_step_that_it_speaks_of_and_once():
    case = scenario("talking-shop")
    step = next(step for step in ADVISOR.advise(case).plan if step.kind == "intervention")
    noted = Action(id=step.id, outcome="helped", note="Two of six came.")
    advice = ADVISOR.advise(replace(case, actions=(noted,)))
    for text in map(as_text, (advice_outline(advice, KNOWLEDGE), screen_outline(advice, KNOWLEDGE))):
        assert "     You wrote: Two of six came.\n" in text
        assert text.count("Two of six came.") == 1


@pytest.mark.parametrize("id_", SCENARIOS)
def test_a_note_of_what_is_in_no_plan_comes_back_too_and_once(id_):
    note = "We said it in half an hour."
    noted = Action(kind="tool", id="postcards-to-ponder", outcome="worse", note=note)
    advice = ADVISOR.advise(replace(scenario(id_), actions=(noted,)))
    assert as_text(advice_outline(advice, KNOWLEDGE, full=True)).count(note) == 1
    assert as_html(advice_page(advice, KNOWLEDGE)).count(note) == 1


def test_a_note_is_in_no_pack():
    noted = Action(id="visioning", outcome="helped", note="Two of six came.")
    advice = ADVISOR.advise(replace(scenario("talking-shop"), actions=(noted,)))
    planned = meeting_for(advice, KNOWLEDGE)
    assert isinstance(planned, Planned)
    assert "Two of six" not in as_text(table_page(planned.meeting, "Ours"))
    assert not any(
        "Two of six" in said for said in beside_the_page(planned, advice, KNOWLEDGE, "my-case.yaml")
    )
