"""What is not the same in two knowledge bases: rules, entries, and the order in which they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from advisor._kept import kept
from advisor.advice.naming import plain_names
from advisor.comparison.across_model import Different, How
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import leaves
from advisor.knowledge.entries import Lead
from advisor.knowledge.facts import Reads, Thing
from advisor.knowledge.question import Option
from advisor.knowledge.rules import Rule, Speaks

# Fields that only say something: how it is worded, whatever is decided.
_TEXTS = ("Text", "Text | None", "tuple[Text, ...]", "Source", "tuple[SaidOtherwise, ...]", "Stages")
_RULE_TEXTS = ("title", "because", "short", "first_step", "said_otherwise", "source", "basis", "ground")
_TOO = ("text", "minutes", "steps")  # of an entry that tells nothing by being other


@dataclass(frozen=True)
class Bases:
    """Two knowledge bases beside each other."""

    old: KnowledgeBase
    new: KnowledgeBase

    @kept
    def rules(self) -> dict[str, tuple[How, ...]]:
        """The rules that are not the same, each with how; in the order of the new one, then the old."""
        ids = dict.fromkeys((*self.new.ids_of("rule"), *self.old.ids_of("rule")))
        return {id_: how for id_ in ids if (how := self._how(self.old.rule(id_), self.new.rule(id_)))}

    @kept
    def entries(self) -> dict[str, tuple[str, ...]]:
        """The other entries that are not the same, each with how: added, removed, field, text."""
        kinds = [kind for kind in self.new.kinds.names if kind != "rule"]
        ids = dict.fromkeys((*self.new.ids(kinds), *self.old.ids(kinds)))
        found = {}
        for id_ in ids:
            was, is_ = (base.entry(id_) if base.has(id_, kinds) else None for base in (self.old, self.new))
            if how := tuple(_entry_how(was, is_)):
                found[id_] = how
        return found

    @kept
    def reordered(self) -> tuple[str, ...]:
        """The kinds of which the entries that both have stand in another order."""
        return tuple(kind for kind in self.new.kinds.names if self._is_reordered(kind))

    @kept
    def have_other_texts(self) -> bool:
        """Whether anything is worded otherwise."""
        return any("text" in how for how in (*self.rules.values(), *self.entries.values()))

    def _is_reordered(self, kind: str) -> bool:
        old, new = self.old.ids_of(kind), self.new.ids_of(kind)
        both = {*old} & {*new}
        return [id_ for id_ in old if id_ in both] != [id_ for id_ in new if id_ in both]

    def _how(self, was: Rule | None, is_: Rule | None) -> tuple[How, ...]:
        if was is None or is_ is None:
            return ("added",) if was is None else ("removed",)
        if was is is_:
            return ()
        how: list[How] = []
        if was.when != is_.when or self._reads_otherwise(was):
            how.append("condition")
        if was.then != is_.then:
            how.append("conclusion")
        if any(getattr(was, name) != getattr(is_, name) for name in _RULE_TEXTS):
            how.append("text")
        return tuple(how)

    def _reads_otherwise(self, rule: Rule) -> bool:
        """Return whether a condition that is written alike means other answers: its scale has changed."""
        if not self._other_scales:
            return False
        looked_at = [leaf for leaf in leaves(rule.when) if leaf.subject in self._other_scales]
        return any(_read(leaf, self.old) != _read(leaf, self.new) for leaf in looked_at)

    @kept
    def _other_scales(self) -> frozenset[str]:
        both = self.old.questions.keys() & self.new.questions.keys()
        return frozenset(id_ for id_ in both if self.old.options_of(id_) != self.new.options_of(id_))

    @kept
    def said_of_rules(self) -> tuple[Different, ...]:
        """What is to be told of the rules that are not the same."""
        return tuple(Different(id_, "rule", self.title(id_), how) for id_, how in self.rules.items())

    @kept
    def said_of_entries(self) -> tuple[Different, ...]:
        """What is to be told of the other entries that are not the same."""
        return tuple(
            Different(id_, self._kind(id_), self.title(id_), how) for id_, how in self.entries.items()
        )

    @kept
    def _plain_names(self) -> dict[str, str]:
        return {id_: name for base in (self.old, self.new) for name, id_ in plain_names(base)}

    def _kind(self, id_: str) -> str:
        return (self.new if self.new.has(id_, self.new.kinds.names) else self.old).kind(id_)

    def title(self, id_: str) -> str:
        """Return what something is called, now or, where it is gone, then; a factor as the interview does."""
        if id_ in self._plain_names:
            return self._plain_names[id_]
        entry = (self.new if self.new.has(id_, self.new.kinds.names) else self.old).entry(id_)
        return str(getattr(entry, "title", None) or getattr(entry, "prompt", id_))

    @kept
    def concluding(self) -> dict[Thing, tuple[str, ...]]:
        """The rules of either that conclude a finding, or are signs of a stage or a pattern, by that."""
        found: dict[Thing, dict[str, None]] = {}
        for rule in self._rules_of_both():
            if rule.then.weighs is not None:
                found.setdefault(rule.then.weighs, {})[rule.id] = None
        return {thing: tuple(ids) for thing, ids in found.items()}

    @kept
    def speaking(self) -> dict[Thing, tuple[str, ...]]:
        """The rules of either by what they say of which thing: `("recommend", ID)` and so on."""
        found: dict[Thing, dict[str, None]] = {}
        for rule in self._rules_of_both():
            found.setdefault(rule.then.effect[:2], {})[rule.id] = None
        return {thing: tuple(ids) for thing, ids in found.items()}

    def _rules_of_both(self) -> Iterator[Rule]:
        yield from self.new.rules
        yield from self.old.rules

    def rekeyed(self, pattern: str) -> tuple[str, ...]:
        """Return the rules by which a pattern has key signs in one knowledge base and none in the other."""
        old, new = (base.once(keys_of).get(pattern, ()) for base in (self.old, self.new))
        return () if bool(old) == bool(new) else tuple(dict.fromkeys((*new, *old)))


def keys_of(knowledge: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Return the key signs of each pattern that has any."""
    found: dict[str, tuple[str, ...]] = {}
    for rule in knowledge.rules:
        if isinstance(rule.then, Speaks) and rule.then.is_key:
            found[rule.then.pattern] = (*found.get(rule.then.pattern, ()), rule.id)
    return found


def _read(leaf: Any, knowledge: KnowledgeBase) -> Reads | None:
    try:
        found: Reads = leaf.reads(knowledge)
    except (KeyError, ValueError):
        return None  # an option of it is not there
    return found


def _entry_how(was: Any, is_: Any) -> Iterator[str]:
    if was is None or is_ is None:
        yield "added" if was is None else "removed"
    elif was != is_:
        if type(was) is not type(is_):
            yield "field"
            return
        other = [each for each in fields(was) if getattr(was, each.name) != getattr(is_, each.name)]
        is_text = [
            each.type in _TEXTS
            or each.name in _TOO
            or _is_worded_otherwise(getattr(was, each.name), getattr(is_, each.name))
            for each in other
        ]
        if not all(is_text):
            yield "field"
        if any(is_text):
            yield "text"


def _is_worded_otherwise(was: Any, is_: Any) -> bool:
    """Return whether two values, options or who may lead, are the same apart from their words."""
    if isinstance(was, Lead) and isinstance(is_, Lead):
        return (was.standing, was.neutrality) == (is_.standing, is_.neutrality)
    if not (isinstance(was, tuple) and isinstance(is_, tuple)):
        return False
    if not all(isinstance(each, Option) for each in (*was, *is_)):
        return False
    return [each.id for each in was] == [each.id for each in is_]
