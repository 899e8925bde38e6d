"""Knowledge bases that build on another: what they add, change and switch off.

`base.yaml` of such a folder says `extends: shipped`, or names the folder that it builds on. What it changes
or switches off is listed there, each with its reason: nothing is replaced by accident, and every advice says
so.
"""

from __future__ import annotations

from collections.abc import Iterable

from advisor.knowledge.model import Model, record
from advisor.knowledge.rules import Recommends, Rule
from advisor.knowledge.terms import Id, Text


@record
class Altered(Model):
    """An entry of the other knowledge base that is changed or switched off, and why."""

    id: Id
    reason: Text


@record
class Header(Model):
    """What base.yaml says of a knowledge base as a whole."""

    format: int
    name: str
    version: str
    extends: str | None = None
    changes: tuple[Altered, ...] = ()
    switched_off: tuple[Altered, ...] = ()


@record
class Overlay(Model):
    """What a knowledge base does to the one that it extends; `name` and `version` are the other's."""

    name: str
    version: str
    added: tuple[Id, ...] = ()
    changed: tuple[Altered, ...] = ()
    switched_off: tuple[Altered, ...] = ()


def is_off(rule: Rule, off: Iterable[Id]) -> bool:
    """Return whether a rule is switched off: itself, its template, or what it recommends."""
    ids = set(off)
    recommended = rule.then.recommend if isinstance(rule.then, Recommends) else None
    return bool(ids & {rule.id, rule.id.partition(".")[0], recommended})
