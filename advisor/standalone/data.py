"""The knowledge base as plain data for the script: entries, rules, the circuit, and the program's words.

The script reads it with `script/knowledge/base.js`. What stands here is what JSON can say, in a fixed order.
"""

from __future__ import annotations

from typing import Any

from advisor._language import _, language_tag
from advisor._suggest import SAME
from advisor._version import __version__
from advisor.cases.questionnaire import questionnaire_of
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import OUTCOMES
from advisor.knowledge.kind import Kind
from advisor.knowledge.kinds import TRIED_KINDS, WORK
from advisor.knowledge.model import Model
from advisor.knowledge.observations import OBSERVATIONS
from advisor.knowledge.sectors import SECTORS
from advisor.standalone.circuit_data import circuit_data
from advisor.standalone.days import days
from advisor.standalone.saying import words

LEFT_OUT = ("accepted", "rule")  # what only checks look at, and what has a list of its own


def page_data(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return all that the script needs of a knowledge base, as JSON can say it."""
    return {
        "program": __version__,
        "language": language_tag(),
        "name": knowledge.name,
        "version": knowledge.version,
        "digest": knowledge.digest,
        "overlay": None if knowledge.overlay is None else underscored(knowledge.overlay.as_dict()),
        "kinds": [_kind(kind) for kind in knowledge.kinds if kind.is_listed and not kind.is_for_trainers],
        "questionnaire": questionnaire_of(knowledge),
        "same_words": [[meant, sorted(written)] for written, meant in SAME],
        "tried_kinds": list(TRIED_KINDS),
        "outcomes": list(OUTCOMES),
        "entries": {
            kind: [_entry(entry) for entry in knowledge.of_kind(kind)]
            for kind in (*knowledge.kinds.names, WORK)
            if kind not in LEFT_OUT and not knowledge.kinds[kind].is_for_trainers
        },
        "rules": [_entry(rule) for rule in knowledge.rules],
        "sorts": _sorts(knowledge),
        "sectors": [{"id": each.id, "title": _(each.title), "words": list(each.words)} for each in SECTORS],
        "observations": [
            {"id": each.id, "title": _(each.title), "not_so": _(each.not_so)} for each in OBSERVATIONS
        ],
        "circuit": circuit_data(knowledge),
        "words": {**words(), **days()},
    }


def _kind(kind: Kind) -> dict[str, Any]:
    """Return a row of the table of kinds; what it does with an entry is worked out here (`_sorts`)."""
    found: dict[str, Any] = {
        "name": kind.name,
        "field": kind.field,
        "found": kind.found,
        "tells": list(kind.told),
        "advised": None,
    }
    if kind.advised is not None:
        advised = kind.advised
        found["advised"] = {
            "order": advised.order,
            "heading": _(advised.heading) if advised.heading else "",
            "heading_order": advised.heading_order,
            "action": advised.action,
            "places": advised.places,
        }
    return found


def _sorts(knowledge: KnowledgeBase) -> dict[str, list[str]]:
    """Return what each entry is to the plan, of those that may stand in it."""
    found = {
        entry.id: [str(sort) for sort in advised.sorts(entry)]
        for kind, advised in knowledge.kinds.advice.items()
        for entry in knowledge.of_kind(kind)
    }
    return {id_: sorts for id_, sorts in found.items() if sorts}


def _entry(entry: Model) -> dict[str, Any]:
    """Return an entry with the names of the script: an underscore for each hyphen, as in `first_step`."""
    found: dict[str, Any] = underscored(entry.as_dict())
    return found


NAMED_BY_IDS = ("mirror",)  # what has ids for keys keeps them


def underscored(value: Any) -> Any:
    """Return plain data with an underscore for each hyphen of its keys, as the script names them."""
    if isinstance(value, list):
        return [underscored(each) for each in value]
    if isinstance(value, dict):
        return {
            key.replace("-", "_"): each if key in NAMED_BY_IDS else underscored(each)
            for key, each in value.items()
        }
    return value
