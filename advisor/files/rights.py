"""Who may do what with a file: taken over from the file that it replaces, or from its folder."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

_LIST = "system.posix_acl_access"  # where Linux keeps the rights of single accounts and groups


def take_after(file: int, target: Path) -> None:
    """Give an open file the rights of `target`, and its owner and group as far as this account may.

    The rights of single accounts (its access list) too, where Python can read them, which is on Linux.
    Raises `FileNotFoundError` if there is no `target`.
    """
    before = target.stat()
    if not _has_owners():
        return
    mode, accounts = stat.S_IMODE(before.st_mode) & 0o777, _list_of(target)
    if not _is_given_to(file, before):
        mode &= 0o707  # what was for that group is not for another
        accounts = None
    os.fchmod(file, mode)
    _set_list(file, accounts)


def open_to_those_of(folder: Path, file: int) -> None:
    """Let all write a new file who may make files in its folder, whatever the umask of who makes it."""
    if not _has_owners():
        return
    there, mode = folder.stat(), stat.S_IMODE(os.fstat(file).st_mode)
    if there.st_mode & stat.S_IWOTH:
        mode |= 0o006
    if there.st_mode & stat.S_IWGRP:
        with contextlib.suppress(OSError):
            os.fchown(file, -1, there.st_gid)
            mode |= 0o060
    os.fchmod(file, mode | 0o600)


def let_read_those_of(folder: Path, made: Path) -> None:
    """Let all read a new file, or open a new folder, who may make files in `folder`, whatever the umask."""
    if not _has_owners():
        return
    there, mode = folder.stat(), stat.S_IMODE(made.stat().st_mode)
    opened = 0o055 if made.is_dir() else 0o044
    if there.st_mode & stat.S_IWOTH:
        mode |= opened & 0o007
    if there.st_mode & stat.S_IWGRP:
        with contextlib.suppress(OSError):
            os.chown(made, -1, there.st_gid)
            mode |= opened & 0o070
    made.chmod(mode)


def is_readable_by_others(path: Path) -> bool:
    """Return whether others than its owner may read a file, as anybody may where files have no owners."""
    try:
        return not _has_owners() or bool(path.stat().st_mode & 0o044)
    except OSError:
        return False


def open_to_owner(file: int) -> None:
    """Let the owner read and write an open file, where the umask would leave less."""
    if _has_owners():
        os.fchmod(file, stat.S_IMODE(os.fstat(file).st_mode) | 0o600)


def _has_owners() -> bool:
    return hasattr(os, "fchown") and hasattr(os, "fchmod")


def _is_given_to(file: int, before: os.stat_result) -> bool:
    """Give a file owner and group of another, or the group alone; return whether it has the group."""
    now = os.fstat(file)
    if (now.st_uid, now.st_gid) == (before.st_uid, before.st_gid):
        return True
    for owner in (before.st_uid, -1):
        with contextlib.suppress(OSError):
            os.fchown(file, owner, before.st_gid)
            return True
    return now.st_gid == before.st_gid


def _list_of(path: Path) -> bytes | None:
    if hasattr(os, "getxattr"):
        with contextlib.suppress(OSError):
            return os.getxattr(path, _LIST)
    return None


def _set_list(file: int, accounts: bytes | None) -> None:
    """Give a file an access list, or take away the one that its folder gave it."""
    if hasattr(os, "setxattr"):
        with contextlib.suppress(OSError):
            if accounts is None:
                os.removexattr(file, _LIST)
            else:
                os.setxattr(file, _LIST, accounts)
