"""Whose answers a partnership is seen by: the voices of its latest round, and which of them leads."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisor.cases.case import Case
from advisor.cases.gathering import CaseFile, Partnership
from advisor.cases.naming import name_key
from advisor.portfolio.model import View

CENTRE = ("", "centre")  # whose seat a voice of the centre itself has; who does not say is taken to be of it


@dataclass(frozen=True, slots=True)
class Round:
    """The voices of one partnership that belong to the same time, the latest file of each.

    `leads` is the file by which the partnership is advised; None where none may be shown for all. `view` says
    how much of the others may be shown.
    """

    name: str
    voices: tuple[CaseFile, ...]
    leads: CaseFile | None
    view: View
    dates: int
    date: datetime.date | None
    names: tuple[str, ...]

    @property
    def is_the_centres(self) -> bool:
        """Return whether what leads is the centre's own view of itself."""
        return self.leads is not None and seat_of(self.leads.case) in CENTRE


def latest_round(partnership: Partnership, days: int, *, is_alone: bool = False) -> Round:
    """Return the voices of a partnership that are from `days` before its latest date on.

    A file without a date is no voice of a round that has one. `is_alone` says that all there is was written
    by whoever looks at it.
    """
    date = partnership.latest.case.date
    dates = {file.case.date for file in partnership.files if file.case.date}
    latest: dict[tuple[str, str], CaseFile] = {}
    for file in partnership.files:  # the oldest first
        if _is_of_round(file.case.date, date, days):
            latest[voice_of(file.case)] = file
    voices = tuple(file for _key, file in sorted(latest.items()))
    leads, view = _leading(voices, partnership.files, is_alone)
    names = tuple(file.name for file in partnership.files)
    return Round(partnership.name, voices, leads, view, len(dates), date, tuple(sorted(names)))


def voice_of(case: Case) -> tuple[str, str]:
    """Return what tells one voice from another: who answered and, where nobody is named, from whose seat."""
    respondent = name_key(case.respondent)
    return respondent, "" if respondent else seat_of(case)


def seat_of(case: Case) -> str:
    """Return whose seat a case is seen from, empty where it does not say."""
    return getattr(case, "seen_from", None) or ""


def one_person(rounds: Iterable[Round]) -> bool:
    """Return whether all that the centre says of itself is one person's."""
    leading = (each.leads for each in rounds if each.is_the_centres)
    return len({name_key(file.case.respondent) for file in leading if file is not None}) == 1


def _is_of_round(date: datetime.date | None, latest: datetime.date | None, days: int) -> bool:
    if latest is None or date is None:
        return date == latest
    return latest - date <= datetime.timedelta(days=days)


def _leading(
    voices: Sequence[CaseFile], files: Sequence[CaseFile], is_alone: bool
) -> tuple[CaseFile | None, View]:
    """Return the file that leads, and how much may be shown of the others.

    One that does not say whose seat it has leads only if no other of all `files` could be the centre's.
    """
    is_open = is_alone or all(file.case.share == "yes" for file in voices)
    for seats, among in ((CENTRE[1:], voices), (CENTRE, files)):
        own = [file for file in voices if seat_of(file.case) in seats]
        if len(own) == 1 and len({voice_of(file.case) for file in among if seat_of(file.case) in seats}) == 1:
            return own[0], "open" if is_open or len(voices) == 1 else "own"
    if not is_open:
        return None, "guarded"
    return max(voices, key=lambda file: (file.case.date or datetime.date.min, file.name)), "open"


def of_one_person(files: Sequence[CaseFile]) -> bool:
    """Return whether one person wrote all files: there is one, or all give the same name."""
    names = {name_key(file.case.respondent) for file in files}
    return len(files) == 1 or (len(names) == 1 and "" not in names)
