"""The page with totals in a real browser: what axe says of it, on a phone and wide, light and dark."""

from __future__ import annotations

import random

import polars as pl
import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor import Advisor
from advisor.cohort.totals_made import totals_of
from advisor.cohort.totals_tally import PlaceColumns, Tally
from advisor.pages.totals import write_totals

PHONE, LAPTOP = {"width": 360, "height": 800}, {"width": 1280, "height": 800}
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
ROWS = 1500
SECTORS = ("NHS", "school", "nursery", "charity", "police", "<b>circus</b>", "")


@pytest.fixture(scope="module")
def html():
    """A page that has each of its parts: rows of their own and merged ones, and pictures."""
    advisor, chance = Advisor(), random.Random(1)
    assessor = advisor.assessor
    places = PlaceColumns("sector", "date")
    columns = {
        "sector": chance.choices(SECTORS, [9, 9, 9, 5, 1, 1, 1], k=ROWS),
        "date": [f"{chance.choice([2025, 2026])}-{chance.randint(1, 12):02}-01" for _ in range(ROWS)],
    }
    for name, answer in assessor.answers.items():
        if "." not in name:
            columns[name] = chance.choices([*answer.values], k=ROWS)
    frame = pl.DataFrame(columns)
    tally = Tally.begun(assessor, places)
    tally.add(pl.concat([assessor.assess(frame), places.of(frame)], how="horizontal"))
    return write_totals(totals_of(tally), advisor.knowledge, "html")


@pytest.mark.parametrize("how", [{}, {"forced_colors": "active"}, {"color_scheme": "dark"}], ids=str)
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(browser, html, size, how):
    page = browser.new_context(viewport=size, **how).new_page()
    page.set_content(html)
    page.evaluate(OPEN_ALL)
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.response["violations"] == []
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= screen


def test_each_picture_says_in_words_all_that_is_in_it(browser, html):
    page = browser.new_context().new_page()
    page.set_content(html)
    assert page.locator("svg.bars").count() > 5
    for picture in page.locator("svg.bars").all():
        says = picture.locator("desc").text_content()
        assert picture.locator("title").text_content()
        inside = [text.split()[-1] for text in picture.locator("text.inside").all_text_contents()]
        assert all(number in says for number in inside if number[0].isdigit())
        assert picture.get_attribute("role") == "img"
