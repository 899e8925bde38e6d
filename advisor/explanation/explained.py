"""What every answer of the advice to a question can be given as: plain data and JSON text."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from advisor._document import json_text
from advisor._notebook import Shown

EXPLANATION_SCHEMA_VERSION = 1


class Explained(Shown):
    """An answer to why, why not, what if and the like."""

    __slots__ = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data, its keys in the order of the contract (docs/json.md)."""
        found: dict[str, Any] = json.loads(self.as_json(None))
        return found

    def as_json(self, indent: int | None = 2) -> str:
        """Return it as JSON text; on one line if `indent` is None."""
        own: Any = self  # each is a dataclass
        return json_text({"schema_version": EXPLANATION_SCHEMA_VERSION, **asdict(own)}, indent)
