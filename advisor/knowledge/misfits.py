"""What is said of a value that does not fit where it stands: what is wrong, and what to try."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from advisor._language import _
from advisor._suggest import did_you_mean, names_one
from advisor._text import shown
from advisor.files.positioned_yaml import Node
from advisor.files.yaml_bullets import dash_wanted
from advisor.knowledge import conditions, rules
from advisor.knowledge.negation import is_negation, with_none

_WITH_REASON = ("Altered", "Recommended", "NotRecommended", "First", "Found", "NotFound", "Planned")
_EXAMPLES = {
    "condition": "{answer: contact, is: none}",
    "conclusion": "{recommend: being-introduced, strength: moderate}",
}


def no_part_of_a_rule(node: Node, wanted: str) -> tuple[str, str]:
    """Return what is wrong with a condition or a conclusion that has none of their keys, and what to try."""
    what = _("this is no {kind} that we know").format(kind=wanted)
    if isinstance(node.value, list):
        if wanted == "condition":
            return _("a list instead of one condition"), _("write 'all:', 'any:' or 'none:' over it")
        return _("a list instead of one conclusion"), _("write a rule for each of them")
    if isinstance(node.value, dict) and node.value:
        known = conditions.BY_KEY if wanted == "condition" else rules.BY_KEY
        first = next(iter(node.value))
        if wanted == "condition" and is_negation(first):
            return what, with_none()
        near = did_you_mean(first, known)
        return what, near if names_one(near) else _("begin it with one of: {keys}").format(
            keys=", ".join(known)
        )
    return what, _("write it like this: {example}").format(example=_EXAMPLES[wanted])


def said(item: Any, node: Node, needed: Sequence[str] = ()) -> tuple[str, str]:
    """Return what is wrong and what to try, for an error that is about a value. `needed` keys are in it."""
    value, context = item["input"], item.get("ctx", {})
    is_shown = _kind_of(value, node)
    if not isinstance(value, (list, dict)):
        is_shown = f"'{shown(as_written(node, value))}'"
    match item["type"]:
        case "literal_error":
            words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            return _("{value} cannot stand here").format(value=is_shown), did_you_mean(value, words)
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return _("{value} is not a date").format(value=is_shown), _("write it like 2026-09-14")
        case "string_type":
            return _("{kind} instead of a text").format(kind=_kind_of(value, node)), _as_text(node, value)
        case "tuple_type":
            remedy = _("give a list") if node.is_data else dash_wanted(value)
            return _("{kind} instead of a list").format(kind=_kind_of(value, node)), remedy
        case "int_type" | "float_type" if value is None:
            return _("nothing instead of a number"), _("write digits only")
        case "dataclass_type" if isinstance(value, str) and context.get("class_name") in _WITH_REASON:
            return _("{value} stands here alone").format(value=is_shown), _(
                "write it as {{id: {id}, reason: ...}}"
            ).format(id=shown(value))
        case "dict_type" | "dataclass_type":
            return _as_mapping(node, value, ", ".join(needed))
        case "int_type" | "int_parsing" | "int_from_float":
            return _("{value} is not a whole number").format(value=is_shown), _("write digits only")
    return str(item["msg"]).lower(), _("compare it with an entry that works")


def _as_text(node: Node, value: object) -> str:
    """Return what to try where a text is wanted and something else stands."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        quoted = _("give text: {value}") if node.is_data else _("put it in quotes: {value}")
        return quoted.format(value=f'"{as_written(node, value)}"')
    if node.is_data:
        return _("give text")
    return _("write something behind the colon") if value is None else _("write words, in quotes if need be")


def _as_mapping(node: Node, value: object, keys: str) -> tuple[str, str]:
    """Return what is wrong and what to try where keys with values are wanted; `keys` must be among them."""
    if node.is_data:
        what = _("{kind} instead of a mapping")
        remedy = _("give a mapping with: {keys}") if keys else _("give a mapping of keys to values")
    else:
        what = _("{kind} instead of 'key: value' lines")
        remedy = _("write them indented below: {keys}") if keys else _("write them indented below")
    return what.format(kind=_kind_of(value, node)), remedy.format(keys=keys)


def as_written(node: Node, value: object) -> object:
    """Return a number as its file has it, which may be longer than any number here; others as they are."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return node.text if is_number and node.value is value else value


def _kind_of(value: object, node: Node) -> str:
    """Return in words what kind of value stands in a file, or in plain data."""
    names = {
        bool: _("true or false"),
        int: _("a number"),
        float: _("a number"),
        str: _("a text"),
        dict: _("a mapping") if node.is_data else _("'key: value' lines"),
    }
    return _("nothing") if value is None else names.get(type(value), _("a list"))
