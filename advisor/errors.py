"""What can go wrong, as a caller would tell it apart.

A user's mistake is never a traceback: it is one or more `Fault` lines, all found at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor._text import shown_name

LONGEST_MESSAGE = 400
MOST_SHOWN = 100


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """One thing wrong with an input: where (lines and columns count from 1), what, and what to try."""

    file: str
    line: int
    column: int
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{shown_name(self.file)}:{self.line}:{self.column}"
        return f"{place}: {self._short(self.what)}; {self._short(self.remedy)}"

    @staticmethod
    def _short(text: str) -> str:
        """Return a message on one line of bearable length: it may quote whatever stands in a file."""
        return shown_name(text if len(text) <= LONGEST_MESSAGE else text[: LONGEST_MESSAGE - 3] + "...")


class AdvisorError(Exception):
    """The base of every error that this library raises on purpose."""


class InputError(AdvisorError):
    """An input has faults. `faults` holds them all, in the order of their place in the file.

    The message has a line for each of the first hundred, and says how many more there are.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        lines = [str(fault) for fault in self.faults[:MOST_SHOWN]]
        if len(self.faults) > MOST_SHOWN:
            lines.append(f"... and {len(self.faults) - MOST_SHOWN} more faults")
        super().__init__("\n".join(lines))


class CaseError(InputError):
    """A case, or a file that should hold one, cannot be used."""


class TableError(InputError):
    """A table of cases cannot be used. What is wrong with single rows is told in the result instead."""


class KnowledgeError(InputError):
    """A knowledge base cannot be used."""


class UnknownIdError(AdvisorError):
    """Somebody asked for an id that is not there; the message says what is near."""
