"""The index of scenarios kept at hand: reading and advising on all of them takes longer than to look one up.

The copy is under a name made from the content of the files, the knowledge base and the code. That of the
shipped scenarios lies in the package, made when that was built; all others in the user's cache folder, under
its seal. One that is missing, damaged or somebody else's is made again. It is for the scenarios of a
knowledge base: of other files, which may tell of somebody's case, nothing is kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from advisor.files.own_copies import keep_newest, read_own, write_own
from advisor.files.own_folder import own_folder
from advisor.files.read import read_bytes
from advisor.files.sealed import code_digest, key_in, opened, sealed
from advisor.inference.cache import knowledge_in
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.folder import shipped_folder
from advisor.scenarios.index import Row, read_index
from advisor.scenarios.loader import scenario_paths

_PACKAGE = Path(__file__).parent.parent
_CODE = (
    "advice",
    "cases",
    "files",
    "inference",
    "inference/circuit",
    "knowledge",
    "knowledge/question_kinds",
    "scenarios",
)
LARGEST_COPY, ALL_COPIES = 2_000_000, 10_000_000  # bytes


def index_of(files: Mapping[str, Path], knowledge: KnowledgeBase) -> tuple[Row, ...]:
    """Return the index of the scenarios in files, from the copy at hand if it is current.

    `CaseError` with the faults of all of them.
    """
    if not files:
        return ()
    name = _name_of(files, knowledge)
    data, _fault = read_bytes(shipped_folder() / name, name, LARGEST_COPY)
    own = own_folder("cache") if _PACKAGE.is_dir() else None
    key = b"" if own is None else key_in(own)
    if own is None or not key:
        return _rows(data, b"") or read_index(files, knowledge)
    kept = _rows(data, b"") or _rows(read_own(own / name, LARGEST_COPY), key)
    if kept is not None:
        return kept
    rows = read_index(files, knowledge)
    data = _sealed(rows, key)
    if len(data) <= LARGEST_COPY and write_own(own / name, data):
        keep_newest(own, "scenarios-*", ALL_COPIES)
    return rows


def add_copy(package: Path) -> None:
    """Put the index of the shipped scenarios into the package that is being built in a folder, and runs."""
    folder = package / "shipped"
    for old in folder.glob("scenarios-*.json"):
        old.unlink()
    knowledge = knowledge_in(folder)
    files = scenario_paths(knowledge)
    (folder / _name_of(files, knowledge)).write_bytes(_sealed(read_index(files, knowledge), b""))


def _sealed(rows: Iterable[Row], key: bytes) -> bytes:
    return sealed(json.dumps([row.as_dict() for row in rows]).encode(), key)


def _rows(data: bytes | None, key: bytes) -> tuple[Row, ...] | None:
    payload = opened(data, key) if data else None
    return None if payload is None else tuple(_row(each) for each in json.loads(payload))


def _row(data: dict[str, Any]) -> Row:
    """Return a row from plain data, in which a list is what a row has as a tuple."""
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
    }
    return Row(**given)


def _name_of(files: Mapping[str, Path], knowledge: KnowledgeBase) -> str:
    digest = hashlib.sha256(f"{_code()} {knowledge.digest}".encode())
    folders = list(dict.fromkeys(path.parent for path in files.values()))
    for name, path in files.items():
        data, _fault = read_bytes(path, path.name)
        head = f"\n{name} {folders.index(path.parent)} {len(data)}\n"
        digest.update(head.encode(errors="surrogateescape"))
        digest.update(data)
    return f"scenarios-{digest.hexdigest()[:32]}.json"


@cache
def _code() -> str:
    return code_digest(*(_PACKAGE / folder for folder in _CODE))
