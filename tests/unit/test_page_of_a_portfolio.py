"""What is on the page of a portfolio: alerts first, own views apart, nothing averaged, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.cases.gathering import Unread
from advisor.pages import as_html, portfolio_page
from advisor.pages.circles_model import SIGNS
from advisor.portfolio.model import AlsoHelped, RowFault
from tests.support.portfolios import FACTORS, circle, made_up, totals
from tests.unit.test_page_with_the_advice import Reader


def with_rows(portfolio, *rows, **changes):
    """Return a portfolio of these rows alone."""
    sectors = tuple(
        totals([row for row in rows if row.sector == sector], sector)
        for sector in dict.fromkeys(row.sector for row in rows)
    )
    given = {
        "rows": rows,
        "circles": tuple(map(circle, rows)),
        "sectors": sectors,
        "total": totals(rows, "all"),
    }
    return replace(portfolio, **given | changes)


@pytest.mark.parametrize("n", [0, 1, 54, 1000])
def test_the_page_stands_alone_with_every_partnership_in_the_table(n):
    portfolio = made_up(n)
    html = as_html(portfolio_page(portfolio))
    page = Reader(html)
    assert page.loads == []
    assert page.tags & {"script", "link", "img", "iframe", "form"} == set()
    assert {link[1:] for link in page.links} <= {*page.ids}
    assert len(page.ids) == len({*page.ids})
    assert all(below - above <= 1 for above, below in zip(page.headings, page.headings[1:], strict=False))
    assert {row.name for row in portfolio.rows} <= {*page.texts}


def test_what_cannot_wait_comes_first_and_is_a_word_on_the_map():
    page = portfolio_page(made_up(54))
    texts = Reader(as_html(page)).texts
    assert texts[:3] == [
        "Before all else",
        "Go to the map",
        "A child may be at risk. Turn to your lead.",
    ]
    assert texts[3].endswith("Raised in: Speech and language therapist (1).")
    assert [mark.number for mark in page.picture.marks if mark.alert] == ["1"]
    assert page.keys[0].keys[0].says == "in between, own view; alert"


def test_a_file_that_cannot_be_read_is_told_on_top_and_its_faults_below():
    unread = (Unread("a.yaml", ("a.yaml:1:1: this is no YAML", "a.yaml:2:1: nor this")),)
    page = portfolio_page(made_up(3, unread=unread, faults=(RowFault("t.csv", 4, "no such stage"),)))
    assert page.counts[1] == "1 file could not be read: a.yaml."
    assert page.unread == (*unread[0].said, "t.csv, row 4: no such stage")
    assert page.near == ("Midwifery / Midwifery.",)


def test_voices_that_differ_have_a_sign_each_and_no_sign_between_them():
    row = replace(made_up(1).rows[0], whole="differs", seen=("emerging", "confident"), assessed=True)
    page = portfolio_page(with_rows(made_up(1), row))
    assert [SIGNS[mark.sign] for mark in page.picture.marks] == ["confident", "emerging"]
    assert len(page.picture.links) == 1
    assert page.sectors[0].lines[0].cells[0].text == "voices differ: loose / tight"
    assert page.keys[0].keys[0].says == "voices differ: tight / loose; alert"


def test_voices_that_may_not_be_shown_are_on_no_ring():
    row = replace(made_up(1).rows[0], whole="differs", seen=(), assessed=True, alerts=())
    page = portfolio_page(with_rows(made_up(1), row))
    (mark,) = page.picture.marks
    assert (SIGNS[mark.sign], mark.letter) == ("differs", "D")
    assert page.picture.rings[3].label.text == "on no ring"
    assert page.sectors[0].lines[0].cells[0].text == "voices differ"


def test_own_views_are_hatched_and_counted_apart():
    portfolio = made_up(54)
    page = portfolio_page(portfolio)
    assert page.counts[0] == "54 partnerships. 18 assessed, 36 only by your own view at a glance."
    own = {str(row.number) for row in portfolio.rows if not row.assessed and row.whole != "unknown"}
    assert {mark.number for mark in page.picture.marks if mark.own} == own
    assert [total.title for total in page.totals] == ["18 assessed", "36 by your own view"]
    for total in page.totals:
        assert len(total.cells) == 1 + len(FACTORS)
        counted = [sum(int(text.rpartition(": ")[2]) for text in cell) for cell in total.cells]
        assert counted == [int(total.title.split()[0])] * 5


def test_several_partners_of_one_partnership_are_told_apart_by_letters():
    row = made_up(1).rows[0]
    partners = [circle(row, name=name, partner=True, assessed=False, stage="emerging") for name in ("X", "Y")]
    page = portfolio_page(with_rows(made_up(1), row, circles=(circle(row), *partners)))
    assert [(key.number, key.name) for key in page.keys[0].keys] == [
        ("1", row.name),
        ("1a", "X"),
        ("1b", "Y"),
    ]


def test_of_very_many_those_that_stand_alike_share_a_sign_that_says_how_many_they_are():
    portfolio = made_up(1000)
    page = portfolio_page(portfolio)
    assert len(page.picture.marks) < 120
    alone = [spot for keys in page.keys for spot in keys.keys]
    assert sum(int(key.number) for key in alone) == 1000
    assert "The number in a sign says how many stand there alike." in [each.text for each in page.legend]


def test_the_leaders_own_part_is_said_to_be_for_her_alone_and_left_out_where_there_is_none():
    said = "It is for you alone:"
    assert said in as_html(portfolio_page(made_up(3)))
    assert said not in as_html(portfolio_page(made_up(3, own_part=())))


def test_what_else_a_remedy_helps_with_is_told_beside_it_and_many_causes_are_folded():
    cause = made_up(12).causes[0]
    causes = tuple(replace(cause, id=f"c{i}", title=f"Cause {i}") for i in range(7))
    page = portfolio_page(made_up(12, causes=causes))
    assert (len(page.common), len(page.more_common)) == (5, 2)
    also = AlsoHelped("c9", "finding", "Contact is thin", cause.partnerships[:2])
    (told,) = portfolio_page(made_up(12, causes=(replace(cause, also=(also,)),))).common
    assert told.also == "The same helps with: Contact is thin (2 of 12)."
    assert told.how
    assert page.common[0].where == "In 5 of 12 assessed. Their numbers: 1, 2, 3, 4, 5."
    few = replace(cause, partnerships=cause.partnerships[:1])
    (only,) = portfolio_page(made_up(12, causes=(few,))).common
    assert only.where == "In 1 of 12 assessed: Speech and language therapist (1)."


def test_the_same_portfolio_is_the_same_page_and_picture_to_the_byte():
    one, other = (made_up(54) for _ in range(2))
    assert as_html(portfolio_page(one)) == as_html(portfolio_page(other))
    assert (one._repr_html_(), one._repr_svg_()) == (other._repr_html_(), other._repr_svg_())
