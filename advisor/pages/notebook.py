"""What a notebook shows of a result: its picture, after the alerts, with the same in words."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from markupsafe import Markup

from advisor.advice.model import Advice
from advisor.advice.reasoner import Consultation
from advisor.comparison.model import Comparison
from advisor.pages.comparison import comparison_page
from advisor.pages.portfolio import portfolio_page
from advisor.pages.progress import progress_page
from advisor.pages.render import printed
from advisor.portfolio.model import Portfolio
from advisor.progress.model import Progress
from advisor.reports.advice_told import told_outline
from advisor.reports.outline_html import as_html_lines


@singledispatch
def html_of(result: Any) -> str:
    """Return a result as a piece of HTML: its picture, or its parts by their names where it has none."""
    return printed("notebook_parts.html", name=type(result).__name__, parts=result.as_dict())


@singledispatch
def svg_of(_result: Any) -> str | None:
    """Return a result as one picture that stands by itself; None if it is no single one, or if something that
    comes before it would be missing beside it.
    """
    return None


@html_of.register
def _advice_html(result: Advice) -> str:
    lines = as_html_lines(told_outline(result).blocks, titles=1)
    return printed("notebook_advice.html", told=Markup("\n".join(lines)))  # noqa: S704 (every text in it is escaped)


@html_of.register
def _consultation_html(result: Consultation) -> str:
    return html_of(result.advice)


@html_of.register
def _portfolio_html(result: Portfolio) -> str:
    return printed("notebook_portfolio.html", page=portfolio_page(result), style=_style())


@svg_of.register
def _portfolio_svg(result: Portfolio) -> str:
    return _alone("circles.html", "map", portfolio_page(result).picture)


@html_of.register
def _progress_html(result: Progress) -> str:
    return printed("notebook_progress.html", page=progress_page(result), style=_style())


@svg_of.register
def _progress_svg(result: Progress) -> str | None:
    pictures = [voice.picture for voice in progress_page(result).voices if voice.picture]
    is_one = len(pictures) == 1 and not result.alerts
    return _alone("over_time.html", "charts", pictures[0]) if is_one else None


@html_of.register
def _comparison_html(result: Comparison) -> str:
    return printed("notebook_comparison.html", page=comparison_page(result), style=_style())


@svg_of.register
def _comparison_svg(result: Comparison) -> str | None:
    picture = None if result.alerts else comparison_page(result).picture
    return _alone("side_by_side.html", "voices", picture) if picture else None


def _alone(template: str, macro: str, picture: Any) -> str:
    given = {"template": template, "macro": macro, "picture": picture, "style": _style()}
    return printed("picture_alone.html", **given).lstrip()


def _style() -> Markup:
    """Return the style of pictures, on a white ground: what colours a notebook has cannot be known."""
    return Markup(printed("notebook.css"))  # noqa: S704 (no text of a case is in it)
