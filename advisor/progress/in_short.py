"""Many partnerships over time, a few numbers each: their files are weighed at once, none is advised on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from advisor.cases.facts import initial_facts
from advisor.cases.gathering import CaseFile, Partnership, Unread
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.inference.circuit.trials import bits_set, columns_of_cases
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.terms import STAGES
from advisor.progress._progress import progress, told_of
from advisor.progress.earlier import direction, voice_key
from advisor.progress.model import AlertSeen


@dataclass(frozen=True, slots=True)
class VoiceInShort:
    """A voice: how many files it has, how many are points in time, and how many factors moved last."""

    respondent: str
    files: int
    dates: int
    on: int
    back: int


@dataclass(frozen=True, slots=True)
class InShort:
    """A partnership over time in a line."""

    partnership: str
    alerts: tuple[AlertSeen, ...]
    voices: tuple[VoiceInShort, ...]
    held_back: int


def in_short(
    found: Sequence[Partnership], knowledge: KnowledgeBase, unread: Sequence[Unread]
) -> tuple[list[InShort], tuple[Unread, ...]]:
    """Return each partnership in a line, and what is told of files that could not be read."""
    weighed = _Weighed([file for each in found for file in each.files], knowledge)
    several = [_short(each, knowledge, weighed) for each in found]
    return several, told_of(unread, guarded=any(each.held_back for each in several))


class _Weighed:
    """Where each factor stands in each of many files, and which of them raise an alert."""

    def __init__(self, files: Sequence[CaseFile], knowledge: KnowledgeBase) -> None:
        evaluator = evaluator_for(knowledge)
        columns = columns_of_cases([initial_facts(file.case, knowledge) for file in files])
        state = evaluator.evaluate(columns, (1 << len(files)) - 1)
        self.stages: list[dict[str, str]] = [{} for _ in files]
        for fact, holds in state.concluded.items():
            if fact.kind == "stage" and fact.value in STAGES:
                for place in bits_set(holds):
                    self.stages[place][fact.id] = fact.value
        self.raised: set[int] = set()
        for step in evaluator.steps:
            if step.rule is not None and step.rule.then.effect.kind == "alert":
                self.raised.update(bits_set(state.at(step.fires)))
        self.place = {id(file): place for place, file in enumerate(files)}

    def of(self, file: CaseFile) -> dict[str, str]:
        return self.stages[self.place[id(file)]]

    def raises(self, files: Collection[CaseFile]) -> bool:
        return any(self.place[id(file)] in self.raised for file in files)


def _short(found: Partnership, knowledge: KnowledgeBase, weighed: _Weighed) -> InShort:
    by_voice: dict[tuple[str, str], list[CaseFile]] = {}
    for file in found.files:  # the oldest first, and those without a date before them all
        by_voice.setdefault(voice_key(file.case), []).append(file)
    groups = [by_voice[key] for key in sorted(by_voice)]
    shown = [g for g in groups if len(groups) == 1 or all(file.case.share == "yes" for file in g)]
    alerts = progress(found.files, knowledge).alerts if weighed.raises(found.files) else ()
    voices = tuple(_voice(group, weighed) for group in shown)
    return InShort(found.name, alerts, voices, len(groups) - len(shown))


def _voice(files: Sequence[CaseFile], weighed: _Weighed) -> VoiceInShort:
    of_day = {file.case.date: file for file in files if file.case.date is not None}  # of a day its last
    line = [weighed.of(file) for file in of_day.values()]
    ways = []
    for factor, stage in (line[-1] if line else {}).items():
        known = [stands[factor] for stands in line[:-1] if factor in stands]
        ways += [direction(known[-1], stage)] if known else []
    on, back = ways.count("on"), ways.count("back")
    return VoiceInShort(files[-1].case.respondent, len(files), len(line), on, back)
