"""Exchange the names of two files at once, which Python does not offer, by a call of the system itself."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100  # AT_FDCWD: a relative path is one of the folder that we are in
_EXCHANGE = 2  # RENAME_EXCHANGE, of Linux


def exchanged(one: Path, other: Path) -> bool:
    """Exchange the names of two files of one folder, both there at every moment; return whether it was done.

    False where the system or the file system has no such call, or one of the two is not there.
    """
    rename = _renameat2()
    if rename is None:
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


@cache
def _renameat2() -> Callable[..., Any] | None:
    if sys.platform != "linux":
        return None
    import ctypes

    with contextlib.suppress(OSError, AttributeError):  # an older C library
        rename: Any = ctypes.CDLL(None).renameat2
        path, number = ctypes.c_char_p, ctypes.c_int
        rename.argtypes = (number, path, number, path, ctypes.c_uint)
        found: Callable[..., Any] = rename
        return found
    return None
