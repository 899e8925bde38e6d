"""Locks on people's files, kept apart from them: one file is changed by one program at a time."""

from __future__ import annotations

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
    name = sha256(str(path.resolve()).encode(errors="replace")).hexdigest()[:16]
    try:
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
