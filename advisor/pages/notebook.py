"""What a notebook shows of a result: its picture, after the alerts, with the same in words."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from markupsafe import Markup

from advisor.pages.portfolio import portfolio_page
from advisor.pages.render import printed
from advisor.portfolio.model import Portfolio


@singledispatch
def html_of(result: Any) -> str:
    """Return a result as a piece of HTML; `TypeError` if it has no picture."""
    raise TypeError(type(result).__name__)


@singledispatch
def svg_of(result: Any) -> str:
    """Return a result as one picture that stands by itself; `TypeError` if it has none."""
    raise TypeError(type(result).__name__)


@html_of.register
def _portfolio_html(result: Portfolio) -> str:
    return printed("portfolio_notebook.html", page=portfolio_page(result), style=_style())


@svg_of.register
def _portfolio_svg(result: Portfolio) -> str:
    page = portfolio_page(result)
    return printed("portfolio_picture.html", page=page, style=_style()).strip() + "\n"


def _style() -> Markup:
    """Return the style of pictures, on a white ground: what colours a notebook has cannot be known."""
    return Markup(printed("notebook.css"))  # noqa: S704 (no text of a case is in it)
