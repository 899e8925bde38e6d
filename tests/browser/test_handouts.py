"""Hand-outs in a real browser: they fit a narrow window, and print on few pages."""

from __future__ import annotations

import re

import pytest

from tests.command.run import advisor

MEASURED = "[document.documentElement.scrollWidth, innerWidth, document.querySelectorAll('li').length]"


@pytest.fixture(params=["participants", "trainer"])
def handout(request, tmp_path):
    path = tmp_path / "handout.html"
    advisor("scenario", "handout", "everything-at-its-worst", "--for", request.param, "-o", str(path))
    return path


@pytest.fixture
def page(browser, handout):
    opened = browser.new_page(viewport={"width": 360, "height": 800})
    opened.goto(f"file://{handout}")
    yield opened
    opened.close()


def test_a_handout_fits_a_narrow_window(page, handout):
    needs, has, points = page.evaluate(MEASURED)
    assert needs <= has
    assert points == handout.read_text(encoding="utf-8").count("<li>")


def test_a_handout_prints_on_few_pages(page):
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert 1 <= pages <= 9  # the story with the most facts, of 64 questions
