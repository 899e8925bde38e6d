"""Which rules are behind a difference: those that say otherwise now about what moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from advisor import Advice

Said = dict[tuple[str, str], set[str]]  # by rule and what it is about, the values that it concludes


def said_in(advice: Advice) -> Said:
    """Return what each rule says in an advice, about which thing."""
    found: Said = {}
    for firing in advice.firings:
        if not firing.is_derived:
            about = firing.rule, firing.concludes.id
            found.setdefault(about, set()).add(f"{firing.concludes.kind} {firing.concludes.value}")
    return found


def rules_behind(what: str, difference: Mapping[str, Any], before: Said, now: Said) -> list[str]:
    """Return the rules that say otherwise about what differs, `+` before those that say it now alone."""
    things = set(_things(what, difference))
    changed = sorted(
        (rule, about)
        for rule, about in before.keys() | now.keys()
        if about in things and before.get((rule, about)) != now.get((rule, about))
    )
    marked = (f"{'+' if place in now else '-'}{place[0]}" for place in changed)
    return list(dict.fromkeys(marked))


def _things(what: str, difference: Mapping[str, Any]) -> Iterable[str]:
    if what.startswith("stage of "):
        return [what.removeprefix("stage of ")]
    return [*difference["was"], *difference["now"]]
