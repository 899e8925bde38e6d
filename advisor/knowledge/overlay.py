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
    """What a knowledge base does to the one that it extends; `name` and `version` are the other's.

    `gone` are the rules that are not there any more, each with the reason why they, their template or what
    they recommend is switched off.
    """

    name: str
    version: str
    added: tuple[Id, ...] = ()
    changed: tuple[Altered, ...] = ()
    switched_off: tuple[Altered, ...] = ()
    gone: tuple[Altered, ...] = ()


def off_by(rule: Rule, off: Iterable[Altered]) -> Altered | None:
    """Return what switches a rule off: itself, its template, or what it recommends; None if nothing does."""
    recommended = rule.then.recommend if isinstance(rule.then, Recommends) else None
    named = (rule.id, rule.id.partition(".")[0], recommended)
    return next((each for each in off if each.id in named), None)
