"""Whether what is read of a copy can be a knowledge base: each value of its kind, the network a tree.

A copy is made by this program and checked by its sum, so this looks at what inference would stumble over
otherwise, and costs a millisecond. Whether the knowledge is right was checked when the copy was made.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from advisor.inference.network import ABSENCE
from advisor.knowledge.kinds import KINDS, WORK
from advisor.knowledge.model import Model

M = TypeVar("M", bound=Model)
Test = Callable[[Any], bool]


def is_sound(data: Any) -> bool:
    """Return whether the parts of a copy fit together. May raise anything that wrong data raises."""
    entries = data["entries"]
    rules = entries["rule"]
    weighings = {f"stage:{id_}" for id_ in entries["factor"]} | {
        f"pattern:{id_}" for id_ in entries["pattern"]
    }
    absences = {id_ for id_ in data["roots"] if id_.startswith(ABSENCE)}
    return bool(
        _are(str, (data["name"], data["version"], data["digest"], *data["keyed"]))
        and set(entries) == {*KINDS.names, WORK}
        and all(_are(str, texts.values()) for texts in entries.values())
        and (entries[WORK] or not rules)  # each rule cites one
        and rules.keys() | absences == data["roots"].keys()
        and rules.keys() | absences | weighings == data["salience"].keys()
        and _are(int, data["salience"].values())
        and all(_are(str, ids) and rules.keys() >= {*ids} for ids in data["concluding"].values())
        and _is_network(data)
    )


def _is_network(data: dict[str, Any]) -> bool:
    """Return whether each counter stands below an earlier one, and whatever names a counter names one."""
    need, above, size = data["need"], data["above"], data["size"]
    known = range(len(need))
    shares = {node for node, share, negated in data["shares"] if share in ("half", "most")}
    return (
        len(need) == len(above) == len(size)
        and _are(int, need)
        and _are(int, above)
        and _are(int, size)
        and min(above, default=-1) >= -1
        and all(map(operator.lt, above, known))
        and len(shares) == len(data["shares"])
        and _name(known, shares)
        and {node for node in known if above[node] < 0} == {*data["roots"].values()}
        and all(_names(known, waiting) for waiting in data["waiting"])
        and all(_names(known, leaving) and shares >= {*leaving[3]} for leaving in data["leaving"])
    )


def _names(known: range, waiting: list[Any]) -> bool:
    kind, id_, value, nodes = waiting
    return _are(str, (kind, id_, value)) and _name(known, nodes)


def _name(known: range, nodes: Iterable[Any]) -> bool:
    return all(type(node) is int and node in known for node in nodes)


def _are(kind: type, values: Iterable[Any]) -> bool:
    return {type(value) for value in values} <= {kind}


def fits(model: M) -> M:
    """Return a model whose fields hold what their types say; `TypeError` otherwise."""
    for name, test in _tests(type(model)):  # type: ignore[arg-type]  # a class is hashable
        if not test(getattr(model, name)):
            raise TypeError(f"{type(model).__name__}.{name}")
    return model


@cache
def _tests(model: type[Model]) -> tuple[tuple[str, Test], ...]:
    hints = get_type_hints(model)
    return tuple((field.name, _test(hints[field.name])) for field in fields(model))


def _test(hint: Any) -> Test:
    """Return what tells whether a value is of a type that a field of a model has."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return lambda value: type(value) is not bool and value in inside
    if origin is tuple:
        member = _test(inside[0])
        return lambda value: type(value) is tuple and all(map(member, value))
    if origin is Mapping:
        word, said = map(_test, inside)
        return lambda value: type(value) is dict and all(word(k) and said(v) for k, v in value.items())
    if origin in (Union, UnionType):
        tests = [_test(each) for each in inside]
        return lambda value: any(test(value) for test in tests)
    assert isinstance(hint, type), hint
    return lambda value: type(value) is hint
