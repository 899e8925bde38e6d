"""What is known of one case while its advice is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.fired import Fired
from advisor.knowledge_base import KnowledgeBase
from advisor.reasons import Chains, Reasons


@dataclass(slots=True)
class Told:
    """The firings of a case, indexed, with what was weighed from them."""

    knowledge: KnowledgeBase
    firings: Sequence[Fired]
    chains: Chains
    reasons: dict[str, Reasons]
    stages: dict[str, str]
    leading: list[str]  # the likely patterns, what drives the rest first
