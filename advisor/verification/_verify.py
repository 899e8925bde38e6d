"""Verification of a knowledge base: what is wrong with it, what looks wrong, and what is accepted as it is.

Each check is a small generator of complaints in a module of its kind, found by its mark (`checks.check`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor.errors import CaseError, Fault, KnowledgeError
from advisor.knowledge.folder import HEADER, read_folder
from advisor.knowledge.kind import Kinds
from advisor.knowledge.kinds import KINDS
from advisor.knowledge.loader import read_files
from advisor.knowledge.loading import Loading
from advisor.scenarios.loader import own_scenario_paths, read_scenarios, scenario_paths
from advisor.verification.checks import Severity, checks
from advisor.verification.found import Remark, Verification
from advisor.verification.own_files import (
    CUT,
    EXPECTS_NOTHING,
    MISNAMED,
    UNREAD,
    cut_off,
    expects_nothing,
    misnamed,
    never_read,
)
from advisor.verification.subject import Subject

CANNOT_LOAD = "cannot-be-loaded"
STALE = "accepted-in-vain"


def check_names() -> dict[str, tuple[Severity, str]]:
    """Return every check with its severity and what it looks for."""
    found: dict[str, tuple[Severity, str]] = {
        CANNOT_LOAD: ("error", _("It can be used at all: no unknown ids, no circles, nothing malformed.")),
        MISNAMED: ("error", _("Each scenario has the name of its file, and its other view is there.")),
        EXPECTS_NOTHING: ("error", _("Something is expected of the advice on each scenario.")),
        UNREAD: ("warning", _("Every file that looks as if it should be read is read.")),
        CUT: ("warning", _("No text is cut off by a hash, behind which all is a comment.")),
    }
    found |= {check.name: (check.severity, _(check.what)) for check in checks()}
    found[STALE] = ("warning", _("Whatever is accepted is something that a check complains of."))
    return found


def verify(folder: Path | str, kinds: Kinds = KINDS) -> Verification:
    """Return what the checks find in the knowledge base in `folder`.

    Raises `KnowledgeError` if there is none.
    """
    folder = Path(folder)
    try:
        loading = read_files(read_folder(folder), folder, kinds)
    except KnowledgeError as error:
        if (folder / HEADER).is_file():
            return _cannot_load(error.faults)
        raise
    own_files = [*never_read(folder), *cut_off(folder)]
    if loading.knowledge is None:
        return _cannot_load(loading.faults, own_files)
    paths = scenario_paths(loading.knowledge)
    try:
        scenarios = read_scenarios(paths.values(), loading.knowledge)
    except CaseError as error:
        return _cannot_load(error.faults, own_files)
    loading.places.pack()
    subject = Subject(loading.knowledge, scenarios)
    found = [*own_files, *_found(subject, loading)]
    used: set[tuple[str, str]] = set()
    left = [remark for remark in found if not _is_accepted(remark, loading, used)]
    own = set(own_scenario_paths(loading.knowledge).values())
    written = {path: each for path, each in zip(paths.values(), scenarios, strict=True) if path in own}
    named = [*misnamed(written, dict(zip(paths, scenarios, strict=True))), *expects_nothing(written)]
    remarks = [*left, *_stale(loading, used), *named]
    in_order = tuple(sorted(remarks, key=lambda remark: remark.fault))
    return Verification(in_order, len(found) - len(left), _not_compared(subject))


def _not_compared(subject: Subject) -> dict[str, int]:
    """Return how much each check left out of what is written in the folder itself."""
    numbers: dict[str, int] = {}
    for (name, id_), number in subject.left_out.items():
        if subject.knowledge.is_own(id_):
            numbers[name] = numbers.get(name, 0) + number
    return numbers


def _cannot_load(faults: Iterable[Fault], also: Iterable[Remark] = ()) -> Verification:
    remarks = [*also, *(Remark(CANNOT_LOAD, "error", "", fault) for fault in set(faults))]
    return Verification(tuple(sorted(remarks, key=lambda remark: remark.fault)), 0)


def _found(subject: Subject, loading: Loading) -> Iterator[Remark]:
    for check in checks():
        for id_, word, what, remedy in check.complaints(subject):
            if subject.knowledge.is_own(id_):
                fault = loading.places.fault(id_, word, what, remedy)
                yield Remark(check.name, check.severity, id_, fault)


def _is_accepted(remark: Remark, loading: Loading, used: set[tuple[str, str]]) -> bool:
    for accepted, _file, _place in loading.accepted:
        if accepted.check == remark.check and remark.of in accepted.ids:
            used.add((accepted.check, remark.of))
            return True
    return False


def _stale(loading: Loading, used: set[tuple[str, str]]) -> list[Remark]:
    """Return a remark for everything that is accepted and that no check complains of."""
    remarks, names = [], check_names()
    for accepted, file, node in loading.accepted:
        if accepted.check not in names:
            place = node.at(("check",))
            what = _("there is no check '{check}'").format(check=accepted.check)
            near = did_you_mean(accepted.check, names)
            remarks.append(Remark(STALE, "warning", accepted.check, place.fault(file, what, near)))
            continue
        for id_ in accepted.ids:
            if (accepted.check, id_) not in used:
                place = node.at(("of",))
                what = _("'{check}' does not complain of '{id}'").format(check=accepted.check, id=id_)
                fault = Fault(file, place.line, place.column, what, _("take it out here"))
                remarks.append(Remark(STALE, "warning", id_, fault))
    return remarks
