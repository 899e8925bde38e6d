"""A checked knowledge base as text, with what inference needs of its rules, and back.

Each entry is text of its own in it and turned into the entry when it is first wanted: most advice wants few
of them. What is read back is data, never executed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from pydantic_core import from_json

from advisor.files.sealed import opened, sealed
from advisor.inference.compile import Compiled, compile_rules, compiled
from advisor.inference.frozen_check import fits, is_sound
from advisor.inference.network import Network
from advisor.knowledge import (
    conditions,
    entries,
    meetings,
    overlay as overlays,
    portfolio_rules,
    question,
    rules,
    training,
)
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.kinds import WORK
from advisor.knowledge.model import Model

# What is raised where data is not what it should be, whatever it is instead.
WRONG = (
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
)
_MODELS: dict[str, type[Model]] = {
    name: value
    for module in (conditions, entries, meetings, overlays, portfolio_rules, question, rules, training)
    for name, value in vars(module).items()
    if isinstance(value, type) and issubclass(value, Model)
}
Anew = Callable[[], KnowledgeBase]


def frozen(knowledge: KnowledgeBase, key: bytes = b"") -> bytes:
    """Return a knowledge base as text, its seal in front; the same for the same files and key.

    With a key it is for the user's folder, and packed, to a sixth or so: there may be many of them there.
    """
    payload = json.dumps(_frozen_base(knowledge), ensure_ascii=False, separators=(",", ":")).encode()
    return sealed(zlib.compress(payload) if key else payload, key)


def thawed(data: bytes, anew: Anew, key: bytes = b"") -> KnowledgeBase | None:
    """Return the knowledge base in a text; None if it is damaged, has another seal, or makes none.

    An entry that turns out wrong when it is first wanted is taken from the one that `anew` reads.
    """
    payload = opened(data, key)
    if payload is None:
        return None
    try:
        read = from_json(zlib.decompress(payload) if key else payload)
        return _thawed_base(read, anew) if is_sound(read) else None
    except WRONG:
        return None


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


def _thawed_base(data: dict[str, Any], anew: Anew) -> KnowledgeBase:
    network = Network(
        need=data["need"],
        above=data["above"],
        size=data["size"],
        shares={node: (share, negated) for node, share, negated in data["shares"]},
        waiting={Fact(kind, id_, value): nodes for kind, id_, value, nodes in data["waiting"]},
        leaving={Fact(kind, id_, value): nodes for kind, id_, value, nodes in data["leaving"]},
        root_of=data["roots"],
    )
    thaw = _Thaw(data["entries"], anew)
    knowledge = KnowledgeBase(data["name"], data["version"], data["digest"], data["entries"], thaw)
    knowledge.overlay = None if data["overlay"] is None else _thawed(_a_model(data["overlay"], "Overlay"))
    work = Compiled(network, data["salience"], data["concluding"], frozenset(data["keyed"]))
    knowledge.seed(compile_rules, work)
    return knowledge


class _Thaw:
    """Turns the text of an entry into the entry; one that is none is read anew from the files."""

    def __init__(self, entries: dict[str, dict[str, str]], anew: Anew) -> None:
        self._entries, self._anew = entries, anew

    def __call__(self, text: str) -> Any:
        try:
            return _thawed(_a_model(from_json(text)))
        except WRONG:
            found = (
                (kind, id_) for kind, texts in self._entries.items() for id_ in texts if texts[id_] == text
            )
            kind, id_ = next(found)
            return next(entry for entry in self._anew().of_kind(kind) if entry.id == id_)


def _frozen(value: Any) -> Any:
    """Return a model as plain data that still says which model it is: [name, {field: value}]."""
    if isinstance(value, Model):
        given = ((field.name, getattr(value, field.name)) for field in fields(value))
        return [type(value).__name__, {name: _frozen(said) for name, said in given if said is not None}]
    if isinstance(value, (tuple, list)):
        return {"list": [_frozen(member) for member in value]}
    if isinstance(value, dict):
        return {"map": value}  # of words to words
    return value


def _a_model(data: Any, name: str = "") -> Any:
    """Return plain data that says a model, this one if it is named; `TypeError` for any other."""
    if not isinstance(data, list) or (name and data[0] != name):
        raise TypeError(name)
    return data


def _thawed(data: Any) -> Any:
    """Return what plain data says; `WRONG` if it says no model, or one with fields of other kinds."""
    if isinstance(data, list):
        return fits(_MODELS[data[0]](**{name: _thawed(value) for name, value in data[1].items()}))
    if isinstance(data, dict) and "map" in data:
        return data["map"]
    if isinstance(data, dict):
        return tuple(_thawed(member) for member in data["list"])
    return data
