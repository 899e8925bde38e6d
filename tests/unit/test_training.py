"""The training: what the knowledge has of it, what a game makes of answers, and who gets what on paper."""

from __future__ import annotations

import re
import shutil

import pytest
from advisor.cli.training import PROGRAMME
from hypothesis import given, settings, strategies as st

from advisor.errors import KnowledgeError, UnknownIdError
from advisor.inference.cache import knowledge_in
from advisor.knowledge.loader import load_folder
from advisor.knowledge.terms import STAGES
from advisor.reports.outline import PageTitle, Title
from advisor.reports.outline_on_paper import Cards
from advisor.reports.outline_text import as_text
from advisor.reports.training import led_outline, programme_outline
from advisor.reports.training_games import looked_outline, meant_outline, placed_outline
from advisor.reports.training_sheet import sheet_outline
from advisor.training import (
    HOW_OFTEN,
    Meant,
    Placing,
    dealt,
    exercises,
    led,
    looked_at,
    models_about,
    sessions,
)
from tests.support.amount import examples
from tests.support.chains import SOUND

KNOWLEDGE = knowledge_in()
HABITS = {habit.id: habit for habit in KNOWLEDGE.of_kind("habit")}
LED = [*sessions(KNOWLEDGE), *exercises(KNOWLEDGE)]
EXERCISES_OF_THE_STUDY = 25
NEW_PHRASE = """\
phrases:
  - id: phrase-our-own
    title: Our own
    text: They bring us cake, and we bring them families.
    place: confident
    because: Both sides give.
    source: {work: our-practice, at: Team day}
"""


def test_every_exercise_of_the_study_stands_in_one_session_and_in_its_order():
    named = [
        part.at.partition(";")[0]
        for session in sessions(KNOWLEDGE)
        for part in session.parts
        if part.at is not None
    ]
    numbers = [
        int(number) for at in named for number in re.findall(r"\d+", at.replace("1 to 6", "1 2 3 4 5 6"))
    ]
    assert sorted(set(numbers)) == list(range(1, EXERCISES_OF_THE_STUDY + 1))
    assert numbers == sorted(numbers)


def test_the_sessions_are_numbered_from_one():
    assert [session.number for session in sessions(KNOWLEDGE)] == [*range(1, 9)]


def test_whatever_is_led_says_what_to_watch_for_and_what_is_ours():
    for each in LED:
        assert each.watch_for
        assert "ours" in each.ours or "our own" in each.ours


def test_every_line_of_the_list_of_habits_has_its_sentence():
    about = {habit.about for habit in HABITS.values()}
    assert about == {*KNOWLEDGE.ids_of("shift"), *KNOWLEDGE.ids_of("degenerative-behaviour")}
    assert len(about) == len(HABITS)


def test_each_nine_cards_hold_as_many_of_each_place():
    cards = dealt(KNOWLEDGE)
    assert {card.id for card in cards} == set(KNOWLEDGE.ids_of("phrase"))
    for start in (0, 9, 18):
        places = [card.place for card in cards[start : start + 9]]
        assert [places.count(place) for place in STAGES] == [3, 3, 3]


def test_the_cards_lie_in_no_order_that_gives_the_place_away():
    places = [card.place for card in dealt(KNOWLEDGE)]
    rounds = {tuple(places[start : start + 3]) for start in range(0, 27, 3)}
    assert len(rounds) > 3


def test_what_was_put_elsewhere_is_to_talk_about_and_nothing_is_called_wrong():
    game = Placing(dealt(KNOWLEDGE)[:3])
    first, second, _passed = game.phrases
    assert game.put(first, first.place)
    other = next(place for place in STAGES if place != second.place)
    assert not game.put(second, other)
    assert game.otherwise == [second]
    told = as_text(placed_outline(game), 200)
    assert second.text in told
    assert first.text not in told
    assert not re.search(r"\b(wrong|right|score|points)\b", told)


@given(st.dictionaries(st.sampled_from([*HABITS]), st.sampled_from([*HOW_OFTEN])))
@settings(max_examples=examples(30))
def test_at_most_three_things_are_worth_a_first_step_and_only_what_was_answered_counts(answers):
    looked = looked_at(answers, KNOWLEDGE)
    assert len(looked.first) <= 3
    assert not {each.shift.id for each in looked.first} & {each.shift.id for each in looked.later}
    said = {habit.id for each in (*looked.first, *looked.later) for habit in (*each.clearly, *each.perhaps)}
    assert said == {
        id_
        for id_, how_often in answers.items()
        if (HABITS[id_].side, how_often) in {("wears", "often"), ("wears", "sometimes"), ("grows", "seldom")}
    }
    assert {habit.id for habit in looked.keep} == {
        id_ for id_, how_often in answers.items() if (HABITS[id_].side, how_often) == ("grows", "often")
    }


def test_a_habit_that_wears_down_points_to_the_shift_that_answers_it():
    looked = looked_at({"habit-answer-ready": "often", "habit-listen-to-the-end": "seldom"}, KNOWLEDGE)
    (first,) = looked.first
    assert first.shift.id == "being-a-listener"
    told = as_text(looked_outline(looked))
    assert first.shift.try_this.split(",")[0] in told
    assert "no habit of yours" in told


def test_two_meanings_stand_side_by_side_with_what_to_ask():
    mine, theirs, *_others = models_about("how-far", KNOWLEDGE)
    told = as_text(meant_outline("how-far", Meant(mine, theirs)), 200)
    assert mine.ask in told
    assert theirs.ask in told
    assert "believe that you mean the same" in as_text(meant_outline("how-far", Meant(mine, mine)), 200)
    assert "not known" in as_text(meant_outline("how-far", Meant(None, None)), 200)


@pytest.mark.parametrize("each", LED, ids=lambda each: each.id)
def test_participants_get_no_answers_and_every_hand_out_begins_a_page(each):
    outline = sheet_outline(each, KNOWLEDGE, "participants")
    told = as_text(outline, 1000)
    assert [phrase.id for phrase in KNOWLEDGE.of_kind("phrase") if phrase.because in told] == []
    assert [care for care in each.watch_for if care in told] == []
    assert all(isinstance(block, PageTitle) for block in outline.blocks[1:] if isinstance(block, Title)) or (
        each.id in {"look-at-my-habits", "session-my-own-part"}  # a page with a line to write on at its end
    )


def test_a_trainer_gets_each_card_of_the_game_with_its_reason():
    told = as_text(sheet_outline(led("place-the-phrase", KNOWLEDGE), KNOWLEDGE, "trainer"), 1000)
    assert all(phrase.because in told for phrase in dealt(KNOWLEDGE))
    both = sheet_outline(led("place-the-phrase", KNOWLEDGE), KNOWLEDGE, "all")
    (cards,) = (block for block in both.blocks if isinstance(block, Cards))
    assert [card.asked for card in cards.cards] == [phrase.text for phrase in dealt(KNOWLEDGE)]


def test_the_page_of_a_session_says_which_parts_are_the_studys():
    told = as_text(led_outline(led("6", KNOWLEDGE), KNOWLEDGE))
    assert "75 to 100: What helps it grow, what wears it down (the study: exercise 21)" in told
    assert "0 to 65: A round of action learning (ours)" in told


def test_the_programme_names_all_of_them():
    told = as_text(programme_outline(KNOWLEDGE), 200)
    assert all(each.title in told for each in LED)


def test_a_session_that_is_not_there_is_told_with_what_is_near():
    with pytest.raises(UnknownIdError, match=r"'place-the-phrases'; did you mean 'place-the-phrase'\?"):
        led("place-the-phrases", KNOWLEDGE)
    assert PROGRAMME not in {each.id for each in LED}


def test_an_own_phrase_is_dealt_and_a_wrong_place_is_told(tmp_path):
    folder = tmp_path
    (folder / "base.yaml").write_text(f"format: 1\nname: own\nversion: 0.1.0\nextends: {SOUND}\n")
    (folder / "phrases.yaml").write_text(NEW_PHRASE)
    assert [phrase.id for phrase in dealt(load_folder(folder))] == ["phrase-our-own"]
    (folder / "phrases.yaml").write_text(NEW_PHRASE.replace("confident", "tight"))
    with pytest.raises(KnowledgeError, match=r"phrases\.yaml:5:"):
        load_folder(folder)


def test_what_is_switched_off_is_not_dealt(tmp_path):
    below, folder = tmp_path / "below", tmp_path / "mine"
    shutil.copytree(SOUND, below)
    (below / "phrases.yaml").write_text(NEW_PHRASE)
    folder.mkdir()
    (folder / "base.yaml").write_text(
        "format: 1\nname: own\nversion: 0.1.0\nextends: ../below\n"
        "switched-off:\n  - {id: phrase-our-own, reason: Nobody here bakes.}\n"
    )
    assert dealt(load_folder(below))
    assert dealt(load_folder(folder)) == []
