"""What is said of the rest, where not all is shown: it is told how to see it where there is a way."""

from __future__ import annotations

from advisor._command import option_for_all
from advisor._language import _, ngettext


def and_more(left: int) -> str:
    """Return that there are so many more."""
    return with_full(ngettext("and {n} more", "and {n} more", left).format(n=left))


def and_more_reasons(left: int) -> str:
    """Return that there are so many more reasons."""
    return with_full(ngettext("and {n} more reason", "and {n} more reasons", left).format(n=left))


def with_full(said: str) -> str:
    """Return what is said of the rest, with the option that shows it."""
    option = option_for_all("--full")
    return _("{said}, with {option}").format(said=said, option=option) if option else said


def by_full(said: str) -> str:
    """Return what the rest is, and the option that shows it."""
    option = option_for_all("--full")
    return _("{said}: with {option}").format(said=said, option=option) if option else said
