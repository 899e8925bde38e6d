"""An outline as a document for a word processor (DOCX), in which every text is only text.

The same outline gives the same bytes: no day or time of the machine is in them. What the document says of
itself comes first in the file and as it is, so that a file can be told from one that somebody has worked on.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from advisor._language import language_tag
from advisor._optional import extra_module
from advisor.reports.outline import (
    HANGING,
    PLAIN,
    Block,
    Group,
    Outline,
    PageTitle,
    Point,
    Table,
    Title,
    ToWrite,
)
from advisor.reports.outline_docx_on_paper import DENSE_LINE, add_on_paper, set_dense, set_listed, tighten
from advisor.reports.outline_on_paper import OnPaper

MADE_BY = "partnership-advisor"  # the identifier by which a document of ours is known
_DAY = datetime.datetime(2000, 1, 1)  # a document must say when it was made; no clock is asked
_ABOUT = "docProps/core.xml"
_ROOM, _TICK = 1.0, 0.6  # centimetres: how high a row to write in is, and one to tick
_DEEPEST = 3  # the levels that the styles of lists have
_WIDE, _HIGH, _MARGIN, _LINE = 21.0, 29.7, 2.0, 17.0  # centimetres, of A4


def as_docx(outline: Outline) -> bytes:
    """Return the outline as a document; `AdvisorError` says what to install if python-docx is missing."""
    docx = extra_module("docx", "docx")
    document = docx.Document()
    _set_up(document, outline.title, docx)
    if outline.dense:
        set_dense(document, docx)
    if outline.columns > 1:
        set_listed(document, docx, outline.columns)
    line = DENSE_LINE if outline.dense else _LINE
    titles = 0
    for block in outline.blocks:
        titles += isinstance(block, Title)
        _add(block, document, docx, line, is_first=titles == 1)
    made = io.BytesIO()
    document.save(made)
    return _without_time(made.getvalue())


def _set_up(document: Any, title: str, docx: Any) -> None:
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title[:255], "", "", ""
    about.identifier, about.language, about.revision = MADE_BY, language_tag(), 1
    about.created = about.modified = _DAY
    page, cm = document.sections[0], docx.shared.Cm
    page.page_width, page.page_height = cm(_WIDE), cm(_HIGH)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = cm(_MARGIN)
    for level in (1, 2, 3):  # the blue of the template is pale on paper
        document.styles[f"Heading {level}"].font.color.rgb = docx.shared.RGBColor(0, 0, 0)
    for language in document.styles.element.iter(docx.oxml.ns.qn("w:lang")):
        language.set(docx.oxml.ns.qn("w:val"), language_tag())


def _add(block: Block, document: Any, docx: Any, line: float, is_first: bool) -> None:
    match block:
        case Title():
            heading = document.add_heading(block.text, 1 if is_first else 2)
            heading.paragraph_format.page_break_before = isinstance(block, PageTitle) or None
        case Group():
            document.add_heading(block.text, 3)
        case Point() if block.is_listed:
            _add_point(block, document, docx)
        case ToWrite():
            _add_line(document, docx, line)
        case OnPaper():
            add_on_paper(block, document, docx, line)
        case Table():
            _add_table(block, document, docx, line)
        case _:
            document.add_paragraph(block.text)


def _add_point(point: Point, document: Any, docx: Any) -> None:
    """Add a point of a list. A number is text: one that the program counts could come out as another."""
    level = min(point.depth, _DEEPEST)
    number = f"{point.mark.sign}\t" if point.mark.number is not None else ""
    plain = number or point.mark in (PLAIN, HANGING)
    style = ("List Continue" if plain else "List Bullet") + (f" {level}" if level > 1 else "")
    paragraph = document.add_paragraph(number + point.said, style=style)
    if number:
        indent = docx.shared.Cm(0.63 * level)
        paragraph.paragraph_format.left_indent = indent
        paragraph.paragraph_format.first_line_indent = -docx.shared.Cm(0.63)
        paragraph.paragraph_format.tab_stops.add_tab_stop(indent)


def _add_line(document: Any, docx: Any, line: float) -> None:
    """Add a line to write on: a tab with a line under it."""
    text = docx.enum.text
    paragraph = document.add_paragraph("\t")
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        docx.shared.Cm(line), text.WD_TAB_ALIGNMENT.LEFT, text.WD_TAB_LEADER.LINES
    )


def _add_table(table: Table, document: Any, docx: Any, line: float) -> None:
    drawn = document.add_table(rows=0, cols=len(table.headers), style="Table Grid")
    for place, cells in enumerate((table.headers, *table.rows)):
        row = drawn.add_row()
        if table.to_fill and place:
            row.height = docx.shared.Cm(_TICK if table.widths else _ROOM)
        for cell, text in zip(row.cells, cells, strict=True):
            cell.paragraphs[0].add_run(table.room(text)).bold = place == 0
        if table.lined:
            tighten(row, docx)
        for cell, part in zip(row.cells, table.widths, strict=False):
            cell.width = docx.shared.Cm(line * part / 100)
    for column, part in zip(drawn.columns, table.widths, strict=False):
        column.width = docx.shared.Cm(line * part / 100)
    heads = drawn.rows[0]._tr.get_or_add_trPr()
    heads.append(docx.oxml.OxmlElement("w:tblHeader"))  # said again on each page, and read out as headings


def _without_time(made: bytes) -> bytes:
    """Return the file without the time at which its parts were packed, what it says of itself in front."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: name != _ABOUT):
            part = zipfile.ZipInfo(name)  # of 1980, as such files without a time are
            part.compress_type = zipfile.ZIP_STORED if name == _ABOUT else zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return packed.getvalue()
