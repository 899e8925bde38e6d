"""An advice in brief, and in what two of them differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from advisor.advice.model import Advice

Brief = dict[str, Any]
FIRST_THREE = "first three interventions"
WHENS = ("first", "next", "later")


def brief(advice: Advice) -> Brief:
    """Return where each factor stands, which three interventions come first, and what the plan names when."""
    stages = {f"stage of {factor.id}": factor.stage for factor in advice.factors}
    first = [item.id for item in advice.interventions[:3]]
    plan = {f"plan, {when}": [step.id for step in advice.plan if step.when == when] for when in WHENS}
    return {**stages, FIRST_THREE: first, **plan}


def differences(before: Mapping[str, Brief], now: Mapping[str, Brief]) -> dict[str, dict[str, Brief]]:
    """Return for each case what differs in it: what it was, and what it is now."""
    found = {
        case: {
            what: {"was": was, "now": now[case].get(what)}
            for what, was in said.items()
            if was != now[case].get(what)
        }
        for case, said in before.items()
    }
    return {case: differing for case, differing in found.items() if differing}
