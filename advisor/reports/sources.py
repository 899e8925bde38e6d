"""Where an entry or a rule comes from, as data and in a line: its source, and grounds beside a judgement."""

from __future__ import annotations

from typing import Any

from advisor._language import N_, _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.rules import Rule

RECALLED = N_("recalled, not looked up")


def source_of(entry: Any, knowledge: KnowledgeBase) -> dict[str, Any] | None:
    """Return where an entry comes from, with the work's title; None if entries of its kind do not say."""
    if not hasattr(entry, "source"):
        return None
    source = entry.source
    work = knowledge.works[source.work]
    found = {"work": source.work, "title": work.title, "at": source.at, "page": source.page}
    return {**found, "recalled": True} if work.recalled else found


def source_line(source: dict[str, Any]) -> str:
    """Return a source, as `source_of` gives it, in a line."""
    page = f", p. {source['page']}" if source["page"] else ""
    return f"{source['title']}, {source['at']}{page}{_mark(source)}"


def grounds_of(rule: Rule, knowledge: KnowledgeBase) -> list[dict[str, Any]]:
    """Return what published works say that is close to a rule, and whether they were recalled."""
    return [
        {
            "work": ground.work,
            "title": knowledge.works[ground.work].title,
            "claim": ground.claim,
            "recalled": knowledge.works[ground.work].recalled,
        }
        for ground in rule.ground
    ]


def ground_line(ground: dict[str, Any]) -> str:
    """Return a ground, as `grounds_of` gives it, in a line."""
    return f"{ground['title']}{_mark(ground)}: {ground['claim']}"


def _mark(named: dict[str, Any]) -> str:
    return f" ({_(RECALLED)})" if named.get("recalled") else ""
