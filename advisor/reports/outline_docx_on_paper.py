"""What has a form of its own on paper in a document: fields on tab stops, boxes and cards as tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from advisor.reports.outline_on_paper import Boxed, Boxes, Card, Cards, Fields, OnPaper

_SMALL, _TABLE, _DENSE, _LISTED = 9, 9, 10, 9  # points
_NARROW, _GAP, _HANGING = "Arial", 227, 0.25  # the gap in twentieths of a point, what hangs in centimetres
_BOX, _HIGH = 1.0, 5.9  # centimetres: how wide a box is, how high a card
_COLUMNS = 2
DENSE_LINE = 18.0  # centimetres, of a dense page


def set_dense(document: Any, docx: Any) -> None:
    """Let as much as can be read stand on a page."""
    page, pt, cm = document.sections[0], docx.shared.Pt, docx.shared.Cm
    page.left_margin = page.right_margin = cm(1.5)
    page.top_margin = page.bottom_margin = cm(1.3)
    for name in ("Normal", "List Bullet", "List Bullet 2", "List Continue", "List Continue 2"):
        style = document.styles[name]
        style.font.size = pt(_DENSE)
        style.paragraph_format.space_after = style.paragraph_format.space_before = pt(2)
        style.paragraph_format.line_spacing = 1.0
    for name, size in (("Heading 1", 15), ("Heading 2", 11.5), ("Heading 3", 10.5)):
        style = document.styles[name]
        style.font.size = pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = pt(6), pt(2)


def set_listed(document: Any, docx: Any, columns: int) -> None:
    """Let a long list stand in columns, as small as it can still be read, in letters that are not wide."""
    page, pt, cm, qn = document.sections[0], docx.shared.Pt, docx.shared.Cm, docx.oxml.ns.qn
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = cm(1)
    told = page._sectPr.find(qn("w:cols"))
    told.set(qn("w:num"), str(columns))
    told.set(qn("w:space"), str(_GAP))
    for name, size in (("Normal", _LISTED), ("List Bullet", _LISTED), ("Heading 1", 12), ("Heading 2", 10)):
        style, form = document.styles[name], document.styles[name].paragraph_format
        style.font.name, style.font.size = _NARROW, pt(size)
        form.space_before, form.space_after = pt(3 if name == "Heading 2" else 0), pt(0)
        form.line_spacing = pt(1.1 * size)
    form = document.styles["List Bullet"].paragraph_format
    form.left_indent, form.first_line_indent = cm(_HANGING), cm(-_HANGING)


def add_on_paper(block: OnPaper, document: Any, docx: Any, line: float) -> None:
    """Add a block; a line of the page is so many centimetres long."""
    match block:
        case Fields():
            _add_fields(block.labels, document, docx, line)
        case Boxes():
            _add_boxes(block.items, document, docx, line)
        case Cards():
            _add_cards(block.cards, document, docx, line)


def _add_fields(labels: Sequence[str], document: Any, docx: Any, line: float) -> None:
    """Add labels with a line behind each, of which the first has twice the room of another."""
    text = docx.enum.text
    paragraph = document.add_paragraph("  ".join(f"{label}: \t" for label in labels))
    for place in range(len(labels)):
        stop = docx.shared.Cm(line * (place + 2) / (len(labels) + 1))
        paragraph.paragraph_format.tab_stops.add_tab_stop(
            stop, text.WD_TAB_ALIGNMENT.LEFT, text.WD_TAB_LEADER.LINES
        )


def _add_boxes(items: Sequence[Boxed], document: Any, docx: Any, line: float) -> None:
    table = _table(document, docx, (_BOX, line - _BOX))
    for item in items:
        row = _row(table, docx, 0.9 if item.open else 0.6)
        said = row.cells[1].paragraphs[0]
        said.add_run(item.name).bold = True
        said.add_run(f" {item.line}" if item.line else "")
        tighten(row, docx)


def _add_cards(cards: Sequence[Card], document: Any, docx: Any, line: float) -> None:
    table = _table(document, docx, (line / _COLUMNS,) * _COLUMNS, "dashed")
    for place in range(0, len(cards), _COLUMNS):
        several = cards[place : place + _COLUMNS]
        row = _row(table, docx, _HIGH)
        for cell, card in zip(row.cells, several, strict=False):
            cell.paragraphs[0].add_run(card.head).font.size = docx.shared.Pt(_SMALL)
            cell.add_paragraph().add_run(card.asked).bold = True
            cell.add_paragraph(card.known)


def _table(document: Any, docx: Any, wide: Sequence[float], look: str = "single") -> Any:
    """Return a table without rows, with columns of such widths in centimetres and lines of one look."""
    table = document.add_table(rows=0, cols=len(wide), style="Table Grid")
    table.autofit = False
    for column, centimetres in zip(table.columns, wide, strict=True):
        column.width = docx.shared.Cm(centimetres)
    if look != "single":
        borders = docx.oxml.OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            drawn = docx.oxml.OxmlElement(f"w:{side}")
            for name, value in (("val", look), ("sz", "4"), ("space", "0"), ("color", "555555")):
                drawn.set(docx.oxml.ns.qn(f"w:{name}"), value)
            borders.append(drawn)
        table._tbl.tblPr.append(borders)
    return table


def _row(table: Any, docx: Any, high: float) -> Any:
    """Return a new row of at least such a height, which no end of a page cuts through."""
    row = table.add_row()
    row.height = docx.shared.Cm(high)
    row._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:cantSplit"))
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    return row


def tighten(row: Any, docx: Any) -> None:
    """Let the text of a row stand close."""
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.space_after = docx.shared.Pt(0)
        for run in cell.paragraphs[0].runs:
            run.font.size = docx.shared.Pt(_TABLE)
