"""How a result shows itself: in short, as text, and as `_repr_html_` or `_repr_svg_` in a notebook.

Texts and pictures are made in `advisor.reports` and `advisor.pages`, above the results.
"""

from __future__ import annotations

from collections.abc import Iterable, Sized
from dataclasses import fields
from typing import Any, ClassVar

from advisor._above import from_above

_MAKER = "advisor.pages.notebook"
_TELLER = "advisor.reports.advice_told"


class Shown:
    """A dataclass that a notebook shows as its picture or its parts; None is where it has none in that form.

    In short it says how much is in it and nothing of what: that may end in somebody's log.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        own: Any = self  # each is a dataclass
        held = ((each.name, getattr(self, each.name)) for each in fields(own))
        sized = ((name, len(value)) for name, value in held if _is_counted(value))
        return _in_short(self, [f"{number} {name}" for name, number in sized if number])

    def _repr_html_(self) -> str | None:
        return _made(self, "html_of")

    def _repr_svg_(self) -> str | None:
        return _made(self, "svg_of")


class InShort:
    """What is no dataclass: in short it says its class, and the parts that tell it apart."""

    _shown_by: ClassVar[tuple[str, ...]]

    def __repr__(self) -> str:
        return _in_short(self, [f"{name} {getattr(self, name)}" for name in self._shown_by])


def _in_short(result: object, parts: Iterable[str]) -> str:
    told = ", ".join(parts)
    return f"<{type(result).__name__}: {told}>" if told else f"<{type(result).__name__}>"


def _is_counted(value: object) -> bool:
    return isinstance(value, Sized) and not isinstance(value, (str, bytes, Shown))


def _made(result: Shown, form: str) -> str | None:
    made: str | None = from_above(_MAKER, form)(result)
    return made


def text_of(advice: object, knowledge: object, width: int, full: bool) -> str:
    """Return an advice as text: `Advice.as_text` says how."""
    told: str = from_above(_TELLER, "text_of")(advice, knowledge, width, full)
    return told
