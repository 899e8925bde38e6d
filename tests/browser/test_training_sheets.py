"""Sheets of the training in a real browser: axe, a narrow window, and each part on its page."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.command.run import advisor

WIDE = "[document.documentElement.scrollWidth, innerWidth]"
PAGES = {"1": 5, "7": 5, "place-the-phrase": 8, "look-at-my-habits": 4, "which-do-you-mean": 3}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_a_sheet_fits_a_narrow_window_and_its_pages(name, browser, tmp_path):
    path = tmp_path / "sheet.html"
    advisor("training", "sheet", name, "-o", str(path))
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"file://{path}")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    needs, has = page.evaluate(WIDE)
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    page.close()
    assert found == []
    assert needs <= has
    assert pages == PAGES[name]
