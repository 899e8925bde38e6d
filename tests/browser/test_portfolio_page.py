"""The page of a portfolio in a real browser: on a phone, in the dark, on paper, with hostile names on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor.pages import as_html, portfolio_page
from tests.browser.test_advice_page import (
    DARK,
    FORCED,
    HOSTILE,
    INSIDE_A4,
    LAPTOP,
    MM,
    OPEN_ALL,
    is_no_wider_than_the_screen,
    shown,
)
from tests.support.portfolios import circle, made_up

SMALL = {"width": 320, "height": 800}


def page_of(portfolio):
    return as_html(portfolio_page(portfolio))


def named(name):
    portfolio = made_up(12)
    rows = tuple(replace(row, name=name, partners=(name, name)) for row in portfolio.rows)
    return replace(portfolio, rows=rows, circles=tuple(circle(row) for row in rows))


@pytest.mark.parametrize("how", [{}, DARK, FORCED], ids=str)
@pytest.mark.parametrize("size", [SMALL, LAPTOP], ids=str)
def test_axe_finds_nothing_and_the_page_is_no_wider_than_the_screen(browser, size, how):
    page = shown(browser, page_of(made_up(54)), viewport=size, bypass_csp=True, **how)
    page.evaluate(OPEN_ALL)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert is_no_wider_than_the_screen(page)
    page.context.close()


@pytest.mark.parametrize("name", [HOSTILE, "w" * 10**4, "\u202eX\x1b[31m", "=1+1"], ids=range(4))
def test_hostile_names_stay_text_and_fit(browser, name):
    page = browser.new_context(viewport=SMALL).new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(page_of(named(name)))
    page.evaluate(OPEN_ALL)
    assert asked == []
    assert page.title() == "Your partnerships"
    assert page.locator("script, iframe, img, main style").count() == 0
    assert is_no_wider_than_the_screen(page)
    page.context.close()


def test_what_is_written_on_the_map_is_inside_the_picture_and_signs_hold_their_texts(browser):
    page = shown(browser, page_of(made_up(54)), viewport=LAPTOP)
    outside = """[...document.querySelectorAll('.circles text')].filter(each => {
        const own = each.getBoundingClientRect(), all = each.closest('svg').getBoundingClientRect();
        return own.left < all.left || own.right > all.right || own.top < all.top || own.bottom > all.bottom
    }).map(each => each.textContent)"""
    assert page.evaluate(outside) == []
    too_wide = """[...document.querySelectorAll('.circles .mark')].filter(each =>
        each.querySelector('text').getBBox().width > 28).map(each => each.textContent)"""
    assert page.evaluate(too_wide) == []
    page.context.close()


def test_on_paper_the_map_and_what_its_signs_mean_are_on_the_first_page_in_full_width(browser):
    wide, high = INSIDE_A4
    page = shown(browser, page_of(made_up(54)), viewport={"width": int(wide), "height": int(high)})
    page.emulate_media(media="print")
    left, right, bottom = page.evaluate(
        "(r => [r.left, r.right, r.bottom])(document.querySelector('.circles').getBoundingClientRect())"
    )
    assert (left >= 0, right <= wide + 1, bottom <= high) == (True, True, True)
    assert page.evaluate("document.querySelector('.wide').getBoundingClientRect().width") <= wide + MM
    page.context.close()


def test_in_a_notebook_it_is_a_picture_with_its_words_that_leaves_other_things_as_they_are(browser):
    portfolio = made_up(54)
    page = shown(browser, f"<p id='other'>Other</p>{portfolio._repr_html_()}", bypass_csp=True)
    assert page.locator("svg[role=img]").get_attribute("aria-labelledby") == "circles-title circles-says"
    assert page.evaluate("getComputedStyle(document.querySelector('.ring-0')).fill") == "rgb(191, 227, 196)"
    assert page.evaluate("getComputedStyle(document.getElementById('other')).fontFamily") != "system-ui"
    assert page.locator("div > p").first.text_content().startswith("A child may be at risk")
    picture = shown(browser, portfolio._repr_svg_())
    assert picture.locator(".mark").count() >= 54
    page.context.close()
    picture.context.close()
