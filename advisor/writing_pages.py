"""Write many pages into a folder, and take away those of an earlier time that are no longer made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from advisor.errors import AdvisorError
from advisor.files import write_atomically
from advisor.reading import display_name
from advisor.showing import shown_name


def write_pages(folder: Path, pages: Mapping[str, str]) -> int:
    """Write pages by their names below a folder, and return how many there are.

    The first line of each marks it as made. Pages with that line that are no longer made are deleted; every
    other file is left alone. `AdvisorError` if something cannot be written, or if a page would take the place
    of a file that somebody wrote.
    """
    mark = next(iter(pages.values())).partition("\n")[0]
    try:
        there = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.md"))}
        for name, path in there.items():
            is_made = path.read_text(encoding="utf-8").partition("\n")[0] == mark
            if is_made and name not in pages:
                path.unlink()
            elif name in pages and not is_made:
                where = shown_name(display_name(path))
                raise AdvisorError(f"{where}: somebody wrote this file; choose another folder")
        for name, text in pages.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                write_atomically(path, text)
    except (OSError, UnicodeDecodeError) as error:
        why = (getattr(error, "strerror", None) or "a file there is no text").lower()
        raise AdvisorError(f"{shown_name(display_name(folder))}: cannot be written: {why}") from error
    return len(pages)
