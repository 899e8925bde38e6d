"""The case file of an interview: one window at a time, saved after each answer, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from advisor.cases.case import Case
from advisor.cases.file import case_text, read_case
from advisor.cases.fitting import fitting
from advisor.cases.rewriting import read_as, rewritten, without
from advisor.errors import AdvisorError, CaseError
from advisor.files.lock import locked
from advisor.files.positioned_yaml import read_tree
from advisor.files.read import quoted, reason
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
    _text: str | None = None  # of the file, as it was last seen
    _base: str | None = None  # the same without what no longer fits; None if it can only be written anew
    _lock: FileLock | None = None
    _went_away: bool = False

    def save(self, case: Case) -> None:
        """Write the case; `AdvisorError`, and the file as it was, if that cannot be done.

        A file that somebody else has changed in the meantime is not overwritten; one that has gone is
        written anew, with its folder.
        """
        there = _read(self.path)
        went_away = there is None and self._text is not None
        if there != self._text and not went_away:
            raise _changed(self.path)
        text = self._written(case)
        if went_away:
            _make_folder(self.path)
        if text != self._text or went_away:
            expected = None if there is None else there.encode()
            try:
                write_atomically(self.path, text, private=True, expected=expected)
            except ChangedError:
                raise _changed(self.path) from None
        self._went_away = self._went_away or went_away
        self.case, self._text, self._base = case, text, text

    def keep(self) -> bool:
        """See to it that what was saved is there; return whether it had gone since that was last asked.

        `AdvisorError` if it has gone and cannot be written anew, or if another program has put another case
        into it.
        """
        if self._text is not None and _read(self.path) is None:
            self.save(self.case)
        if self._text is not None and not self.holds_all:
            what = "was changed by another program in the meantime"
            raise AdvisorError(f"{quoted(self.path)}: {what}; look whether all that you answered is in it")
        had_gone, self._went_away = self._went_away, False
        return had_gone

    @property
    def holds_all(self) -> bool:
        """Whether what was saved last can be read from the file, whoever wrote it."""
        try:
            there = _read(self.path)
            return there is not None and (
                there == self._text or read_case(self.path, self.knowledge) == self.case
            )
        except AdvisorError:
            return False

    def close(self) -> None:
        """Let others open the file."""
        if self._lock is not None:
            self._lock.release()

    def _written(self, case: Case) -> str:
        """Return the text to write: the file's own with the changes, or else a whole new one."""
        if self._text is None or not self._text.strip():
            return case_text(case)
        is_own = self._base == case_text(self.case)
        text = None if is_own or self._base is None else rewritten(self._base, case, self.knowledge)
        is_anew = text is None and not is_own
        if self.kept_as is None and (is_anew or self._base != self._text):
            self.kept_as = _kept(self.path, self._text)
        return case_text(case) if text is None else text


def open_case(path: Path, knowledge: KnowledgeBase) -> CaseStore:
    """Return the case file at `path`, with an empty case if there is none yet.

    Raises `CaseError` with all its faults if it cannot be read, `AdvisorError` if it is open elsewhere.
    """
    if path.exists() and not path.is_file():
        raise AdvisorError(f"{quoted(path)}: is not a regular file; choose another name")
    lock = locked(path)
    try:
        return _opened(path, knowledge, lock)
    except AdvisorError:
        if lock is not None:
            lock.release()
        raise


def _opened(path: Path, knowledge: KnowledgeBase, lock: FileLock | None) -> CaseStore:
    text = _read(path)
    if text is None or not text.strip():
        return CaseStore(path, Case(), knowledge, _text=text, _lock=lock)
    tree, faults = read_tree(path, str(path))
    if tree is None or faults:
        raise CaseError(faults)
    fits, left_out = fitting(tree, knowledge)
    case = read_as(fits, str(path), knowledge)
    base = without(text, tree, fits, case, knowledge) if left_out else text
    return CaseStore(path, case, knowledge, left_out, _text=text, _base=base, _lock=lock)


def _changed(path: Path) -> AdvisorError:
    what = "was changed by another program in the meantime"
    return AdvisorError(
        f"{quoted(path)}: {what}, and was left as it is, without your last answer; open it again"
    )


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        why = (error.strerror or "unknown").lower()
        raise AdvisorError(f"{quoted(path)}: cannot be read: {why}; choose another file") from error


def _make_folder(path: Path) -> None:
    """Make the folder of a file anew, if its own folder is there still."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise AdvisorError(
            f"{quoted(path)}: has gone, and its folder cannot be made: {reason(error)}; "
            "your answers are in no file"
        ) from error


def _kept(path: Path, text: str) -> Path:
    """Keep the file as it was beside it, under the first name that is free."""
    number = 1
    while (beside := path.with_name(f"{path.name}.{number}.bak")).exists():
        number += 1
    write_atomically(beside, text, private=True)
    return beside
