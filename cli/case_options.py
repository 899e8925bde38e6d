"""What all commands on one case share: how it is read, and where what is said of it goes."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .options import alone_option, anonymise_option, knowledge_option, other_option, output_option

if TYPE_CHECKING:
    from advisor.api import Advisor

    from .looking_back import Read


@dataclass(frozen=True)
class CaseOptions:
    """How one case is to be read, by which knowledge base, and the file that the answer goes to, if any."""

    alone: bool
    anonymise: bool
    other: tuple[str, ...]
    output: Path | None
    knowledge: Path | None

    @property
    def again(self) -> tuple[str, ...]:
        """The options that a hint must give again; without names, what could hold one is left out."""
        by_itself = ("--alone",) if self.alone else ()
        if self.anonymise:
            return ("--anonymise", *by_itself)
        own = () if self.knowledge is None else ("--knowledge", str(self.knowledge))
        return (*(word for each in self.other for word in ("--other", each)), *own, *by_itself)

    def read(self, advisor: Advisor, case: str) -> Read:
        """Return a case with what earlier ones beside it give."""
        from .looking_back import read_looking_back

        return read_looking_back(advisor, case, self.other, self.anonymise, self.alone)


def case_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add these options; the command gets them first, as one `CaseOptions`."""

    @functools.wraps(command)
    def with_options(
        alone: bool,
        anonymise: bool,
        other: tuple[str, ...],
        output: Path | None,
        knowledge: Path | None,
        **own: Any,
    ) -> None:
        command(CaseOptions(alone, anonymise, other, output, knowledge), **own)

    return alone_option(anonymise_option(other_option(output_option(knowledge_option(with_options)))))
