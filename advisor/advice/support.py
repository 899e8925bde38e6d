"""The reasons for and against each thing that can be advised, gathered from the firings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.inference.firing import Firing
from advisor.inference.outdone import outdone
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.rules import Cautions, ComesFirst, NeedsHelp, Recommends, Withholds


@dataclass(slots=True)
class Reasons:
    """What the firings say of one thing, support by its strength; each part in the order of the rules."""

    strong: Sequence[Firing] = ()
    moderate: Sequence[Firing] = ()
    slight: Sequence[Firing] = ()
    withholds: Sequence[Firing] = ()
    cautions: Sequence[Firing] = ()
    waits: Sequence[tuple[str, Firing]] = ()
    helpers: Sequence[tuple[str, Firing]] = ()
    supports: Sequence[Firing] = ()  # all that support it, strongest first

    @property
    def strongest(self) -> Sequence[Firing]:
        """The reasons of the greatest strength that there is."""
        return self.strong or self.moderate or self.slight


def gather(firings: Iterable[Firing], knowledge: KnowledgeBase) -> dict[str, Reasons]:
    """Return the reasons by the id of what they are about; `firings` are of rules, in their order."""
    parts: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    places = knowledge.memo(_place)
    for firing in firings:
        place = places[firing.id]
        if place is not None:
            part, other = place
            parts[part].append((other, firing) if other else firing)
    found: defaultdict[str, Reasons] = defaultdict(Reasons)
    for (about, name), said in parts.items():
        setattr(found[about], name, said)
    for reasons in found.values():
        _leave_out_outdone(reasons, knowledge)
        reasons.supports = [*reasons.strong, *reasons.moderate, *reasons.slight]
    return dict(found)


def _leave_out_outdone(reasons: Reasons, knowledge: KnowledgeBase) -> None:
    """Leave out what a stronger reason says as well: one answer counts once for one thing."""
    stronger = [firing.id for firing in reasons.strong]
    if stronger and reasons.moderate:
        reasons.moderate = [f for f in reasons.moderate if not outdone(f.id, stronger, knowledge)]
    stronger += [firing.id for firing in reasons.moderate]
    if stronger and reasons.slight:
        reasons.slight = [f for f in reasons.slight if not outdone(f.id, stronger, knowledge)]


def _place(knowledge: KnowledgeBase, id_: str) -> tuple[tuple[str, str], str | None] | None:
    """Return where the firings of a rule belong; None if they are no reasons.

    That is what they are about and the part of its `Reasons`, then what else the rule names.
    """
    then = knowledge.entry(id_).then
    match then:
        case Recommends():
            return (then.recommend, then.strength), None  # a part for each strength, of the same name
        case Withholds():
            return (then.withhold, "withholds"), None
        case Cautions():
            return (then.caution, "cautions"), None
        case ComesFirst():
            return (then.before, "waits"), then.first
        case NeedsHelp():
            return (then.needs_help, "helpers"), then.led_by
    return None
