"""Where inputs are tried: a folder of its own, and what is too dear to make for each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from advisor import Advisor
from advisor.cohort.answer_columns import AnswerColumn, answers_of
from advisor.files.positioned_yaml import parse_bytes
from tests.fuzz.odd import Odd

ROOT = Path(__file__).resolve().parent.parent.parent
OFTEN_BY_COMMAND = 0.02  # how many of the inputs go through a command as well


@dataclass
class Room:
    """A folder, emptied for each input, and the program on the shipped knowledge."""

    folder: Path
    by_command: float = OFTEN_BY_COMMAND
    advisor: Advisor = field(default_factory=lambda: Advisor(engine="columnar"))
    experta: Advisor = field(default_factory=Advisor)

    def empty(self) -> None:
        """Take away what the last input has left."""
        for left in self.folder.iterdir():
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left)
            else:
                left.unlink()

    def write(self, name: str, data: bytes) -> Path:
        """Write a file of the input."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    @cached_property
    def good_cases(self) -> list[Any]:
        """Return cases with nothing wrong, as plain values."""
        found = sorted((ROOT / "tests/unseen").glob("*.yaml"))
        rich = {
            "format": 1,
            "partnership": "A centre and a clinic",
            "partners": [{"name": "Clinic", "sector": "health", "stands": "loose"}],
            "seen-from": "partner",
            "share": "no",
            "date": "2026-09-14",
            "questionnaire": "our-town 2 (3 questions) 0123abcd",
            "answers": {
                "contact": "regular",
                "trust": "dont-know",
                "changes-lately": {"posts-vacant": "yes"},
            },
            "notes": {"contact": "We met.", "trust": "08"},
            "actions": [
                {
                    "date": "2026-05-04",
                    "kind": "intervention",
                    "id": "visioning",
                    "outcome": "helped",
                    "note": "x",
                },
                {"id": "convening", "outcome": "worse"},
            ],
        }
        return [rich, *(plain(path) for path in found)]

    @cached_property
    def answers(self) -> dict[str, AnswerColumn]:
        """Return the columns of a table that hold answers."""
        return answers_of(self.advisor.knowledge)

    def maybe(self, odd: Odd) -> bool:
        """Return whether this input goes through a command as well, which is dear."""
        return odd.random.random() < self.by_command


Trial = Callable[[Odd, Room], bool]  # whether the input was good; what it breaks is raised


def plain(path: Path) -> Any:
    """Return the content of a YAML file as the program reads it."""
    tree, _ = parse_bytes(path.read_bytes(), path.name)
    assert tree is not None, path
    return tree.plain()
