"""The page with the advice as the script draws it reads, line by line, as the page that Python writes."""

from __future__ import annotations

import json

import pytest

from advisor import Advisor, Case
from advisor.pages import advice_page, as_html
from advisor.standalone.data import page_data
from advisor.standalone.joining import joined, script_modules
from advisor.standalone.writing import ADVISOR as MAKING, style_of

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
MM = 96 / 25.4
INSIDE_A4 = {"width": int(180 * MM), "height": int(271 * MM)}
SCENARIOS = ["health-visitors", "hot-quarrel", "talking-shop", "private-nursery"]
KNOWING = ["language", "knowledge/base", "cases/case", "advice/reasoner"]
WANTED = [*KNOWING, "pages/advice", "page/a4", "page/dom"]
DRAW = """
window.draw = (dataText, caseText) => {
  const data = JSON.parse(dataText);
  modules["language"].useWords(new Map(Object.entries(data.words)));
  const knowledge = new modules["knowledge/base"].Knowledge(data);
  const of = modules["cases/case"].caseFromDict(JSON.parse(caseText));
  const advice = modules["advice/reasoner"].advise(of, knowledge);
  const page = modules["pages/advice"].advicePage(advice, knowledge);
  document.body.replaceChildren(modules["page/a4"].a4(page));
};
"""
UNFOLD = """
for (let left = 1; left > 0; ) {
  const shut = [...document.querySelectorAll("details:not([open])")];
  left = shut.length;
  for (const each of shut) {
    each.dispatchEvent(new Event("fill"));
    each.open = true;
  }
}
"""
LINES = "document.body.innerText.split('\\n').map(line => line.trim()).filter(Boolean)"
WORN = Case(
    partnership="A\u200b <b>",
    respondent="B",
    answers={
        **{"contact": "none", "trust": "not-at-all", "disagreement": "personal", "child-at-risk": "maybe"},
        **{"values": "dont-know", "my-support": {"alone": "yes", "worn-out": "yes"}},
    },
    notes={"trust": "They promised,\nand <i>nothing</i> came.\u200b"},
)


@pytest.fixture(scope="module")
def drawn(browser):
    """A page in which the script can draw, with its style."""
    page = browser.new_context(viewport=INSIDE_A4).new_page()
    page.set_content("<!doctype html><html lang='en-GB'><title>x</title><body></body></html>")
    page.add_style_tag(content=style_of(MAKING.styles))
    page.add_script_tag(content=f"(() => {{{joined(script_modules(), WANTED)}{DRAW}}})()")
    yield page
    page.context.close()


def draw(page, case):
    page.evaluate(
        "([data, of]) => draw(data, of)", [json.dumps(page_data(KNOWLEDGE)), json.dumps(case.as_dict())]
    )


def cases():
    return [ADVISOR.read_case(f"scenario:{name}") for name in SCENARIOS]


@pytest.mark.parametrize("case", [*cases(), WORN, Case()], ids=[*SCENARIOS, "worn-out", "nothing-known"])
def test_it_reads_line_by_line_as_the_page_that_python_writes(browser, drawn, case):
    written = browser.new_context(viewport=INSIDE_A4).new_page()
    written.set_content(as_html(advice_page(ADVISOR.advise(case), KNOWLEDGE)))
    written.evaluate(UNFOLD)
    written.evaluate("document.querySelectorAll('.skip').forEach(each => each.remove())")
    draw(drawn, case)
    drawn.evaluate(UNFOLD)
    assert drawn.evaluate(LINES) == written.evaluate(LINES)
    told = "[each.tagName, each.textContent, each.className.baseVal]"
    pictured = f"[...document.querySelectorAll('svg *')].map(each => {told})"
    assert drawn.evaluate(pictured) == written.evaluate(pictured)
    written.context.close()


@pytest.mark.parametrize("case", [*cases(), WORN], ids=[*SCENARIOS, "worn-out"])
def test_its_sheet_is_one_page_of_paper_as_pythons_is(browser, drawn, case):
    ends = []
    written = browser.new_context(viewport=INSIDE_A4).new_page()
    written.set_content(as_html(advice_page(ADVISOR.advise(case), KNOWLEDGE)))
    draw(drawn, case)
    for page in (drawn, written):
        page.emulate_media(media="print")
        ends.append(page.evaluate("document.querySelector('.sheet').getBoundingClientRect().bottom"))
        page.emulate_media(media="screen")
    assert ends[0] <= INSIDE_A4["height"] + 1
    assert abs(ends[0] - ends[1]) < 20 * MM
    written.context.close()


def test_a_link_to_a_part_moves_there_and_leaves_the_address_alone(drawn):
    draw(drawn, WORN)
    before = drawn.url
    drawn.locator("nav a").last.click()
    assert drawn.evaluate("document.activeElement.id") == "a4-sure"
    assert drawn.url == before


COLUMNS = """[...document.querySelectorAll("details > .reasons")].map(each => {
  const within = each.parentElement.closest(".reasons") !== null;
  return `${within ? "within" : "outermost"} ${getComputedStyle(each).columnCount}`;
})"""


def test_reasons_are_printed_in_two_columns_and_never_in_columns_within_columns(browser, drawn):
    """Chromium prints a line of columns within columns over the heading that follows."""
    case = ADVISOR.read_case("scenario:health-visitors")
    written = browser.new_context(viewport=INSIDE_A4).new_page()
    written.set_content(as_html(advice_page(ADVISOR.advise(case), KNOWLEDGE)))
    draw(drawn, case)
    for page in (written, drawn):
        page.evaluate(UNFOLD)
        page.emulate_media(media="print")
        assert set(page.evaluate(COLUMNS)) == {"outermost 2", "within auto"}
        page.emulate_media(media="screen")
    written.context.close()
