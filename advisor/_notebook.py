"""How a result shows itself: as text, and in a notebook, which asks it for `_repr_html_` or `_repr_svg_`.

Texts and pictures are made in `advisor.reports` and `advisor.pages`, above the results.
"""

from __future__ import annotations

from advisor._above import from_above

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
    made: str | None = from_above(_MAKER, form)(result)
    return made


def text_of(advice: object, knowledge: object, width: int, full: bool) -> str:
    """Return an advice as text: `Advice.as_text` says how."""
    told: str = from_above(_TELLER, "text_of")(advice, knowledge, width, full)
    return told
