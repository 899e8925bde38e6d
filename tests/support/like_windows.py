"""What Windows does otherwise, as far as it can be played on Linux: `with like_windows(): ...`.

Our modules see an `os` that is called `nt` and lacks what only POSIX has. A file that this process has open
can be neither replaced nor deleted, one that is locked can be used only by whoever has locked it, a folder
cannot be opened, a name is refused if Windows refuses it, and asking for a process would end it. What
Python's own library does is real: paths are written as on Linux.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import os
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path, PureWindowsPath
from types import ModuleType
from typing import Any
from unittest import mock

from filelock import lock_descriptor

import advisor
from advisor.files import lock

ONLY_POSIX = frozenset(  # of `os`
    """
    O_CLOEXEC O_DIRECTORY O_NOCTTY O_NOFOLLOW O_NONBLOCK O_SYNC chown chroot fchdir fchmod fchown
    fdatasync fork forkpty fstatvfs getegid geteuid getgid getgroups getpgid getpriority getsid
    getuid killpg lchmod lchown lockf mkfifo mknod nice openpty pathconf pipe2 pread preadv pwrite
    register_at_fork sendfile setegid seteuid setgid setpgid setsid setuid statvfs sync sysconf
    ttyname uname wait wait3 wait4 waitid
    """.split()  # noqa: SIM905 (a list that one reads as words)
)
_FORBIDDEN = set('<>"|?*')
_NUMBERED = {f"{kind}{number}" for kind in ("COM", "LPT") for number in range(1, 10)}
_DEVICES = {"CON", "PRN", "AUX", "NUL", *_NUMBERED}


class Refused(PermissionError):
    """What Windows says of a file that is open, and of a folder that is to be opened as a file."""

    def __init__(self) -> None:
        super().__init__(13, "Access is denied")


class WindowsOs:
    """`os` as our modules would see it on Windows."""

    name = "nt"

    def __getattr__(self, name: str) -> Any:
        if name in ONLY_POSIX:
            raise AttributeError(f"there is no os.{name} on Windows")
        return getattr(os, name)

    def kill(self, process: int, _signal: int) -> None:
        """Tell that a process would have been ended, whatever the signal."""
        raise AssertionError(f"on Windows this ends the process {process}")


def is_refused_name(name: str) -> bool:
    """Return whether Windows refuses a file's name, or takes it for a device, a stream or another file."""
    is_odd = ":" in name or name != name.rstrip(" .") or _FORBIDDEN & set(name)
    return bool(is_odd) or name.partition(".")[0].rstrip().upper() in _DEVICES


@contextlib.contextmanager
def like_windows() -> Iterator[None]:
    """Let our modules and the files of this process behave as on Windows."""
    windows = WindowsOs()
    with contextlib.ExitStack() as stack:
        for module in own_modules():
            if getattr(module, "os", None) is os:
                stack.enter_context(mock.patch.object(module, "os", windows))
        for name in ("replace", "rename"):
            stack.enter_context(mock.patch.object(os, name, _unless_open(getattr(os, name), both=True)))
        for name in ("unlink", "remove"):
            stack.enter_context(mock.patch.object(os, name, _unless_open(getattr(os, name), both=False)))
        stack.enter_context(mock.patch.object(os, "open", _no_folder(os.open)))
        locked: dict[int, Any] = {}
        stack.enter_context(mock.patch.object(lock, "lock_descriptor", _noting(lock_descriptor, locked)))
        for module in (io, builtins):
            stack.enter_context(mock.patch.object(module, "open", _unless_locked(io.open, locked)))
        yield


def own_modules() -> list[ModuleType]:
    """Return all modules of the program, imported; those of an extra that is not here aside."""
    names = [each.name for each in pkgutil.walk_packages(advisor.__path__, "advisor.")]
    for name in (*names, *(f"advisor.cli.{each}" for each in _commands())):
        if not name.endswith("__main__"):
            import_module(name)
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("advisor.")]


def _commands() -> list[str]:
    return sorted(
        path.stem for path in Path(str(import_module("advisor.cli").__file__)).parent.glob("[a-z]*.py")
    )


def _unless_open(real: Any, both: bool) -> Any:
    def guarded(*paths: Any, **more: Any) -> Any:
        names = [os.path.realpath(path) for path in paths[: 2 if both else 1]]
        if more.get("dir_fd") is None and any(name in open_files() for name in names):
            raise Refused
        if both and is_refused_name(PureWindowsPath(os.fsdecode(paths[1])).name):
            raise OSError(22, "The filename, directory name, or volume label syntax is incorrect")
        return real(*paths, **more)

    return guarded


def _noting(real: Any, locked: dict[int, Any]) -> Any:
    """Return what locks an open file, and notes by its descriptor which file that is."""

    def noting(file: int, **more: Any) -> bool:
        taken = bool(real(file, **more))
        if taken:
            locked[file] = _identity(file)
        return taken

    return noting


def _unless_locked(real: Any, locked: dict[int, Any]) -> Any:
    """Return what opens a file, unless it is locked: no other handle reads or writes it there."""

    def guarded(path: Any, *more: Any, **named: Any) -> Any:
        is_path = isinstance(path, (str, os.PathLike))
        if is_path and any(_identity(path) == _identity(file) == was for file, was in locked.items()):
            raise Refused
        return real(path, *more, **named)

    return guarded


def _identity(file: Any) -> tuple[int, int] | None:
    try:
        status = os.stat(file)  # noqa: PTH116 (a path or a descriptor)
    except (OSError, ValueError):
        return None  # it is closed, or not there
    return status.st_dev, status.st_ino


def _no_folder(real: Any) -> Any:
    def guarded(path: Any, *more: Any, **named: Any) -> Any:
        if isinstance(path, (str, os.PathLike)) and Path(path).is_dir():
            raise Refused
        return real(path, *more, **named)

    return guarded


def open_files() -> set[str]:
    """Return the files that this process has open."""
    found = set()
    for each in os.listdir("/proc/self/fd"):  # noqa: PTH208 (a list that this look-up does not itself change)
        with contextlib.suppress(OSError):
            found.add(os.readlink(f"/proc/self/fd/{each}"))  # noqa: PTH115 (as it is, not resolved)
    return found
