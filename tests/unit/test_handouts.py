"""What is given out on paper: each page has what its reader needs, and keeps the rest back."""

from __future__ import annotations

import re

import pytest

from advisor import Advisor
from advisor.reports.handout import HANDOUTS, handout
from advisor.reports.outline import PageTitle, Table
from advisor.reports.outline_on_paper import Boxes, Cards
from advisor.reports.outline_text import as_text
from advisor.reports.scenario import answers_said
from advisor.scenarios.loader import read_scenario
from tests.support.told import shipped_scenarios

SHIPPED = Advisor(engine="columnar")
BEFORE = ("participants", "choices", "cards", "other-side")  # what participants have before the debrief


def page(reader: str, name: str, **more):
    return handout(reader, read_scenario(name, SHIPPED.knowledge), SHIPPED, **more)


def words(outline) -> str:
    return " ".join(as_text(outline).split())


@pytest.fixture(scope="module")
def scenarios():
    return shipped_scenarios()


def test_no_page_of_a_shipped_case_is_headed_by_what_gives_the_answer_away(scenarios):
    for scenario in scenarios:
        for reader in (*BEFORE, "discuss"):
            made = HANDOUTS[reader](scenario, SHIPPED)
            assert made.title.startswith(f"Case {scenario.number}")
            assert scenario.title not in made.title
            assert scenario.id not in words(made)
            assert scenario.teaches not in words(made)


def test_questions_to_talk_about_are_on_a_page_of_their_own(scenarios):
    for scenario in scenarios:
        talk = words(HANDOUTS["discuss"](scenario, SHIPPED))
        ours = words(HANDOUTS["participants"](scenario, SHIPPED))
        for question in scenario.discuss:
            assert " ".join(question.split()) in talk
            assert " ".join(question.split()) not in ours


def test_participants_choose_among_the_groups_and_the_eight_in_plain_words():
    [boxes] = [block for block in page("participants", "hot-quarrel").blocks if isinstance(block, Boxes)]
    names = [item.name for item in boxes.items]
    assert "Settle what has gone sour." in names
    assert "First wait, and ask more." in names
    assert names[-1] == "Something else:"
    assert len(names) == 8 + 6 + 1
    assert [item.open for item in boxes.items] == [not item.line.endswith(".") for item in boxes.items]


def test_a_case_without_a_number_is_called_by_its_title(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(
        "format: 1\nid: mine\ntitle: The letter\nteaches: A face first.\nnarrative: A story.\n"
        "source: {work: vaggers-2014, at: Appendix 20}\ncase: {answers: {contact: none}}\n",
        encoding="utf-8",
    )
    for reader in HANDOUTS:
        assert page(reader, str(path)).title.startswith("The letter")


def test_each_known_fact_is_one_numbered_card():
    scenario = read_scenario("hot-quarrel", SHIPPED.knowledge)
    [cards] = [block for block in page("cards", "hot-quarrel").blocks if isinstance(block, Cards)]
    known = {(question.prompt, said) for question, said in answers_said(scenario.case, SHIPPED.knowledge)}
    assert {(card.asked, card.known) for card in cards.cards} == known
    assert len(cards.cards) == len(known)
    for number, card in enumerate(cards.cards, 1):
        assert card.head.startswith(f"Case 55 \u00b7 {number} \u00b7 ")


def test_whoever_plays_the_other_side_has_its_own_story_where_one_is_told():
    other = read_scenario("shared-clinic-seen-by-the-health-visitor", SHIPPED.knowledge)
    assert other.narrative[:60] in words(page("other-side", "shared-clinic-seen-by-the-head"))


def test_where_the_other_side_tells_no_story_nothing_is_made_up():
    said = words(page("other-side", "hot-quarrel"))
    assert "You sit in one of these seats: Health visitors; Children's centre." in said
    assert "Nobody has told this story from your seat." in said
    assert said.count("3.") == 1


def test_the_answer_sheet_has_every_choice_of_the_author_beside_what_the_rules_say(scenarios):
    for scenario in scenarios[::8]:
        sheet = HANDOUTS["answers"](scenario, SHIPPED)
        rows = [row for block in sheet.blocks if isinstance(block, Table) for row in block.rows]
        told = " ".join(cell for row in rows for cell in row)
        expect = scenario.expect
        for each in (*expect.recommended, *expect.among_first, *expect.not_recommended):
            assert each.reason.rstrip(".") in told
        assert all(row[2] for row in rows)


def test_the_trainer_has_a_timing_that_adds_up_on_the_first_page():
    made = page("trainer", "hot-quarrel")
    first = made.blocks[: next(n for n, block in enumerate(made.blocks) if isinstance(block, PageTitle))]
    [hours] = [block for block in first if isinstance(block, Table)]
    for column, whole in ((1, 45), (2, 90)):
        assert hours.headers[column] == f"{whole} minutes"
        assert sum(int(row[column]) for row in hours.rows if row[column].isdigit()) == whole


def test_a_reason_on_the_trainers_sheet_says_first_what_it_is_about():
    said = words(page("trainer", "hot-quarrel"))
    assert "What is agreed does not happen: It may be politeness" in said
    rules = said.partition("What the rules say")[2].partition("If it were")[0]
    assert not re.search(r"- (It|This|That|Those) ", rules)


def test_changes_that_only_test_the_rules_are_left_out_unless_asked_for():
    few, all_ = (
        words(page("trainer", "everything-well")),
        words(page("trainer", "everything-well", full=True)),
    )
    scenario = read_scenario("everything-well", SHIPPED.knowledge)
    told = [variation for variation in scenario.variations if " ".join(variation.teaches.split()) in few]
    assert len(told) == 8
    assert f"There are {len(scenario.variations) - 8} more changes" in few
    assert all(" ".join(variation.teaches.split()) in all_ for variation in scenario.variations)
