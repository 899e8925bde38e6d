"""Write files whole or not at all, with the modes that they should have."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from advisor._language import _
from advisor.errors import AdvisorError
from advisor.files.exchange import exchanged
from advisor.files.place import place_of
from advisor.files.read import quoted, reason
from advisor.files.rights import let_read_those_of
from advisor.files.temporary import Temporary


class Expected(Enum):
    """What a file may hold before it is written, where it is not said."""

    ANYTHING = 0


class ChangedError(AdvisorError):
    """A file does not hold what it was expected to: another program has changed it, and it was left so."""


def write_atomically(
    path: Path,
    text: str | bytes,
    *,
    private: bool = False,
    shared: bool = False,
    expected: bytes | Expected | None = Expected.ANYTHING,
) -> None:
    """Write `text` to `path`, as UTF-8 if it is text; on any failure what was there is still there.

    A file that is there keeps its mode and, where possible, its group. A new one can be read by its owner
    alone if it is `private`, also by all who may make files in its folder if it is `shared`, and otherwise
    has the mode that files usually have in that folder. Raises `AdvisorError`, which says why, if it cannot
    be written.

    `expected` is what the file is to hold until then, None if it is not to be there. `ChangedError` if it
    holds anything else, looked at as late as possible and once more when the new one stands.
    """
    try:
        data = text if isinstance(text, bytes) else text.encode()
    except UnicodeEncodeError:
        raise _refused(path, _("the text holds half a character, which no file can keep")) from None
    with replacing(path, private=private, expected=expected) as temporary:
        temporary.write_bytes(data)
        if shared:
            let_read_those_of(temporary.parent, temporary)


@contextlib.contextmanager
def replacing(
    path: Path, *, private: bool = False, expected: bytes | Expected | None = Expected.ANYTHING
) -> Iterator[Path]:
    """Give a new file beside `path`, which takes its place if all goes well and is deleted otherwise.

    Only a regular file that may be written is replaced, and a link is followed. Its mode and `expected` are
    as in `write_atomically`. What a process that was killed has left of it is tidied up first. Raises
    `AdvisorError`, which says why, if it cannot be written; what the caller raises is passed on as it is, but
    for an `OSError`, which is taken for one of the new file's.
    """
    with as_unwritten(path):
        target = _target(path)
        Temporary.tidy(target)
        temporary = Temporary.beside(target, private)
        try:
            yield temporary.path
            temporary.finish(target)
            if not _has_taken_place(temporary.path, target, expected):
                what = _("was changed by another program in the meantime; it was left as it is")
                raise ChangedError(f"{quoted(path)}: {what}")
            _keep_name(target)
        finally:
            temporary.discard()


def refuse_unwritable(path: Path) -> None:
    """Raise `AdvisorError`, which says why, if a file cannot be written, as far as can be told before."""
    with as_unwritten(path):
        _target(path)


def unwritten(path: Path, error: BaseException) -> AdvisorError:
    """Return the error that says that the file at `path` could not be written because of `error`."""
    return _refused(path, reason(error))


def file_at(path: Path) -> Path:
    """Return where `path` leads, which has no link in it; `AdvisorError` if it can be no file to write."""
    try:
        target = place_of(path)
    except ValueError as error:
        raise unwritten(path, error) from error
    if isinstance(target, int):
        raise _refused(path, _("it is not a regular file"))
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        if not stat.S_ISREG(target.lstat().st_mode):
            raise _refused(path, _("it is not a regular file"))
    return target


def _target(path: Path) -> Path:
    """Return the file that is replaced where `path` is written, which has no link in it."""
    target = file_at(path)
    if target.exists() and not os.access(target, os.W_OK):
        raise _refused(path, _("it may not be changed"))
    if not target.parent.is_dir():
        raise _refused(path, _("its folder is not there"))
    if not os.access(target.parent, os.W_OK):
        raise _refused(path, _("its folder may not be changed"))
    return target


def _has_taken_place(new: Path, target: Path, expected: bytes | Expected | None) -> bool:
    """Let `new` take the place of `target` if that is as expected; return whether it did."""
    if expected is None:
        return _named_anew(new, target)
    if isinstance(expected, Expected):
        new.replace(target)
        return True
    try:
        if os.name != "posix":  # elsewhere what is open cannot be replaced
            as_expected = target.read_bytes() == expected
            if as_expected:
                new.replace(target)
            return as_expected
        with target.open("rb") as before:
            return _has_replaced(new, target, before, expected)
    except FileNotFoundError:
        return False


def _has_replaced(new: Path, target: Path, before: BinaryIO, expected: bytes) -> bool:
    """Do so where `before` is the file that is there.

    Another program may put a file of its own there between the look and the change. So the two exchange
    their names, which shows what was there in that moment, and back if it is that. Where they cannot, a file
    that comes so late is lost. What is written into the one that is open here comes back in either case.
    """
    if before.read() != expected or not os.path.samestat(os.fstat(before.fileno()), target.stat()):
        return False
    if not exchanged(new, target):
        new.replace(target)
    elif not os.path.samestat(os.fstat(before.fileno()), new.lstat()):
        if not exchanged(new, target):
            _named_anew(new, target)
        return False
    before.seek(0)
    late = before.read()
    if late != expected:
        write_atomically(target, late, private=True)
    return late == expected


def _named_anew(new: Path, target: Path) -> bool:
    """Give `new` the name `target` if nothing has it; return whether that was so."""
    try:
        os.link(new, target)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if target.exists():
            return False
        new.replace(target)
    return True


def _keep_name(target: Path) -> None:
    """Have the disk keep the new name too, where a folder can be asked for that; the file stands anyway."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextlib.contextmanager
def as_unwritten(path: Path) -> Iterator[None]:
    """Say of an `OSError` that `path` could not be written because of it."""
    try:
        yield
    except OSError as error:
        raise unwritten(path, error) from error


def _refused(path: Path, why: str) -> AdvisorError:
    return AdvisorError(
        _("{path}: cannot be written: {why}; choose another file").format(path=quoted(path), why=why)
    )
