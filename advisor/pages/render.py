"""The templates, and what keeps every text that goes into them a text.

Jinja2 escapes whatever a template prints, and stops at a name that it does not know. Before that, what could
steer or hide is taken out of every text, as on all other pages.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from advisor._text import on_one_line
from advisor.pages.labels import labels
from advisor.pages.model import Page
from advisor.reports.outline_html import policy_for


def as_html(page: Page) -> str:
    """Return the page as one file of HTML, which needs nothing beside it and runs no script."""
    style = Markup(_templates().get_template(page.style).render())  # noqa: S704 (no text of a case is in it)
    made = printed(page.template, page=page, say=labels(), style=style, policy=policy_for(style))
    return made.rstrip("\n") + "\n"


def printed(template: str, /, **given: Any) -> str:
    """Return what a template makes of what it is given."""
    return _templates().get_template(template).render(**given)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("advisor.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )


def _harmless(value: Any) -> Any:
    """Return what a template prints: of a text what can be shown; what is markup already stays."""
    return on_one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value
