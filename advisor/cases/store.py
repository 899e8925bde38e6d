"""The case file of an interview: one window at a time, saved whole after each answer, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock

from advisor._text import shown, shown_name
from advisor.cases.case import Case
from advisor.cases.check import checked_case
from advisor.cases.file import case_text
from advisor.cases.sound import sound_answers
from advisor.errors import AdvisorError, CaseError
from advisor.files.lock import locked
from advisor.files.positioned_yaml import Node, read_tree
from advisor.files.write import write_atomically
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import Answer


@dataclass
class CaseStore:
    """A case file that is open; `no_longer_fit` lists answers that the questions of today do not know.

    They are left out of the case. Where the file held them, or words of somebody's own such as
    comments, the file as it was is kept beside it as `kept_as`.
    """

    path: Path
    case: Case
    no_longer_fit: list[str] = field(default_factory=list)
    kept_as: Path | None = None
    _text: str | None = None
    _lock: FileLock | None = None

    def save(self, case: Case) -> None:
        """Write the case; `AdvisorError`, and the file as it was, if that cannot be done.

        A file that somebody else has changed in the meantime is not overwritten.
        """
        if _read(self.path) != self._text:
            raise AdvisorError(
                f"{shown_name(str(self.path))}: was changed by another program in the meantime; "
                "it was left as it is, and your last answer is not in it"
            )
        if (
            self._text is not None
            and self.kept_as is None
            and self._text.strip()
            and case_text(self.case) != self._text
        ):
            self.kept_as = _kept(self.path, self._text)
        text = case_text(case)
        if text != self._text:
            write_atomically(self.path, text, private=True)
        self.case, self._text = case, text

    def close(self) -> None:
        """Let others open the file."""
        if self._lock is not None:
            self._lock.release()


def open_case(path: Path, knowledge: KnowledgeBase) -> CaseStore:
    """Return the case file at `path`, with an empty case if there is none yet.

    Raises `CaseError` with all its faults if it cannot be read, `AdvisorError` if it is open elsewhere.
    """
    if path.exists() and not path.is_file():
        raise AdvisorError(f"{shown_name(str(path))}: is not a regular file; choose another name")
    lock = locked(path)
    text = _read(path)
    if text is None or not text.strip():
        return CaseStore(path, Case(), _text=text, _lock=lock)
    tree, faults = read_tree(path, str(path))
    if tree is None or faults:
        raise CaseError(faults)
    left_out: list[str] = []
    case, faults = checked_case(_fitting(tree, knowledge, left_out), str(path), knowledge)
    if case is None:
        raise CaseError(faults)
    return CaseStore(path, case, left_out, _text=text, _lock=lock)


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        why = (error.strerror or "unknown").lower()
        raise AdvisorError(f"{shown_name(str(path))}: cannot be read: {why}; choose another file") from error


def _kept(path: Path, text: str) -> Path:
    """Keep the file as it was beside it, under the first name that is free."""
    number = 1
    while (beside := path.with_name(f"{path.name}.{number}.bak")).exists():
        number += 1
    write_atomically(beside, text, private=True)
    return beside


def _fitting(tree: Node, knowledge: KnowledgeBase, left_out: list[str]) -> Node:
    """Return the tree without answers that no question knows, which are named in `left_out`."""
    if not isinstance(tree.value, dict) or "answers" not in tree.value:
        return tree
    key, answers = tree.value["answers"]
    if not isinstance(answers.value, dict):
        return tree
    kept = {
        word: (name, fitting)
        for word, (name, node) in answers.value.items()
        if (fitting := _fitting_answer(word, node, knowledge, left_out)) is not None
    }
    fitted = {**tree.value, "answers": (key, Node(kept, answers.line, answers.column))}
    return Node(fitted, tree.line, tree.column)


def _fitting_answer(word: str, node: Node, knowledge: KnowledgeBase, left_out: list[str]) -> Node | None:
    if word not in knowledge.questions:
        left_out.append(f"{shown(word)}: {_said(node.plain())}")
        return None
    sound = knowledge.memo(sound_answers)[word]
    if isinstance(node.value, dict) and sound.parts:
        fits = {item: pair for item, pair in node.value.items() if sound.takes_of(item, pair[1].value)}
        gone = [item for item in node.value if item not in fits]
        left_out += [f"{word}.{shown(item)}: {_said(node.value[item][1].plain())}" for item in gone]
        return Node(fits, node.line, node.column)
    if sound.takes(node.value):
        return node
    left_out.append(f"{word}: {_said(node.plain())}")
    return None


def _said(answer: Answer | Any) -> str:
    if isinstance(answer, dict):
        return ", ".join(f"{shown(item)} {shown(said)}" for item, said in answer.items())
    return shown(answer)
