"""What a knowledge base holds, as plain data for lists and pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor.errors import UnknownIdError
from advisor.files.yaml_text import as_yaml
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import Condition, leaves
from advisor.knowledge.rules import Rule
from advisor.reports.sources import grounds_of, source_of
from advisor.scenarios.called import called
from advisor.scenarios.coverage import exercised
from advisor.scenarios.loader import read_scenario_file, read_scenarios, scenario_paths


def listed(knowledge: KnowledgeBase, kind: str | None = None) -> list[dict[str, Any]]:
    """Return id, kind, title and source of each entry, all or of one kind, in the order of the files."""
    kinds = [kind] if kind else [*knowledge.kinds.names, "scenario"]
    return [
        {
            "id": entry.id,
            "kind": each,
            "title": entry.title,
            "source": source_of(entry, knowledge),
        }
        for each in kinds
        for entry in _entries(each, knowledge)
    ]


def _entries(kind: str, knowledge: KnowledgeBase) -> list[Any]:
    if kind == "scenario":
        return read_scenarios(scenario_paths(knowledge).values(), knowledge)
    return knowledge.of_kind(kind)


def shown(knowledge: KnowledgeBase, id_: str) -> dict[str, Any]:
    """Return one entry with its source, the rules and texts that look at it and the scenarios it is in.

    A scenario may be named by its number or title too. `UnknownIdError` if it is not there.
    """
    scenarios = scenario_paths(knowledge)
    if id_ not in knowledge.positions and len(found := called(id_, scenarios)) == 1:
        (id_,) = found
    entry: Any
    if id_ in scenarios:
        kind, entry = "scenario", read_scenario_file(scenarios[id_], knowledge)
    else:
        try:
            kind, entry = knowledge.kind(id_), knowledge.entry(id_)
        except UnknownIdError:
            known = [*(entry.id for _, entry in knowledge.all_entries()), *scenarios]
            raise UnknownIdError(
                _("there is no '{id}'; {remedy}").format(id=id_, remedy=did_you_mean(id_, known))
            ) from None
    data = {"kind": kind, **entry.as_dict()}
    data["source"] = source_of(entry, knowledge)
    if isinstance(entry, Rule):
        data["ground"] = grounds_of(entry, knowledge)
    data["rules"] = list(_rules_naming(id_, knowledge))
    data["said_otherwise_where"] = said_otherwise_where(id_, knowledge)
    data["scenarios"] = [] if kind == "scenario" else exercised(knowledge).get(id_, [])
    return data


def as_in_file(knowledge: KnowledgeBase, id_: str) -> str:
    """Return an entry or a rule as a file holds it; `UnknownIdError` if it is not there."""
    key = knowledge.kinds[knowledge.kind(id_)].key
    data = {name: value for name, value in knowledge.entry(id_).as_dict().items() if value not in ([], False)}
    return as_yaml({key: [data]})


def _rules_naming(id_: str, knowledge: KnowledgeBase) -> Iterator[dict[str, str]]:
    """Yield the rules that look at an entry or conclude something about it."""
    for rule in knowledge.rules:
        said = rule.then.effect
        if id_ in (said.id, said.value if said.kind == "wait" else ""):
            yield {"id": rule.id, "does": said.kind, "title": rule.title}
        elif id_ in looked_at(rule.when):
            yield {"id": rule.id, "does": "looks-at", "title": rule.title}


def said_otherwise_where(id_: str, knowledge: KnowledgeBase) -> list[dict[str, str]]:
    """Return the entries and rules that have other words where something is known of this one, each once."""
    found = knowledge.once(_other_words).get(id_, ())
    return [
        {"id": other, "kind": knowledge.kind(other), "title": knowledge.entry(other).title} for other in found
    ]


def _other_words(knowledge: KnowledgeBase) -> dict[str, list[str]]:
    """Return for each id those that have other words where something is known of it, in their order."""
    found: dict[str, list[str]] = {}
    for _kind, entry in knowledge.all_entries():
        for id_ in set().union(*(looked_at(each.when) for each in getattr(entry, "said_otherwise", ()))):
            found.setdefault(id_, []).append(entry.id)
    return found


def looked_at(condition: Condition) -> set[str]:
    """Return the ids of all that a condition looks at; where it looks at an item, the question too."""
    return {id_ for leaf in leaves(condition) for id_ in (leaf.subject, leaf.subject.partition(".")[0])}
