"""The page with the advice in a real browser: by keyboard, on a phone, on paper, with hostile words in it."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from advisor import Advisor, Case
from advisor.cases.case import Action
from advisor.pages import advice_page, as_html
from advisor.pages.sheet import sheet
from advisor.pages.unfolding import Unfolder
from advisor.reports import advice_outline, as_page
from advisor.reports.advice_page import AdvicePage
from advisor.scenarios.loader import scenario_paths

ADVISOR = Advisor(engine="columnar")
MM = 96 / 25.4  # pixels of a style sheet in a millimetre
INSIDE_A4 = (180 * MM, 271 * MM)  # inside the margins that the style gives
PHONE, LAPTOP = {"width": 360, "height": 800}, {"width": 1280, "height": 800}
FORCED, DARK = {"forced_colors": "active"}, {"color_scheme": "dark"}
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"></style></title>"
    "<svg onload=alert(1)><style>@import 'http://example.org/x'</style><iframe src=//example.org></iframe>"
    "<a href='javascript:alert(1)'>x</a>{{ 7 * 7 }}{% raw %}]]>-->"
)


def page_on(name):
    advice = ADVISOR.advise(ADVISOR.read_case(name))
    return as_html(advice_page(advice, ADVISOR.knowledge))


@pytest.fixture(scope="module")
def small():
    """A page that has each of its parts."""
    answers: dict[str, Any] = {
        **{"contact": "none", "trust": "not-at-all", "disagreement": "personal", "child-at-risk": "maybe"},
        **{"values": "dont-know", "my-support": {"alone": "yes", "worn-out": "yes"}},
    }
    notes = {"trust": "They promised, and nothing came."}
    case = Case(partnership="A", respondent="B", answers=answers, notes=notes)
    page = advice_page(ADVISOR.advise(case), ADVISOR.knowledge)
    assert len(page.parts) == 8
    assert page.more_situations
    assert page.more_to_ask
    return as_html(page)


def shown(browser, html, **how):
    """Return a new page of the browser that shows some HTML, in a context of its own."""
    page = browser.new_context(**how).new_page()
    page.set_content(html)
    return page


def is_no_wider_than_the_screen(page):
    width, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return width <= screen


@pytest.mark.parametrize(
    ("size", "colours"),
    [(size, colours) for size in (PHONE, LAPTOP) for colours in ({}, FORCED)] + [(PHONE, DARK)],
    ids=str,
)
def test_axe_finds_nothing_with_all_parts_unfolded(browser, small, size, colours):
    page = shown(browser, small, viewport=size, bypass_csp=True, **colours)
    page.evaluate(OPEN_ALL)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert is_no_wider_than_the_screen(page)
    page.context.close()


def test_axe_finds_nothing_on_a_page_made_of_an_outline(browser):
    advice = ADVISOR.advise(ADVISOR.read_case("scenario:hot-quarrel"))
    html = as_page(advice_outline(advice, ADVISOR.knowledge))
    page = shown(browser, html, viewport=PHONE, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    page.context.close()


def test_it_is_read_by_keyboard_alone(browser, small):
    page = shown(browser, small, viewport=LAPTOP)
    focused = "document.activeElement"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.getAttribute('href')") == "#alert"  # before all else
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.className") == "skip"
    assert page.evaluate(f"{focused}.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.tagName") == "SUMMARY"
    assert page.evaluate(f"getComputedStyle({focused}).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate(f"{focused}.parentElement.open")
    page.context.close()


def letters_on_the_sheet(name):
    page = AdvicePage(ADVISOR.advise(ADVISOR.read_case(f"scenario:{name}")), ADVISOR.knowledge, False, "")
    return len(page.advice.alerts) * 600 + len(str(sheet(page, Unfolder(page.advice, page.knowledge))))


def test_the_fullest_sheets_are_one_page_of_paper(browser):
    wide, high = INSIDE_A4
    page = browser.new_context(viewport={"width": int(wide), "height": int(high)}).new_page()
    page.emulate_media(media="print")
    ends = {}
    for name in sorted(scenario_paths(ADVISOR.knowledge), key=letters_on_the_sheet)[-8:]:
        page.set_content(page_on(f"scenario:{name}"))
        ends[name] = page.evaluate("document.querySelector('.sheet').getBoundingClientRect().bottom")
    assert {name: end for name, end in ends.items() if end > high} == {}
    page.context.close()


def test_on_paper_the_sheet_stands_alone_and_what_is_folded_is_unfolded_once(browser, small):
    page = shown(browser, small, viewport=LAPTOP)
    visible = (
        "[...document.querySelectorAll('details:not(.again) > p')].filter(each => !each.closest('.again'))"
    )
    visible += ".map(each => each.checkVisibility({contentVisibilityAuto: true}))"
    assert not any(page.evaluate(visible))
    page.emulate_media(media="print")
    page.wait_for_function(f"{visible}.every(Boolean)")
    assert page.evaluate("getComputedStyle(document.querySelector('.sheet')).breakAfter") == "page"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not page.locator("nav").is_visible()
    page.context.close()


@pytest.mark.parametrize("words", [HOSTILE, "w" * 10**6], ids=["markup", "long"])
def test_hostile_words_run_nothing_load_nothing_and_fit_a_phone(browser, words):
    answers = {"contact": "none", "trust": "not-at-all", "disagreement": "personal"}
    notes = dict.fromkeys(answers, words)
    tried = Action(kind="technique", id="mediation", outcome="worse", note=words)
    case = Case(partnership=words, respondent=words, answers=answers, notes=notes, actions=(tried,))
    html = as_html(advice_page(ADVISOR.advise(case), ADVISOR.knowledge))
    page = browser.new_context(viewport=PHONE).new_page()
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.set_content(html)
    page.evaluate(OPEN_ALL)
    assert (asked, told) == ([], [])
    assert page.title() != "run"
    assert page.locator("script, iframe, img, main style").count() == 0
    assert is_no_wider_than_the_screen(page)
    page.context.close()


def test_the_page_forbids_what_would_come_through_all_the_same(browser, small):
    come_through = "<script>document.title = 'run'</script><img src='http://127.0.0.1:9/x'>"
    page = browser.new_context().new_page()
    refused = []
    page.on("requestfailed", lambda request: refused.append(request.failure))
    page.set_content(small.replace("</main>", f"{come_through}</main>"))
    assert page.title() == "A"
    assert refused == ["csp"]
    page.context.close()
