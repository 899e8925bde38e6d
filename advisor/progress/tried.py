"""What one voice says was tried, from all its files: each thing once, in the time in which it was."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.cases.case import Action
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.progress.model import Tried
from advisor.progress.seen import Seen

BEFORE, SINCE = -1, -2
Key = tuple[str, str, datetime.date | None, str]


@dataclass(frozen=True, slots=True)
class TriedWhen:
    """What was tried before the first visit in line, until each later one, and since the last."""

    before: tuple[Tried, ...]
    until: dict[int, tuple[Tried, ...]]
    since: tuple[Tried, ...]


def tried_over(files: Sequence[Seen], line: Sequence[int], knowledge: KnowledgeBase) -> TriedWhen:
    """Return what was tried, by the visit in line that it came before; `line` has their numbers."""
    entries: dict[Key, list[Action]] = {}
    when: dict[Key, int] = {}
    for number, file in enumerate(files):
        for key, actions in _by_thing(file).items():
            held = [each for each in entries.get(key, []) if each not in actions]
            entries[key] = [*held, *actions]  # what the latest file says last, counts
            when.setdefault(key, _time(key[2], number, files, line))
    found: dict[int, list[Tried]] = {}
    for key in sorted(entries, key=_by_day):
        found.setdefault(when[key], []).append(_tried(entries[key], knowledge))
    until = {number: tuple(found[number]) for number in line[1:] if number in found}
    return TriedWhen(tuple(found.get(BEFORE, ())), until, tuple(found.get(SINCE, ())))


def _by_thing(file: Seen) -> dict[Key, list[Action]]:
    """Return the actions of a file by what is one of them: a thing on a day, or undated with its outcome."""
    found: dict[Key, list[Action]] = {}
    for action in file.case.actions:
        outcome = action.outcome if action.date is None else ""
        found.setdefault((action.kind, action.id, action.date, outcome), []).append(action)
    return found


def _by_day(key: Key) -> tuple[datetime.date, str, str, str]:
    kind, id_, date, outcome = key
    return date or datetime.date.min, kind, id_, outcome


def _time(date: datetime.date | None, number: int, files: Sequence[Seen], line: Sequence[int]) -> int:
    """Return before which visit in line something was tried: by its date, or by the file that tells of it."""
    if date is None:
        date = files[number].case.date
    if date is None or not line:
        return BEFORE
    place = next(_not_before(date, files, line), None)
    if place is None:
        return SINCE
    return BEFORE if place == line[0] else place


def _not_before(date: datetime.date, files: Sequence[Seen], line: Sequence[int]) -> Iterator[int]:
    for number in line:
        day = files[number].case.date
        if day is not None and date <= day:
            yield number


def _tried(actions: Sequence[Action], knowledge: KnowledgeBase) -> Tried:
    last = actions[-1]
    title = knowledge.entry(last.id).title if knowledge.has(last.id, TRIED_KINDS) else last.id
    said = dict.fromkeys(action.outcome for action in actions[:-1])
    before = tuple(outcome for outcome in said if outcome != last.outcome)
    return Tried(last.kind, last.id, title, last.date, last.outcome, before, last.note)
