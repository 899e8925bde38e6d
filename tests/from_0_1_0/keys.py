"""Which keys there are in what is given out, and what stands behind each, as the types of the program say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from advisor import Advice, Advisor, Case
from advisor.explanation import Contrast, Future, Sensitivity, Why, WhyNot

GIVEN: dict[str, type[Any]] = {
    "a case file, and 'case' in an advice": Case,
    "advisor advise": Advice,
    "advisor why": Why,
    "advisor why --rather-than": Contrast,
    "advisor why-not": WhyNot,
    "advisor what-if, each future": Future,
    "advisor settle": Sensitivity,
}
COHORT = "advisor cohort, the columns"
Keys = dict[str, list[str]]  # the types behind each key, by its path, such as plan[].when


def all_keys(advisor: Advisor) -> dict[str, Keys]:
    """Return the keys of everything that is given out, by what gives it."""
    found = {name: keys_of(model) for name, model in GIVEN.items()}
    columns = advisor.advise_many({"contact": ["none"]})
    return {**found, COHORT: {name: [] for name in columns}}


def keys_of(model: type[Any]) -> Keys:
    """Return each key in the JSON of a model by its path; what is within itself is gone into once."""
    schema = TypeAdapter(model).json_schema(mode="serialization")
    found: dict[str, set[str]] = {}
    for path, type_ in _keys(schema, "", schema.get("$defs", {}), ()):
        found.setdefault(path, set()).add(type_)
    return {path: sorted(types) for path, types in found.items()}


def _keys(
    part: dict[str, Any], path: str, known: dict[str, Any], within: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Yield the path of each key below a part of a schema, once for each type that stands behind it."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        if name not in within:
            yield from _keys(known[name], path, known, (*within, name))
    for choice in part.get("anyOf", []):
        yield from _keys(choice, path, known, within)
    for item in [part["items"]] if part.get("items") else part.get("prefixItems", []):
        yield from _keys(item, f"{path}[]", known, within)
    for key, below in part.get("properties", {}).items():
        here = f"{path}.{key}".removeprefix(".")
        yield from ((here, type_) for type_ in _types(below, known))
        yield from _keys(below, here, known, within)


def _types(part: dict[str, Any], known: dict[str, Any]) -> Iterator[str]:
    if "$ref" in part:
        yield from _types(known[part["$ref"].rpartition("/")[2]], known)
    elif "anyOf" in part:
        for choice in part["anyOf"]:
            yield from _types(choice, known)
    else:
        yield str(part.get("type", "anything"))
