"""The trace of one inference: all firings, indexed once by id and by what they conclude."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, overload

from advisor._kept import kept
from advisor.inference import trace_json
from advisor.inference.firing import FactRef, Firing
from advisor.knowledge.facts import Fact
from advisor.knowledge.memo import Memo


class Trace(Sequence[Firing]):
    """The firings of a case, in their published order; nothing changes it once it is made.

    Each is found by its id, and each fact by the firings that concluded it. To pydantic it is what JSON
    has: a list of records in which every fact names the firings behind it.
    """

    def __init__(self, firings: Iterable[Firing]) -> None:
        self._taken = tuple(firings)

    @kept
    def _firings(self) -> tuple[Firing, ...]:
        """The firings, which know their trace once they are looked at.

        Not before: what holds each other waits for the garbage collector, and after most advice nobody looks.
        """
        found = tuple(self._own(firing) for firing in self._taken)
        for firing in found:
            firing.trace = self
        return found

    def _own(self, firing: Firing) -> Firing:
        """Return a firing that belongs to no other trace: itself, or one like it."""
        if firing.trace is None or firing.trace is self:
            return firing
        return Firing(firing.id, firing.justification, firing.support)

    @kept
    def by_id(self) -> dict[str, Firing]:
        """Each firing by its id."""
        return {firing.id: firing for firing in self._firings}

    @kept
    def concluding(self) -> dict[Fact, list[str]]:
        """The ids of the firings that concluded each fact that others may rest on."""
        found: dict[Fact, list[str]] = {}
        for firing in self._firings:
            found.setdefault(firing.concludes, []).append(firing.id)
        return found

    def behind(self, fact: Fact) -> tuple[str, ...]:
        """Return the ids of the firings that concluded a fact; none for an answer, the rule for a sign."""
        return (fact.id,) if fact.kind == "sign" else tuple(self.concluding.get(fact, ()))

    @kept
    def references(self) -> Memo[Fact, FactRef]:
        """Each fact with the firings behind it; made when it is first wanted."""
        return Memo(lambda fact: FactRef(*fact, self.behind(fact)))

    @kept
    def records(self) -> tuple[trace_json.Firing, ...]:
        """The firings as JSON has them; made when they are first wanted."""
        return trace_json.records(self)

    @overload
    def __getitem__(self, place: int) -> Firing: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Firing]: ...
    def __getitem__(self, place: int | slice) -> Firing | Sequence[Firing]:
        return self._firings[place]

    def __len__(self) -> int:
        return len(self._firings)

    def __eq__(self, other: object) -> bool:
        return self._firings == (other._firings if isinstance(other, Trace) else other)

    def __repr__(self) -> str:
        return f"<Trace: {len(self._taken)} firings>"  # all of them are 60,000 letters, with answers in them

    def __reduce__(self) -> tuple[Any, ...]:
        return Trace, ([Firing(each.id, each.justification, each.support) for each in self._firings],)

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: Any) -> Any:
        """Tell pydantic how a trace is read and written: as the records of JSON."""
        from pydantic_core import core_schema

        records = handler.generate_schema(tuple[trace_json.Firing, ...])
        read = core_schema.no_info_after_validator_function(
            lambda said: cls(trace_json.firings(said)), records
        )
        return core_schema.json_or_python_schema(
            json_schema=read,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), read]),
            serialization=core_schema.plain_serializer_function_ser_schema(
                attrgetter("records"), return_schema=records
            ),
        )
