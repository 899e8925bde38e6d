"""How a result shows itself in a notebook, which asks it for `_repr_html_` or `_repr_svg_`.

Pictures are made in `advisor.pages`, above the results. So the module that makes them is named here, as the
faces name theirs, and imported when a notebook asks; what a result is does not hang on how it is shown.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_MAKER = "advisor.pages.notebook"


def shown(result: Any, form: str) -> str | None:
    """Return a result as a piece of `html`, or as a picture (`svg`); None if it is not shown so."""
    made: str | None = getattr(import_module(_MAKER), f"{form}_of")(result)
    return made
