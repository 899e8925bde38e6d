"""Which do you mean? What one means by working as one, laid beside what one believes that a partner means."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.training import IntegrationModel

ABOUT = ("how-far", "how-built")


def models_about(about: str, knowledge: KnowledgeBase) -> list[IntegrationModel]:
    """Return the models that say how far it goes, or how it is built."""
    return [each for each in knowledge.of_kind("integration-model") if each.about == about]


@dataclass(frozen=True)
class Meant:
    """One's own choice and the one that a partner is believed to have made; None where one does not know."""

    mine: IntegrationModel | None
    theirs: IntegrationModel | None

    @property
    def is_alike(self) -> bool:
        """Whether both are the same, as far as one believes."""
        return self.mine is not None and self.mine == self.theirs
