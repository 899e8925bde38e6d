"""The files that a new knowledge base begins with."""

from __future__ import annotations

from pathlib import Path

from advisor._text import id_from
from advisor.errors import AdvisorError
from advisor.files.read import quoted, reason
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

    It builds on the one that comes with the program, or with `empty` stands alone with one small example of
    everything. `AdvisorError` if the folder has something in it or cannot be written.
    """
    where = quoted(folder)
    try:
        if folder.exists() and any(folder.iterdir()):
            raise AdvisorError(f"{where}: there is something in this folder already; choose another")
        name = id_from(folder.resolve().name, "mine")
        written = []
        for file in _EMPTY if empty else _OVERLAY:
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            text = (_SCAFFOLDS / ("empty" if empty else "overlay") / file).read_text(encoding="utf-8")
            write_atomically(path, text.replace("{name}", name), expected=None)
            written.append(path)
    except OSError as error:
        raise AdvisorError(f"{where}: the folder cannot be made: {reason(error)}; choose another") from error
    return written
