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
    return next((said for of_file, said in instead.items() if _says(of_file, remedy)), remedy)


def _says(template: str, remedy: str) -> bool:
    """Return whether something is said as it stands in a template, whatever is put in its braces."""
    said = re.sub(r"\\\{\w+\\\}", ".*", re.escape(template))
    return re.fullmatch(said, remedy, re.DOTALL) is not None


def _instead() -> dict[str, str]:
    """Return by what is said of a file what is said of data; what is put in its braces is left out there."""
    text, keys = _("give text"), _("give a mapping of keys to values")
    answers = _("give a mapping, such as {'contact': 'regular'}")
    return {
        _("begin each entry with '- '"): _("give a list"),
        _("write them indented below"): keys,
        _("write them indented below: {keys}"): keys,
        _("write it in quotation marks"): text,
        _("write words, in quotes if need be"): text,
        _("put it in quotes: {value}"): text,
        _("write something behind the colon"): text,
        _("write '{example}'").format(example="contact: regular"): answers,
        _("write '{example}'").format(example="contact: your words"): answers,
        _("write 'format: {current}'"): _("give the number {current}").format(current=CASE_FORMAT),
    }
