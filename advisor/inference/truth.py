"""Whether a test holds by what is known at the end, of one case and without an engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from advisor.inference.network import Seek, Test, share_need
from advisor.knowledge.facts import Fact


def holds(test: Test, known: Collection[Fact]) -> bool:
    """Return whether a test is known to hold, by what is known."""
    if isinstance(test, Seek):
        return any(map(known.__contains__, test.facts))  # quicker than a generator
    if test.share is None:
        return _reaches(test.need, test.members, known)
    apply = [each for each in test.members if not _is_outside(each, known)]
    need: int = share_need(test.share, len(apply), test.negated)
    return _reaches(need, apply, known)


def _reaches(need: int, tests: Iterable[Test], known: Collection[Fact]) -> bool:
    """Return whether so many of some tests hold; no more of them is looked at than it takes."""
    for test in tests:
        if need <= 0:
            break
        need -= holds(test, known)
    return need <= 0


def _is_outside(test: Test, known: Collection[Fact]) -> bool:
    """Return whether what a member of a share looks at does not apply."""
    return isinstance(test, Seek) and test.outside is not None and test.outside in known
