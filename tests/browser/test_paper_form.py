"""The form for pen and paper in a real browser: each question whole on a page, nothing amiss."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor import Advisor
from advisor.pages import as_html
from advisor.pages.paper import paper_page

MM = 96 / 25.4
INSIDE = {"width": int(178 * MM), "height": int(267 * MM)}  # of A4, inside the margins that the style gives
WRITING, BOX = 6.5, 3.5  # millimetres: how high a line to write on is at least, and a box to tick


@pytest.fixture(scope="module")
def form():
    return as_html(paper_page(Advisor(engine="columnar").knowledge))


def test_each_question_is_whole_on_one_page_with_room_to_write(browser, form):
    page = browser.new_context(viewport=INSIDE).new_page()
    page.emulate_media(media="print")
    page.set_content(form)
    heights = "[...document.querySelectorAll('{}')].map(each => each.getBoundingClientRect().height)"
    assert max(page.evaluate(heights.format(".asked"))) <= INSIDE["height"]
    breaks = (
        "new Set([...document.querySelectorAll('.asked')].map(each => getComputedStyle(each).breakInside))"
    )
    assert page.evaluate(f"[...{breaks}]") == ["avoid"]
    assert min(page.evaluate(heights.format(".words .line, .write"))) >= WRITING * MM
    assert min(page.evaluate(heights.format(".box"))) >= BOX * MM
    assert page.evaluate("document.documentElement.scrollWidth") <= INSIDE["width"]
    page.context.close()


def test_axe_finds_nothing(browser, form):
    page = browser.new_context(viewport={"width": 360, "height": 800}, bypass_csp=True).new_page()
    page.set_content(form)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()
