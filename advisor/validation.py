"""Hold a YAML tree against a pydantic model; every misfit becomes a fault with its line and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from advisor.conditions import CONDITION_TAGS
from advisor.errors import Fault
from advisor.rules import CONCLUSION_TAGS
from advisor.suggest import did_you_mean
from advisor.yaml_tree import Node, shown_name

M = TypeVar("M", bound=BaseModel)
Path = tuple[Union[str, int], ...]
_TAGS = CONDITION_TAGS | CONCLUSION_TAGS
_LONGEST_SHOWN = 40


def validated(tree: Node, model: type[M], name: str) -> tuple[M | None, list[Fault]]:
    """Return `tree` as `model` and no faults, or None and all its faults; faults call the file `name`."""
    try:
        return model.model_validate(tree.plain()), []
    except ValidationError as error:
        return None, [_fault(item, tree, model, name) for item in error.errors(include_url=False)]


def _fault(item: ErrorDetails, tree: Node, model: type[BaseModel], name: str) -> Fault:
    path = _path(item["loc"], tree)
    if item["type"] == "extra_forbidden":
        node = tree.key_at(path)
        known = _keys(_model_at(model, path[:-1]))
        return _at(node, name, f"unknown key '{shown(path[-1])}'", did_you_mean(path[-1], known))
    if item["type"] == "missing":
        return _at(tree.at(path[:-1]), name, f"the key '{path[-1]}' is missing", "add it")
    what, remedy = _said(item)
    where = f" in '{shown(path[-1])}'" if path and isinstance(path[-1], str) else ""
    return _at(tree.at(path), name, what + where, remedy)


def _at(node: Node, name: str, what: str, remedy: str) -> Fault:
    return Fault(name, node.line, node.column, what, remedy)


def _path(loc: Iterable[str | int], tree: Node) -> Path:
    """Return pydantic's location without the names of union members, which no file has."""
    path: Path = ()
    for step in loc:
        node = tree.at(path)
        known = isinstance(node.value, Mapping) and step in node.value
        if isinstance(step, str) and not known and (step in _TAGS or "[" in step or step in _TYPES):
            continue
        path = (*path, step)
    return path


_TYPES = frozenset({"str", "int", "constrained-int", "constrained-str"})


def _said(item: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong and what to try, for an error that is about a value."""
    value, context = item["input"], item.get("ctx", {})
    is_shown = f"'{shown(value)}'" if not isinstance(value, (list, dict)) else "a list of things"
    match item["type"]:
        case "literal_error":
            words = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            return f"{is_shown} cannot stand here", did_you_mean(value, words)
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return f"{is_shown} is not a date", "write it like 2026-09-14"
        case "string_type":
            return f"{_kind(value)} stands where a text is wanted", "write words, in quotes if need be"
        case "tuple_type":
            return f"{_kind(value)} stands where a list is wanted", "begin each entry with '- '"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"{_kind(value)} stands where 'key: value' lines are wanted", "write them indented"
        case "int_type" | "int_parsing" | "int_from_float":
            return f"{is_shown} is not a whole number", "write digits only"
        case "string_pattern_mismatch":
            return f"{is_shown} is not an id", "use lower-case words joined by hyphens"
        case "string_too_long":
            return "the text is too long", f"keep it under {context.get('max_length')} characters"
        case "string_too_short" | "too_short":
            return "this is empty", "write something, or leave the key out"
        case "union_tag_not_found" | "union_tag_invalid":
            return "no known kind of condition or conclusion", "see the keys in docs/rules.md"
    return str(item["msg"]).lower(), "see docs for what can stand here"


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a text"}
    if value is None:
        return "nothing"
    return names.get(type(value), "a list" if isinstance(value, (list, tuple)) else "'key: value' lines")


def shown(value: object) -> str:
    """Return `value` short and fit to be shown."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = shown_name("" if value is None else str(value))
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 3] + "..."


def _keys(model: type[BaseModel] | None) -> list[str]:
    if model is None:
        return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model that the keys at `path` belong to, or None where that is open."""
    current: Any = model
    for step in path:
        if isinstance(step, int):
            current = next(iter(_inner(current)), None)
            continue
        owner = next((m for m in _models(current) if step in _keys(m)), None)
        if owner is None:
            return None
        field = next(f for n, f in owner.model_fields.items() if step in (f.alias, n))
        current = field.annotation
    return next(iter(_models(current)), None)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Union, UnionType, Annotated):
        return [model for part in get_args(annotation) for model in _models(part)]
    return []


def _inner(annotation: Any) -> list[Any]:
    if get_origin(annotation) in (Union, UnionType, Annotated):
        return [inner for part in get_args(annotation) for inner in _inner(part)]
    return [part for part in get_args(annotation) if part is not Ellipsis]
