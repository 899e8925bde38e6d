"""The page with results in a real browser: on a phone, wide, on A4, with many learners and groups."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor import Advisor
from advisor.exercise.results import COLUMNS
from advisor.exercise.side_by_side import side_by_side
from advisor.pages import as_html, results_page
from tests.browser.sittings import LAPTOP, PHONE

A4 = {"width": 680, "height": 1000}  # what lies between the margins, in pixels
WIDTHS = "[document.documentElement.scrollWidth, innerWidth]"
RIGHT_EDGES = """() => {
    const edge = document.querySelector("main").getBoundingClientRect().right;
    return [...document.querySelectorAll("table")].map((each) => edge - each.getBoundingClientRect().right);
}"""
FIRST_CELLS = "all => all.map((each) => each.getBoundingClientRect().left)"


@pytest.fixture(scope="module")
def html():
    """Twenty-four learners in nine groups, some with names that no line breaks, and a group that voted."""
    rows = [
        {
            **dict.fromkeys(COLUMNS, ""),
            "learner": f"{'Donaudampfschiff' * 2}{number}",
            "scenario": "far-apart",
            "chosen": "being-curious institutional-entrepreneurship",
            "group": f"{'G' * 40}{number % 9}",
            "after": "brokering",
        }
        for number in range(24)
    ]
    voted = {"group": "West", "reasons": "being-curious: hands=7 after=2"}
    found = side_by_side([*rows, {**rows[0], **voted}], Advisor(engine="columnar"), names=True)
    return as_html(results_page(found))


@pytest.fixture
def opened(browser, html):
    contexts = []

    def open_(**how):
        contexts.append(browser.new_context(**how))
        page = contexts[-1].new_page()
        page.set_content(html)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("how", [{}, {"forced_colors": "active"}, {"color_scheme": "dark"}], ids=str)
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(opened, size, how):
    page = opened(viewport=size, **how)
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    needs, has = page.evaluate(WIDTHS)
    assert needs <= has


def test_what_a_line_is_called_stays_in_sight_when_a_table_is_moved_on_a_phone(opened):
    page = opened(viewport=PHONE)
    first = page.locator(".numbers tr > :first-child")
    before = first.evaluate_all(FIRST_CELLS)
    page.locator(".numbers").evaluate_all("all => all.forEach((each) => { each.scrollLeft = 90; })")
    assert page.locator(".numbers").evaluate_all("all => all.map((each) => each.scrollLeft)").count(90) > 3
    assert first.evaluate_all(FIRST_CELLS) == before
    page.emulate_media(color_scheme="dark")
    ground = "all => [...new Set(all.map((each) => getComputedStyle(each).backgroundColor))]"
    assert first.evaluate_all(ground) == page.locator("body").evaluate_all(ground)


def test_on_a4_each_table_ends_before_the_edge_so_that_its_last_line_is_printed(opened):
    page = opened(viewport=A4)
    page.emulate_media(media="print")
    left = page.evaluate(RIGHT_EDGES)
    assert len(left) > 4
    assert min(left) >= 1
