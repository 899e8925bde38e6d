"""What a check of the knowledge would complain of and that is as it should be."""

from __future__ import annotations

from advisor.knowledge.model import Model, record
from advisor.knowledge.terms import Id, Text


@record
class Accepted(Model):
    """What a check of the knowledge would complain of and that is as it should be, and why."""

    check: Id
    of: Id | tuple[Id, ...]
    reason: Text

    @property
    def ids(self) -> tuple[Id, ...]:
        """Return the entries that it speaks of."""
        return (self.of,) if isinstance(self.of, str) else self.of
