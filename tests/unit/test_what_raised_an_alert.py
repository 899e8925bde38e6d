"""An alert is told with the answers that raised it, however far below they lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor import Advisor, Case, Partner
from advisor.knowledge.loader import load_folder
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports import advice_outline
from advisor.reports.outline_text import as_text

RULE = """rules:
  - id: one-more-alert
    title: One more
    when: {when}
    then: {{alert: child-safety}}
    because: So it is.
    basis: judgement
    source: {{work: facilitation-practice, at: Order}}
"""


def first_lines(tmp_path: Path, when: str, case: Case) -> str:
    folder = tmp_path / "mine"
    start_knowledge(folder)
    (folder / "rules" / "mine.yaml").write_text(RULE.format(when=when), encoding="utf-8")
    advisor = Advisor(load_folder(folder))
    text = as_text(advice_outline(advisor.advise(case), advisor.knowledge))
    return " ".join(text[: text.index("[child-safety]")].split())


@pytest.mark.parametrize("when", ["{finding: no-contact}", "{pattern: strangers}"])
def test_by_a_finding_or_a_pattern_the_answers_below_are_told(tmp_path, when):
    said = first_lines(tmp_path, when, Case(answers={"contact": "none", "acquaintance": "hardly"}))
    assert "You said: " in said
    assert '"' in said.partition("You said: ")[2]


def test_a_sector_is_no_answer_and_what_was_not_chosen_raises_nothing(tmp_path):
    when = "{all: [{sector: health}, {none: [{sector: housing}]}]}"
    said = first_lines(tmp_path, when, Case(partners=(Partner(name="The team", sector="health"),)))
    assert "You said" not in said
