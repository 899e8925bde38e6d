"""Texts that are said otherwise where something is known of the case: to the weaker side, to a manager.

What is said otherwise is words alone. Nothing is concluded from it, so it stands outside the layers of the
rules: it is looked at once everything has been concluded (docs/decisions/0019-said-otherwise.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Literal, TypeVar

from advisor.knowledge.conditions import Condition
from advisor.knowledge.model import Model, hyphened, record
from advisor.knowledge.terms import Text

M = TypeVar("M", bound=Model)


@record
class SaidOtherwise(Model):
    """Texts that take the place of others of the same entry or rule, and when."""

    when: Condition
    title: Text | None = None
    because: Text | None = None
    text: Text | None = None
    question: Text | None = None
    short: Text | None = None
    first_step: Text | None = None
    try_this: Text | None = None
    how: Text | None = None
    ask: Text | None = None
    without: Text | None = None
    in_practice: Text | None = None
    calls_for: Text | None = None
    makes_worse: Text | None = None
    turn_to: Text | None = None
    who: Literal["leader", "together", "above"] | None = None

    def texts(self) -> dict[str, Text]:
        """Return the texts by the names of the fields that they stand for."""
        given = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "when"}
        return {name: text for name, text in given.items() if text is not None}

    def instead_of(self, entry: M) -> M:
        """Return the entry with these texts."""
        return replace(entry, **self.texts())

    def misplaced(self, entry: Model, title_is_a_name: bool) -> Iterator[str]:
        """Yield the keys of texts that an entry has not, and its title where that is its name."""
        own = getattr(entry, "own_texts", ())
        for name in self.texts():
            there = name in own or isinstance(getattr(entry, name, None), str)
            if not there or (name == "title" and title_is_a_name):
                yield hyphened(name)
