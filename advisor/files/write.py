"""Write files whole or not at all, readable by their owner alone: what leaders write is private."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from advisor._text import shown_name
from advisor.errors import AdvisorError
from advisor.files.read import display_name, reason


def write_atomically(path: Path, text: str) -> None:
    """Write `text` to `path`; on any failure what was there before is still there.

    Raises `AdvisorError`, which says why, if it cannot be written.
    """
    with replacing(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def refuse_unwritable(path: Path) -> None:
    """Raise `AdvisorError`, which says why, if a file cannot be written, as far as can be told before."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise _refused(path, "it is not a regular file")
        if target.exists() and not os.access(target, os.W_OK):
            raise _refused(path, "it may not be changed")
        if not target.parent.is_dir():
            raise _refused(path, "its folder is not there")
        if not os.access(target.parent, os.W_OK):
            raise _refused(path, "its folder may not be changed")
    except (OSError, RuntimeError, ValueError) as error:
        raise _refused(path, reason(error)) from error


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a new file beside `path`, which takes its place if all goes well and is deleted otherwise.

    Only a regular file that may be written is replaced, and a link is followed. Raises `AdvisorError`, which
    says why, if it cannot be written. What a process that was killed has left of it is tidied up first.
    """
    temporary: Path | None = None
    try:
        refuse_unwritable(path)
        target = path.resolve()
        _tidy(target)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f"{_beginning(target)}{os.getpid()}-")
        os.close(handle)
        temporary = Path(name)
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
        _keep_name(target)
    except (OSError, RuntimeError, ValueError) as error:
        raise _refused(path, reason(error)) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _keep_name(target: Path) -> None:
    """Have the disk keep the new name too, where a folder can be asked for that."""
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _beginning(target: Path) -> str:
    """Return how the names of files begin that wait to take the place of `target`."""
    return f".advisor-{hashlib.sha256(target.name.encode(errors='replace')).hexdigest()[:8]}-"


def _tidy(target: Path) -> None:
    """Delete what processes that are no more have left; only where asking for a process does it no harm."""
    if os.name != "posix":
        return
    for left in target.parent.glob(f"{_beginning(target)}*-*"):
        process = left.name.split("-")[2]
        if process.isdigit() and not _runs(int(process)):
            left.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's, so it runs
        return True
    return True


def _refused(path: Path, why: str) -> AdvisorError:
    return AdvisorError(f"{shown_name(display_name(path))}: cannot be written: {why}; choose another file")
