"""What is said of a value that does not fit where it stands: what is wrong, and what to try."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from advisor._language import _
from advisor._suggest import did_you_mean, names_one
from advisor._text import shown
from advisor.files.positioned_yaml import Node
from advisor.knowledge import conditions, rules

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
        near = did_you_mean(next(iter(node.value)), known)
        return what, near if names_one(near) else _("begin it with one of: {keys}").format(
            keys=", ".join(known)
        )
    return what, _("write it like this: {example}").format(example=_EXAMPLES[wanted])


def said(item: Any, node: Node, needed: Sequence[str] = ()) -> tuple[str, str]:
    """Return what is wrong and what to try, for an error that is about a value. `needed` keys are in it."""
    value, context = item["input"], item.get("ctx", {})
    is_shown = (
        f"'{shown(as_written(node, value))}'" if not isinstance(value, (list, dict)) else kind_of(value)
    )
    match item["type"]:
        case "literal_error":
            words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            return _("{value} cannot stand here").format(value=is_shown), did_you_mean(value, words)
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return _("{value} is not a date").format(value=is_shown), _("write it like 2026-09-14")
        case "string_type":
            return _("{kind} instead of a text").format(kind=kind_of(value)), _as_text(node, value)
        case "tuple_type":
            return _("{kind} instead of a list").format(kind=kind_of(value)), _("begin each entry with '- '")
        case "int_type" | "float_type" if value is None:
            return _("nothing instead of a number"), _("write digits only")
        case "dataclass_type" if isinstance(value, str) and context.get("class_name") in _WITH_REASON:
            return _("{value} stands here alone").format(value=is_shown), _(
                "write it as {{id: {id}, reason: ...}}"
            ).format(id=shown(value))
        case "dict_type" | "dataclass_type":
            below = _("write them indented below: {keys}") if needed else _("write them indented below")
            what = _("{kind} instead of 'key: value' lines").format(kind=kind_of(value))
            return what, below.format(keys=", ".join(needed))
        case "int_type" | "int_parsing" | "int_from_float":
            return _("{value} is not a whole number").format(value=is_shown), _("write digits only")
    return str(item["msg"]).lower(), _("compare it with an entry that works")


def _as_text(node: Node, value: object) -> str:
    """Return what to try where a text is wanted and something else stands."""
    if value is None:
        return _("write something behind the colon")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _("put it in quotes: {value}").format(value=f'"{as_written(node, value)}"')
    return _("write words, in quotes if need be")


def as_written(node: Node, value: object) -> object:
    """Return a number as its file has it, which may be longer than any number here; others as they are."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return node.text if is_number and node.value is value else value


def kind_of(value: object) -> str:
    """Return in words what kind of value stands in a file."""
    names = {
        bool: _("true or false"),
        int: _("a number"),
        float: _("a number"),
        str: _("a text"),
        dict: _("'key: value' lines"),
    }
    return _("nothing") if value is None else names.get(type(value), _("a list"))
