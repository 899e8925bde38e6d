"""The new file that waits beside another to take its place, and what is left of one after a kill."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from advisor.files.lock import held, is_held
from advisor.files.rights import open_to_owner, take_after

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_MARK = ".advisor-"
_PATIENCE = 5  # seconds for who is about to tidy up
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # a pipe with such a name keeps nobody waiting


@dataclass
class Temporary:
    """A file under a name that nobody can foresee. It is locked while its writer lives.

    The system keeps that lock, and takes it away when a process ends in whatever way. So a left-over can be
    told from a living one in another container, and on another machine where the file system hands locks on.
    """

    path: Path
    file: int | None

    @classmethod
    def beside(cls, target: Path, private: bool) -> Temporary:
        """Make one for `target`, for its owner alone if it is private or takes the place of another file."""
        mode = 0o600 if private or target.exists() else 0o666  # of which the system takes the umask
        while True:
            path = target.with_name(f"{_beginning(target)}{secrets.token_hex(8)}")
            file = os.open(path, _NEW | _SAFELY, mode)
            held(file, patience=_PATIENCE)
            if os.name != "posix" or os.fstat(file).st_nlink:
                break
            os.close(file)  # somebody tidied it up before it was locked
        open_to_owner(file)
        return cls(path, file)

    def finish(self, target: Path) -> None:
        """Have the disk keep all that was written, with the rights of `target`, if that is there."""
        assert self.file is not None
        with contextlib.suppress(FileNotFoundError):
            take_after(self.file, target)
        os.fsync(self.file)
        if os.name != "posix":
            self._close()  # elsewhere what is open cannot be renamed

    def discard(self) -> None:
        """Delete it, if it has not taken the place of another."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        self._close()

    def _close(self) -> None:
        if self.file is not None:
            with contextlib.suppress(OSError):
                os.close(self.file)
            self.file = None

    @staticmethod
    def tidy(target: Path) -> None:
        """Delete what dead writers of `target` have left; what cannot be deleted is in nobody's way."""
        beginning = _beginning(target)
        with contextlib.suppress(OSError):
            for path in target.parent.iterdir():
                if path.name.startswith(beginning):
                    _delete_if_left(path)


def _delete_if_left(path: Path) -> None:
    with contextlib.suppress(OSError):
        if os.name != "posix":
            path.unlink()  # which fails while somebody has it open
            return
        file = os.open(path, os.O_RDWR | _SAFELY | _AT_ONCE)
        try:
            if stat.S_ISREG(os.fstat(file).st_mode) and not is_held(file):
                path.unlink()
        finally:
            os.close(file)


def is_waiting(path: Path) -> bool:
    """Return whether a file has the name of one that waits to take the place of another, or has waited."""
    return path.name.startswith(_MARK)


def _beginning(target: Path) -> str:
    """Return how the names of files begin that wait to take the place of `target`."""
    return f"{_MARK}{hashlib.sha256(target.name.encode(errors='replace')).hexdigest()[:8]}-"
