"""Reports: whatever there is to read, as an outline; and outlines as text, Markdown, HTML and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.reports._advice_outline import advice_outline as advice_outline
    from advisor.reports.advice_screen import screen_outline as screen_outline
    from advisor.reports.advice_shown import shown_outline as shown_outline
    from advisor.reports.json_schema import schema as schema
    from advisor.reports.outline import Outline as Outline
    from advisor.reports.outline_docx import as_docx as as_docx
    from advisor.reports.outline_formats import write_outline as write_outline
    from advisor.reports.outline_html import as_page as as_page
    from advisor.reports.outline_markdown import as_markdown as as_markdown
    from advisor.reports.outline_svg import as_svg as as_svg
    from advisor.reports.outline_text import as_text as as_text
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "_advice_outline": "advice_outline",
            "advice_screen": "screen_outline",
            "advice_shown": "shown_outline",
            "json_schema": "schema",
            "outline": "Outline",
            "outline_docx": "as_docx",
            "outline_formats": "write_outline",
            "outline_html": "as_page",
            "outline_markdown": "as_markdown",
            "outline_svg": "as_svg",
            "outline_text": "as_text",
        },
    )
