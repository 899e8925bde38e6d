"""Outlines as documents for a word processor: all that the page says, only as text, the same bytes always."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from subprocess import run

import pytest
from docx import Document

from advisor.errors import AdvisorError
from advisor.reports.outline import (
    CARE,
    DASH,
    PLAIN,
    Group,
    Outline,
    Paragraph,
    Point,
    Table,
    Title,
    ToWrite,
    numbered,
)
from advisor.reports.outline_docx import as_docx
from advisor.reports.outline_formats import NAMES, write_outline

ONE = Outline(
    [
        Title("A page"),
        Paragraph("Right below."),
        Title("PARTS"),
        Table(("who", "how"), (("you", "well"),), ()),
        Point("of one part", mark=PLAIN),
        Group("FIRST"),
        Point("begin", mark=numbered(9)),
        Point("with care", 2, CARE),
        Point("far in", 7, DASH),
        ToWrite(),
    ]
)


def opened(outline):
    return Document(io.BytesIO(as_docx(outline)))


def test_a_document_says_what_the_page_says_in_its_order():
    document = opened(ONE)
    assert [(each.style.name, each.text) for each in document.paragraphs] == [
        ("Heading 1", "A page"),
        ("Normal", "Right below."),
        ("Heading 2", "PARTS"),
        ("Normal", "of one part"),
        ("Heading 3", "FIRST"),
        ("List Continue", "9.\tbegin"),
        ("List Bullet 2", "! with care"),
        ("List Bullet 3", "far in"),
        ("Normal", "\t"),
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["who", "how"],
        ["you", "well"],
    ]


def test_a_document_is_a4_names_its_title_and_language_and_nobody():
    about = opened(ONE).core_properties
    assert (about.title, about.author, about.last_modified_by) == ("A page", "", "")
    assert about.language == "en-GB"
    page = opened(ONE).sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)


def test_the_same_outline_gives_the_same_bytes_elsewhere_and_at_another_time():
    made_of = "from tests.unit.test_documents import ONE, as_docx"
    code = f"import sys; {made_of}; sys.stdout.buffer.write(as_docx(ONE))"
    far = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    made = run([sys.executable, "-c", code], env=far, capture_output=True, check=True).stdout
    assert made == as_docx(ONE)
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "hostile",
    [
        "\x00\x01\x08\x0b\x0c\x1b[31m",
        "\ud800 half",
        "\ufffe\uffff",
        "\u202eback",
        "<w:p>&amp;]]>",
        "a" * 10**6,
    ],
    ids=["control", "half", "none", "turned", "markup", "long"],
)
def test_hostile_text_is_only_text_in_a_document(hostile):
    table = Table((hostile,), ((hostile,),), ())
    document = opened(Outline([Title(hostile), Paragraph(hostile), Point(hostile), table]))
    said = Title(hostile).text
    assert [each.text for each in document.paragraphs] == [said] * 3
    assert not {"\x00", "\x1b", "\u202e", "\ud800", "\ufffe"} & {*said}
    assert document.core_properties.title == said[:255]


def test_each_format_of_the_table_is_written():
    made = {name: write_outline(ONE, name, 40) for name in NAMES}
    assert {name for name, each in made.items() if isinstance(each, bytes)} == {"docx"}
    assert all("with care" in each for each in made.values() if isinstance(each, str))


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(AdvisorError, match=r"pip install 'partnership-advisor\[docx\]'"):
        as_docx(ONE)
