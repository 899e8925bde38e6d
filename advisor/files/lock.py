"""Locks on people's files, kept apart from them: one file is changed by one program at a time."""

from __future__ import annotations

import os
import unicodedata
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_state_path

from advisor._text import shown_name
from advisor.errors import AdvisorError
from advisor.files.read import display_name


def locked(path: Path, patience: float = 0) -> FileLock | None:
    """Return the lock of a file, acquired; None where the user has no folder to keep one in.

    `AdvisorError` if another program has it for longer than `patience`, in seconds.
    """
    try:
        name = sha256(_same_for_all_names(path).encode(errors="replace")).hexdigest()[:16]
        folder = user_state_path("partnership-advisor", appauthor=False) / "open"
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(folder / f"{name}.lock")
        lock.acquire(timeout=patience)
    except Timeout:
        where = shown_name(display_name(path))
        raise AdvisorError(f"{where}: is open in another window; close that first") from None
    except (OSError, RuntimeError):
        return None
    return lock


def _same_for_all_names(path: Path) -> str:
    """Return a text that is the same for all names of one file, whatever the file system makes of them.

    Links are followed. Names that differ only in case, or in how an accent is put together, are one file on
    some systems, so they have one lock on all: two such files are never open at once.
    """
    return unicodedata.normalize("NFC", os.path.realpath(path).casefold())
