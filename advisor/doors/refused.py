"""What is wrong with what came in, as plain data, so that a program finds the place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.errors import AdvisorError, CaseError, EditError, Fault, InputError


@dataclass(frozen=True, slots=True)
class FaultTold:
    """One thing that is wrong: the path to it in what was sent, what is wrong, and what to try."""

    path: list[str | int]
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Why nothing was answered. `code` stays the same in every language.

    `faults` are all that was found wrong; `errors` are the same in the shape of the input: where a value is
    wrong there stands what is wrong with it.
    """

    code: str
    message: str
    faults: list[FaultTold]
    errors: dict[str, Any]


def refused(error: AdvisorError, at: tuple[str | int, ...] = ()) -> Refused:
    """Return what an error tells; `at` is where in the input stands what it is about."""
    if not isinstance(error, InputError):
        return Refused(error.code, error.told(), [], {})
    faults = [FaultTold([*at, *each.path], each.what, each.remedy) for each in error.faults]
    return Refused(error.code, _summary(error.faults), faults, in_shape(faults))


def refused_changes(error: InputError | EditError, changes: Mapping[str, object]) -> Refused:
    """Return what is wrong with changes to a case: each is called by what it changes."""
    if isinstance(error, EditError):
        faults = [FaultTold(_in_changes(error.quoted, changes), error.what, error.remedy)]
    else:
        faults = [FaultTold(_in_changes(each.file, changes), each.what, each.remedy) for each in error.faults]
    return Refused("invalid-change", _summary(faults), faults, in_shape(faults))


def _in_changes(name: str, changes: Mapping[str, object]) -> list[str | int]:
    """Return the path to what is called QUESTION.ITEM, which may stand under its question."""
    return ["changes", name] if name in changes else ["changes", *name.split(".", 1)]


def refused_answer(error: CaseError, question: str) -> Refused:
    """Return what is wrong with an answer in an interview, by the keys that it was sent under."""
    faults = [FaultTold(_in_answer(each.path, question), each.what, each.remedy) for each in error.faults]
    return Refused(error.code, _summary(faults), faults, in_shape(faults))


def refused_at(error: AdvisorError, key: str) -> Refused:
    """Return what is wrong with a name or another whole, by the key that it was sent under."""
    what, _, remedy = error.told().partition("; ")
    faults = [FaultTold([key], what, remedy)]
    return Refused(error.code, error.told(), faults, in_shape(faults))


def _in_answer(path: tuple[str | int, ...], question: str) -> list[str | int]:
    if path[:2] == ("notes", question):
        return ["note"]
    return ["value", *path[2:]] if path[:2] == ("answers", question) else ["value"]


def _summary(faults: Sequence[Fault | FaultTold]) -> str:
    return "; ".join(dict.fromkeys(fault.what for fault in faults[:3]))


def in_shape(faults: list[FaultTold]) -> dict[str, Any]:
    """Return faults in the shape of the input; that of a whole stands under an empty key beside its parts."""
    found: dict[str, Any] = {}
    for fault in faults:
        here = found
        for step in fault.path:
            here = here.setdefault(str(step), {})
        here.setdefault("", []).append("; ".join(filter(None, (fault.what, fault.remedy))))
    shaped = _leaves(found)
    return shaped if isinstance(shaped, dict) else {"": shaped}


def _leaves(found: Any) -> Any:
    """Return a shape in which what has no parts is the list of its faults."""
    if not isinstance(found, dict):
        return found
    if [*found] == [""]:
        return found[""]
    return {key: _leaves(each) for key, each in found.items()}
