"""The files that a new knowledge base begins with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from advisor._language import _
from advisor._text import id_from
from advisor.errors import AdvisorError
from advisor.files.read import quoted, reason
from advisor.files.temporary import is_waiting
from advisor.files.write import write_atomically
from advisor.knowledge.folder import HEADER

_SCAFFOLDS = Path(__file__).parent / "scaffolds"  # their files, with {name} where the new one's name stands
_OVERLAY = (HEADER, "sources.yaml", "rules/mine.yaml")
_EMPTY = (
    HEADER,
    "sources.yaml",
    "questions.yaml",
    "entries.yaml",
    "rules/mine.yaml",
    "scenarios/first-meeting.yaml",
)


def start_knowledge(folder: Path, *, empty: bool = False) -> list[Path]:
    """Write the files of a new knowledge base into a folder that is not there yet, or is empty; return them.

    What a run that was killed has begun is finished.

    It builds on the one that comes with the program, or with `empty` stands alone with one small example of
    everything. `AdvisorError` if the folder has something in it or cannot be written.
    """
    where = quoted(folder)
    try:
        texts = _texts(folder, empty)
        if not _is_free(folder, texts):
            raise AdvisorError(
                _("{where}: there is something in this folder already; choose another").format(where=where)
            )
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                write_atomically(path, text, expected=None)
    except OSError as error:
        raise AdvisorError(
            _("{where}: the folder cannot be made: {reason}; choose another").format(
                where=where, reason=reason(error)
            )
        ) from error
    return [*texts]


def _texts(folder: Path, empty: bool) -> dict[Path, str]:
    """Return what is to be written: the text of each file."""
    name = id_from(folder.resolve().name, "mine")
    scaffold = _SCAFFOLDS / ("empty" if empty else "overlay")
    return {
        folder / file: (scaffold / file).read_text(encoding="utf-8").replace("{name}", name)
        for file in (_EMPTY if empty else _OVERLAY)
    }


def _is_free(folder: Path, texts: Mapping[Path, str]) -> bool:
    """Return whether a folder has nothing in it but what a run that was killed has written."""
    if not folder.exists():
        return True
    for path in folder.rglob("*"):
        if path.is_dir():
            is_ours = any(path in each.parents for each in texts)
        else:
            is_ours = is_waiting(path) or (path in texts and path.read_bytes() == texts[path].encode())
        if not is_ours:
            return False
    return not all(path.exists() for path in texts)
