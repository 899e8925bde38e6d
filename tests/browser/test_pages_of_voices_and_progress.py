"""The pages of a comparison and of progress in a real browser: phone, dark, forced colours, hostile names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor.pages import as_html, comparison_page, progress_page
from tests.browser.test_advice_page import (
    DARK,
    FORCED,
    HOSTILE,
    LAPTOP,
    OPEN_ALL,
    is_no_wider_than_the_screen,
    shown,
)
from tests.unit.test_page_of_a_comparison import compared, several
from tests.unit.test_page_of_progress import FOUND

SMALL = {"width": 320, "height": 800}
PAGES = {
    "open": lambda: as_html(comparison_page(compared(*several(6)))),
    "counts": lambda: as_html(comparison_page(compared(*several(6), share="no"))),
    "guarded": lambda: as_html(comparison_page(compared(*several(2), share="no"))),
    "progress": lambda: as_html(progress_page(FOUND, replace(FOUND, partnership="Other"))),
}


@pytest.mark.parametrize("how", [{}, DARK, FORCED], ids=str)
@pytest.mark.parametrize("size", [SMALL, LAPTOP], ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_the_page_is_no_wider_than_the_screen(browser, name, size, how):
    page = shown(browser, PAGES[name](), viewport=size, bypass_csp=True, **how)
    page.evaluate(OPEN_ALL)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert is_no_wider_than_the_screen(page)
    page.context.close()


def hostile_pages(name):
    voice = replace(FOUND.voices[0], respondent=name)
    yield as_html(progress_page(replace(FOUND, partnership=name, voices=(voice,))))
    found = compared(*several(2))
    voices = tuple(replace(voice, name=name) for voice in found.voices)
    yield as_html(comparison_page(replace(found, voices=voices, partnership=name)))


@pytest.mark.parametrize("name", [HOSTILE, "w" * 10**4, "\u202eX\x1b[31m"], ids=range(3))
def test_hostile_names_stay_text_and_fit(browser, name):
    for html in hostile_pages(name):
        page = browser.new_context(viewport=SMALL).new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.set_content(html)
        page.evaluate(OPEN_ALL)
        assert asked == []
        assert page.title() != "run"
        assert page.locator("script, iframe, img, main style").count() == 0
        assert is_no_wider_than_the_screen(page)
        page.context.close()


@pytest.mark.parametrize("name", ["open", "progress"])
def test_all_that_is_written_in_a_picture_is_inside_it(browser, name):
    page = shown(browser, PAGES[name](), viewport=LAPTOP)
    outside = """[...document.querySelectorAll('svg text')].filter(each => {
        const own = each.getBoundingClientRect(), all = each.closest('svg').getBoundingClientRect();
        return own.left < all.left || own.right > all.right || own.top < all.top || own.bottom > all.bottom
    }).map(each => each.textContent)"""
    assert page.evaluate(outside) == []
    page.context.close()
