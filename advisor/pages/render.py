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
from advisor.pages.model import AdvicePage
from advisor.reports.outline_html import policy_for


def as_html(page: AdvicePage) -> str:
    """Return the page as one file of HTML, which needs nothing beside it and runs no script."""
    templates = _templates()
    style = templates.get_template("style.css").render()
    made = templates.get_template("advice.html").render(page=page, say=labels(), policy=policy_for(style))
    return made.rstrip("\n") + "\n"


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
