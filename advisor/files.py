"""Write files whole or not at all, readable by their owner alone: what leaders write is private."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from advisor.errors import AdvisorError


def write_atomically(path: Path, text: str) -> None:
    """Write `text` to `path`; on any failure what was there before is still there.

    Raises `AdvisorError`, which says why, if it cannot be written.
    """
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}-")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path.resolve())
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        raise AdvisorError(f"{path}: cannot be written: {reason}; choose another place with -o") from error
