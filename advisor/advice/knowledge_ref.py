"""Which knowledge base gave an advice, and what it does to another that it extends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alteration:
    """An entry that a knowledge base changes or switches off in the one that it extends, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extended:
    """The knowledge base that another extends, and what that adds, changes and switches off in it."""

    name: str
    version: str
    added: tuple[str, ...]
    changed: tuple[Alteration, ...]
    switched_off: tuple[Alteration, ...]


@dataclass(frozen=True, slots=True)
class KnowledgeRef:
    """Which knowledge base gave the advice, and what it does to another that it extends, if it does."""

    name: str
    version: str
    digest: str
    extends: Extended | None = None
