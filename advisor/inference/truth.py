"""Whether a test holds by what is known at the end, of one case and without an engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from advisor.inference.network import Seek, Test, share_need
from advisor.knowledge.facts import Fact


def holds(test: Test, known: Collection[Fact]) -> bool:
    """Return whether a test is known to hold, by what is known."""
    if isinstance(test, Seek):
        return any(fact in known for fact in test.facts)
    if test.share is None:
        return _number(test.members, known) >= test.need
    apply = [each for each in test.members if not _is_outside(each, known)]
    need: int = share_need(test.share, len(apply), test.negated)
    return _number(apply, known) >= need


def _number(tests: Iterable[Test], known: Collection[Fact]) -> int:
    return sum(holds(test, known) for test in tests)


def _is_outside(test: Test, known: Collection[Fact]) -> bool:
    """Return whether what a member of a share looks at does not apply."""
    return isinstance(test, Seek) and test.outside is not None and test.outside in known
