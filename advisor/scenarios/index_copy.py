"""The index of scenarios kept at hand: reading and advising on all of them takes longer than to look one up.

The copy is under a name made from the content of the files, the knowledge base and the code, in the user's
cache folder and under its seal; it is for the scenarios of a knowledge base, not for other files. One that is missing, damaged or somebody else's is made again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from advisor.files.own_copies import keep_newest, read_own, write_own
from advisor.files.own_folder import own_folder
from advisor.files.read import read_bytes
from advisor.files.sealed import code_digest, key_in, opened, sealed
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.index import Row, read_index

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
    own = own_folder("cache") if _PACKAGE.is_dir() else None
    key = b"" if own is None else key_in(own)
    if own is None or not key:
        return read_index(files, knowledge)
    path = own / f"scenarios-{_name_of(files, knowledge)}.json"
    kept = _rows(read_own(path, LARGEST_COPY), key)
    if kept is not None:
        return kept
    rows = read_index(files, knowledge)
    data = sealed(json.dumps([row.as_dict() for row in rows]).encode(), key)
    if len(data) <= LARGEST_COPY and write_own(path, data):
        keep_newest(own, "scenarios-*", ALL_COPIES)
    return rows


def _rows(data: bytes | None, key: bytes) -> tuple[Row, ...] | None:
    payload = None if data is None else opened(data, key)
    return None if payload is None else tuple(_row(each) for each in json.loads(payload))


def _row(data: dict[str, Any]) -> Row:
    """Return a row from plain data, in which a list is what a row has as a tuple."""
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
    }
    return Row(**given)


def _name_of(files: Mapping[str, Path], knowledge: KnowledgeBase) -> str:
    digest = hashlib.sha256(f"{_code()} {knowledge.digest}".encode())
    for name, path in files.items():
        data, _fault = read_bytes(path, path.name)
        digest.update(f"\n{name} {path.parent} {len(data)}\n".encode(errors="surrogateescape"))
        digest.update(data)
    return digest.hexdigest()[:32]


@cache
def _code() -> str:
    return code_digest(*(_PACKAGE / folder for folder in _CODE))
