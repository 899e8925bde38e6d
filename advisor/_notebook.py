"""How a result shows itself: as text, and in a notebook, which asks it for `_repr_html_` or `_repr_svg_`.

Texts and pictures are made in `advisor.reports` and `advisor.pages`, above the results. So the modules that
make them are named here, as the faces name theirs, and imported when somebody asks; what a result is does not
hang on how it is shown.
"""

from __future__ import annotations

from importlib import import_module

_MAKER = "advisor.pages.notebook"
_TELLER = "advisor.reports.advice_told"


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


def text_of(advice: object, knowledge: object, width: int, full: bool) -> str:
    """Return an advice as text: `Advice.as_text` says how."""
    told: str = import_module(_TELLER).text_of(advice, knowledge, width, full)
    return told
