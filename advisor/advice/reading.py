"""An advice read back from what `Advice.as_json` or `as_dict` gave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from advisor._document import adapter_of
from advisor._language import _
from advisor.errors import Fault, InputError

A = TypeVar("A")
IN_CODE = "advice"  # what faults call it
_REMEDY = "give what as_json() or as_dict() of an advice gave"


def advice_in(data: str | bytes | Mapping[str, Any], model: type[A], version: int) -> A:
    """Return the advice in JSON text or plain data; `InputError` with all that is wrong in it."""
    from pydantic import ValidationError

    given = _plain(data)
    said = given.get("schema_version")
    if said != version or type(said) is not int:
        what = _("this is not an advice in format {version}").format(version=version)
        raise InputError([_fault(what, ("schema_version",))])
    try:
        found: A = adapter_of(model).validate_python(given, by_alias=True)
    except ValidationError as error:
        what = _("this does not fit an advice")
        raise InputError(_fault(what, each["loc"]) for each in error.errors(include_input=False)) from None
    return found


def _plain(data: str | bytes | Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(data, Mapping):
        return dict(data)
    if not isinstance(data, (str, bytes, bytearray)):
        what = _("this is of the type '{kind}', and no advice").format(kind=type(data).__name__)
        raise InputError([_fault(what, ())])
    import json

    try:
        found = json.loads(data)
    except (ValueError, RecursionError):  # no JSON, no UTF-8, or nested without end
        raise InputError([_fault(_("this is not JSON"), ())]) from None
    if not isinstance(found, dict):
        raise InputError([_fault(_("this does not fit an advice"), ())])
    return found


def _fault(what: str, path: tuple[str | int, ...]) -> Fault:
    return Fault(IN_CODE, 0, 0, what, _REMEDY, path)
