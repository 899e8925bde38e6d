"""What can go wrong, as a caller would tell it apart.

A user's mistake is never a traceback: it is one or more `Fault` lines, all found at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing wrong with an input: where (lines and columns count from 1), what, and what to try."""

    file: str
    line: int
    column: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.what}; {self.remedy}"


class AdvisorError(Exception):
    """The base of every error that this library raises on purpose."""


class InputError(AdvisorError):
    """An input has faults. `faults` holds them all, in the order of their place in the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class CaseError(InputError):
    """A case, or a file that should hold one, cannot be used."""


class KnowledgeError(InputError):
    """A knowledge base cannot be used."""


class UnknownIdError(AdvisorError):
    """Somebody asked for an id that is not there; the message says what is near."""
