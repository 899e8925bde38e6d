"""What is in the picture of voices side by side: plain data in whole numbers."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.pages.model import Label


@dataclass(frozen=True, slots=True)
class Field:
    """One stage of a factor: whether somebody sees it there, and the numbers of those who do."""

    x: int
    y: int
    word: Label
    voices: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A factor: its name, its three stages, and in a word how far the voices are apart."""

    names: tuple[Label, ...]
    fields: tuple[Field, ...]
    height: int
    below: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """`title` and `says` tell who cannot see it what is in it, `legend` whose a number is."""

    title: str
    says: str
    legend: tuple[str, ...]
    width: int
    height: int
    field_width: int
    rows: tuple[Row, ...]
