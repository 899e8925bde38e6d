"""What there is to know of a kind of entries, and the table; `advisor.knowledge.kinds` has its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from advisor._kept import kept
from advisor._language import _
from advisor.knowledge.terms import Id

Sort = Literal["leverage", "own", "asked", "nourishing"]
Group = Literal["myself", "together", "others", "in-place", "remember"]
Named = tuple[Id, str]  # an id that an entry names, and the kind of the entry that is meant
LAST = 1000  # in an order: behind all that have a number of their own


_GROUPS: dict[Sort, Group] = {
    "own": "myself",
    "leverage": "together",
    "asked": "others",
    "nourishing": "remember",
}


def _in_no_plan(_: Any) -> tuple[Sort, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Advised:
    """How entries of a kind are advised.

    `order` is the place of the kind in an advice, the lowest first. `heading` stands over what is advised of
    it in the full text, `heading_order` says where; kinds with the same heading share it, and what has none
    is shown elsewhere. `action` is the field of an entry that says what to do. `sorts` says of an entry what
    it is to the plan: `leverage`, something the leader can begin on her `own`, something to be `asked` of
    others; what is `nourishing` stands in it where nothing presses. `places` is how many places of its order
    a table of many cases has. `group` says among which choices of an exercise an entry stands; where that is
    not said, what it is to the plan decides.
    """

    order: int = LAST
    heading: str = ""
    heading_order: int = LAST
    action: str = "text"
    sorts: Callable[[Any], tuple[Sort, ...]] = _in_no_plan
    places: int = 0
    group: Callable[[Any], Group] | None = None

    def group_of(self, entry: Any) -> Group:
        """Return among which choices of an exercise an entry stands."""
        if self.group is not None:
            return self.group(entry)
        return next((_GROUPS[sort] for sort in self.sorts(entry)), "together")


def _names_nothing(_: Any) -> Iterable[Named]:
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entries.

    `plural` is the name of the list in a file and, with underscores for hyphens, of the field in `Advice`; by
    itself the name with an s. `is_listed` is false for what files hold beside entries. `found` is
    the place of the kind among what rules find in a case, from 1; 0 for what they do not find. `is_looked_at`
    says that conditions may look at it, `has_factor` that each belongs to a factor, by which templates may
    choose. `names` yields the other entries that one names. `advised` is
    None for what is never advised. `tells` are further texts of an entry that an advice tells. What
    `is_for_trainers` no advice needs, so the one page does without it.
    """

    name: str
    model: type[Any]
    plural: str = ""
    is_listed: bool = True
    found: int = 0
    is_looked_at: bool = False
    has_factor: bool = False
    names: Callable[[Any], Iterable[Named]] = _names_nothing
    advised: Advised | None = None
    tells: tuple[str, ...] = ()
    is_for_trainers: bool = False

    @property
    def told(self) -> tuple[str, ...]:
        """The texts of an entry that an advice tells: what to do, in a line and whole, and `tells`."""
        planned = self.advised is not None and self.advised.sorts is not _in_no_plan
        action = [self.advised.action] if self.advised and planned else []
        return (*(["short"] if self.advised else []), *action, *self.tells)

    @property
    def key(self) -> str:
        """The name of its list in a file."""
        return self.plural or f"{self.name}s"

    @property
    def field(self) -> str:
        """The name of its field in an advice and in its JSON."""
        return self.key.replace("-", "_")


@dataclass(frozen=True)
class Kinds:
    """The table. Whatever lists kinds lists them in the order of the rows, what is advised by `order`."""

    rows: tuple[Kind, ...]

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.rows)

    def __getitem__(self, name: str) -> Kind:
        return self._by_name[name]

    def with_row(self, kind: Kind) -> Kinds:
        """Return the table with one row more."""
        return Kinds((*self.rows, kind))

    @kept
    def _by_name(self) -> dict[str, Kind]:
        return {kind.name: kind for kind in self.rows}

    def _those(self, wanted: Callable[[Kind], bool]) -> tuple[str, ...]:
        return tuple(kind.name for kind in self.rows if wanted(kind))

    @kept
    def names(self) -> tuple[str, ...]:
        """The kinds of entries."""
        return self._those(lambda kind: kind.is_listed)

    @kept
    def concluded(self) -> tuple[str, ...]:
        """What rules find in a case, patterns aside: those are weighed."""
        found = [kind for kind in self.rows if kind.found]
        return tuple(kind.name for kind in sorted(found, key=lambda kind: kind.found))

    @kept
    def looked_at(self) -> tuple[str, ...]:
        """What conditions of rules look at."""
        return self._those(lambda kind: kind.is_looked_at)

    @kept
    def with_factor(self) -> tuple[str, ...]:
        """What belongs to a factor."""
        return self._those(lambda kind: kind.has_factor)

    @kept
    def advice(self) -> dict[str, Advised]:
        """How each kind that rules recommend is advised, in the order of an advice."""
        found = {kind.name: kind.advised for kind in self.rows if kind.advised is not None}
        return dict(sorted(found.items(), key=lambda pair: pair[1].order))

    @kept
    def advisable(self) -> tuple[str, ...]:
        """What rules recommend, in the order of an advice."""
        return tuple(self.advice)

    @kept
    def switchable(self) -> tuple[str, ...]:
        """What can be switched off; of what can be advised, the rules that recommend it."""
        return ("rule", *self.advisable, *self.for_trainers)

    @kept
    def for_trainers(self) -> tuple[str, ...]:
        """What no advice needs."""
        return self._those(lambda kind: kind.is_for_trainers)

    @kept
    def asked_why_not(self) -> tuple[str, ...]:
        """What could be concluded in a case, so that one may ask why it is not."""
        return (*self.advisable, *self.concluded, "pattern", "alert", "rule")

    @property
    def headings(self) -> dict[str, tuple[str, ...]]:
        """The headings of what is advised, in the order of the full text, and the kinds below each."""
        found: dict[str, tuple[str, ...]] = {}
        for name, advised in sorted(self.advice.items(), key=lambda pair: pair[1].heading_order):
            if advised.heading:
                heading = _(advised.heading)
                found[heading] = (*found.get(heading, ()), name)
        return found

    @kept
    def by_key(self) -> dict[str, Kind]:
        """The kind of the entries in each list of a file, by its name; irregular names come last."""
        in_order = sorted(self.rows, key=lambda kind: kind.key != f"{kind.name}s")
        return {kind.key: kind for kind in in_order}
