"""The paper form as an outline: for a word processor, or as text."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.pages.paper_model import Asked, Line, PaperPage, Particular
from advisor.reports.outline import PLAIN, Block, Group, Mark, Outline, Paragraph, Point, Title, ToWrite

BOX = "\u2610"
TICKED = "\u2612"
COLUMNS = 6  # of a box and what stands beside it


def paper_outline(page: PaperPage) -> Outline:
    """Return what is on the form, from above."""
    outline = Outline(margin=2)
    outline.put([Title(page.name), *(Paragraph(text) for text in (*page.intro, *page.how))])
    outline.put([Title(page.first)])
    for each in page.before:
        outline.put(_particular(each))
    for stretch in page.stretches:
        outline.put([Title(stretch.title)])
        for asked in stretch.questions:
            outline.put(_asked(asked, page))
    outline.put([Title(page.last)])
    for each in page.behind:
        outline.put(_particular(each))
    outline.put([Title(page.typing), Paragraph(page.to_type[0]), Paragraph(page.command)])
    outline.put(Point(text) for text in page.to_type[1:])
    outline.put([Paragraph(page.rests_on)])
    return outline


def _particular(each: Particular) -> Iterator[Block]:
    yield Group(each.title)
    yield from [ToWrite()] * each.to_write
    for line in each.lines:
        yield _boxed(line, TICKED if each.ticked in line.ticks else BOX)


def _asked(asked: Asked, page: PaperPage) -> Iterator[Block]:
    yield Group(f"{asked.number}. {asked.title}")
    yield Point(" ".join(filter(None, (asked.how, asked.unless))), mark=PLAIN)
    for line in asked.lines:
        yield _in_a_row(line, asked) if asked.heads else _boxed(line)
    if asked.none:
        yield _boxed(Line("", asked.none, ("0",)))
    yield from map(_boxed, asked.whole)
    yield Paragraph(page.own_words)
    yield ToWrite()


def _boxed(line: Line, box: str = BOX) -> Point:
    """Return a line with one box."""
    return Point(line.text, mark=Mark(f"{box} {line.ticks[0]}", COLUMNS, means=True))


def _in_a_row(line: Line, asked: Asked) -> Point:
    """Return a line with a box for each of several answers."""
    boxes = (f"{head}: {BOX} {tick}" for head, tick in zip(asked.heads, line.ticks, strict=True))
    said = f"{line.mark}  {line.text}" if line.mark else line.text
    return Point(f"{said}. {'; '.join(boxes)}")
