"""Read files with care: only regular ones, only so large, and every trouble as a fault."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from advisor._command import is_command
from advisor._language import _
from advisor._suggest import NEAR, nearest
from advisor._text import shown_name
from advisor.errors import Fault, FileFault
from advisor.files.inputs import note_read

LARGEST_FILE = 2_000_000  # bytes; a case is a few thousand, the largest knowledge file some hundred thousand
_NUMBERED = re.compile(r"\(os error ([0-9]{1,5})\)")  # how libraries in Rust name an error of the system


def read_bytes(path: Path, label: str, largest: int = LARGEST_FILE) -> tuple[bytes, Fault | None]:
    """Return the content of a regular file of at most `largest` bytes, or a fault that calls it `label`."""
    what, remedy = "", ""
    data = b""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            what, remedy = _("this is a folder"), _("name a file in it")
        elif not stat.S_ISREG(mode):
            what, remedy = _("this is not a regular file"), _("name one that is")
        else:
            with path.open("rb") as file:
                note_read(path, os.fstat(file.fileno()))
                data = file.read(largest + 1)
            if len(data) > largest:
                what, remedy = (
                    _("the file is larger than {largest} MB").format(largest=largest // 1_000_000),
                    _("is it the right file?"),
                )
    except (FileNotFoundError, NotADirectoryError):
        what, remedy = _("there is no such file"), _instead_of(path)
    except (OSError, ValueError, RuntimeError) as error:
        what, remedy = (
            _("the file cannot be read: {reason}").format(reason=reason(error)),
            _("check its name and permissions"),
        )
    return (b"", FileFault(label, 0, 0, what, remedy)) if what else (data, None)


def _instead_of(path: Path) -> str:
    """Return what to try where there is no such file: of what lies beside it only who types here is told."""
    try:
        beside = [each for each in names_in(path.parent, "") if each.is_file()] if is_command() else []
    except (OSError, ValueError):
        beside = []
    whole = next((each.name for each in beside if each.stem == path.name), None)  # but for its ending
    near = whole or nearest(path.name, [each.name for each in beside])
    if near is None:
        return _("check the name and the folder")
    return _(NEAR).format(near=quoted(path.with_name(near)))


def beginning_of(path: Path, most: int) -> bytes:
    """Return the first bytes of a regular file, to see what it may be; none of what cannot be read."""
    try:
        if stat.S_ISREG(path.stat().st_mode):
            with path.open("rb") as file:
                return file.read(most)
    except (OSError, ValueError):
        pass
    return b""


def reason(error: BaseException) -> str:
    """Return in a few words why a file could not be read or written, as the system has it."""
    if getattr(error, "errno", None) == errno.ELOOP:
        return _("it is a link, and such links lead in a circle")
    said = getattr(error, "strerror", None)
    if not said and (numbered := _NUMBERED.search(str(error))):
        said = os.strerror(int(numbered[1]))
    if not said and not isinstance(error, ValueError):
        said = " ".join(str(error).split())[:200] or _("the system does not say why")
    return shown_name(said or _("the name cannot be used")).lower()


def display_name(path: Path) -> str:
    """Return a path as text, also where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", "replace")


def quoted(path: Path) -> str:
    """Return a path as messages show it: on one line, with nothing that could steer a terminal."""
    return shown_name(display_name(path))


def is_there(path: Path) -> bool:
    """Return whether there is something at a path; not if its name cannot be one."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_missing(path: Path) -> bool:
    """Return whether there is nothing at a path; where it cannot be told, reading it will say why."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def is_closed(path: Path) -> bool:
    """Return whether a path leads through a folder that may not be entered: who knows what is there?"""
    try:
        path.stat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return False


def is_hidden(name: str) -> bool:
    """Return whether the name of a file or folder is one that lists of files leave out."""
    return name.startswith((".", "~$"))  # the second is how word processors mark that a file is open


def names_in(folder: Path, ending: str) -> list[Path]:
    """Return the paths in a folder whose names end so, sorted by name; none if there is no such folder.

    Hidden ones are not among them: they belong to other programs.
    Raises `OSError` if the folder cannot be looked into, where a pattern of names would find nothing.
    """
    try:
        found = [path for path in folder.iterdir() if path.name.endswith(ending) and not is_hidden(path.name)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(found, key=lambda path: path.name)
