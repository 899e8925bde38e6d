"""What was said of the sectors of a case's partners, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from advisor.cases.sectors import sector_named
from advisor.knowledge.facts import Fact
from advisor.knowledge.phrases import sector_title


def sector_said(fact: Fact, case: Mapping[str, Any]) -> str:
    """Return which partners of a case, as an advice holds it, are of the sector of a fact."""
    found = [(partner["name"], sector_named(partner.get("sector", ""))) for partner in case["partners"]]
    names = [name for name, sector in found if sector is not None and sector.id == fact.id]
    *others, last = names or ["no partner"]
    who = f"{', '.join(others)} and {last}" if others else last
    return f"You said that the sector of {who} is '{sector_title(fact.id)}'"
