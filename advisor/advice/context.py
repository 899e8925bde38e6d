"""What is known of one case while its advice is put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.advice.grounds import Grounds
from advisor.advice.order import Factors
from advisor.advice.support import Reasons
from advisor.inference.firing import Firing
from advisor.inference.wording import Wording
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact


@dataclass(slots=True)
class BuildContext:
    """The firings of the rules on a case, in their published order, with what was weighed from them."""

    knowledge: KnowledgeBase
    firings: Sequence[Firing]
    reasons: dict[str, Reasons]
    stages: Mapping[str, str]
    sure: Mapping[str, str]  # firm or tentative, of each factor whose stage is known
    own_views: frozenset[str]  # the factors of which nothing is known but the leader's own placing
    reached: Mapping[Fact, Factors]  # the factors that a fact is about, however deep
    leading: Sequence[Fact]  # the patterns by which reasons are told, that which leads first
    wording: Wording
    grounds: Grounds
    answers: Mapping[str, Any]
