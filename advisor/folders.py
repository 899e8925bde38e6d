"""Where a knowledge base lies, and which files make it up."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

HEADER = "base.yaml"
SCENARIOS = "scenarios"
_INSTALLED = Path(__file__).resolve().parent / "knowledge"
_IN_CHECKOUT = Path(__file__).resolve().parent.parent / "knowledge"


def shipped_folder() -> Path:
    """Return the folder of the knowledge base that comes with the package."""
    return _INSTALLED if (_INSTALLED / HEADER).is_file() else _IN_CHECKOUT


def knowledge_files(folder: Path) -> list[Path]:
    """Return the files of a knowledge base, in an order that no locale or file system changes."""
    files = [path for path in folder.rglob("*.yaml") if path.relative_to(folder).parts[0] != SCENARIOS]
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix())


def scenario_files(folder: Path) -> Iterator[Path]:
    """Yield the scenario files of a knowledge base, sorted by name."""
    yield from sorted((folder / SCENARIOS).glob("*.yaml"), key=lambda path: path.name)


def digest_of(folder: Path) -> str:
    """Return the SHA-256 over the names and contents of a knowledge base's files."""
    total = hashlib.sha256()
    for path in knowledge_files(folder):
        data = path.read_bytes()
        total.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()
