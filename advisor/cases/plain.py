"""What a program puts into a case, as plain data: text, numbers, lists and mappings; nothing that may fail.

A program can put anything there: what is read only once, what holds itself, what cannot be shown. None of it
gets further, and none of it is quoted: it may say something else each time.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from advisor._language import _
from advisor.cases.case import Case
from advisor.errors import CaseError, Fault
from advisor.knowledge.model import Model, hyphened

IN_CODE = "case"  # what faults call a case that no file holds
DEEPEST = 3  # steps from a case to the words in it: answers, a question, an item
LONGEST = 64  # bits of a number
Path = tuple[str | int, ...]


def plain_data(case: Case) -> dict[str, Any]:
    """Return a case as `Case.as_dict` does, safely; `CaseError` with all that can stand in no case."""
    if not isinstance(case, Case):
        what = _("this is {named}, not a Case").format(named=_named(case))
        remedy = _("make one with Case(...), give a dict with the keys of a case file, or read a file")
        raise CaseError([in_code(what, remedy)])
    found: dict[str, Any] = _taken(case, ())
    return found


def plain_mapping(data: Mapping[str, object]) -> dict[str, Any]:
    """Return what a program hands over as a case, safely; `CaseError` with all that can stand in no case."""
    found: dict[str, Any] = _taken(data, ())
    return found


def plain_answer(value: object, question: str) -> Any:
    """Return an answer as plain data; `CaseError` if it is nothing that can stand in a case."""
    return _taken(value, ("answers", question))


def in_code(what: str, remedy: str, path: Path = ()) -> Fault:
    """Return a fault of a case that no file holds: it has no lines, and is found by its path."""
    return Fault(IN_CODE, 0, 0, what, remedy, path)


def _taken(value: object, path: Path) -> Any:
    faults: list[Fault] = []
    found = _plain(value, path, faults)
    if faults:
        raise CaseError(faults)
    return found


def _plain(value: object, path: Path, faults: list[Fault]) -> Any:
    """Return a value as plain data. What lies too deep is left out: what holds it is wrong there anyway."""
    if value is None or type(value) is str or isinstance(value, (bool, float)):
        return value
    if isinstance(value, str):
        return str.__str__(value)  # an Enum of words, a text of numpy
    if isinstance(value, int) and value.bit_length() <= LONGEST:
        return int(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Model):
        value = {hyphened(field.name): getattr(value, field.name) for field in fields(value)}
        value = {key: said for key, said in value.items() if said is not None}
    if isinstance(value, Mapping):
        return _plain_mapping(value, path, faults) if len(path) < DEEPEST else {}
    if isinstance(value, (list, tuple)):
        members = value if len(path) < DEEPEST else ()
        return [_plain(member, (*path, number), faults) for number, member in enumerate(members)]
    faults.append(
        in_code(
            _("{named} cannot stand in a case").format(named=_named(value)),
            _("give text, a list or a mapping"),
            path,
        )
    )
    return None


def _plain_mapping(value: Mapping[Any, object], path: Path, faults: list[Fault]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, said in value.items():
        if isinstance(key, str):
            word = str.__str__(key)
            found[word] = said if type(said) is str else _plain(said, (*path, word), faults)
        else:
            faults.append(
                in_code(
                    _("{named} cannot be a key in a case").format(named=_named(key)), _("give text"), path
                )
            )
    return found


def _named(value: object) -> str:
    """Return what a value is, without a word of what it holds."""
    if isinstance(value, int):
        return _("a number") if value.bit_length() <= LONGEST else _("so long a number")
    kind = type(value)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return _("an object of the type '{name}'").format(name=f"{module}{kind.__qualname__}")
