"""experta's engine without its log: what a leader answers is private, and a log is read by others.

experta tells Python's logging of every fact and every rule that fires, at INFO, and there is no switch for
it that would not also switch off what the host's own use of experta logs. So the places that log are
done here, each without a word: the facts, the loop that fires, the agenda.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from advisor.inference._experta import import_experta

experta = import_experta()
from experta.abstract import Strategy  # noqa: E402 (after the import that lends a name)
from experta.agenda import Agenda  # noqa: E402 (as above)
from experta.factlist import FactList  # noqa: E402 (as above)


class QuietFacts(FactList):  # type: ignore[misc]  # it has no types
    """experta's working memory, in which each fact stands once; nothing is ever taken back."""

    def declare(self, fact: Any) -> Any:
        """Take in a fact and return it; None if it is known already."""
        known = self._get_fact_id(fact)
        if known in self.reference_counter:
            return None
        fact.__factid__ = self.last_index
        self[self.last_index] = fact
        self.last_index += 1
        self.reference_counter[known] = 1
        self.added.append(fact)
        return fact


class QuietStrategy(Strategy):  # type: ignore[misc]  # it has no types
    """A strategy that brings the agenda up to date and tells nobody."""

    def update_agenda(self, agenda: Any, added: Iterable[Any], removed: Iterable[Any]) -> None:
        """Put activations on the agenda and take others off it."""
        self._update_agenda(agenda, added, removed)


class QuietEngine(experta.KnowledgeEngine):  # type: ignore[misc,name-defined]  # it has no types
    """experta's engine, which fires what stands next on the agenda until nothing does."""

    def reset(self) -> None:
        """Forget the last case: an empty agenda, and no fact but the one that experta begins with."""
        self.agenda, self.facts = Agenda(), QuietFacts()
        self.matcher.reset()
        self.facts.declare(experta.InitialFact())
        self.running = False

    def run(self) -> None:
        """Fire one rule after the other; each may add facts, which bring others."""
        self.running = True
        while self.running:
            self.strategy.update_agenda(self.agenda, *self.get_activations())
            activation = self.agenda.get_next()
            if activation is None:
                break
            activation.rule(self)
        self.running = False
