"""Conditions taken apart: their parts by place, and what a condition is with another part in a place."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.knowledge.conditions import AllOf, AnyOf, AtLeast, Condition, NoneOf

Place = tuple[int, ...]  # the number of the member at each level


def parts(condition: Condition, place: Place = ()) -> Iterator[tuple[Place, Condition]]:
    """Yield every part of a condition with its place, itself first, then in the order of the text."""
    yield place, condition
    for number, member in enumerate(condition.members):
        yield from parts(member, (*place, number))


def with_part(condition: Condition, place: Place, other: Condition) -> Condition:
    """Return a condition with `other` at a place in it."""
    if not place:
        return other
    inner = list(condition.members)
    inner[place[0]] = with_part(inner[place[0]], place[1:], other)
    return with_members(condition, tuple(inner))


def with_members(condition: Condition, inner: tuple[Condition, ...]) -> Condition:
    """Return a group with other members; one that asked for all it had asks for all that is left."""
    match condition:
        case AllOf():
            return AllOf(all=inner)
        case AnyOf():
            return AnyOf(any=inner)
        case NoneOf():
            return NoneOf(none=inner)
        case AtLeast():
            least = condition.at_least
            return AtLeast(at_least=min(least, len(inner)) if isinstance(least, int) else least, of=inner)
    raise AssertionError(condition)
