"""What to try where a case came as plain data: what is said of a file speaks of lines, dashes and quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from advisor._language import _
from advisor.cases.case import CASE_FORMAT
from advisor.errors import Fault


def of_data(faults: Iterable[Fault]) -> list[Fault]:
    """Return faults with what to try for a program that hands over plain data."""
    instead = _instead()
    return [replace(fault, remedy=_for_data(fault.remedy, instead)) for fault in faults]


def _for_data(remedy: str, instead: dict[str, str]) -> str:
    """Return what to try instead of a remedy, which may end in what it is about."""
    return next((text for begin, text in instead.items() if remedy.startswith(begin)), remedy)


def _instead() -> dict[str, str]:
    """Return what to try for plain data, by how the remedy for a file begins."""
    a_mapping = _("give a mapping, such as {'contact': 'regular'}")
    return {
        _("begin each entry with '- '"): _("give a list"),
        _("write them indented below"): _("give a mapping of keys to values"),
        _("write it in quotation marks"): _("give text"),
        _("put it in quotes: {value}").partition("{")[0]: _("give text"),
        _("write words, in quotes if need be"): _("give text"),
        _("write '{example}'").format(example="contact: regular"): a_mapping,
        _("write '{example}'").format(example="contact: your words"): a_mapping,
        _("write 'format: {current}'").format(current=CASE_FORMAT): _("give the number {current}").format(
            current=CASE_FORMAT
        ),
    }
