"""From folders and files that are named to the partnerships they speak of, each to be shown over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.cases.case import Case
from advisor.cases.file import read_case
from advisor.cases.gathering import (
    CaseFile,
    Gathered,
    NothingReadError,
    Partnership,
    Unread,
    gathered,
    partnerships,
)
from advisor.cases.naming import likeness, name_key
from advisor.errors import AdvisorError, CaseError
from advisor.knowledge.base import KnowledgeBase
from advisor.progress._progress import progress, told_of
from advisor.progress.model import Progress

MOST_NAMED = 8


def read_all(paths: Sequence[Path], knowledge: KnowledgeBase) -> Gathered:
    """Return the cases in folders and files, each file once; a file with faults stops none of the others.

    In one folder files go by their names alone. `AdvisorError` if a folder holds no case, or if nothing that
    is named can be read.
    """
    files: dict[Path, CaseFile] = {}
    unread: dict[Path, Unread] = {}
    for path in paths:
        found = gathered(path, knowledge) if path.is_dir() else _one(path, knowledge)
        within = path if path.is_dir() else Path()
        label = "" if len(paths) == 1 or not path.is_dir() else f"{path}/"
        for file in found.files:
            files.setdefault(_place(within / file.name), CaseFile(label + file.name, file.case))
        for each in found.unread:
            unread.setdefault(_place(within / each.name), Unread(label + each.name, each.said))
    if not files:
        if unread:
            raise NothingReadError(unread.values())
        raise AdvisorError(_("there is no file to show progress from; name two or more of one partnership"))
    return Gathered(tuple(files.values()), tuple(unread.values()))


def _one(path: Path, knowledge: KnowledgeBase) -> Gathered:
    try:
        return Gathered((CaseFile(str(path), read_case(path, knowledge)),))
    except CaseError as error:
        return Gathered((), (Unread(str(path), tuple(map(str, error.faults))),))


def _place(path: Path) -> Path:
    """Return where a file really lies, or its name where that cannot be told."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def found_in(
    files: Sequence[CaseFile], wanted: str | None = None, *, as_one: bool = False
) -> tuple[Partnership, ...]:
    """Return the partnerships that files speak of, or only the one that is `wanted`.

    `as_one`: files that name no partnership belong to the one that the others name, if that is only one; so
    it is where somebody named them together. `AdvisorError` if there is none of that name.
    """
    named = {key for file in files if (key := name_key(file.case.partnership))}
    found = [_together(files)] if as_one and len(named) <= 1 else [*partnerships(files)]
    return tuple(found) if wanted is None else (_wanted(found, wanted),)


def over_time(
    found: Sequence[Partnership], knowledge: KnowledgeBase, unread: Sequence[Unread]
) -> list[Progress]:
    """Return each partnership over time; where voices of one are held back, nothing is quoted in any."""
    several = [progress(each.files, knowledge, unread) for each in found]
    told = told_of(unread, guarded=any(each.held_back for each in several))
    return [replace(each, unread=told) for each in several]


def only_one(files: Sequence[CaseFile], wanted: str | None = None, *, as_one: bool = False) -> Partnership:
    """Return the one partnership that files speak of, or the one that is `wanted`.

    `AdvisorError` if there are several and none is wanted, or none of that name.
    """
    found = found_in(files, wanted, as_one=as_one)
    if len(found) > 1:
        raise AdvisorError(
            _("there are several partnerships here; choose one: {names}").format(
                names=", ".join(f"'{shown(each.name)}'" for each in found[:MOST_NAMED])
            )
        )
    return found[0]


def _together(files: Sequence[CaseFile]) -> Partnership:
    """Return files as one partnership, called as the others of them call it."""
    name = next((file.case.partnership for file in files if name_key(file.case.partnership)), "")
    called = [
        file if name_key(file.case.partnership) else CaseFile(file.name, _called(file, name))
        for file in files
    ]
    return Partnership(name or called[-1].name, tuple(called))


def _called(file: CaseFile, name: str) -> Case:
    return replace(file.case, partnership=name)


def _wanted(found: Sequence[Partnership], wanted: str) -> Partnership:
    names = {each.name: each for each in found}
    alike = [each for name, each in names.items() if name_key(name) == name_key(wanted) != ""]
    near = alike or [each for name, each in names.items() if likeness(name, wanted) == "near"]
    key = name_key(wanted)
    near = near or [each for name, each in names.items() if key and name_key(name).startswith(key)]
    if len(near) == 1:
        return near[0]
    raise AdvisorError(
        _("there is no partnership '{name}' here; {remedy}").format(
            name=shown(wanted), remedy=did_you_mean(wanted, list(names))
        )
    )
