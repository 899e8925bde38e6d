"""The user's own folders: for caches, and for locks."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_NAME = "partnership-advisor"


def own_folder(kind: Literal["cache", "state"]) -> Path | None:
    """Return the user's folder for caches or for locks, there or not; None if there can be none."""
    from platformdirs import user_cache_path, user_state_path

    try:
        folder = (user_cache_path if kind == "cache" else user_state_path)(_NAME, appauthor=False)
    except (OSError, RuntimeError):  # without HOME, for a user whom the system does not know
        return None
    return folder if folder.is_absolute() else None
