"""Plain values (lists, mappings, scalars) with something changed somewhere in them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from tests.fuzz.odd import Odd

Place = tuple[Any, Any]  # a list or mapping, and the key or number in it


def changed(tree: Any, odd: Odd, most: int = 4) -> Any:
    """Return a copy of `tree` with one to `most` changes."""
    whole = {"root": copy.deepcopy(tree)}
    for _ in range(odd.random.randint(1, most)):
        places = list(places_in(whole))
        holder, key = odd.random.choice(places)
        odd.random.choice(CHANGES)(holder, key, places, odd)
        whole.setdefault("root", None)
    return whole["root"]


def places_in(tree: Any) -> Iterator[Place]:
    """Yield each place in a tree, whatever holds before what it holds."""
    left: list[Any] = [tree]
    while left:
        holder = left.pop()
        keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        for key in keys:
            yield holder, key
            if isinstance(holder[key], (dict, list)):
                left.append(holder[key])


def _drop(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    del holder[key]


def _put_odd(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    holder[key] = odd.value()


def _put_other(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    """Put what stands elsewhere: an id of another kind, a part of another rule."""
    other, at = odd.random.choice(places)
    holder[key] = copy.deepcopy(other[at])


def _put_like(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    """Put what stands elsewhere under the same key: a change that often is well formed."""
    like = [(other, at) for other, at in places if at == key and isinstance(at, str)]
    if like:
        other, at = odd.random.choice(like)
        holder[key] = copy.deepcopy(other[at])


def _double(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    if isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[odd.misspelt(str(key))] = copy.deepcopy(holder[key])


def _misspell_key(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    if isinstance(holder, dict):
        holder[odd.misspelt(str(key))] = holder.pop(key)


def _misspell(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    if isinstance(holder[key], str):
        holder[key] = odd.misspelt(holder[key])


def _wrap(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    inner = holder[key]
    holder[key] = odd.one_of([inner], [inner, inner], {"all": [inner]}, {"any": [inner]}, {"not": inner})


def _empty(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    holder[key] = odd.one_of(None, "", [], {}, 0, " ")


def _add_key(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    if isinstance(holder, dict):
        known = [at for _, at in places if isinstance(at, str)]
        holder[odd.one_of(odd.text(), odd.random.choice(known))] = odd.value()


def _lengthen(holder: Any, key: Any, places: list[Place], odd: Odd) -> None:
    if isinstance(holder, list):
        holder.extend(copy.deepcopy(holder[key]) for _ in range(odd.one_of(1, 5, 40)))


CHANGES: tuple[Callable[[Any, Any, list[Place], Odd], None], ...] = (
    *(_drop, _put_odd, _put_other, _put_like, _put_like, _double, _misspell_key, _misspell),
    *(_wrap, _empty, _add_key, _lengthen),
)
