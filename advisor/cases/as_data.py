"""What to try where a case came as plain data: what is said of a file speaks of lines, dashes and quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from advisor._language import _
from advisor.cases.case import CASE_FORMAT
from advisor.errors import Fault


def of_data(faults: Iterable[Fault]) -> list[Fault]:
    """Return faults with what to try for a program that hands over plain data."""
    instead = _instead()
    return [replace(fault, remedy=_of_data(fault.remedy, instead)) for fault in faults]


def _of_data(remedy: str, instead: dict[str, str]) -> str:
    for of_file, of_data in instead.items():
        named = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(of_file))
        if found := re.fullmatch(named, remedy, re.DOTALL):
            return of_data.format(**found.groupdict()) if found.groups() else of_data
    return remedy


def _instead() -> dict[str, str]:
    """Return what is said of data by what is said of a file; what stands in braces is the same in both."""
    a_mapping = _("give a mapping, such as {'contact': 'regular'}")
    return {
        _("begin each entry with '- '"): _("give a list"),
        _("write them indented below"): _("give a mapping of keys to values"),
        _("write them indented below: {keys}"): _("give a mapping with: {keys}"),
        _("write it in quotation marks"): _("give text"),
        _("write words, in quotes if need be"): _("give text"),
        _("put it in quotes: {value}"): _("give text: {value}"),
        _("write something behind the colon"): _("give text"),
        _("write '{example}'").format(example="contact: regular"): a_mapping,
        _("write '{example}'").format(example="contact: your words"): a_mapping,
        _("write 'format: {current}'").format(current=CASE_FORMAT): _("give the number {current}").format(
            current=CASE_FORMAT
        ),
    }
