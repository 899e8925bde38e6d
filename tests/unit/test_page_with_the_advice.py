"""What is on the page with the advice: the sheet to take along, the picture, and every reason below it."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from jinja2 import UndefinedError

from advisor import Advisor, Case
from advisor.advice.review import review_day
from advisor.cases.case import Action
from advisor.pages import advice_page, as_html
from advisor.pages.render import _templates
from tests.support.chains import written_chain

ADVISOR = Advisor(engine="columnar")
ANSWERS = {"contact": "none", "trust": "not-at-all", "disagreement": "personal"}


def page_on(case, full=False):
    return advice_page(ADVISOR.advise(case), ADVISOR.knowledge, full=full)


def scenario(name):
    return ADVISOR.read_case(f"scenario:{name}")


class Reader(HTMLParser):
    """Gathers what a page is made of, in its order."""

    def __init__(self, html):
        super().__init__()
        self.headings, self.texts, self.links, self.loads, self.ids = [], [], [], [], []
        self.tags = set()
        self._open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self._open.append(tag)
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        for name, value in attrs:
            self.links += [value] if name == "href" else []
            self.ids += [value] if name == "id" else []
            self.loads += [name] if name in ("src", "style", "srcset", "action") or name[:2] == "on" else []

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if data.strip() and "head" not in self._open:
            self.texts.append(data.strip())


def test_the_sheet_has_what_comes_first_with_her_words_and_a_day_to_look_again():
    case = Case(date=datetime.date(2026, 3, 4), answers=ANSWERS, notes={"disagreement": "Since  the\nmove."})
    sheet = page_on(case).sheet
    advice = ADVISOR.advise(case)
    first = [step for step in advice.plan if step.when == "first"]
    assert [errand.how for errand in sheet.errands] == [step.text for step in first][:3]
    assert sheet.errands[0].words == (
        "“It has turned personal, or others are being drawn in”",
        "“Since the move.”",
    )
    assert sheet.errands[0].leads.startswith("Who leads: ")
    assert next(p for p in advice.patterns if p.id == "hot-dispute").makes_worse in sheet.worse
    assert sheet.again == "2 June 2026"
    assert page_on(Case(answers=ANSWERS)).sheet.again == ""


def test_where_nothing_comes_first_the_sheet_says_so_or_asks():
    well, unknown = page_on(scenario("everything-well")).sheet, page_on(Case()).sheet
    assert (well.errands, well.instead) == ((), (ADVISOR.advise(scenario("everything-well")).nothing_first,))
    assert unknown.errands == ()
    assert unknown.instead[0].startswith("Too little is known for advice.")
    assert len(unknown.instead) == 4


def test_a_long_name_or_note_leaves_room_on_the_sheet_and_the_note_is_whole_further_down():
    words = "word " * 5000
    page = page_on(Case(partnership=words, answers=ANSWERS, notes={"disagreement": words}))
    assert len(page.name) <= 120
    assert all(len(said) <= 200 for errand in page.sheet.errands for said in errand.words)
    assert page.notes[0].text == words


def test_an_alert_is_the_first_thing_that_is_said():
    case = scenario("everything-at-its-worst")
    texts = Reader(as_html(page_on(case))).texts
    assert texts[:2] == ["Before all else", "Go to the advice"]  # for who goes by keyboard
    assert texts[2].startswith(ADVISOR.advise(case).alerts[0].title)


def test_each_factor_has_its_plain_name_first_and_what_moves_it_on_if_it_can_move():
    page = page_on(scenario("hot-quarrel"))
    first, *_, last = page.standings
    assert (first.name, first.term) == (
        "How people get on and feel about each other",
        "Relational nourishment",
    )
    assert (first.stands, first.sure) == ("loose (emerging)", "firm")
    assert first.moves.startswith("Step 2: Wait, and say back what you heard")
    assert first.moves.count("Step ") == 2
    assert (last.stands, last.moves) == ("tight (confident)", "")
    boxes = [[box.label.text for box in row.boxes if box.here] for row in page.picture.rows]
    assert boxes == [["loose"], ["in between"], ["loose"], ["tight"]]
    assert [bool(row.arrow) for row in page.picture.rows] == [bool(each.moves) for each in page.standings]
    assert all(each.name in page.picture.says and each.moves in page.picture.says for each in page.standings)


def test_all_reasons_of_the_plan_unfold_down_to_answers():
    def leaves(reasons):
        for reason in reasons:
            yield from leaves(reason.below) if reason.below else [reason.text]

    for stretch in page_on(scenario("hot-quarrel")).plan:
        for step in stretch.steps:
            assert any(text.startswith("You said: ") for text in leaves(step.reasons)) or any(
                text.endswith("(see above)") for text in leaves(step.reasons)
            )


def test_what_was_noted_of_something_tried_comes_back_beside_what_follows_from_it_and_in_her_own_words():
    tried = Action(kind="technique", id="sharing-experiences", outcome="helped", note="The best hour.")
    page = page_on(Case(answers={"contact": "none"}, actions=(tried,)), full=True)
    assert [(each.title, each.text) for each in page.notes] == [
        ("You tried: Sharing experiences (it helped)", "The best hour.")
    ]
    assert as_html(page).count("The best hour.") == 2


def test_full_adds_everything_that_is_advised():
    page, full = (page_on(scenario("hot-quarrel"), full) for full in (False, True))
    advised = ADVISOR.advise(scenario("hot-quarrel")).recommendations()
    assert page.everything == ()
    told = [step.title for stretch in full.everything for step in stretch.steps]
    assert {item.title for item in advised} == {*told}
    assert as_html(full).count("Everything that is advised") == 2


@pytest.mark.parametrize("name", ["hot-quarrel", "everything-at-its-worst", "everything-well"])
def test_the_page_stands_alone_and_its_headings_go_down_by_one(name):
    html = as_html(page_on(scenario(name), full=True))
    page = Reader(html)
    assert page.loads == []
    assert page.tags & {"script", "link", "img", "iframe", "form"} == set()
    assert {link[1:] for link in page.links} <= {*page.ids}
    assert all(link.startswith("#") for link in page.links)
    assert len(page.ids) == len({*page.ids})
    assert page.headings[0] == 1
    assert all(below - above <= 1 for above, below in zip(page.headings, page.headings[1:], strict=False))
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in html


def test_what_steers_or_hides_is_in_no_page_whatever_gave_it():
    page = replace(page_on(Case(answers=ANSWERS)), name="\x1b[31m\x00\u202ea\u200b\ud800<b>")
    html = as_html(page)
    assert "<h1>?[31m??a?&lt;b&gt;</h1>" in html
    assert not {"\x1b", "\x00", "\u202e", "\u200b", "\ud800"} & {*html}


def test_a_megabyte_of_one_word_is_printed_once():
    words = "w" * 10**6
    html = as_html(page_on(Case(partnership=words, answers=ANSWERS, notes={"disagreement": words})))
    assert 10**6 < len(html) < 12 * 10**5


def test_a_long_chain_of_reasons_is_printed_and_does_not_make_the_page_grow_without_end(tmp_path):
    chained = Advisor(written_chain(tmp_path / "base", 400, patterns=True), engine="columnar")
    advice = chained.advise(Case(answers={"contact": "none", "acquaintance": "hardly"}))
    html = as_html(advice_page(advice, chained.knowledge, full=True))
    assert all(f"Link {number}" in html for number in range(400))
    assert len(html) < 2 * 10**6


def test_a_template_that_names_what_is_not_there_stops():
    with pytest.raises(UndefinedError):
        _templates().from_string("{{ nothing }}").render()


@pytest.mark.parametrize(
    ("day", "review"),
    [
        (datetime.date(2026, 9, 28), datetime.date(2026, 12, 27)),
        (datetime.date(9999, 12, 1), None),
        (None, None),
    ],
)
def test_one_looks_again_after_ninety_days_if_the_calendar_has_that_day(day, review):
    assert review_day(day) == review
