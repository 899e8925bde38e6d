"""Keep a checked knowledge base at hand, so that not every start reads and checks hundreds of rules.

What is kept is JSON in the user's cache folder, under a name made from the content of the files: a
file that changes is read and checked anew. A copy that is missing, damaged or from another version
is made again; one that cannot be written is done without. Its name also says by which code it was made:
another model or network makes another copy. Each entry is kept as text of its own and turned into the
entry when it is first wanted: most advice wants few of them.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from advisor._version import __version__
from advisor.errors import AdvisorError
from advisor.files.read import read_bytes
from advisor.files.write import write_atomically
from advisor.inference.compile import Compiled, compile_rules, compiled
from advisor.inference.network import Network
from advisor.knowledge import conditions, entries, overlay as overlays, question, rules
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.folder import below_of, digest_of, read_folder, shipped_folder
from advisor.knowledge.kinds import WORK
from advisor.knowledge.model import Model

_HERE = Path(__file__).parent
LARGEST_COPY = 100_000_000  # bytes
_KEPT = 8  # files in the cache folder; the oldest go first
_MODELS: dict[str, type[Model]] = {
    name: value
    for module in (conditions, entries, overlays, question, rules)
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, Model)
}


def knowledge_in(folder: Path | None = None) -> KnowledgeBase:
    """Return the knowledge base in `folder` (None: the shipped one), from the copy at hand if it is current.

    `KnowledgeError` with all faults if the files have any.
    """
    folder = shipped_folder() if folder is None else folder
    files = read_folder(folder)
    path = _cache_folder() / f"knowledge-{__version__}-{_code_digest()}-{digest_of(files)}.json"
    knowledge = _read(path)
    if knowledge is None:
        from advisor.knowledge.loader import load_files

        knowledge = load_files(files, folder)
        with contextlib.suppress(OSError, AdvisorError):
            _write(path, knowledge)
    knowledge.folder = folder
    knowledge.below = below_of(files, folder)
    return knowledge


@cache
def _code_digest() -> str:
    """Return a name for the code that makes and reads copies, another after each change to it.

    Read once: a process goes on with the code that it began with. Where its modules are no files it is
    always the same, and the version has to do.
    """
    digest = hashlib.sha256()
    knowledge = _HERE.parent / "knowledge"
    for folder in (_HERE, knowledge, knowledge / "question_kinds"):
        for path in sorted(folder.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("partnership-advisor", appauthor=False)


def _read(path: Path) -> KnowledgeBase | None:
    data, fault = read_bytes(path, path.name, LARGEST_COPY)
    if fault is not None:
        return None
    checksum, _, payload = data.partition(b"\n")
    if hashlib.sha256(payload).hexdigest().encode() != checksum:
        return None
    try:
        return _thawed_base(from_json(payload))
    except (AttributeError, KeyError, TypeError, ValueError):  # written by another version of these models
        return None


def _write(path: Path, knowledge: KnowledgeBase) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    payload = json.dumps(_frozen_base(knowledge), ensure_ascii=False, separators=(",", ":"))
    write_atomically(path, f"{hashlib.sha256(payload.encode()).hexdigest()}\n{payload}", private=True)
    kept = sorted(path.parent.glob("knowledge-*.json"), key=lambda p: p.stat().st_mtime)
    for old in kept[:-_KEPT]:
        old.unlink(missing_ok=True)


def _frozen_base(knowledge: KnowledgeBase) -> dict[str, Any]:
    work = compiled(knowledge)
    network = work.network
    return {
        "name": knowledge.name,
        "version": knowledge.version,
        "digest": knowledge.digest,
        "overlay": None if knowledge.overlay is None else _frozen(knowledge.overlay),
        "entries": {
            kind: {
                entry.id: json.dumps(_frozen(entry), ensure_ascii=False) for entry in knowledge.of_kind(kind)
            }
            for kind in (*knowledge.kinds.names, WORK)
        },
        "salience": work.salience,
        "concluding": work.concluding,
        "keyed": sorted(work.keyed),
        "need": network.need,
        "above": network.above,
        "size": network.size,
        "shares": [[node, *share] for node, share in network.shares.items()],
        "roots": network.root_of,
        "waiting": [[*fact, nodes] for fact, nodes in network.waiting.items()],
        "leaving": [[*fact, nodes] for fact, nodes in network.leaving.items()],
    }


def _thawed_base(data: dict[str, Any]) -> KnowledgeBase:
    network = Network(
        need=data["need"],
        above=data["above"],
        size=data["size"],
        shares={node: (share, negated) for node, share, negated in data["shares"]},
        waiting={Fact(kind, id_, value): nodes for kind, id_, value, nodes in data["waiting"]},
        leaving={Fact(kind, id_, value): nodes for kind, id_, value, nodes in data["leaving"]},
        root_of=data["roots"],
    )
    knowledge = KnowledgeBase(data["name"], data["version"], data["digest"], data["entries"], _thaw_text)
    knowledge.overlay = None if data["overlay"] is None else _thawed(data["overlay"])
    work = Compiled(network, data["salience"], data["concluding"], frozenset(data["keyed"]))
    knowledge.seed(compile_rules, work)
    return knowledge


def _frozen(value: Any) -> Any:
    """Return a model as plain data that still says which model it is: [name, {field: value}]."""
    if isinstance(value, Model):
        given = ((field.name, getattr(value, field.name)) for field in fields(value))
        return [type(value).__name__, {name: _frozen(said) for name, said in given if said is not None}]
    if isinstance(value, (tuple, list)):
        return {"list": [_frozen(member) for member in value]}
    return value


def _thawed(data: Any) -> Any:
    if isinstance(data, list):
        return _MODELS[data[0]](**{name: _thawed(value) for name, value in data[1].items()})
    if isinstance(data, dict):
        return tuple(_thawed(member) for member in data["list"])
    return data


def _thaw_text(text: str) -> Any:
    return _thawed(from_json(text))
