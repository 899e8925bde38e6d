"""What was given beside a case, as an advice says it."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.knowledge.facts import Fact


@dataclass(frozen=True, slots=True)
class Beside:
    """Something given beside the case: that voices are apart, how a factor has moved, what was observed."""

    kind: str
    id: str
    value: str

    @property
    def fact(self) -> Fact:
        """The same, as rules read it."""
        return Fact(self.kind, self.id, self.value)
