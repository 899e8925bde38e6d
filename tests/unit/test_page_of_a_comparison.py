"""The page of a comparison: a picture of who sees what where that may be told, and no more than the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor import Advisor
from advisor.comparison import compare
from advisor.comparison.model import AlertRaised
from advisor.pages import as_html, comparison_page
from tests.unit.test_page_with_the_advice import Reader

ADVISOR = Advisor(engine="columnar")
HEAD, VISITOR = (
    ADVISOR.read_case(f"scenario:shared-clinic-seen-by-the-{who}") for who in ("head", "health-visitor")
)


def compared(*cases, share="yes", asked=None):
    return compare([replace(case, share=share) for case in cases], ADVISOR.knowledge, asked)


def several(n):
    """Return so many voices, as the head and the health visitor see it by turns."""
    return [replace((HEAD, VISITOR)[i % 2], respondent=f"Voice of {i}", partnership="P") for i in range(n)]


def test_each_voice_is_in_the_box_of_its_stage_and_none_between_two():
    found = compared(HEAD, VISITOR)
    picture = comparison_page(found).picture
    assert picture
    for row, factor in zip(picture.rows, found.factors, strict=True):
        seen = {voice.text: field.word.text for field in row.fields for voice in field.voices}
        words = {"emerging": "loose", "developing": "in between", "confident": "tight"}
        assert seen == {str(number): words[stage] for number, stage in enumerate(factor.stages, 1)}
        assert [label.text for label in row.below] == (["1 stage apart"] if factor.apart else [])
    assert picture.legend == ("1: Head of the centre", "2: Team leader of the health visitors")


@pytest.mark.parametrize("n", [2, 6])
def test_where_it_may_not_be_told_there_is_no_picture_stage_answer_or_name(n):
    found = compared(*several(n), share="no")
    html = as_html(comparison_page(found)) + (found._repr_html_() or "")
    assert found._repr_svg_() is None
    assert "<svg" not in html
    assert "Voice of" not in html
    assert not any(said in html for said in ("stage apart", "We know what each does", "tentative"))


def test_below_five_voices_not_even_the_words_of_stages_are_there():
    html = as_html(comparison_page(compared(HEAD, VISITOR, share="no")))
    assert not any(f">{word}<" in html or f": {word}" in html for word in ("loose", "in between", "tight"))


def test_an_alert_is_first_and_not_whose_it_is():
    alert = AlertRaised("x", "A child may be at risk", "It cannot wait.", "Turn to your lead.")
    page = comparison_page(replace(compared(HEAD, VISITOR, share="no"), alerts=(alert,)))
    texts = Reader(as_html(page)).texts
    assert texts[2] == "Somebody's answers raise this: A child may be at risk. Turn to your lead."
    assert replace(compared(HEAD, VISITOR), alerts=(alert,))._repr_svg_() is None


@pytest.mark.parametrize("share", ["yes", "no"])
@pytest.mark.parametrize("n", [2, 6, 30])
def test_the_page_stands_alone_in_good_order(n, share):
    page = Reader(as_html(comparison_page(compared(*several(n), share=share))))
    assert page.loads == []
    assert page.tags & {"script", "link", "img", "iframe", "form"} == set()
    assert {link[1:] for link in page.links} <= {*page.ids}
    assert len(page.ids) == len({*page.ids})
    assert all(below - above <= 1 for above, below in zip(page.headings, page.headings[1:], strict=False))
