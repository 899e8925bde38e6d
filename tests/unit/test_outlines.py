"""What outlines of checks say that the shipped knowledge gives no occasion for."""

from __future__ import annotations

from advisor.explanation import Sensitivity
from advisor.reports.mutation import mutation_outline
from advisor.reports.outline_text import as_text
from advisor.reports.scenario_check import check_outline
from advisor.reports.sensitivity_outline import sensitivity_outline
from advisor.scenarios.runner import CheckedScenario
from advisor.scenarios.snapshot import Drift
from advisor.verification.mutants import Mutant
from advisor.verification.mutation import MutantResult


def said(outline):
    """Return the texts of an outline's titles and points."""
    return [block.text for block in outline.blocks]


def checked(differences):
    return CheckedScenario("one", "One", "one", "one.yaml", (), differences)


def test_a_rule_that_fires_otherwise_is_said_as_what_it_is(knowledge):
    drifts = (Drift("new", None, "x"), Drift("gone", "y", None, "contact=none"), Drift("other", "x", "y"))
    assert said(check_outline([checked(drifts)], knowledge)) == [
        "FAILED one: 0 of 0 as expected",
        "It expects nothing; write under 'expect' what the advice should say, with a reason",
        "3 rules fire other than when this was last looked through:",
        "fires now: new (x)",
        "with contact=none: fires no longer: gone (y)",
        "says something else: other (x; now y)",
        "If that is right: advisor scenario check one --accept",
        "1 scenario with 0 expectations: 1 failed.",
    ]


def test_of_very_many_only_some_are_said_and_how_many_more_there_are(knowledge):
    drifts = tuple(Drift(f"rule-{number}", None, "x") for number in range(25))
    lines = said(check_outline([checked(drifts)], knowledge))
    assert "and 5 more, with --format json" in lines
    assert sum(line.startswith("fires now") for line in lines) == 20


def test_why_no_scenario_notices_a_change(knowledge):
    found = [
        MutantResult(Mutant("a", "removed", None), expectation=False, record=False, fires=False),
        MutantResult(Mutant("a", "dropped", None), expectation=False, record=False, fires=True),
        MutantResult(Mutant("a", "flipped", None), expectation=False, record=False, fires=True),
        MutantResult(Mutant("a", "weakened", None), expectation=False, record=True, fires=True),
    ]
    text = as_text(mutation_outline(found, knowledge, all_=True))
    for why in (
        "no scenario makes the rule fire",
        "in no scenario does it hang on this condition alone",
        "no scenario tells the two apart",
        "only the records notice it",
    ):
        assert text.count(why) == 1
    assert "only the records" not in as_text(mutation_outline(found, knowledge))


def test_what_is_settled_unsure_and_left_is_said_each_under_its_heading(knowledge):
    contact = knowledge.questions["contact"].prompt
    factor = next(iter(knowledge.ids_of("factor")))
    found = Sensitivity(
        stages={factor: "emerging"},
        first=("convening",),
        plan_first=("convening", "being-introduced"),
        plan=("convening", "being-introduced"),
        certain=("convening",),
        possible=("visioning", "being-introduced"),
        ruled_out=("brokering",),
        deciding=(),
        unsure=("contact",),
        hangs_on=(),
    )
    lines = said(sensitivity_outline(found, knowledge))
    assert lines[1:3] == ["Convening: certain", "Being introduced: as far as is known so far"]
    assert "How people get on and feel about each other: loose" in lines
    assert "1 of the 2 steps of your plan" in lines
    assert "No answer that is left could change where it stands, or what comes first in the plan." in lines
    assert "No single answer was found that would change what comes first." in lines
    full = said(sensitivity_outline(found, knowledge, full=True))
    assert (
        full[full.index("What you said you do not know, and it would change nothing of this") + 1] == contact
    )
