"""How a result shows itself in a notebook, which asks it for `_repr_html_` or `_repr_svg_`.

Pictures are made in `advisor.pages`, above the results. So the module that makes them is named here, as the
faces name theirs, and imported when a notebook asks; what a result is does not hang on how it is shown.
"""

from __future__ import annotations

from importlib import import_module

_MAKER = "advisor.pages.notebook"


class Shown:
    """A result that a notebook shows as its picture; None is where it has none in that form."""

    __slots__ = ()

    def _repr_html_(self) -> str | None:
        return _made(self, "html_of")

    def _repr_svg_(self) -> str | None:
        return _made(self, "svg_of")


def _made(result: Shown, form: str) -> str | None:
    made: str | None = getattr(import_module(_MAKER), form)(result)
    return made
