"""Templates: rules that are written once, and stand for one rule for each entry of a kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor._language import _
from advisor.errors import Fault
from advisor.files.positioned_yaml import Node
from advisor.knowledge.loading import Loading
from advisor.knowledge.rules import ForEach, Rule
from advisor.knowledge.validate import validate


def expand(node: Node, name: str, loading: Loading) -> None:
    """Write a template out for each entry it stands for."""
    chosen, faults = validate(node.at(("for-each",)), ForEach, name)
    loading.faults += faults
    if chosen is None:
        return
    if chosen.factor is not None and chosen.kind not in loading.kinds.with_factor:
        place = node.at(("for-each", "factor"))
        what = _("a {kind} belongs to no factor").format(kind=chosen.kind)
        loading.faults.append(Fault(name, place.line, place.column, what, _("leave 'factor' out")))
        return
    fields = node.value if isinstance(node.value, dict) else {}
    missing = [key for key in ("id", "title") if key not in fields]
    if missing:
        what = _("the key '{missing}' is missing").format(missing=missing[0])
        loading.faults.append(Fault(name, node.line, node.column, what, _("add it")))
        return
    rest = Node({k: v for k, v in fields.items() if k != "for-each"}, node.line, node.column)
    for entry in loading.entries.get(chosen.kind, {}).values():
        if chosen.factor is not None and entry.factor != chosen.factor:
            continue
        filled = _filled(rest, {"{id}": entry.id, "{title}": _inside(entry.title)})
        own_id = filled.at(("id",))
        own_id.value = f"{own_id.value}.{entry.id}"
        for title in _titles(filled):
            title.value = str(title.value)[:1].upper() + str(title.value)[1:]
        rule, faults = validate(filled, Rule, name)
        loading.faults += faults
        if rule is None:
            return  # one entry shows the fault; the others would only repeat it
        if rule.id in loading.changes and rule.id in loading.own:
            continue  # written anew
        loading.faults += loading.places.remember(rule.id, name, filled)
        loading.entries.setdefault("rule", {})[rule.id] = rule


def _titles(rule: Node) -> Iterator[Node]:
    """Yield the title of a rule, and those that it has where it is said otherwise."""
    yield rule.at(("title",))
    otherwise = rule.value.get("said-otherwise") if isinstance(rule.value, dict) else None
    for each in otherwise[1].value if otherwise and isinstance(otherwise[1].value, list) else ():
        if isinstance(each.value, dict) and "title" in each.value:
            yield each.at(("title",))


def _inside(title: str) -> str:
    """Return a title as it reads inside a sentence."""
    return title[:1].lower() + title[1:]


def _filled(node: Node, words: dict[str, str]) -> Node:
    """Return a copy of `node` with the placeholders of a template replaced in every text."""
    value: Any = node.value
    if isinstance(value, str):
        for placeholder, word in words.items():
            value = value.replace(placeholder, word)
    elif isinstance(value, list):
        value = [_filled(member, words) for member in value]
    elif isinstance(value, dict):
        value = {key: (key_node, _filled(member, words)) for key, (key_node, member) in value.items()}
    return Node(value, node.line, node.column)
