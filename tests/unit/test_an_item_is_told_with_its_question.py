"""Asked back, an item of a list is told with its question, and what asks for an alert stands apart."""

from __future__ import annotations

from advisor import Advisor
from advisor.cases.edits import Edit
from advisor.explanation import sensitivity
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import asked_things
from advisor.reports.outline_text import as_text
from advisor.reports.sensitivity_outline import sensitivity_outline
from advisor.reports.wording import edit_text

ASKS_FOR_AN_ALERT = "Is a child at risk, or might one be, while things stand as they are?"


def test_what_a_change_of_an_item_is_about_can_be_read_from_it_alone(knowledge):
    told = edit_text(Edit("differences.purposes", "no"), knowledge)
    assert told == "Where do your organisations really differ? What each is there for: no"
    items = [(asked, id_) for (kind, id_), asked in asked_things(knowledge).items() if kind == "item"]
    assert items
    for asked, id_ in items:
        told = edit_text(Edit.of(Fact("item", id_, "yes")), knowledge)
        assert told == f"{asked.question.prompt} {asked.part.text}: yes"


def test_what_is_a_sentence_already_stays_as_it_is(knowledge):
    assert edit_text(Edit("tried.convening", "helped"), knowledge) == "Convening was tried: it helped"
    assert edit_text(Edit("trust", "openly"), knowledge).startswith("Can people say what they think")


def test_what_decides_nothing_and_comes_before_all_is_not_called_most_decisive(knowledge):
    advisor = Advisor(engine="columnar")
    case = advisor.scenario("health-visitors").case
    lines = as_text(sensitivity_outline(sensitivity(advisor, case), knowledge)).splitlines()
    before, decisive = (
        lines.index(title)
        for title in ("What to answer before all else", "What would decide it, most decisive first")
    )
    assert lines[before + 1] == f"- {ASKS_FOR_AN_ALERT}"
    assert before < decisive
    assert ASKS_FOR_AN_ALERT not in " ".join(lines[decisive:])
