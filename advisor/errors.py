"""What can go wrong, as a caller would tell it apart.

A user's mistake is never a traceback: it is one or more `Fault` lines, all found at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from advisor._command import call_about, hint
from advisor._language import _, ngettext
from advisor._text import shown_name

LONGEST_MESSAGE = 400
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with an input: where, what, and what to try.

    Lines and columns count from 1; they are 0 for an input that has none, such as a case made in code or
    a file that is not there. A row of a table has columns and no line.

    `path` leads to it from the top of the input: keys, and numbers of members counted from 0. Where a key
    itself is not known it leads to what holds it, so that it quotes nothing; it is empty for the whole input.
    """

    file: str
    line: int
    column: int
    what: str
    remedy: str
    path: tuple[str | int, ...] = ()

    @property
    def place(self) -> str:
        """Where it is, as FILE:LINE:COLUMN; without lines, the file and the column or path in it."""
        file = shown_name(self.file)
        if self.line:
            return f"{file}:{self.line}:{self.column}"
        if self.column:
            return _("{file}, column {column}").format(file=file, column=self.column)
        return f"{file}, {shown_name(self.steps)}" if self.path else file

    @property
    def steps(self) -> str:
        """The path as text, such as answers.changes-lately.posts-vacant."""
        return ".".join(map(str, self.path))

    def __str__(self) -> str:
        return f"{self.place}: {self._short(self.what)}; {self._short(self.remedy)}"

    def __lt__(self, other: Fault) -> bool:
        return self.order < other.order

    @property
    def order(self) -> tuple[object, ...]:
        """What faults are sorted by."""
        steps = [(isinstance(step, int), step) for step in self.path]
        return self.file, self.line, self.column, steps, self.what, self.remedy

    @staticmethod
    def _short(text: str) -> str:
        """Return a message on one line of bearable length: it may quote whatever stands in a file."""
        return shown_name(text if len(text) <= LONGEST_MESSAGE else text[: LONGEST_MESSAGE - 3] + "...")


class FileFault(Fault):
    """A fault of a file, and of nothing that stands in it: it has no line, and holds nothing of a case."""

    __slots__ = ()


class AdvisorError(Exception):
    """The base of every error that this library raises on purpose.

    `code` names the kind of error for a program; it stays the same in whatever language the message is.
    """

    code: ClassVar[str] = "wrong-use"

    def told(self) -> str:
        """Return the whole message for the person whose input it was, who may see what it quotes."""
        return shown_name(str(self))


class InputError(AdvisorError):
    """An input has faults. `faults` holds them all, in the order of their place in the file.

    `told` has a line for each of the first hundred, and says how many more there are.
    """

    code = "invalid-input"

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults), key=lambda fault: fault.order))
        super().__init__(self._message())

    def told(self) -> str:
        """Return a line for each of the first hundred faults, and how many more there are."""
        return _lines(self.faults, [str(fault) for fault in self.faults[:MOST_SHOWN]])

    def _message(self) -> str:
        return self.told()

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Fault, ...]], dict[str, object]]:
        return type(self), (self.faults,), self.__dict__  # notes that were added are in it


def _lines(faults: tuple[Fault, ...], lines: list[str]) -> str:
    more = len(faults) - len(lines)
    return "\n".join(
        [
            *lines,
            *(
                [ngettext("... and {more} more fault", "... and {more} more faults", more).format(more=more)]
                if more
                else []
            ),
        ]
    )


class CaseError(InputError):
    """A case, or a file that should hold one, cannot be used.

    Its message says where and no more, so that a service may log it: what people answered stays out of logs.
    That there is no such file, or that it cannot be read, is told in full.
    `told` and `faults` have the words, which quote from the case.
    """

    code = "invalid-case"

    def _message(self) -> str:
        if all(isinstance(fault, FileFault) for fault in self.faults):
            return self.told()
        places = [f"{_where(fault)}: cannot be used" for fault in self.faults[:MOST_SHOWN]]
        return f"{_lines(self.faults, places)} (what is wrong: .told() and .faults, which quote the case)"


def _where(fault: Fault) -> str:
    return f"{fault.place} ({fault.steps})" if fault.path and fault.column else fault.place


class EditError(AdvisorError):
    """A change of a case is none. `quoted` is what was written for one, which the message leaves out."""

    code = "invalid-change"

    def __init__(self, quoted: str, what: str, remedy: str) -> None:
        self.quoted: str = quoted
        self.what: str = what
        self.remedy: str = remedy
        super().__init__(f"a change of the case cannot be made; {remedy}")

    def told(self) -> str:
        """Return the message with what was written."""
        return shown_name(f"{self.quoted}: {self.what}; {self.remedy}")

    def __reduce__(self) -> tuple[type[EditError], tuple[str, str, str], dict[str, object]]:
        return type(self), (self.quoted, self.what, self.remedy), self.__dict__


class TableError(InputError):
    """A table of cases cannot be used. What is wrong with single rows is told in the result instead."""

    code = "invalid-table"


class KnowledgeError(InputError):
    """A knowledge base cannot be used."""

    code = "invalid-knowledge"


class UnknownIdError(AdvisorError):
    """Somebody asked for an id that is not there; the message says what is near."""

    code = "unknown-id"


class OtherwiseError(UnknownIdError):
    """Something is there, but not as was asked: `command` is the one that answers for it, with `id`."""

    code = "asked-the-wrong-way-round"

    def __init__(self, what: str, command: str, id_: str) -> None:
        self.what: str = what
        self.command: str = command
        self.id: str = id_
        call = call_about(command.replace("-", "_"), id_)
        super().__init__(_("{what}; ask: {command}").format(what=what, command=call))

    def of_case(self, case: str) -> str:
        """Return the message for somebody at a terminal, with the name of the case in what to ask instead."""
        return _("{what}; ask: {command}").format(what=self.what, command=hint(self.command, case, self.id))

    def __reduce__(self) -> tuple[type[OtherwiseError], tuple[str, str, str], dict[str, object]]:
        return type(self), (self.what, self.command, self.id), self.__dict__
