"""Add to a file that several people add to, from any account or machine, so that nobody's words are lost."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from advisor._language import _
from advisor.errors import AdvisorError
from advisor.files.lock import held
from advisor.files.read import quoted
from advisor.files.rights import open_to_those_of
from advisor.files.write import as_unwritten, file_at, refuse_unwritable

PATIENCE = 20  # seconds to wait while others add
_ADD = os.O_RDWR | os.O_APPEND
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def append_shared(path: Path, more: Callable[[bytes], bytes], patience: float = PATIENCE) -> None:
    """Add to the file at `path`, which is begun if it is not there, what `more` returns for what it holds.

    All of it is added, or nothing. The file itself is locked meanwhile, and it stays the same file: so
    whoever may write it may add, whatever else they may write, and a lock ends with whoever had it. Where a
    file system knows no locks, the system still puts what two add one behind the other. A new file can be
    written by all who may make files in its folder. Raises what `more` raises, and `AdvisorError` if the file
    cannot be written, or others keep it locked for longer than `patience`, in seconds.
    """
    with as_unwritten(path):
        file = _locked_file(path, patience)
        try:
            before = _content(file)
            _add(file, more(before), len(before))
        finally:
            os.close(file)


def refuse_unaddable(path: Path) -> None:
    """Raise `AdvisorError`, which says why, if nothing can be added to a file, as far as can be told."""
    with as_unwritten(path):
        target = file_at(path)
        if target.exists():
            os.close(os.open(target, _ADD | _SAFELY))
        else:
            refuse_unwritable(path)


def _locked_file(path: Path, patience: float) -> int:
    """Return the file, open and locked; another one if it was replaced while we waited."""
    until = time.monotonic() + patience
    while True:
        target = file_at(path)
        file = _open(target)
        if not held(file, patience):
            os.close(file)
            raise AdvisorError(
                _("{path}: others are adding to it, and do not end; try once more").format(path=quoted(path))
            )
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(file), target.stat()):
                return file
        os.close(file)
        if time.monotonic() > until:
            raise AdvisorError(
                _("{path}: is replaced by other programs all the time; try once more").format(
                    path=quoted(path)
                )
            )


def _open(target: Path) -> int:
    try:
        return os.open(target, _ADD | _SAFELY)
    except FileNotFoundError:
        pass
    try:
        file = os.open(target, _ADD | _SAFELY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        return os.open(target, _ADD | _SAFELY)
    with contextlib.suppress(OSError):
        open_to_those_of(target.parent, file)
    return file


def _content(file: int) -> bytes:
    parts = []
    os.lseek(file, 0, os.SEEK_SET)
    while part := os.read(file, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _add(file: int, text: bytes, before: int) -> None:
    """Write a text behind what is there, of so many bytes; if that fails, the file ends where it ended."""
    written = 0
    try:
        while written < len(text):
            written += os.write(file, text[written:])
        os.fsync(file)
    except BaseException:
        if written and os.fstat(file).st_size == before + written:
            os.ftruncate(file, before)
        raise
