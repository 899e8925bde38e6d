"""Write many pages into a folder, and take away those of an earlier time that are no longer made."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from advisor._language import _
from advisor.errors import AdvisorError
from advisor.files.read import names_in, quoted, reason
from advisor.files.write import write_atomically


def write_pages(folder: Path, pages: Mapping[str, str]) -> int:
    """Write pages by their names below a folder, and return how many there are.

    The first line of each marks it as made. Pages beside them with that line that are no longer made are
    deleted; every other file is left alone. `AdvisorError`, and nothing changed, if a page would take the
    place of a file that somebody wrote; `AdvisorError` if something cannot be written.
    """
    mark = next(iter(pages.values())).partition("\n")[0]
    try:
        made = _made_before(folder, pages, mark)
        for name, text in pages.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or _text(path) != text:
                write_atomically(path, text)
        for path in made:
            path.unlink()
    except OSError as error:
        where = folder if error.filename is None else Path(os.fsdecode(error.filename))
        raise AdvisorError(
            _("{where}: cannot be written: {reason}; choose another folder").format(
                where=quoted(where), reason=reason(error)
            )
        ) from error
    return len(pages)


def _made_before(folder: Path, pages: Mapping[str, str], mark: str) -> list[Path]:
    """Return the pages beside those to be written that were made and are made no longer."""
    left: list[Path] = []
    for inner in sorted({Path(name).parent for name in pages}):
        if (folder / inner).is_symlink():
            where = quoted(folder / inner)
            raise AdvisorError(
                _("{where}: is a link to another folder; choose a folder without such links").format(
                    where=where
                )
            )
        for path in names_in(folder / inner, ".md"):
            name = path.relative_to(folder).as_posix()
            is_made = _text(path).partition("\n")[0] == mark
            if name in pages and not is_made:
                raise AdvisorError(
                    _("{path}: somebody wrote this file; choose another folder").format(path=quoted(path))
                )
            if name not in pages and is_made:
                left.append(path)
    return left


def _text(path: Path) -> str:
    if not path.is_file():
        return ""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise AdvisorError(
            _("{path}: cannot be read: {reason}; choose another folder").format(
                path=quoted(path), reason=reason(error)
            )
        ) from error
