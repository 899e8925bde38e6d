"""The exercise in the room comes to what the terminal's does: comparison, debrief, results."""

from __future__ import annotations

import random
from dataclasses import asdict

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.exercise.choices import by_id
from advisor.exercise.comparing import compared
from advisor.exercise.debriefing import debrief
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import Choice
from advisor.exercise.results import COLUMNS, Afterwards, _text, row_of
from advisor.files.csv_safety import harmless_text
from advisor.reports.exercise_comparison import comparison_outline
from advisor.reports.exercise_debrief import debrief_outline
from advisor.standalone.room import scenario_data
from tests.support.amount import examples
from tests.support.outlined import blocks_of
from tests.support.script import Script
from tests.support.told import shipped_scenarios

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
SCENARIOS = shipped_scenarios()
CHOICES = list(by_id(KNOWLEDGE))
WANTED = [
    "exercise/comparing",
    "exercise/debriefing",
    "exercise/results",
    "exercise/exercise",
    "files/csv_safety",
]
SHIM = """
const { compared } = modules["exercise/comparing"];
const { debrief } = modules["exercise/debriefing"];
const { resultsText, rowOf } = modules["exercise/results"];
const AFTER = { chosen: [], disagrees: "They, too" };
shim.played = (plain, asked, chosen) => {
  const scenario = modules["exercise/exercise"].scenarioFrom(plain);
  const exercise = { scenario, asked, chosen };
  const found = compared(exercise, knowledge);
  const discussed = debrief(exercise, found);
  const told = [
    modules["reports/exercise_comparison"].comparisonOutline(found, exercise, knowledge).blocks,
    modules["reports/exercise_debrief"].debriefOutline(discussed, scenario.choices).blocks,
  ];
  const spent = modules["exercise/exercise"].spent(exercise, knowledge);
  const file = resultsText(rowOf("Anna, 1", exercise, found, AFTER, "b"));
  return { comparison: found, debrief: discussed, told, spent, file };
};
shim.harmless = (texts) => texts.map(modules["files/csv_safety"].harmlessText);
"""


@pytest.fixture(scope="module")
def script():
    reports = ["reports/exercise_comparison", "reports/exercise_debrief"]
    return Script(KNOWLEDGE, [*WANTED, *reports], SHIM)


def played(scenario, asked, chosen):
    """Return all that an exercise comes to in Python, as the script gives it."""
    exercise = Exercise(scenario, ADVISOR, list(asked), list(chosen))
    found = compared(exercise)
    discussed = debrief(exercise, found)
    told = [comparison_outline(found, exercise), debrief_outline(discussed, KNOWLEDGE)]
    return {
        "comparison": asdict(found),
        "debrief": asdict(discussed),
        "told": [blocks_of(outline) for outline in told],
        "spent": exercise.spent,
        "file": ",".join(COLUMNS)
        + "\n"
        + _text(row_of("Anna, 1", exercise, found, Afterwards((), "They, too"), "b"), ","),
    }


def drawn(scenario, number):
    """Return what somebody asks for and chooses: nothing, little, or much; of some the author speaks."""
    chance = random.Random(f"{scenario.id} {number}")
    most = len(KNOWLEDGE.questions)  # the more is asked for, the fewer facts there are to try one by one
    asked = chance.sample(list(KNOWLEDGE.questions), chance.choice((0, 9, *range(most - 9, most + 1))))
    expected = [each.id for each in (*scenario.expect.recommended, *scenario.expect.not_recommended)]
    ids = [*chance.sample(expected, min(2, len(expected))), *chance.sample(CHOICES, chance.choice((0, 2, 5)))]
    reasons = ("", 'Because, I "think" so', "=1+1")
    return asked, [Choice(id_, chance.choice(reasons)) for id_ in dict.fromkeys(ids)]


def plainly(value):
    """Return data as JSON has it: lists for tuples."""
    if isinstance(value, dict):
        return {key: plainly(each) for key, each in value.items()}
    return [plainly(each) for each in value] if isinstance(value, (list, tuple)) else value


@pytest.mark.parametrize("number", range(examples(1)))
def test_an_exercise_comes_to_the_same_in_every_scenario(script, number):
    for scenario in SCENARIOS:
        asked, chosen = drawn(scenario, number)
        made = script.call(
            "played", scenario_data(scenario, KNOWLEDGE), asked, [asdict(each) for each in chosen]
        )
        expected = plainly(played(scenario, asked, chosen))
        assert made["told"][0] == expected["told"][0]
        assert made["told"][1] == expected["told"][1]
        del made["told"], expected["told"]
        assert made == expected


@settings(max_examples=examples(50))
@given(st.lists(st.text() | st.from_regex(r"[-+= ,;']{0,3}[$€]?[0-9.,' ]{1,8}%?", fullmatch=True)))
def test_no_cell_of_the_results_is_a_formula(script, texts):
    assert script.call("harmless", texts) == [harmless_text(text) for text in texts]
