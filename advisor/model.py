"""What every data model here shares: strict, frozen, its schema built only when it is used."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


def hyphened(name: str) -> str:
    """Return a field's name as data files write it: `first_step` is `first-step`, `is_` is `is`."""
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """The base of the models read from data files; unknown keys are errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        alias_generator=hyphened,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        str_strip_whitespace=True,
        strict=False,
        coerce_numbers_to_str=False,
    )

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: Any) -> bool:
        return self is other or (type(self) is type(other) and self.__dict__ == other.__dict__)
