"""Read files with care: only regular ones, only so large, and every trouble as a fault."""

from __future__ import annotations

import os
from pathlib import Path

from advisor.errors import Fault

LARGEST_FILE = 2_000_000  # bytes; a case is a few thousand, the largest knowledge file some hundred thousand


def read_bytes(path: Path, label: str, largest: int = LARGEST_FILE) -> tuple[bytes, Fault | None]:
    """Return the content of a regular file of at most `largest` bytes, or a fault that calls it `label`."""
    what, remedy = "", ""
    data = b""
    try:
        if path.is_dir():
            what, remedy = "this is a folder", "name a file in it"
        elif not path.exists():
            what, remedy = "there is no such file", "check the name and the folder"
        elif not path.is_file():
            what, remedy = "this is not a regular file", "name a YAML file"
        else:
            with path.open("rb") as file:
                data = file.read(largest + 1)
            if len(data) > largest:
                what, remedy = f"the file is larger than {largest // 1_000_000} MB", "is it the right file?"
    except (OSError, ValueError, RuntimeError) as error:
        what, remedy = f"the file cannot be read: {reason(error)}", "check its name and permissions"
    return (b"", Fault(label, 1, 1, what, remedy)) if what else (data, None)


def reason(error: Exception) -> str:
    """Return in a few words why a file could not be read or written."""
    return (getattr(error, "strerror", None) or "the name cannot be used").lower()


def display_name(path: Path) -> str:
    """Return a path as text, also where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "replace")


def is_there(path: Path) -> bool:
    """Return whether there is something at a path; not if its name cannot be one."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
