"""The shipped scenarios meet their expectations; so do the cases in tests/unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.knowledge.folder import scenario_files, shipped_folder
from advisor.scenarios.expectation_check import outcomes
from advisor.scenarios.loader import read_scenario_file
from advisor.scenarios.scenario import advise_tellings
from tests.support.checker import problems

SCENARIOS = list(scenario_files(shipped_folder()))
UNSEEN = sorted((Path(__file__).parent.parent / "unseen").glob("*.yaml"))


def by_stem(path):
    return path.stem


@pytest.mark.parametrize("path", SCENARIOS, ids=by_stem)
def test_a_scenario_gets_the_advice_it_expects(path, advisor):
    scenario = read_scenario_file(path, advisor.knowledge)
    found = outcomes(advise_tellings(scenario, advisor), advisor)
    assert [outcome for outcome in found if not outcome.met] == []


@pytest.mark.parametrize("path", UNSEEN, ids=by_stem)
def test_an_unseen_case_gets_what_a_facilitator_would_expect(path, advisor):
    line = path.read_text().splitlines()[0].removeprefix("# expect:")
    wanted, first, unwanted = (words(line, part) for part in ("", "first:", "not:"))
    advice = advisor.advise(advisor.read_case(path))
    advised = {item.id: item for item in advice.recommendations()}
    assert [word for word in wanted if word not in advised] == []
    begun = {id_ for id_, item in advised.items() if getattr(item, "readiness", "now") != "after"}
    assert [word for word in unwanted if word in begun] == []
    if first:
        assert advice.interventions[0].id == first[0]


def words(line, part):
    """Return the words of one part of an expectation: `a, b; first: c; not: d`."""
    parts = (piece.strip() for piece in line.split(";"))
    named = [p for p in parts if (p.startswith(part) if part else ":" not in p)]
    return [word.strip() for piece in named for word in piece.removeprefix(part).split(",")]


@pytest.mark.parametrize("path", [*SCENARIOS, *UNSEEN], ids=by_stem)
def test_every_line_of_the_advice_stands_on_answers(path, advisor):
    case = read_scenario_file(path, advisor.knowledge).case if path in SCENARIOS else advisor.read_case(path)
    assert problems(advisor.advise(case), case, advisor.knowledge) == []


def test_a_partnership_without_trouble_gets_no_push(advisor):
    advice = advisor.advise(advisor.read_case(UNSEEN[[p.stem for p in UNSEEN].index("everything-fine")]))
    assert advice.interventions == advice.shifts == advice.preconditions == ()
    assert {factor.stage for factor in advice.factors} == {"confident"}
    assert {step.when for step in advice.plan} <= {"next"}


def test_a_partnership_at_its_worst_still_gets_an_order_with_reasons(advisor):
    advice = advisor.advise(
        advisor.read_case(UNSEEN[[p.stem for p in UNSEEN].index("everything-at-its-worst")])
    )
    assert advice.interventions[0].id == "conflict-handling"
    assert sum(step.when == "first" for step in advice.plan) == 3
    assert {factor.stage for factor in advice.factors} == {"emerging"}
