"""A knowledge base in memory: its entries, questions and rules, and how to find one by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Literal, NoReturn, Protocol, TypeVar, overload

from advisor._given import NAMES, misfit, names_in, no_text
from advisor._kept import kept
from advisor._language import _
from advisor._notebook import InShort
from advisor._suggest import did_you_mean
from advisor.errors import InputError, UnknownIdError
from advisor.knowledge.entries import Work
from advisor.knowledge.kind import Kinds
from advisor.knowledge.kinds import KINDS, WORK
from advisor.knowledge.memo import Memo
from advisor.knowledge.overlay import Altered, Overlay
from advisor.knowledge.question import Question
from advisor.knowledge.rules import Rule

E = TypeVar("E")
K = TypeVar("K")
V = TypeVar("V")


class AnyEntry(Protocol):
    """An entry of whatever kind: it has an `id` and a `title`, and what its kind has beside them."""

    @property
    def id(self) -> str:
        """What names it, in rules and in cases."""

    @property
    def title(self) -> str:
        """What it is called."""

    def __getattr__(self, name: str) -> Any:
        """What its kind has beside these."""


class KnowledgeBase(InShort):
    """A checked knowledge base.

    `entries` maps each kind to its entries by id, in the order of the files; an entry may still be
    frozen text, which `thaw` turns into the entry when it is first wanted. `digest` is the SHA-256
    of the files, `folder` where they lie, if they do. `kinds` is the table of what there can be.
    """

    _shown_by: ClassVar[tuple[str, ...]] = ("name", "version")

    def __init__(
        self,
        name: str,
        version: str,
        digest: str,
        entries: Mapping[str, Mapping[str, Any]],
        thaw: Callable[[str], Any] | None = None,
        folder: Path | None = None,
        kinds: Kinds = KINDS,
    ) -> None:
        self.name = name
        self.version = version
        self.kinds = kinds
        self.digest = digest
        self._entries = {kind: dict(entries.get(kind, {})) for kind in (*kinds.names, WORK)}
        self._thaw = thaw
        self.folder = folder
        self.overlay: Overlay | None = None  # what it does to the knowledge base that it extends
        self.below: Path | None = None  # where that one lies
        self._found: dict[str, AnyEntry] = {}
        self._kept: dict[Callable[..., Any], Memo[Any, Any]] = {}
        self._once: dict[Callable[..., Any], Any] = {}

    def ids_of(self, kind: str) -> list[str]:
        """Return the ids of a kind, in the order of the files; `UnknownIdError` if there is no such kind."""
        return list(self._of(kind))

    @overload
    def of_kind(self, kind: Literal["question"]) -> list[Question]: ...
    @overload
    def of_kind(self, kind: Literal["rule"]) -> list[Rule]: ...
    @overload
    def of_kind(self, kind: str) -> list[Any]: ...
    def of_kind(self, kind: str) -> list[Any]:
        """Return the entries of a kind, in the order of the files; `UnknownIdError` if there is none."""
        return [self._get(kind, id_) for id_ in self._of(kind)]

    def _of(self, kind: str) -> dict[str, Any]:
        try:
            return self._entries[kind]
        except TypeError:
            raise no_text("of_kind", "kind", kind) from None
        except KeyError:
            raise UnknownIdError(
                _("there is no kind '{kind}'; {remedy}").format(
                    kind=kind, remedy=did_you_mean(kind, self._entries)
                )
            ) from None

    def _get(self, kind: str, id_: str) -> Any:
        entry = self._entries[kind][id_]
        if isinstance(entry, str) and self._thaw is not None:
            entry = self._entries[kind][id_] = self._thaw(entry)
        return entry

    @kept
    def _kinds(self) -> dict[str, str]:
        return {id_: kind for kind in self.kinds.names for id_ in self._entries[kind]}

    def kind(self, id_: str) -> str:
        """Return the kind of the entry with this id; `UnknownIdError` if there is none."""
        if not isinstance(id_, str):
            raise no_text("entry", "id_", id_)
        if id_ not in self._kinds:
            what = _("there is no '{id}' in this knowledge base; {remedy}")
            raise UnknownIdError(what.format(id=id_, remedy=did_you_mean(id_, self._kinds)))
        return self._kinds[id_]

    @overload
    def entry(self, id_: str) -> AnyEntry: ...
    @overload
    def entry(self, id_: str, of: type[E]) -> E: ...
    def entry(self, id_: str, of: type[Any] | None = None) -> Any:
        """Return the entry with this id; `UnknownIdError` if there is none, or it is no entry `of` a type.

        It has an `id` and a `title`, and what its kind has beside them; which kind that is, `kind` says.
        """
        try:
            found = self._found[id_]
        except (KeyError, TypeError):
            found = self._found[id_] = self._get(self.kind(id_), id_)
        if of is not None and not isinstance(found, of):
            said = _("'{id}' is of another kind: {kind}").format(id=id_, kind=self.kind(id_))
            raise UnknownIdError(said)
        return found

    def is_own(self, id_: str) -> bool:
        """Return whether an entry is written in its own folder, and not in the one that it extends."""
        if self.overlay is None:
            return True
        own = (*self.overlay.added, *(change.id for change in self.overlay.changed))
        return id_ in own or id_.partition(".")[0] in own

    def switched_off(self, id_: str) -> Altered | None:
        """Return that something is switched off here, or not there any more for that, and why; else None."""
        if self.overlay is None:
            return None
        off = (*self.overlay.switched_off, *self.overlay.gone)
        return next((each for each in off if each.id in (id_, id_.partition(".")[0])), None)

    def has(self, id_: str, kinds: Iterable[str]) -> bool:
        """Return whether an entry of one of `kinds`, or of this one, has this id."""
        try:
            return self._kinds.get(id_) in tuple(names_in(kinds))
        except TypeError:
            _refuse("has", id_, kinds)

    def ids(self, kinds: Iterable[str]) -> list[str]:
        """Return the ids of all entries of one kind or several; `UnknownIdError` if there is no such kind."""
        if not isinstance(kinds, Iterable):
            _refuse("ids", "", kinds)
        return [id_ for kind in names_in(kinds) for id_ in self._of(kind)]

    def all_entries(self) -> Iterator[tuple[str, Any]]:
        """Yield kind and entry, in the order of the kinds and files."""
        for kind in self.kinds.names:
            for entry in self.of_kind(kind):
                yield kind, entry

    def memo(self, work: Callable[[KnowledgeBase, K], V]) -> Memo[K, V]:
        """Return what `work` makes of each id or fact: what is the same for every case is worked out once.

        `work` is a function of a module, not one that is made anew for each call.
        """
        kept = self._kept.get(work)
        return self._kept.setdefault(work, Memo(partial(work, self))) if kept is None else kept

    def once(self, work: Callable[[KnowledgeBase], V]) -> V:
        """Return what `work` makes of this knowledge base, worked out when it is first asked for."""
        if work not in self._once:
            self._once.setdefault(work, work(self))
        found: V = self._once[work]
        return found

    def seed(self, work: Callable[[KnowledgeBase], V], value: V) -> None:
        """Keep what `work` would make of this knowledge base, where it is known already."""
        self._once[work] = value

    def with_rules(self, rules: Mapping[str, Rule]) -> KnowledgeBase:
        """Return a knowledge base with other rules and the same entries beside them."""
        entries = {kind: {each.id: each for each in self.of_kind(kind)} for kind in self._entries}
        entries["rule"] = dict(rules)
        return KnowledgeBase(self.name, self.version, self.digest, entries, kinds=self.kinds)

    @property
    def rules(self) -> list[Rule]:
        """All rules, in the order of the files."""
        return self.of_kind("rule")

    def options_of(self, question: str) -> tuple[str, ...]:
        """Return the ids of the options of a question, in their order; `UnknownIdError` if there is none."""
        if self.kind(question) != "question":
            what = _("there is no question '{name}'; {remedy}")
            raise UnknownIdError(what.format(name=question, remedy=did_you_mean(question, self.questions)))
        return tuple(option.id for option in self.questions[question].options)

    def rule(self, id_: str) -> Rule | None:
        """Return the rule with this id, or None."""
        if not isinstance(id_, str):
            raise no_text("rule", "id_", id_)
        return self._get("rule", id_) if id_ in self._entries["rule"] else None

    @kept
    def questions(self) -> dict[str, Question]:
        """The questions by their id, in the order of the questionnaire."""
        return {question.id: question for question in self.of_kind("question")}

    @kept
    def works(self) -> dict[str, Work]:
        """The works that sources point to, by their id."""
        return {work.id: work for work in self.of_kind(WORK)}

    @kept
    def positions(self) -> dict[str, int]:
        """The place of each id in the knowledge base: the last word where nothing else decides."""
        return {id_: number for number, id_ in enumerate(self._kinds)}


def _refuse(call: str, id_: object, kinds: object) -> NoReturn:
    """Raise `InputError`: what is asked so often looks at its arguments itself."""
    if not isinstance(id_, str):
        raise no_text(call, "id_", id_)
    raise InputError([misfit(call, "kinds", kinds, NAMES)])
