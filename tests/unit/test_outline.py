"""One outline, several forms: what is on a page is said once, and every form shows all of it as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from advisor import Advisor
from advisor.reports import advice_outline
from advisor.reports.outline import (
    CARE,
    HANGING,
    PLAIN,
    STAR,
    Group,
    Outline,
    Paragraph,
    Point,
    Table,
    Title,
    ToWrite,
    numbered,
)
from advisor.reports.outline_html import as_page
from advisor.reports.outline_markdown import as_markdown
from advisor.reports.outline_svg import as_svg
from advisor.reports.outline_text import as_text

ONE = Outline(
    [
        Title("A page"),
        Paragraph("Right below."),
        Paragraph("Close.", close=True),
        Title("PARTS"),
        Table(("who", "how"), (("you", "well | so"),), (Point("you: well", mark=HANGING),)),
        Point("of one part", mark=PLAIN),
        Group("FIRST"),
        Point("begin", mark=numbered(9)),
        Point("with care", 2, CARE),
        Point("end", mark=numbered(10)),
        Point("slowly", 2, PLAIN),
        Title("REST"),
        Point("star", mark=STAR),
        Point("below", 2),
        ToWrite(),
    ],
    margin=2,
)


def test_text_has_its_points_below_the_text_of_the_points_above():
    assert as_text(ONE) == (
        "A page\n\nRight below.\nClose.\n\nPARTS\n"
        "  who    how\n  -----  ---------\n  you    well | so\n"
        "  of one part\n  FIRST\n  9. begin\n     ! with care\n  10. end\n     slowly\n"
        f"\nREST\n  * star\n    - below\n\n{'.' * 60}\n"
    )


def test_a_table_that_does_not_fit_is_said_in_points():
    outline = Outline([Table(("who", "how"), (("you", "well"),), (Point("you: well", mark=HANGING),))])
    assert as_text(outline, 10) == "you: well\n"


def test_markdown_has_titles_tables_and_lists():
    assert as_markdown(ONE) == (
        "# A page\n\nRight below.\n\nClose.\n\n## PARTS\n\n"
        "| who | how |\n| --- | --- |\n| you | well \\| so |\n\n"
        "of one part\n\n### FIRST\n\n9. begin\n   - \\! with care\n10. end\n    - slowly\n\n"
        f"## REST\n\n- star\n  - below\n\n{'.' * 60}\n"
    )


def test_html_has_titles_tables_and_lists():
    body = as_page(ONE).partition("<main>\n")[2].partition("\n</main>")[0].replace("\n", "")
    assert body == (
        "<h1>A page</h1><p>Right below.</p><p>Close.</p><h2>PARTS</h2>"
        '<table><tr><th scope="col">who</th><th scope="col">how</th></tr>'
        "<tr><td>you</td><td>well | so</td></tr></table>"
        '<p>of one part</p><h3>FIRST</h3><ol><li value="9">begin<ul><li>! with care</li></ul></li>'
        '<li value="10">end<ul><li>slowly</li></ul></li></ol>'
        '<h2>REST</h2><ul><li>star<ul><li>below</li></ul></li></ul><div class="write"></div>'
    )


def test_a_number_among_points_without_one_stays():
    outline = Outline([Point("a"), Point("b", mark=numbered(2))])
    assert "<ul>\n<li>a\n</li>\n<li>2. b\n</li>\n</ul>" in as_page(outline)
    assert as_markdown(outline) == "- a\n2. b\n"


@pytest.fixture(scope="module")
def advisor():
    return Advisor(engine="columnar")


def advice_on(advisor, name, full):
    advice = advisor.advise(advisor.read_case(name))
    return advice_outline(advice, advisor.knowledge, full=full, case_name=name)


class Texts(HTMLParser):
    """Gathers what a browser would show of a page, and the elements that it is made of."""

    def __init__(self):
        super().__init__()
        self.texts, self.tags, self._open = [], set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self._open.append(tag)
        self.texts += [f"{value}." for name, value in attrs if name == "value"]  # a browser numbers the item

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if self._open[-1:] not in (["style"], ["title"]):
            self.texts.append(data)


def words(text):
    return re.findall(r"[^\W_]+", text)


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("name", ["health-visitors", "hot-quarrel", "everything-well", "half-in-place"])
def test_markdown_and_html_of_advice_say_all_that_its_text_says_in_the_same_order(advisor, name, full):
    outline = advice_on(advisor, f"scenario:{name}", full)
    page = Texts()
    page.feed(as_page(outline))
    said = words(as_text(outline))
    assert words(as_markdown(outline)) == said
    assert words(" ".join(page.texts)) == said


@pytest.mark.parametrize("full", [False, True])
def test_hostile_text_is_only_text_in_every_form(advisor, tmp_path, full):
    hostile = "<script>alert(1)</script> | *bold* [x](http://y) # t &amp; `c`"
    path = tmp_path / "case.yaml"
    path.write_text(f"format: 1\npartnership: '{hostile}'\nrespondent: '<b>'\nanswers: {{contact: none}}\n")
    advice = advisor.advise(advisor.read_case(str(path)))
    name = "x\x1b[31m\u202e<i>.yaml"
    outline = advice_outline(advice, advisor.knowledge, full=full, case_name=name)
    page = Texts()
    page.feed(as_page(outline))
    assert page.tags <= {
        *("html", "head", "meta", "title", "style", "body", "main"),
        *("h1", "h2", "h3", "p", "ul", "ol", "li", "table", "tr", "th", "td"),
    }
    assert f"{hostile} (<b>)" in page.texts
    for form in (as_text(outline), as_markdown(outline), as_page(outline), as_svg(outline)):
        assert not set(form) & {"\x1b", "\u202e"}
    assert not re.search(r"(?<!\\)[<>`*\[\]]", as_markdown(outline))
    drawn = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(as_svg(outline)).iter()}
    assert drawn == {"svg", "rect", "text", "path"}


def test_a_new_form_of_the_advice_needs_nothing_but_its_outline(advisor):
    def as_org(outline):
        """Return an outline as org-mode has it: the form that a newcomer wants next."""
        lines = []
        for block in outline.blocks:
            match block:
                case Title() | Group():
                    lines.append(f"{'*' if isinstance(block, Title) else '**'} {block.text}")
                case Point():
                    lines.append(f"{'  ' * block.depth}- {block.said}")
                case Table():
                    lines += [f"| {' | '.join(row)} |" for row in (block.headers, *block.rows)]
                case _:
                    lines.append(block.text)
        return "\n".join(lines)

    outline = advice_on(advisor, "scenario:health-visitors", full=True)
    text = as_text(outline)
    assert words(as_org(outline)) == words(re.sub(r"^ +\d+\. ", "", text, flags=re.M))
