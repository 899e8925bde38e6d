"""What a hint names for its reader: the command as it was started, a call of the library or of a door."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from advisor._language import N_, _
from advisor._text import shown_name
from advisor._within import within

_PLAIN = re.compile(r"[\w@%+=:,./~-][\w@%+=:,./~#\\-]*")  # what no shell reads as anything but itself
INSTALLED = "advisor"  # in files: they are the same wherever they were made
_STARTED_AS: ContextVar[str] = ContextVar("started_as", default=INSTALLED)
_IS_COMMAND: ContextVar[bool] = ContextVar("is_command", default=False)


@dataclass(frozen=True, slots=True)
class Door:
    """How somebody asks who comes in at a door: without a command to type, or an advisor in a program.

    `calls` are what is called for each method of an advisor; `full` is what shows the rest of an answer.
    """

    calls: Mapping[str, str]
    listed: str
    full: str = ""


_DOOR: ContextVar[Door | None] = ContextVar("door", default=None)
ABOUT = N_("{call} with {given}")


def at_door(door: Door) -> AbstractContextManager[None]:
    """Let what is said within be for whoever comes in at a door."""
    return within(_DOOR, door)


def call_about(method: str, name: str, changes: str = "") -> str:
    """Return what a program calls to ask about a name, or what would follow if it were answered otherwise."""
    door = _DOOR.get()
    if door is None:
        return f"advisor.{method}(case, '{name}{changes}')"
    given = f"{{'{name}': ...}}" if changes else f"'{name}'"
    return _(ABOUT).format(call=door.calls[method], given=given)


def listing() -> str:
    """Return how to see what ids there are."""
    door = _DOOR.get()
    if door is not None:
        return _(door.listed)
    return typed_or_called(hint("knowledge", "list"), "advisor.knowledge.ids_of(kind)")


def interview_that_was_kept() -> str:
    """Return what a program has to give where it wants to go on with an interview."""
    return _("what as_dict() of an interview gave") if _DOOR.get() is None else _("it as it came last")


def option_for_all(command: str) -> str:
    """Return what shows all of an answer: an option of the command, an argument at a door, or nothing."""
    door = _DOOR.get()
    return command if is_command() else door.full if door is not None else ""


def started_as(words: str) -> AbstractContextManager[None]:
    """Let hints within name the command by these words, such as `python3 -m advisor`."""
    return within(_STARTED_AS, words)


def hints_in(output: Path | None) -> AbstractContextManager[None]:
    """Let hints within name the command as it is installed if a file keeps them: it may be read elsewhere."""
    return nullcontext() if output is None else started_as(INSTALLED)


def as_command() -> AbstractContextManager[None]:
    """Let what is said within be for somebody who types commands, and not for a program."""
    return within(_IS_COMMAND, True)


@contextmanager
def as_program() -> Iterator[None]:
    """Let what is said within be for a program, which learns nothing of how a command was started."""
    with within(_IS_COMMAND, False), started_as(INSTALLED):
        yield


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
