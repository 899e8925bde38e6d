"""An outline as a page: lists inside lists, and every text only text."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from hypothesis import given, strategies as st

from advisor.reports.outline import Outline, Paragraph, Point, Title, ToWrite
from advisor.reports.outline_html import as_page

VOID = {"meta"}


class Reader(HTMLParser):
    """Reads a page as a browser does; notes the texts of points with their depth, and what is not closed."""

    def __init__(self):
        super().__init__()
        self.open, self.points, self.wrong = [], [], []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 (the parser passes them)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        if self.open and self.open[-1] == "li" and data.strip():
            self.points.append((self.open.count("ul"), data.strip()))


texts = st.text(alphabet="ab<&>\"'/!-", min_size=1, max_size=6)
points = st.builds(Point, texts, st.integers(1, 4))
blocks = st.lists(
    points | st.builds(Title, texts) | st.builds(Paragraph, texts) | st.just(ToWrite()), max_size=12
)


@given(blocks)
def test_every_page_is_well_formed_and_has_every_point(drawn):
    reader = Reader()
    reader.feed(as_page(Outline(drawn)))
    assert (reader.wrong, reader.open) == ([], [])
    assert [text for _, text in reader.points] == [each.text for each in drawn if isinstance(each, Point)]


def test_points_inside_points_are_lists_inside_lists():
    drawn: list[Any] = [
        Title("T"),
        Point("a"),
        Point("b", 2),
        Point("c", 3),
        Point("d"),
        Paragraph("p"),
        Point("e", 2),
    ]
    reader = Reader()
    reader.feed(as_page(Outline(drawn)))
    assert reader.points == [(1, "a"), (2, "b"), (3, "c"), (1, "d"), (2, "e")]
