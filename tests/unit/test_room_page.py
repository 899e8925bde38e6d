"""The page of an exercise: what is in the file, and what is not."""

from __future__ import annotations

import base64
import json
import re
import zlib

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.knowledge.questions import under_headings
from advisor.scenarios.loader import read_scenario
from advisor.standalone.room import ROOM, room_page
from advisor.standalone.saying import said_by, words
from advisor.standalone.story import in_pieces
from advisor.standalone.writing import ADVISOR, policy, script_of, style_of
from tests.support.amount import examples

KNOWLEDGE = Advisor(engine="columnar").knowledge
SCENARIO = read_scenario("17", KNOWLEDGE)
MOST_BYTES = 2_000_000
SAID = re.compile(r'\bsay(?:Count)?\(\s*"([^"]+)"')


@pytest.fixture(scope="module")
def page():
    return room_page(SCENARIO, KNOWLEDGE, facts=8)


def test_the_page_is_one_file_of_at_most_two_million_bytes_and_the_same_each_time(page):
    assert len(page.encode()) <= MOST_BYTES
    assert room_page(SCENARIO, KNOWLEDGE, facts=8) == page


def test_neither_title_nor_id_stands_in_it_for_who_looks_at_the_file(page):
    packed = page.partition('id="packed">')[2].partition("<")[0]
    assert SCENARIO.title not in page
    assert re.search(rf"\b{SCENARIO.id}\b", page.replace(packed, "")) is None
    exercise = json.loads(zlib.decompress(base64.b64decode(packed)))["exercise"]
    assert (exercise["name"], exercise["file"], exercise["most"]) == ("Case 17", "case-17", 8)


def test_its_policy_lets_its_own_script_and_style_run_alone(page):
    said = policy(script_of(ROOM.entry), style_of(ROOM.styles)).replace("'", "&#39;")
    assert f'http-equiv="Content-Security-Policy" content="{said}"' in page


@pytest.mark.parametrize("making", [ADVISOR, ROOM], ids=lambda making: making.entry)
def test_a_page_carries_the_words_that_its_script_says(making):
    script = script_of(making.entry)
    assert set(SAID.findall(script)) <= set(said_by(script, words()))


def test_the_advisors_page_carries_nothing_of_the_exercise():
    script = script_of(ADVISOR.entry)
    assert re.findall(r'modules\["(?:room|exercise)', script) == []
    assert {name.partition(".")[0] for name in said_by(script, words())} & {"room", "exercise"} == set()


def test_all_that_can_be_asked_stands_under_a_heading():
    headed = under_headings(KNOWLEDGE)
    assert [question for each in headed for question in each.questions] == [*KNOWLEDGE.questions.values()]
    assert all(each.heading for each in headed)
    assert max(len(each.questions) for each in headed) <= 12


@settings(max_examples=examples(50))
@given(st.text(st.sampled_from('ab .?!"\u201c\u201d\n'), max_size=1500))
def test_a_story_in_pieces_is_the_whole_story(story):
    assert " ".join(in_pieces(story)).split() == story.split()


def test_pieces_of_a_story_end_between_sentences_and_in_nobodys_speech():
    told = (
        "They met in May. " * 15
        + 'She said, "It was late. We left. '
        + "It rained. " * 30
        + '" '
        + "They went. " * 40
    )
    pieces = in_pieces(told)
    assert len(pieces) > 2
    assert [piece for piece in pieces if piece.count('"') % 2 or piece[-1] not in '.?!"'] == []
