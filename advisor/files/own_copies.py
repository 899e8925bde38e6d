"""Copies in a folder of the user's own: nobody else may have written what is read from there.

Where the system has owners (POSIX), folder and file must belong to who runs the program, be closed to all
others, and be no links; whoever could write there could say something else in the program's name. On
Windows the folder lies in the user's profile, which others may not write to.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

_OPEN_TO_OTHERS = stat.S_IRWXG | stat.S_IRWXO
# Follows no link, waits for no writer at the other end of a pipe.
_CAREFULLY = sum(getattr(os, name, 0) for name in ("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))


def read_own(path: Path, largest: int) -> bytes | None:
    """Return what is in a file if it and its folder are the user's own; None if not, or if it is larger."""
    try:
        if not _is_own(path.parent.lstat(), stat.S_ISDIR):
            return None
        with os.fdopen(os.open(path, _CAREFULLY), "rb") as file:
            if not _is_own(os.fstat(file.fileno()), stat.S_ISREG):
                return None
            data = file.read(largest + 1)
    except (OSError, ValueError):
        return None
    return data if len(data) <= largest else None


def write_own(path: Path, data: bytes) -> bool:
    """Write a file whole into a folder of the user's own; return whether it could be.

    A folder that is missing is made. One that was open to others is closed, and what lay in it is
    deleted: it may be theirs. A link is never followed: a file that is one is replaced.
    """
    from advisor.errors import AdvisorError
    from advisor.files.write import replacing  # what it needs takes long to import, and copies are made once

    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _is_own(path.parent.lstat(), stat.S_ISDIR) and not _taken_back(path.parent):
            return False
        if _is_there(path) and not _is_own(path.lstat(), stat.S_ISREG):
            path.unlink()  # so that neither where it leads nor its mode is taken over
        with replacing(path, private=True) as new:
            new.write_bytes(data)
    except (OSError, ValueError, AdvisorError):
        return False
    return True


def keep_newest(folder: Path, names: str, room: int) -> None:
    """Delete the oldest of the files called `names` until all are at most `room` bytes; one is kept."""
    with contextlib.suppress(OSError):
        found = [(path.lstat(), path) for path in folder.glob(names)]
        found.sort(key=lambda each: each[0].st_mtime, reverse=True)
        for number, (state, path) in enumerate(found):
            room -= state.st_size
            if number and room < 0:
                path.unlink(missing_ok=True)


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _is_own(state: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    if not is_kind(state.st_mode):
        return False
    return not hasattr(os, "geteuid") or (
        state.st_uid == os.geteuid() and not state.st_mode & _OPEN_TO_OTHERS
    )


def _taken_back(folder: Path) -> bool:
    """Close a user's own folder that was open to others, and delete its files; False if it is not theirs."""
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.geteuid():
        return False
    folder.chmod(0o700)
    for path in folder.iterdir():
        if not path.is_dir() or path.is_symlink():
            path.unlink(missing_ok=True)
    return True
