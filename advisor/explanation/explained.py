"""What every answer of the advice to a question can be given as: plain data and JSON text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Final, Literal

from advisor._document import json_text
from advisor._notebook import Shown

EXPLANATION_SCHEMA_VERSION: Final = 1


@dataclass(frozen=True, slots=True, repr=False)
class Explained(Shown):
    """An answer to why, why not, what if and the like."""

    schema_version: Literal[1] = field(default=EXPLANATION_SCHEMA_VERSION, init=False)

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, its keys in the order of the contract (docs/json.md)."""
        found: dict[str, Any] = json.loads(self.as_json(None))
        return found

    def as_json(self, indent: int | None = 2) -> str:
        """Return it as JSON text; on one line if `indent` is None."""
        return json_text(asdict(self), indent)
