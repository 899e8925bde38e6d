"""What is said of the rest, where not all is shown: somebody who types commands is told how to see it."""

from __future__ import annotations

from advisor._command import typed_or_called
from advisor._language import _, ngettext


def and_more(left: int) -> str:
    """Return that there are so many more."""
    return with_full(ngettext("and {n} more", "and {n} more", left).format(n=left))


def and_more_reasons(left: int) -> str:
    """Return that there are so many more reasons."""
    return with_full(ngettext("and {n} more reason", "and {n} more reasons", left).format(n=left))


def with_full(said: str) -> str:
    """Return what is said of the rest, with the option that shows it."""
    return typed_or_called(_("{said}, with --full").format(said=said), said)


def by_full(said: str) -> str:
    """Return what the rest is, and the option that shows it."""
    return typed_or_called(_("{said}: with --full").format(said=said), said)
