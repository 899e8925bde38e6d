"""What lies beside a case from earlier days: found in its folder, and given along with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from advisor._language import _, ngettext
from advisor.api import Advisor
from advisor.errors import AdvisorError

from .reading import UNNAMED, read_named

if TYPE_CHECKING:
    from advisor._asking import GivenCase
    from advisor.advice.last_time import Since
    from advisor.advice.model import Advice
    from advisor.advice.reasoner import Consultation, Reasoner
    from advisor.cases.case import Case
    from advisor.knowledge.facts import Fact


class LookingBack(Advisor):
    """Advises with what earlier cases give beside the one that was read."""

    def __init__(self, advisor: Reasoner, beside: Collection[Fact]) -> None:
        super().__init__(advisor.knowledge, advisor.engine)
        self._beside = tuple(beside)

    def consult(self, case: GivenCase, beside: Collection[Fact] = ()) -> Consultation:
        """Return the advice for a case, with what it rests on."""
        return super().consult(case, (*self._beside, *beside))


@dataclass(frozen=True)
class Read:
    """A case, the name that hints call it by, and who advises on it; with what became of last time."""

    case: Case
    name: str
    advisor: Reasoner
    since: Since | None = None

    def advice(self) -> Advice:
        """Return the advice on it."""
        return replace(self.advisor.advise(self.case), since=self.since)


def read_looking_back(
    advisor: Advisor, case: str, other: tuple[str, ...], anonymise: bool, alone: bool
) -> Read:
    """Return a case with what earlier ones beside it give, unless it is to be looked at `alone`.

    Without names where it is to `anonymise`. A file beside it that cannot be read is told on stderr.
    """
    read, name = read_named(advisor, case, other, anonymise=False) if not anonymise else (None, UNNAMED)
    if read is None:
        read_named(advisor, case, other, anonymise=True)  # whatever is wrong with it is told without names
        read = advisor.read_case(case, other)
    found = Read(read, name, advisor) if alone else looking_back(advisor, case, read, name, anonymise)
    if anonymise:
        from advisor.cases.anonymous import anonymised

        return replace(found, case=anonymised(found.case), since=found.since and found.since.anonymised())
    return found


def looking_back(
    advisor: Reasoner, file: str, case: Case, name: str, anonymise: bool = False, *, quiet: bool = False
) -> Read:
    """Return a case that stands in a file with what earlier ones beside it give.

    A file beside it that cannot be read is told on stderr, unless it has been told already (`quiet`); without
    its name where it is to `anonymise`.
    """
    earlier, unread = _earlier(file, case, advisor)
    if not quiet:
        _tell(unread, anonymise)
    if not earlier:
        return Read(case, name, advisor)
    from advisor.progress import look_back

    looked = look_back(advisor, case, earlier)
    return Read(looked.case, name, LookingBack(advisor, looked.beside), looked.since)


def _earlier(named: str, case: Case, advisor: Reasoner) -> tuple[tuple[Case, ...], list[str]]:
    """Return the earlier cases of the same partnership and voice beside a case file, oldest first.

    Beside them what is said of files that cannot be read.
    """
    from advisor.cases.file import read_case
    from advisor.cases.here import cases_in
    from advisor.cases.naming import name_key
    from advisor.progress.earlier import is_earlier

    path = Path(named)
    if case.date is None or not name_key(case.partnership) or not path.is_file():
        return (), []
    found: list[tuple[str, str, Case]] = []
    unread: list[str] = []
    for beside in cases_in(path.parent):
        if beside.name == path.name:
            continue
        try:
            other = read_case(path.parent / beside, advisor.knowledge, beside.name)
        except AdvisorError:
            unread.append(_where(path.parent / beside))
            continue
        if is_earlier(other, case):
            found.append((str(other.date), beside.name, other))
    return tuple(each for _day, _name, each in sorted(found, key=lambda each: each[:2])), unread


def _where(path: Path) -> str:
    """Return which file it is, and not what is wrong: it may be another's, and that could quote an answer."""
    from advisor._command import hint
    from advisor.files.read import quoted

    said = _("{file}: whoever wrote it can see why with: {command}")
    return said.format(file=quoted(Path(path.name)), command=hint("advise", str(path)))


def _tell(unread: list[str], anonymise: bool) -> None:
    """Say in one line that files beside the case cannot be read; one of them may be from last time."""
    if not unread:
        return
    said = ngettext(
        "A file beside this one cannot be read, and may be from last time",
        "{n} files beside this one cannot be read, and may be from last time",
        len(unread),
    ).format(n=len(unread))
    if not anonymise:
        said = _("{said}: {fault}").format(said=said, fault=unread[0])
    click.echo(said, err=True)
