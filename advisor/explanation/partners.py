"""What was said of the sectors of a case's partners, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from advisor._language import _
from advisor.cases.sectors import sector_named
from advisor.knowledge.facts import Fact
from advisor.knowledge.phrases import sector_title


def sector_said(fact: Fact, case: Mapping[str, Any]) -> str:
    """Return which partners of a case, as an advice holds it, are of the sector of a fact."""
    found = [(partner["name"], sector_named(partner.get("sector", ""))) for partner in case["partners"]]
    names = [name for name, sector in found if sector is not None and sector.id == fact.id]
    *others, last = names or [_("no partner")]
    who = _("{names} and {last}").format(names=", ".join(others), last=last) if others else last
    said = _("You said that the sector of {who} is '{sector}'")
    return said.format(who=who, sector=sector_title(fact.id))
