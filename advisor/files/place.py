"""Where a path leads: links are followed one by one, planted ones are refused, open streams are known."""

from __future__ import annotations

import errno
import os
import stat
from collections import deque
from pathlib import Path

from advisor._language import _
from advisor.errors import AdvisorError
from advisor.files.read import quoted

MOST_LINKS = 40  # as the kernel allows


def place_of(path: Path) -> Path | int:
    """Return the file that a path stands for, or the number of the open stream, as for /dev/stdout.

    What it returns has no links in it, whether or not it is there. Raises `OSError` for a loop of links or
    what cannot be looked into, `ValueError` for what can be no name, `AdvisorError` for a link that somebody
    else left in a folder that is open to all, which a careful kernel would not follow either.
    """
    steps, links = deque(path.parts[1 if path.anchor else 0 :]), 0
    place = Path(path.anchor)  # a relative path stays one: what is above this folder may be closed to us
    while steps:
        step = steps.popleft()
        here = place.parent if step == ".." and place.name not in ("", "..") else place / step
        if not stat.S_ISLNK(_mode(here)):
            place = here
            continue
        if step.isdecimal() and _holds_streams(place):
            return int(step)
        links += 1
        if links > MOST_LINKS:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        _refuse_planted(here)
        target = here.readlink()
        place = Path(target.anchor) if target.anchor else place
        steps.extendleft(reversed(target.parts[1 if target.anchor else 0 :]))
    return int(place.name) if place.name.isdecimal() and _holds_streams(place.parent) else place


def _mode(path: Path) -> int:
    """Return the mode of what lies at a path itself, 0 where nothing does."""
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _holds_streams(folder: Path) -> bool:
    """Return whether the names in a folder are the streams that this process has open."""
    parts = folder.parts[1:]
    return parts == ("dev", "fd") or (
        len(parts) in (3, 5) and parts[0] == "proc" and parts[1] == str(os.getpid()) and parts[-1] == "fd"
    )


def _refuse_planted(link: Path) -> None:
    """Raise `AdvisorError` for a link in a sticky folder of all, of neither ours nor the folder's owner."""
    if not hasattr(os, "geteuid"):
        return
    folder, owner = link.parent.stat(), link.lstat().st_uid
    is_open_to_all = folder.st_mode & stat.S_ISVTX and folder.st_mode & stat.S_IWOTH
    if is_open_to_all and owner not in (os.geteuid(), _owner_of(folder)):
        what = _("is a link that somebody else has put into a folder open to all; choose another file")
        raise AdvisorError(f"{quoted(link)}: {what}")


def _owner_of(folder: os.stat_result) -> int:
    return folder.st_uid
