"""Progress of one partnership, made from its files: each voice by itself, and what comes before all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from advisor._command import way
from advisor._language import _
from advisor.advice.reasoner import Reasoner
from advisor.cases.gathering import CaseFile, Unread
from advisor.cases.naming import likeness, name_key
from advisor.errors import AdvisorError
from advisor.knowledge.base import KnowledgeBase
from advisor.progress.earlier import voice_key
from advisor.progress.model import PROGRESS_SCHEMA_VERSION, AlertSeen, Progress, Voice
from advisor.progress.seen import Seen, in_time, seen
from advisor.progress.voice import voice_over


def progress(files: Iterable[CaseFile], knowledge: KnowledgeBase, unread: Iterable[Unread] = ()) -> Progress:
    """Return what the files of one partnership show over time, whatever order they come in.

    A file without a name for its partnership is taken to be of the one that the others name. `unread` are
    files that could not be read: they are told with the rest. Where several voices answered, those that do
    not share what they said are left out and counted.

    `AdvisorError` if the files name several partnerships or there are none, `CaseError` for a case with
    answers that no question knows.
    """
    reasoner = Reasoner(knowledge, "columnar")
    all_seen = in_time(seen(file, reasoner) for file in files)
    name = _partnership(all_seen)
    by_voice: dict[tuple[str, str], list[Seen]] = {}
    for each in all_seen:
        by_voice.setdefault(voice_key(each.case), []).append(each)
    groups = [by_voice[key] for key in sorted(by_voice)]
    shown = [group for group in groups if len(groups) == 1 or _shares(group)]
    voices = tuple(voice_over(group, knowledge) for group in shown)
    return Progress(
        schema_version=PROGRESS_SCHEMA_VERSION,
        knowledge=all_seen[0].advice.knowledge,
        partnership=name,
        alerts=_alerts(all_seen, [each for group in shown for each in group]),
        voices=voices,
        held_back=len(groups) - len(shown),
        unread=told_of(unread, guarded=len(shown) < len(groups)),
        may_be_one=_near(voices),
    )


def told_of(unread: Iterable[Unread], *, guarded: bool) -> tuple[Unread, ...]:
    """Return the files that could not be read, in the order of their names.

    Where voices are held back they are `guarded`: what is wrong is not told, as that could quote an answer.
    """
    found = sorted(unread, key=lambda each: each.name)
    if not guarded:
        return tuple(found)
    said = _("{file}: this cannot be read; whoever wrote it can see why with: {command}")
    return tuple(
        Unread(name, (said.format(file=name, command=way(("advise", name), "read_case", name)),))
        for name in (each.name for each in found)
    )


def _partnership(files: Sequence[Seen]) -> str:
    """Return the name of the partnership as the latest file writes it, or else the name of that file."""
    if not files:
        raise AdvisorError(_("there is no file to show progress from; name two or more of one partnership"))
    named = {name_key(each.case.partnership): each.case.partnership for each in files}
    several = sorted(name for key, name in named.items() if key)
    if len(several) > 1:
        told = _("these files are of several partnerships ({names}); take those of one")
        raise AdvisorError(told.format(names=", ".join(several)))
    return several[0] if several else files[-1].name


def _shares(files: Sequence[Seen]) -> bool:
    """Return whether a voice lets others see what it said, in each of its files."""
    return all(each.case.share == "yes" for each in files)


def _alerts(files: Sequence[Seen], shown: Sequence[Seen]) -> tuple[AlertSeen, ...]:
    """Return the alerts of all files; of those that are not shown without the day, which may tell by whom."""
    raised: dict[str, list[Seen]] = {}
    for each in files:
        for alert in each.advice.alerts:
            raised.setdefault(alert.id, []).append(each)
    found = []
    for id_, where in raised.items():
        alert = next(alert for alert in where[-1].advice.alerts if alert.id == id_)
        seen_in = [each for each in where if each in shown]
        dates = sorted({each.case.date for each in seen_in if each.case.date is not None})
        undated = any(each.case.date is None for each in seen_in)
        found.append(AlertSeen(id_, alert.title, alert.text, alert.turn_to, tuple(dates), undated))
    return tuple(sorted(found, key=lambda alert: alert.id))


def _near(voices: Sequence[Voice]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names of voices that are nearly the same."""
    names = [voice.respondent for voice in voices]
    return tuple(pair for pair in combinations(names, 2) if likeness(*pair) == "near")
