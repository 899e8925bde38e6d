"""Write files whole or not at all, readable by their owner alone: what leaders write is private."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from advisor.errors import AdvisorError
from advisor.reading import display_name, reason
from advisor.showing import shown_name


def write_atomically(path: Path, text: str) -> None:
    """Write `text` to `path`; on any failure what was there before is still there.

    Only a regular file that may be written is replaced, and a link is followed. Raises `AdvisorError`,
    which says why, if it cannot be written.
    """
    temporary: str | None = None
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise _refused(path, "it is not a regular file")
        if target.exists() and not os.access(target, os.W_OK):
            raise _refused(path, "it may not be changed")
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".advisor-")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except (OSError, RuntimeError, ValueError) as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise _refused(path, reason(error)) from error


def _refused(path: Path, why: str) -> AdvisorError:
    return AdvisorError(
        f"{shown_name(display_name(path))}: cannot be written: {why}; choose another file with -o"
    )
