"""Hand-outs in a real browser: they fit a narrow window, and print on the pages that they are made for."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor import Advisor
from advisor.reports.handout import handout
from advisor.reports.outline import PageTitle
from advisor.reports.outline_html import as_page
from advisor.reports.outline_on_paper import Cards
from advisor.scenarios.loader import read_scenario

LONGEST, MOST_WORDS = "we-were-the-ones-who-moved", "nine-faces-on-a-screen"
SHIPPED = Advisor(engine="columnar")
WIDTHS = "[document.documentElement.scrollWidth, innerWidth]"


def made(reader: str, name: str):
    return handout(reader, read_scenario(name, SHIPPED.knowledge), SHIPPED)


@pytest.fixture
def opened(browser):
    """Opens an outline as a page of its own: what a page allows holds as long as it is there."""
    pages = []

    def open_(outline, **more):
        page = browser.new_page(**more)
        pages.append(page)
        page.set_content(as_page(outline))
        return page

    yield open_
    for page in pages:
        page.close()


def sheets(page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("reader", ["participants", "choices", "cards", "answers", "trainer"])
def test_a_handout_fits_a_narrow_window_and_axe_finds_nothing(opened, reader):
    page = opened(made(reader, "everything-at-its-worst"), viewport={"width": 360, "height": 800})
    needs, has = page.evaluate(WIDTHS)
    assert needs <= has
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("name", [LONGEST, MOST_WORDS])
def test_participants_have_one_page(opened, name):
    assert sheets(opened(made("participants", name))) == 1


def test_all_that_can_be_chosen_stands_on_two_pages_in_letters_that_can_be_read(opened):
    page = opened(made("choices", MOST_WORDS))
    assert sheets(page) == 2
    page.emulate_media(media="print")
    sizes = page.eval_on_selector_all(
        "li", "all => all.map((each) => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 12  # pixels: nine points


def test_the_answers_stand_on_one_page_and_the_trainer_has_one_first(opened):
    assert sheets(opened(made("answers", "everything-at-its-worst"))) == 1
    trainers = made("trainer", "everything-at-its-worst")
    story = next(n for n, block in enumerate(trainers.blocks) if isinstance(block, PageTitle))
    trainers.blocks = trainers.blocks[:story]
    assert sheets(opened(trainers)) == 1


def test_cards_are_eight_to_a_page_and_none_is_cut(opened):
    outline = made("cards", "hot-quarrel")
    [cards] = [block for block in outline.blocks if isinstance(block, Cards)]
    page = opened(outline)
    assert sheets(page) == -(-len(cards.cards) // 8)
    page.emulate_media(media="print")
    kept = page.eval_on_selector_all(
        ".cards li", "all => all.map(each => getComputedStyle(each).breakInside)"
    )
    assert set(kept) == {"avoid"}
