"""The formats that a page can be written in, in one table: what each is called, and what makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.errors import AdvisorError
from advisor.reports.outline import Outline
from advisor.reports.outline_docx import as_docx
from advisor.reports.outline_html import as_page
from advisor.reports.outline_markdown import as_markdown
from advisor.reports.outline_text import as_text
from advisor.reports.wording import WIDTH

FORMATS: Mapping[str, Callable[[Outline], str | bytes]] = {
    "markdown": as_markdown,
    "html": as_page,
    "docx": as_docx,
}
NAMES = ("text", *FORMATS)


def write_outline(outline: Outline, format_: str, width: int = WIDTH) -> str | bytes:
    """Return an outline in one of the formats that `NAMES` gives; text in lines of `width` columns at most.

    Only `docx` gives bytes. `AdvisorError` if there is no such format, or a package for it is missing.
    """
    if format_ not in NAMES:
        what = _("there is no format '{format}'; {remedy}")
        raise AdvisorError(what.format(format=shown(format_), remedy=did_you_mean(format_, NAMES)))
    return as_text(outline, width) if format_ == "text" else FORMATS[format_](outline)
