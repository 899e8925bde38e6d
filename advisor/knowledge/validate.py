"""Hold a YAML tree against a model with pydantic; every misfit becomes a fault with its place."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, replace
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from advisor._language import _
from advisor._suggest import did_you_mean, sparing
from advisor._text import shown
from advisor.errors import Fault
from advisor.files.positioned_yaml import Node
from advisor.files.yaml_troubles import control_character
from advisor.knowledge import conditions, rules
from advisor.knowledge.misfits import no_part_of_a_rule, said
from advisor.knowledge.model import Model, hyphened
from advisor.knowledge.negation import is_negation, with_none

M = TypeVar("M", bound=Model)
Path = tuple[str | int, ...]
_UNIONS = {model.__name__ for by_key in (conditions.BY_KEY, rules.BY_KEY) for model in by_key.values()}
_SCALARS = frozenset({"str", "constrained-str", "int", "literal['half','most']"})
_ANYWHERE = frozenset({"id", "text", "title", "reason"})  # keys that so much has that they tell nothing
_adapters: dict[type[Any], Any] = {}
_types: dict[type[Any], dict[str, Any]] = {}


def validate(tree: Node, model: type[M], name: str) -> tuple[M | None, list[Fault]]:
    """Return `tree` as `model` and no faults, or None and all its faults; faults call the file `name`."""
    from pydantic import ValidationError

    try:
        value: M = adapter(model).validate_python(tree.plain())
    except ValidationError as error:
        with sparing():
            items = error.errors(include_url=False)
            return None, list(dict.fromkeys(_faults(items, tree, model, name)))
    return value, []


def adapter(model: type[Any]) -> Any:
    """Return pydantic's adapter for a model; made once."""
    from pydantic import TypeAdapter

    if model not in _adapters:
        _adapters[model] = TypeAdapter(model)
    return _adapters[model]


def _faults(items: Iterable[Any], tree: Node, model: type[Model], name: str) -> Iterator[Fault]:
    for item in items:
        path, belongs = _path(item["loc"], tree)
        if belongs is False or _is_of_a_second_conclusion(path, tree):
            continue
        if isinstance(belongs, str):
            yield tree.at(path).fault(name, *no_part_of_a_rule(tree.at(path), belongs))
        else:
            yield _fault(item, path, tree, model, name)


def _is_of_a_second_conclusion(path: Path, tree: Node) -> bool:
    """Return whether a key belongs to one of two conclusions in one rule, of which it is told already."""
    held = tree.at(path[:-1]).value
    if path[:-1] != ("then",) or not isinstance(held, dict) or path[-1] not in held:
        return False
    return path[-1] not in rules.BY_KEY and len(held.keys() & rules.BY_KEY) > 1


def _path(loc: Iterable[str | int], tree: Node) -> tuple[Path, bool | str]:
    """Return pydantic's location without the names of union members, which no file has.

    pydantic tries all members of a union and reports for each. Of these reports only the one for
    the member that the mapping's keys name is of use: for the others the second value is False, and
    where the keys name none, it says what the mapping should have been.
    """
    path: Path = ()
    for step in loc:
        node = tree.at(path)
        if step in _UNIONS:
            by_key = rules.BY_KEY if path[-1:] == ("then",) else conditions.BY_KEY
            meant = _meant(node, by_key)
            if meant is None:
                return path, "conclusion" if by_key is rules.BY_KEY else "condition"
            if meant.__name__ != step:
                return path, False
            continue
        known = isinstance(node.value, Mapping) and step in node.value
        if isinstance(step, str) and not known and (step in _SCALARS or "[" in step):
            continue
        path = (*path, step)
    return path, True


def _meant(node: Node, by_key: Mapping[str, type[Model]]) -> type[Model] | None:
    if not isinstance(node.value, dict):
        return None
    return next((model for key, model in by_key.items() if key in node.value), None)


def _fault(item: Any, path: Path, tree: Node, model: type[Model], name: str) -> Fault:
    node = tree.at(path)
    if item["type"] == "unexpected_keyword_argument":
        return _unknown_key(path, tree, model, name)
    if item["type"] in ("missing", "missing_argument", "missing_keyword_only_argument"):
        what = _("the key '{key}' is missing").format(key=path[-1])
        fault = tree.at(path[:-1]).fault(name, what, _added(str(path[-1]), _model_at(model, path[:-1], tree)))
        return replace(fault, path=(*fault.path, path[-1]))
    if item["type"] == "string_unicode":  # half of a pair of characters, which no file can hold
        return node.fault(name, *control_character())
    needed = _needed(_model_at(model, path, tree)) if item["type"] == "dataclass_type" else []
    what, remedy = said(item, node, needed)
    if path[-1:] == ("is",) and item["type"] == "string_type" and isinstance(node.value, list):
        remedy = _("write 'in' for one of several")
    elif _says_when(_model_at(model, path[:-1], tree)) and _is_negated(node):
        remedy = with_none()
    where = _(" in '{key}'").format(key=shown(path[-1])) if path and isinstance(path[-1], str) else ""
    return node.fault(name, what + where, remedy)


def _unknown_key(path: Path, tree: Node, model: type[Model], name: str) -> Fault:
    """Return the fault of a key that is not known where it stands, or that is one too many there."""
    owner, key = _model_at(model, path[:-1], tree), str(path[-1])
    others = tree.at(path[:-1]).value
    if path[:-1] == ("then",) and key in rules.BY_KEY and isinstance(others, dict):
        what = _("a second conclusion, '{key}', in one rule").format(key=key)
        return tree.key_at(path).fault(name, what, _("write a rule of its own for it"))
    remedy = _elsewhere(key, owner) or did_you_mean(key, _keys(owner))
    if _says_when(owner) and is_negation(key):
        remedy = with_none()
    elif " " in key and not tree.is_data:
        remedy = _("is it part of a text with a comma? Put that in quotes")
    return tree.key_at(path).fault(name, _("unknown key '{key}'").format(key=shown(key)), remedy)


def _says_when(model: type[Model] | None) -> bool:
    """Return whether a model is a rule, or a condition of one."""
    return model is rules.Rule or model in conditions.BY_KEY.values()


def _is_negated(node: Node) -> bool:
    """Return whether a value says that something is not so."""
    words = node.value if isinstance(node.value, dict) else [node.value]
    return any(is_negation(word) for word in words if isinstance(word, str))


def _added(key: str, model: type[Model] | None) -> str:
    """Return how to add a key that is missing: with the words that it may be, or the keys that it needs."""
    hint = (
        next((hint for name, hint in _hints(model).items() if hyphened(name) == key), None) if model else None
    )
    if get_origin(hint) is Literal:
        return _("add it, with one of: {words}").format(words=", ".join(map(str, get_args(hint))))
    models = list(_models(hint))
    if len(models) == 1 and (needed := _needed(models[0])):
        return _("add it, and in it: {keys}").format(keys=", ".join(needed))
    return _("add it")


def _keys(model: type[Model] | None) -> list[str]:
    return [] if model is None else [hyphened(field.name) for field in fields(model)]


def _needed(model: type[Model] | None) -> list[str]:
    """Return the keys that must be there."""
    if model is None:
        return []
    there = (each for each in fields(model) if each.default is MISSING and each.default_factory is MISSING)
    return [hyphened(each.name) for each in there]


def _elsewhere(key: str, model: type[Model] | None) -> str:
    """Return where a key belongs that a model has not, and one that stands in it has; nothing if none has."""
    for name, hint in _hints(model).items() if model is not None else ():
        inner = list(_models(hint))
        is_one = inner == [hint]  # of several, as in a list, nobody knows which
        if is_one and key in _keys(inner[0]) and key not in _ANYWHERE:
            return _("write it under '{key}'").format(key=hyphened(name))
    return ""


def _model_at(model: type[Model], path: Path, tree: Node) -> type[Model] | None:
    """Return the model that the keys at `path` belong to, or None where that is open."""
    current: type[Model] | None = model
    hint: Any = model
    for number, step in enumerate(path, 1):
        if isinstance(step, str):
            if current is None:
                return None
            hint = {hyphened(name): type_ for name, type_ in _hints(current).items()}.get(step)
        models = list(_models(hint))
        if len(models) > 1:
            by_key = rules.BY_KEY if rules.Finds in models else conditions.BY_KEY
            current = _meant(tree.at(path[:number]), by_key)
        else:
            current = models[0] if models else None
    return current


def _hints(model: type[Model]) -> dict[str, Any]:
    """Return the types of a model's fields, worked out once: there may be thousands of slips."""
    if model not in _types:
        _types[model] = get_type_hints(model)
    return _types[model]


def _models(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    elif get_origin(annotation) in (Union, types.UnionType, tuple):
        for part in get_args(annotation):
            yield from _models(part)
