"""What every answer of the advice to a question can be given as: plain data and JSON text."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from advisor._document import json_text

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

EXPLANATION_SCHEMA_VERSION = 1


class Explained:
    """An answer to why, why not, what if and the like."""

    __slots__ = ()

    def as_dict(self: DataclassInstance) -> dict[str, Any]:
        """Return it as plain data, its keys in the order of the contract (docs/json.md)."""
        return {"schema_version": EXPLANATION_SCHEMA_VERSION, **asdict(self)}

    def as_json(self, indent: int | None = 2) -> str:
        """Return it as JSON text; on one line if `indent` is None."""
        return json_text(self.as_dict(), indent)  # type: ignore[misc]  # each is a dataclass
