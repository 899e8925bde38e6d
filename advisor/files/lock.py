"""Locks, so that one file is changed by one program at a time; the system takes them from what is killed.

That of a private file is kept apart from it, in its owner's own state folder. A file that several accounts
add to is locked itself, since nothing else is within the reach of all of them.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
import unicodedata
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout, lock_descriptor

from advisor._language import _
from advisor.errors import AdvisorError
from advisor.files.own_folder import own_folder
from advisor.files.read import quoted

_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL})
_BETWEEN_TRIES = 0.02  # seconds


def locked(path: Path, patience: float = 0) -> FileLock | None:
    """Return the lock of a private file, acquired; None where the user has no folder to keep one in.

    `AdvisorError` if another program has it for longer than `patience`, in seconds.
    """
    try:
        name = sha256(_same_for_all_names(path).encode(errors="replace")).hexdigest()[:16]
        lock = FileLock(_folder() / f"{name}.lock")
        lock.acquire(timeout=patience)
    except Timeout:
        raise AdvisorError(
            _("{path}: is open in another window; close that first").format(path=quoted(path))
        ) from None
    except (OSError, ValueError):
        return None
    return lock


def _same_for_all_names(path: Path) -> str:
    """Return a text that is the same for all names of one file, whatever the file system makes of them.

    Links are followed. Names that differ only in case, or in how an accent is put together, are one file on
    some systems, so they have one lock on all: two such files are never open at once.
    """
    return unicodedata.normalize("NFC", os.path.realpath(path).casefold())


def _folder() -> Path:
    """Return the folder for locks, for its owner alone; `OSError` if there can be none."""
    own = own_folder("state")
    if own is None:
        raise FileNotFoundError(_("there is no home folder"))
    own.parent.mkdir(parents=True, exist_ok=True)
    for folder in (own, own / "open"):
        folder.mkdir(exist_ok=True, mode=0o700)
    return own / "open"


def held(file: int, patience: float = 0) -> bool:
    """Lock an open file, by its descriptor, until it is closed; return whether that could be done.

    It waits for `patience` seconds while another has it. True as well where the file system knows no locks.
    """
    until = time.monotonic() + patience
    while not _taken(file):
        if time.monotonic() >= until:
            return False
        time.sleep(_BETWEEN_TRIES)
    return True


def _taken(file: int) -> bool:
    try:
        return lock_descriptor(file, blocking=False)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return True
        raise


def is_held(file: int) -> bool:
    """Return whether somebody else has an open file locked, as far as can be told; if not, it is ours now."""
    with contextlib.suppress(OSError):
        return not lock_descriptor(file, blocking=False)
    return True
