"""What every data model here shares.

Models are plain dataclasses: cheap to import and to make, for a command that must start quickly.
pydantic holds files against them (`advisor.knowledge.validate`) and writes their JSON Schemas; it is imported
only then. Names that Python keeps for itself are written with an underscore behind, and every
underscore is a hyphen in data files: `is_` is `is`, `first_step` is `first-step`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, TypeVar, dataclass_transform

T = TypeVar("T")


def hyphened(name: str) -> str:
    """Return a field's name as data files write it."""
    return name.rstrip("_").replace("_", "-")


@dataclass_transform(kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a model: a dataclass whose fields are given by name."""
    return dataclass(kw_only=True, eq=False, repr=False, slots=True)(cls)


class Model:
    """The base of all models: compared and shown by their fields; unknown keys in files are errors."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]  # `record` makes every model a dataclass
    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "extra": "forbid",
        "alias_generator": hyphened,
        "serialize_by_alias": True,  # as files have it, also where it is part of a model of somebody else
        "str_strip_whitespace": True,
    }

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self.as_dict() == other.as_dict())

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # models may hold dicts

    def __repr__(self) -> str:
        said = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields(self))
        return f"{type(self).__name__}({said})"

    def as_dict(self) -> dict[str, Any]:
        """Return the model as plain data with the keys of data files; dates are text, None is left out."""
        given = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {hyphened(name): _plain(value) for name, value in given if value is not None}


def _plain(value: Any) -> Any:
    if type(value) is str or value is None:  # most values are
        return value
    if isinstance(value, str):
        return str.__str__(value)  # an Enum of words, a text of numpy
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Model):
        return value.as_dict()
    if isinstance(value, (tuple, list)):
        return [_plain(member) for member in value]
    if isinstance(value, Mapping):
        return {_plain(key): _plain(member) for key, member in value.items()}
    return value
