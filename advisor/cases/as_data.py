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
    return [replace(fault, remedy=instead.get(fault.remedy) or _naming(fault.remedy)) for fault in faults]


def _naming(remedy: str) -> str:
    """Return what to try where that names keys, or the value to write; the same if it does neither."""
    for said, data in (
        (_("write them indented below: {keys}"), _("give a mapping with the key: {keys}")),
        (_("put it in quotes: {value}"), _("give text: {value}")),
    ):
        before, _key, _after = said.partition("{")
        if remedy.startswith(before):
            rest = remedy.removeprefix(before)
            return data.format(keys=rest, value=rest)
    return remedy


def _instead() -> dict[str, str]:
    a_mapping = _("give a mapping, such as {'contact': 'regular'}")
    return {
        _("begin each entry with '- '"): _("give a list"),
        _("write them indented below"): _("give a mapping of keys to values"),
        _("write it in quotation marks"): _("give text"),
        _("write words, in quotes if need be"): _("give text"),
        _("write '{example}'").format(example="contact: regular"): a_mapping,
        _("write '{example}'").format(example="contact: your words"): a_mapping,
        _("write 'format: {current}'").format(current=CASE_FORMAT): _("give the number {current}").format(
            current=CASE_FORMAT
        ),
    }
