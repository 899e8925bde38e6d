"""Who speaks: one voice for each person, and what their files call the partnership."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from itertools import combinations

from advisor._language import _, ngettext
from advisor.cases.case import Case
from advisor.cases.naming import likeness, name_key
from advisor.comparison.model import Seat, Voice
from advisor.errors import AdvisorError

FEWEST = 2  # with one there is nothing to compare


def latest_of_each(cases: Iterable[Case]) -> list[Case]:
    """Return one case for each person, the latest, where the first of theirs stood.

    Cases are of one person where the names of those who answered are the same. Each that names nobody is of
    somebody else. `AdvisorError` if fewer than two people speak.
    """
    counted: dict[object, Case] = {}
    several = False
    for place, case in enumerate(cases):
        who: object = name_key(case.respondent) or place
        several = several or who in counted
        counted[who] = max(counted.get(who, case), case, key=_lateness)
    if len(counted) >= FEWEST:
        return list(counted.values())
    if several:
        raise AdvisorError(
            _(
                "all these files are of one person, so there are no two voices to compare; see what has "
                "changed from one to the next with: advisor progress"
            )
        )
    raise AdvisorError(
        _("a comparison needs the files of two people or more; name another file, or the folder they lie in")
    )


def _lateness(case: Case) -> tuple[datetime.date, str]:
    """Return what tells the later of two cases; of one day it does not matter in which order they come."""
    return case.date or datetime.date.min, json.dumps(case.as_dict(), sort_keys=True, default=str)


def voices_of(cases: Sequence[Case]) -> tuple[Voice, ...]:
    """Return each voice; one without a name is called after its place."""
    return tuple(
        Voice(
            case.respondent if name_key(case.respondent) else _("voice {number}").format(number=number),
            seat_of(case),
            "" if case.date is None else case.date.isoformat(),
        )
        for number, case in enumerate(cases, 1)
    )


def seat_of(case: Case) -> Seat:
    """Return whose seat a case is seen from, empty where it does not say."""
    return case.seen_from or ""


def names_of(cases: Iterable[Case]) -> tuple[str, ...]:
    """Return what the files call the partnership; of one name it is the spelling that comes first."""
    found: dict[str, str] = {}
    for name in sorted(case.partnership for case in cases):
        if name_key(name):
            found.setdefault(name_key(name), name)
    return tuple(sorted(found.values()))


def names_told(names: Sequence[str], may_name: bool) -> list[str]:
    """Return what to say where the names differ; without the names, unless they may be told."""
    if len(names) < FEWEST:
        return []
    near = all(likeness(*pair) == "near" for pair in combinations(names, 2))
    if near:
        said = _("The files write the partnership's name in different ways.")
    else:
        said = _("The files call the partnership by different names.")
    sure = _("Make sure that all mean the same one.")
    listed = _("They are: {names}.").format(names="; ".join(names))
    return [" ".join([said, listed, sure] if may_name else [said, sure])]


def set_aside_told(number: int) -> list[str]:
    """Return what to say of files that a later one of the same person stands for."""
    if not number:
        return []
    return [
        ngettext(
            "{n} file is left out, since the same person has answered again later. If two people share a "
            "name, write each of them a name of their own.",
            "{n} files are left out, since the same people have answered again later. If two people share a "
            "name, write each of them a name of their own.",
            number,
        ).format(n=number)
    ]
