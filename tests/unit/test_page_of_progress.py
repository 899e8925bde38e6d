"""The page with progress: a chart for each factor, true to its days, with all of it in words."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.cases.gathering import Unread, gathered
from advisor.pages import as_html, progress_page
from advisor.pages.over_time import CLOSEST, over_time
from advisor.progress import progress
from advisor.progress.model import AlertSeen
from tests.support.amount import examples
from tests.unit.test_page_with_the_advice import Reader

ADVISOR = Advisor(engine="columnar")
FILES = gathered(Path(__file__).parents[2] / "examples" / "five-dates", ADVISOR.knowledge).files
FOUND = progress(FILES, ADVISOR.knowledge)
(VOICE,) = FOUND.voices


def picture_of(voice):
    picture = over_time(voice, "a")
    assert picture
    return picture


def test_each_factor_has_a_chart_with_a_sign_for_each_day_on_which_it_is_known():
    picture = picture_of(VOICE)
    assert [" ".join(name.text for name in chart.names) for chart in picture.charts] == [
        factor.name for factor in VOICE.factors
    ]
    for chart, factor in zip(picture.charts, VOICE.factors, strict=True):
        assert len(chart.dots) == sum(point.stage != "unknown" for point in factor.points)
        assert len(chart.stretches) == len(factor.moves)
        assert [label.text for label, _line in chart.levels] == ["tight", "in between", "loose"]


def test_a_dip_and_a_relapse_are_words_in_the_picture_and_in_what_it_says():
    picture = picture_of(VOICE)
    turns = {turn.text for chart in picture.charts for turn in chart.turns}
    assert {"dip?", "relapse", "on again"} <= turns
    assert (
        "2025-10-13, dip?: Day to day work, referrals and information: from in between to loose"
        in picture.says
    )
    assert "Relapse: it went back a second time." in picture.legend


@settings(max_examples=examples(40))
@given(st.lists(st.integers(1, 900), min_size=4, max_size=4))
def test_days_are_in_their_order_and_their_dates_never_meet(gaps):
    day, visits = VOICE.visits[0].date or datetime.date.min, [VOICE.visits[0]]
    for visit, gap in zip(VOICE.visits[1:], gaps, strict=True):
        day += datetime.timedelta(gap)
        visits.append(replace(visit, date=day))
    between = tuple(
        replace(each, days=gap, tried=tuple(replace(tried, date=None) for tried in each.tried))
        for each, gap in zip(VOICE.between, gaps, strict=True)
    )
    picture = picture_of(replace(VOICE, visits=tuple(visits), between=between))
    xs = [label.x for label in picture.days]
    assert all(later - earlier >= CLOSEST for earlier, later in pairwise(xs))
    assert xs[-1] < picture.width
    drawn = [line.x1 for line in picture.charts[0].tried]
    assert len(drawn) == sum(bool(each.tried) for each in VOICE.between)
    assert all(xs[0] < x < xs[-1] for x in drawn)


def test_with_one_day_there_is_no_chart_and_it_says_why():
    found = progress(FILES[:1], ADVISOR.knowledge)
    html = as_html(progress_page(found))
    assert "<svg" not in html
    assert "With one date or none nothing can be seen to move." in html


def test_two_files_of_one_day_are_told_and_only_the_last_is_in_the_chart():
    twice = [*FILES, replace(FILES[-1], name="zz.yaml")]
    found = progress(twice, ADVISOR.knowledge)
    assert len(picture_of(found.voices[0]).days) == len(FILES)
    assert "are of one day" in as_html(progress_page(found))


def test_alerts_come_first_and_what_could_not_be_read_last():
    alert = AlertSeen(
        "x", "A child may be at risk", "It cannot wait.", "Turn to your lead.", (), undated=True
    )
    page = progress_page(replace(FOUND, alerts=(alert,), unread=(Unread("b.yaml", ("b.yaml:1:1: broken",)),)))
    texts = Reader(as_html(page)).texts
    assert texts[2] == "A child may be at risk. Turn to your lead."
    assert texts.index("! b.yaml:1:1: broken") > texts.index(VOICE.factors[-1].name)


def test_the_page_stands_alone_in_good_order_and_is_the_same_to_the_byte():
    html = as_html(progress_page(FOUND, replace(FOUND, partnership="<b>Other</b>")))
    page = Reader(html)
    assert page.loads == []
    assert page.tags & {"script", "link", "img", "iframe", "form", "b"} == set()
    assert {link[1:] for link in page.links} <= {*page.ids}
    assert len(page.ids) == len({*page.ids})
    assert all(below - above <= 1 for above, below in zip(page.headings, page.headings[1:], strict=False))
    assert html == as_html(progress_page(FOUND, replace(FOUND, partnership="<b>Other</b>")))


def test_in_a_notebook_it_is_its_picture():
    assert (FOUND._repr_svg_() or "").startswith('<svg class="over-time"')
    assert "As seen by: Head of the centre" in (FOUND._repr_html_() or "")
    alert = AlertSeen(
        "x", "A child may be at risk", "It cannot wait.", "Turn to your lead.", (), undated=True
    )
    assert replace(FOUND, alerts=(alert,))._repr_svg_() is None
