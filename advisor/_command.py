"""How a hint names the command: as it was started, so that it can be typed as it stands."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from advisor._text import shown_name

_PLAIN = re.compile(r"[\w@%+=:,./~-][\w@%+=:,./~#\\-]*")  # what no shell reads as anything but itself
INSTALLED = "advisor"  # in files: they are the same wherever they were made
_STARTED_AS: ContextVar[str] = ContextVar("started_as", default=INSTALLED)
_IS_COMMAND: ContextVar[bool] = ContextVar("is_command", default=False)


@contextmanager
def started_as(words: str) -> Iterator[None]:
    """Let hints within name the command by these words, such as `python3 -m advisor`."""
    token = _STARTED_AS.set(words)
    try:
        yield
    finally:
        _STARTED_AS.reset(token)


@contextmanager
def as_command() -> Iterator[None]:
    """Let what is said within be for somebody who types commands, and not for a program."""
    token = _IS_COMMAND.set(True)
    try:
        yield
    finally:
        _IS_COMMAND.reset(token)


@contextmanager
def as_program() -> Iterator[None]:
    """Let what is said within be for a program, which learns nothing of how a command was started."""
    is_command, as_started = _IS_COMMAND.set(False), _STARTED_AS.set(INSTALLED)
    try:
        yield
    finally:
        _IS_COMMAND.reset(is_command)
        _STARTED_AS.reset(as_started)


def is_command() -> bool:
    """Return whether this is a command that somebody typed, and not a program that uses the library."""
    return _IS_COMMAND.get()


def typed_or_called(command: str, call: str) -> str:
    """Return what is said to whoever is there: to somebody who types commands, or to whoever wrote a program.

    A message names no option of the command to a program, and no call to a leader.
    """
    return command if is_command() else call


def way(command: Sequence[str], method: str, *given: str) -> str:
    """Return what to ask next: a command with its words, or a method of an advisor with what it is given."""
    call = f"advisor.{method}({', '.join(repr(shown_name(each)) for each in given)})"
    return typed_or_called(hint(*command), call)


def hint(*words: str) -> str:
    """Return the command with `words` behind it, each in quotes where it has blanks or the like."""
    return " ".join([_STARTED_AS.get(), *map(typed, words)])


def typed(word: str) -> str:
    """Return a word as one would type it at a shell of this system."""
    word = shown_name(word)
    if _PLAIN.fullmatch(word):
        return word
    return f'"{word}"' if os.name == "nt" else shlex.quote(word)
