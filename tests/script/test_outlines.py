"""The script words the advice as Python does, line by line: on one screen, on longer pages, of one thing.

Where Python names a command, the page has something to press; those blocks are told apart by the command in
them, and become the page's words before the lines are compared.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case, UnknownIdError
from advisor._command import hint
from advisor._text import in_lines
from advisor.advice.reasoner import Reasoner
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports import advice_outline, as_text, screen_outline, shown_outline
from advisor.reports.outline import Group, Outline, Paragraph, Point, Title
from tests.support.amount import examples
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

WANTED = [
    "cases/case", "advice/reasoner", "reports/advice_outline", "reports/advice_screen",
    "reports/advice_shown", "reports/outline_text", "in_lines", "wide",
]  # fmt: skip
SHIM = """
const { caseFromDict } = modules["cases/case"];
const { advise } = modules["advice/reasoner"];
const { adviceOutline } = modules["reports/advice_outline"];
const { screenOutline } = modules["reports/advice_screen"];
const { shownOutline, shownPart } = modules["reports/advice_shown"];
const { asText } = modules["reports/outline_text"];
const text = (outline, width) => (outline === null ? null : asText(outline, width));
const advised = (plain) => advise(caseFromDict(plain), knowledge);
shim.pages = (plain, widths) => {
  const advice = advised(plain);
  const longer = [false, true].map((full) => adviceOutline(advice, knowledge, full));
  const outlines = [screenOutline(advice, knowledge), ...longer];
  return outlines.map((outline) => widths.map((width) => text(outline, width)));
};
shim.shown = (plain, ids, headings) => {
  const advice = advised(plain);
  return [
    ids.map((id) => text(shownOutline(advice, knowledge, id), 100)),
    headings.map((heading) => text(shownPart(advice, knowledge, heading), 100)),
  ];
};
shim.lines = (...given) => modules["in_lines"].inLines(...given);
shim.wide = (letters) => Array.from(letters).filter(modules["wide"].takesTwo);
shim.hints = (plain) => {
  const advice = advised(plain);
  const { blocks } = screenOutline(advice, knowledge);
  return [...blocks, ...adviceOutline(advice, knowledge).blocks].flatMap((block) =>
    block.hint ? [[block.hint, block.text]] : []);
};
"""
SHIPPED = Advisor(engine="columnar").knowledge
SCRIPT = Script(SHIPPED, WANTED, SHIM)
ADVISED = Reasoner(SHIPPED, "columnar")
SMALL = Script(SHIPPED, WANTED, SHIM)
EVERY = max(1, 20 // examples(1))  # the cases that are told are many, and much like each other
WIDTHS = (100, 80, 40)
BECAME_WIDE = re.compile("[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d376]")  # in Unicode 16
PRESSED = {  # what is pressed on the page, by what Python says
    f"More: {hint('advise', 'CASE', '--more')}": "More",
    f"One thing whole: {hint('advise', 'CASE', '--show', '1')}": "One thing whole",
    f"To answer them: {hint('interview', 'CASE')}": "Answer them",
    f"All reasons, and what was held back: {hint('advise', 'CASE', '--full')}": (
        "All reasons, and what was held back"
    ),
    f"What a word in [brackets] means: {hint('knowledge', 'show', 'WORD')}": (
        "What a word in [brackets] means"
    ),
}
WITH_FULL = re.compile(r"(?<=^and )\d+ more, with --full$|(?<= And )\d+ more, with --full\.$")
ODD = st.text("aZ 'I.?!-,;\"\u00a0\u3000\u200b\ufeff\u4e2d\U0001f600\u00df\u0130", max_size=90)


def as_on_the_page(outline):
    return Outline([pressed(block) for block in outline.blocks], outline.margin)


def pressed(block):
    if not isinstance(block, Paragraph | Point):
        return block
    said = WITH_FULL.sub(lambda found: found[0].replace(", with --full", ""), block.text)
    return replace(block, text=PRESSED.get(said, said))


def pages(advice, knowledge):
    outlines = (
        screen_outline(advice, knowledge),
        advice_outline(advice, knowledge),
        advice_outline(advice, knowledge, full=True),
    )
    return [[as_text(as_on_the_page(outline), width) for width in WIDTHS] for outline in outlines]


def shown(advice, knowledge, which):
    try:
        return as_text(as_on_the_page(shown_outline(advice, knowledge, which)))
    except UnknownIdError:
        return None


def things(advice, knowledge):
    """Return all that can be shown whole, and a thing that is not in the advice."""
    parts = (advice.recommendations(), advice.patterns, advice.factors, advice.withheld, advice.findings)
    found = dict.fromkeys(each.id for part in (*parts, advice.alerts) for each in part)
    others = (id_ for id_ in knowledge.ids(("pattern", "finding")) if id_ not in found)
    return [*found, *islice(others, 1)]


def headings(advice, knowledge):
    """Return the headings of the whole page, and beginnings of some, and what is none."""
    blocks = advice_outline(advice, knowledge, full=True).blocks[1:]
    said = dict.fromkeys(block.text for block in blocks if isinstance(block, Title | Group))
    return [*said, *(each.lower().split(" ")[0].strip(",") for each in said), "nothing"]


def check(case, knowledge=SHIPPED, script=SCRIPT, reasoner=ADVISED):
    advice = reasoner.advise(case)
    assert script.call("pages", advice.case, WIDTHS) == pages(advice, knowledge)


def check_shown(case, knowledge=SHIPPED, script=SCRIPT, reasoner=ADVISED):
    advice = reasoner.advise(case)
    ids, parts = things(advice, knowledge), headings(advice, knowledge)
    expected = [[shown(advice, knowledge, which) for which in some] for some in (ids, parts)]
    assert script.call("shown", advice.case, ids, parts) == expected


@st.composite
def told(draw, knowledge):
    """Draw a case with words of hers in it: names, notes, days on which something was tried."""
    case = draw(cases(knowledge))
    days = st.none() | st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31))
    asked = st.sampled_from([*knowledge.questions])
    return replace(
        case,
        partnership=draw(ODD),
        respondent=draw(ODD),
        date=draw(days),
        notes=draw(st.dictionaries(asked, ODD, max_size=5)),
        actions=tuple(replace(each, date=draw(days), note=draw(ODD)) for each in case.actions),
    )


def test_each_page_has_the_same_lines_in_every_scenario_and_some_variations():
    for case in islice(told_cases(SHIPPED), 0, None, EVERY):
        check(case)


@settings(max_examples=examples(8))
@given(case=told(SHIPPED))
def test_so_it_is_in_any_case_with_her_own_words_in_it(case):
    check(case)


@settings(max_examples=examples(8))
@given(data=st.data())
def test_so_it_is_with_any_small_knowledge_base(data):
    knowledge = data.draw(small_knowledge())
    SMALL.use(knowledge)
    reasoner = Reasoner(knowledge, "columnar")
    for case in data.draw(st.lists(told(knowledge), min_size=1, max_size=3)):
        check(case, knowledge, SMALL, reasoner)
        check_shown(case, knowledge, SMALL, reasoner)


def test_each_thing_that_is_shown_whole_and_each_part_has_the_same_lines():
    for case in islice(told_cases(SHIPPED), 0, None, 8 * EVERY):
        check_shown(case)


def test_a_knowledge_base_that_builds_on_another_says_so_in_the_same_words(tmp_path):
    start_knowledge(tmp_path / "below", empty=True)
    (tmp_path / "mine").mkdir()
    base = "format: 1\nname: mine\nversion: '1'\nextends: ../below\n"
    (tmp_path / "mine" / "base.yaml").write_text(base, encoding="utf-8")
    (tmp_path / "mine" / "more.yaml").write_text(FACTOR, encoding="utf-8")
    knowledge = Advisor(tmp_path / "mine", engine="columnar").knowledge
    script, reasoner = Script(knowledge, WANTED, SHIM), Reasoner(knowledge, "columnar")
    extends = reasoner.advise(Case()).knowledge.extends
    assert extends is not None
    assert extends.added == ("thanks",)
    check(Case(), knowledge, script, reasoner)


def test_what_is_pressed_on_the_page_stands_where_python_names_a_command():
    advised = [SCRIPT.call("hints", case.as_dict()) for case in told_cases(SHIPPED)[::60]]
    assert {name for hints in advised for name, _text in hints} == {"more", "one", "full", "word"}
    assert [name for name, _text in SCRIPT.call("hints", {"format": 1})] == [
        "ask",
        "more",
        "full",
        "full",
        "word",
    ]


FACTOR = """factors:
  - id: thanks
    title: Thanks
    text: Whether anybody says thank you.
    source: {work: our-practice, at: A meeting}
    stages: {emerging: Nobody does., developing: Some do., confident: All do.}
"""
LONG = ["", "a", "\u4e2d" * 30, "x" * 70, "one two\u00a0three " * 9, "\U0001f600 \u3000 \u4e2d b" * 8]


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize("columns", [4, 12, 33])
def test_a_text_is_broken_into_the_same_lines_also_where_letters_take_two_columns(text, columns):
    assert SCRIPT.call("lines", text, columns, "* ", "  ") == in_lines(
        text, columns, "* ", "  ", at_hyphens=False
    )


def test_the_same_letters_take_two_columns():
    letters = [each for each in map(chr, range(0xD800)) if unicodedata.category(each) != "Cn"]
    letters += [each for each in map(chr, range(0xE000, 0x3FFFE)) if unicodedata.category(each) != "Cn"]
    letters = [each for each in letters if not BECAME_WIDE.match(each)]
    wide = [each for each in letters if unicodedata.east_asian_width(each) in "WF"]
    assert "".join(SCRIPT.call("wide", "".join(letters))) == "".join(wide)
