"""The script words the advice as Python does: the same lines, on one screen, on the longer pages, of one thing.

Where Python names a command, the page has something to press; those blocks are told apart by the command in
them, and become the page's words before the lines are compared.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import partial
from itertools import islice

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor, UnknownIdError
from advisor._command import hint
from advisor.advice.reasoner import Reasoner
from advisor.knowledge.terms import STAGES
from advisor.reports import advice_outline, as_text, screen_outline, shown_outline
from advisor.reports.outline import Group, Outline, Paragraph, Point, Title
from tests.support.amount import examples
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

WANTED = [
    "cases/case", "advice/reasoner", "reports/advice_outline", "reports/advice_screen", "reports/advice_shown",
    "reports/outline_text",
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
  const outlines = [
    screenOutline(advice, knowledge), adviceOutline(advice, knowledge), adviceOutline(advice, knowledge, true)];
  return outlines.map((outline) => widths.map((width) => text(outline, width)));
};
shim.shown = (plain, ids, headings) => {
  const advice = advised(plain);
  return [
    ids.map((id) => text(shownOutline(advice, knowledge, id), 100)),
    headings.map((heading) => text(shownPart(advice, knowledge, heading), 100)),
  ];
};
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
WIDTHS = (100, 80, 40)
PRESSED = {  # what is pressed on the page, by what Python says
    f"More: {hint('advise', 'CASE', '--more')}": "More",
    f"One thing whole: {hint('advise', 'CASE', '--show', '1')}": "One thing whole",
    f"To answer them: {hint('interview', 'CASE')}": "Answer them",
    f"All reasons, and what was held back: {hint('advise', 'CASE', '--full')}": (
        "All reasons, and what was held back"
    ),
    f"What a word in [brackets] means: {hint('knowledge', 'show', 'WORD')}": "What a word in [brackets] means",
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
    """Return all that can be shown whole, and some that are not in the advice."""
    return list(knowledge.ids((*advice.kinds.advisable, "pattern", "factor", "finding", "alert")))


def headings(advice, knowledge):
    """Return the headings of the whole page, and beginnings of some, and what is none."""
    blocks = advice_outline(advice, knowledge, full=True).blocks[1:]
    said = dict.fromkeys(block.text for block in blocks if isinstance(block, Title | Group))
    return [*said, *(each.lower().split(" ")[0] for each in said)]


def check(case, knowledge=SHIPPED, script=SCRIPT, reasoner=ADVISED):
    advice = reasoner.advise(case)
    assert script.call("pages", case.as_dict(), WIDTHS) == pages(advice, knowledge)


def check_shown(case, knowledge=SHIPPED, script=SCRIPT, reasoner=ADVISED):
    advice = reasoner.advise(case)
    ids, parts = things(advice, knowledge), headings(advice, knowledge)
    expected = [[shown(advice, knowledge, which) for which in some] for some in (ids, parts)]
    assert script.call("shown", case.as_dict(), ids, parts) == expected
