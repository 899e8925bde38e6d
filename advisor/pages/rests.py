"""On which knowledge base a page rests: its last line."""

from __future__ import annotations

from advisor._language import _
from advisor.advice.knowledge_ref import KnowledgeRef
from advisor.reports._advice_outline import overlay_said


def rests_on(own: KnowledgeRef) -> str:
    """Return the name and version of a knowledge base, and what it does to another that it extends."""
    said = _("It rests on the knowledge base {name} {version}.").format(name=own.name, version=own.version)
    return said if own.extends is None else overlay_said(own, own.extends)
