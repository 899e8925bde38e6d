"""Which files a run of the command line has read, so that it writes over none of them.

What reads a file notes it here. Only the command line keeps such a record: where none is kept, as in a
program that uses the library, nothing is noted and nothing is refused.
"""

from __future__ import annotations

import contextlib
import os
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from advisor._within import within


@dataclass
class _Record:
    """The files that were read: what the system knows each by, and where it lay."""

    identities: set[tuple[int, int]] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


_kept: ContextVar[_Record | None] = ContextVar("files that were read", default=None)


def noting_reads() -> contextlib.AbstractContextManager[None]:
    """Keep a record of the files that are read from here on, in this thread or task."""
    return within(_kept, _Record())


def note_read(path: Path, status: os.stat_result | None = None) -> None:
    """Note that the file at `path` is read; `status` is of the open file, if there is one at hand."""
    record = _kept.get()
    if record is None:
        return
    with contextlib.suppress(OSError, ValueError):
        record.places.add(os.path.realpath(path))
        status = path.stat() if status is None else status
        record.identities.add((status.st_dev, status.st_ino))


def was_read(path: Path) -> bool:
    """Return whether `path` is a file that was read: itself, a link to it, or another name of it.

    A file is known by what the system knows it by, so that neither another spelling nor a hard link hides
    it, and by its place, should another have been put there since.
    """
    record = _kept.get()
    if record is None:
        return False
    with contextlib.suppress(OSError, ValueError):
        if os.path.realpath(path) in record.places:
            return True
        status = path.stat()
        return (status.st_dev, status.st_ino) in record.identities
    return False
