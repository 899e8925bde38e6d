"""The case file of an interview: one window at a time, saved after each answer, nothing lost."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from filelock import FileLock

from advisor._language import _
from advisor.cases.case import Case
from advisor.cases.check import checked_case
from advisor.cases.file import case_text, read_case
from advisor.cases.fitting import fitting
from advisor.cases.rewriting import rewritten, without
from advisor.errors import AdvisorError, CaseError
from advisor.files.lock import locked
from advisor.files.positioned_yaml import Node, parse_bytes
from advisor.files.read import display_name, is_missing, is_there, quoted, read_bytes, reason
from advisor.files.write import ChangedError, write_atomically
from advisor.knowledge.base import KnowledgeBase


@dataclass
class CaseStore:
    """A case file that is open; `no_longer_fit` lists what the questions of today do not know.

    That is left out of the case, and out of the file once it is saved. What else is in the file stays as
    somebody wrote it: comments, order, quotes. Where something is left out, or the file is laid out so that
    it can only be written anew, it is kept beside it, as it was, as `kept_as`.
    """

    path: Path
    case: Case
    knowledge: KnowledgeBase
    no_longer_fit: list[str] = field(default_factory=list)
    kept_as: Path | None = None
    _there: bytes | None = None  # what the file held when it was last seen
    _base: str | None = None  # the same without what no longer fits; None if it can only be written anew
    _lock: FileLock | None = None
    _went_away: bool = False

    def save(self, case: Case) -> None:
        """Write the case; `AdvisorError`, and the file as it was, if that cannot be done.

        A file that somebody else has changed in the meantime is not overwritten; one that has gone is
        written anew, with its folder.
        """
        there = _read(self.path)
        went_away = there is None and self._there is not None
        if there != self._there and not went_away:
            raise _changed(self.path)
        text = self._written(case)
        if went_away:
            _make_folder(self.path)
        if there is None or text.encode(errors="surrogatepass") != there:
            try:
                write_atomically(self.path, text, private=True, expected=there)
            except ChangedError:
                raise _changed(self.path) from None
        self._went_away = self._went_away or went_away
        self.case, self._there, self._base = case, text.encode(), text

    def keep(self) -> bool:
        """See to it that what was saved is there; return whether it had gone since that was last asked.

        `AdvisorError` if it has gone and cannot be written anew, or if another program has put another case
        into it.
        """
        if self._there is not None and _read(self.path) is None:
            self.save(self.case)
        if self._there is not None and not self.holds_all:
            what = _("was changed by another program in the meantime")
            raise AdvisorError(
                _("{path}: {what}; look whether all that you answered is in it").format(
                    path=quoted(self.path), what=what
                )
            )
        had_gone, self._went_away = self._went_away, False
        return had_gone

    @property
    def holds_all(self) -> bool:
        """Whether what was saved last can be read from the file, whoever wrote it."""
        try:
            there = _read(self.path)
            return there is not None and (
                there == self._there or read_case(self.path, self.knowledge) == self.case
            )
        except AdvisorError:
            return False

    def close(self) -> None:
        """Let others open the file."""
        if self._lock is not None:
            self._lock.release()

    def _written(self, case: Case) -> str:
        """Return the text to write: the file's own with the changes, or else a whole new one."""
        if self._there is None or _is_blank(self._there):
            return case_text(case)
        is_own = self._base == case_text(self.case)
        text = None if is_own or self._base is None else rewritten(self._base, case, self.knowledge)
        is_anew = text is None and not is_own
        if self.kept_as is None and (is_anew or self._base != self._there.decode()):
            self.kept_as = _kept(self.path, self._there.decode())
        return case_text(case) if text is None else text


def open_case(path: Path, knowledge: KnowledgeBase) -> CaseStore:
    """Return the case file at `path`, with an empty case if there is none yet.

    Raises `CaseError` with all its faults if it cannot be read, `AdvisorError` if it is open elsewhere.
    """
    if is_there(path) and not path.is_file():
        raise AdvisorError(_("{path}: is not a regular file; choose another name").format(path=quoted(path)))
    lock = locked(path)
    try:
        return _opened(path, knowledge, lock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def _opened(path: Path, knowledge: KnowledgeBase, lock: FileLock | None) -> CaseStore:
    there = _read(path)
    if there is None or _is_blank(there):
        return CaseStore(path, Case(), knowledge, _there=there, _lock=lock)
    tree = _tree_in(there, path, knowledge)
    fits, left_out = fitting(tree, knowledge)
    case, _ = checked_case(fits, str(path), knowledge)
    if case is None:
        raise CaseError(checked_case(tree, str(path), knowledge)[1])  # with what would have been left out
    text = there.decode()
    base = without(text, tree, fits, case, knowledge) if left_out else text
    return CaseStore(path, case, knowledge, left_out, _there=there, _base=base, _lock=lock)


def _tree_in(there: bytes, path: Path, knowledge: KnowledgeBase) -> Node:
    tree, faults = parse_bytes(there, str(path))
    if tree is None or faults:
        more = [] if tree is None else checked_case(tree, str(path), knowledge)[1]
        raise CaseError([*faults, *more])
    return tree


def _changed(path: Path) -> AdvisorError:
    what = _("was changed by another program in the meantime")
    return AdvisorError(
        _("{path}: {what}, and was left as it is, without your last answer; open it again").format(
            path=quoted(path), what=what
        )
    )


def _read(path: Path) -> bytes | None:
    """Return what is in the file, None if there is none; `CaseError` if it cannot be read or is too large."""
    if is_missing(path):
        return None
    there, fault = read_bytes(path, display_name(path))
    if fault is not None:
        raise CaseError([fault])
    return there


def _is_blank(there: bytes) -> bool:
    return not there.decode(errors="replace").strip()


def _make_folder(path: Path) -> None:
    """Make the folder of a file anew, if its own folder is there still."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise AdvisorError(
            _(
                "{path}: has gone, and its folder cannot be made: {reason}; your answers are in no file"
            ).format(path=quoted(path), reason=reason(error))
        ) from error


def _kept(path: Path, text: str) -> Path:
    """Keep the file as it was beside it, under the first name that is free."""
    for number in count(1):
        beside = path.with_name(f"{path.name}.{number}.bak")
        if beside.exists() or beside.is_symlink():
            continue
        with contextlib.suppress(ChangedError):  # somebody else has just taken that name
            write_atomically(beside, text, private=True, expected=None)
            break
    return beside
