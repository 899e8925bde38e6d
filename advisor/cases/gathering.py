"""The cases of a folder: each file read or told why not, and which of them speak of the same partnership."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from advisor._language import _
from advisor._text import shown_name
from advisor.cases.case import Case
from advisor.cases.file import read_case
from advisor.cases.here import some_cases_in
from advisor.cases.naming import name_key
from advisor.cases.near import near_names
from advisor.errors import AdvisorError, CaseError
from advisor.files.read import quoted
from advisor.knowledge.base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case and the name of its file in the folder."""

    name: str
    case: Case


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that cannot be read as a case; `said` is a line for each fault, the file's name in it."""

    name: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What lies in a folder: the cases in the order of their files' names, and the files that are none."""

    files: tuple[CaseFile, ...]
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Partnership:
    """The files that speak of one partnership, the oldest first and those without a date before them all.

    `name` is as the latest of them writes it; `files` never are empty.
    """

    name: str
    files: tuple[CaseFile, ...]

    @property
    def latest(self) -> CaseFile:
        """Return the file with the latest date; of several of one day that whose name comes last."""
        return self.files[-1]


class NothingReadError(AdvisorError):
    """None of the files could be read; `unread` says why not, a line for each fault.

    Its message names the files and no more, so that a service may log it; `told` has the lines.
    """

    def __init__(self, unread: Iterable[Unread]) -> None:
        self.unread: tuple[Unread, ...] = tuple(unread)
        names = ", ".join(quoted(Path(each.name)) for each in self.unread[:MOST_NAMED])
        said = _("none of the files could be read: {names} (what is wrong: .told() and .unread)")
        super().__init__(said.format(names=names))

    def told(self) -> str:
        """Return a line for each fault."""
        return "\n".join(shown_name(line) for each in self.unread for line in each.said)

    def __reduce__(self) -> tuple[type[NothingReadError], tuple[tuple[Unread, ...]], dict[str, object]]:
        return type(self), (self.unread,), self.__dict__


MOST_NAMED = 5


def gathered(folder: Path, knowledge: KnowledgeBase) -> Gathered:
    """Return the cases in `folder`; a file with faults stops none of the others.

    What is laid out as something else (a scenario, a knowledge base) is passed over. Folders inside are not
    looked into. `AdvisorError` if the folder cannot be looked into or holds nothing that could be a case.
    """
    files: list[CaseFile] = []
    unread: list[Unread] = []
    for name in some_cases_in(folder):
        try:
            files.append(CaseFile(name, read_case(folder / name, knowledge, name)))
        except CaseError as error:
            unread.append(Unread(name, tuple(map(str, error.faults))))
    return Gathered(tuple(files), tuple(unread))


def partnerships(files: Iterable[CaseFile]) -> tuple[Partnership, ...]:
    """Return the partnerships that the files speak of, in the order of the keys of their names.

    A file without a name for its partnership is one by itself, called after the file.
    """
    by_key: dict[tuple[str, str], list[CaseFile]] = {}
    for file in files:
        key = name_key(file.case.partnership)
        by_key.setdefault((key, "" if key else file.name), []).append(file)
    found = []
    for _key, group in sorted(by_key.items()):
        ordered = tuple(sorted(group, key=lambda file: (file.case.date or datetime.date.min, file.name)))
        found.append(Partnership(ordered[-1].case.partnership or ordered[-1].name, ordered))
    return tuple(found)


def may_be_one(found: Iterable[Partnership]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names that are nearly the same: a person must say whether they mean one."""
    return near_names(partnership.name for partnership in found)
