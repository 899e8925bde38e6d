"""Whether the advice asks for a meeting of all now, and which: its first steps and what it found decide.

What says so is knowledge: entries say why no meeting should be called while they hold (`no-meeting`), and
meetings say which entries they serve (docs/decisions/0027-a-pack-for-the-next-meeting.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor._language import _
from advisor.advice.model import Advice
from advisor.advice.planned import Step
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.meetings import Meeting


@dataclass(frozen=True, slots=True)
class Planned:
    """The meeting that the plan asks for, and the step that it serves."""

    meeting: Meeting
    step: Step


@dataclass(frozen=True, slots=True)
class NotNow:
    """Why no meeting of all should be called now, and the step to take in its place, if the plan has one.

    `speaks_against` is false where a meeting would do no harm and nothing asks for one. The step is never a
    shift in the leader's own practice: those are hers, and stand in the advice alone.
    """

    why: str
    step: Step | None
    speaks_against: bool = True


def meeting_for(advice: Advice, knowledge: KnowledgeBase) -> Planned | NotNow:
    """Return the meeting that the first steps of the plan ask for, or why there should be none."""
    first = [step for step in advice.plan if step.when == "first"]
    taken = next((step for step in first or advice.plan if step.kind != "shift"), None)
    against = next(_against(advice, [taken, *first] if first and taken else first, knowledge), "")
    if not against:
        for step in first:
            meeting = _meeting(step, advice, knowledge)
            if meeting is not None:
                return Planned(meeting, step)
    return NotNow(against or _no_call(advice, first), taken, bool(against))


def _against(advice: Advice, steps: Sequence[Step], knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield why there should be no meeting: an alert first, then what the first of the steps says itself.

    So the reason that is told fits what is to be done instead.
    """
    leads = advice.leading.pattern if advice.leading else ""
    patterns = [each.id for each in advice.patterns if each.fit == "likely" or each.id == leads]
    ids = [each.id for each in advice.alerts] + [step.id for step in steps[:1]] + patterns
    ids += [each.id for each in advice.findings] + [step.id for step in steps]
    for id_ in ids:
        why: str | None = knowledge.entry(id_).no_meeting
        if why is not None:
            yield why


def _no_call(advice: Advice, first: list[Step]) -> str:
    """Return why there is no meeting to plan though nothing speaks against one."""
    if first:
        return _("The first step needs no meeting of all: it is taken alone, or with one or two people.")
    return advice.nothing_first or _("Too little is known to plan a meeting. Answer more questions first.")


def _meeting(step: Step, advice: Advice, knowledge: KnowledgeBase) -> Meeting | None:
    """Return the meeting that serves a step: by a way of doing it that the plan offers, else by itself.

    Ways are looked at only where the step itself can be taken in a meeting; one whose meeting serves another
    intervention would lead elsewhere.
    """
    by_id = knowledge.once(_meetings)
    if step.id not in by_id:
        return None
    item = next(item for item in advice.of_kind(step.kind) if item.id == step.id)
    ways = [by_id[way] for way in getattr(item, "techniques", ()) if way in by_id]
    fitting = [way for way in ways if not way.interventions or step.id in way.interventions]
    return [*fitting, by_id[step.id]][0]


def _meetings(knowledge: KnowledgeBase) -> dict[str, Meeting]:
    """Return for each entry that is served by a meeting the first that serves it."""
    found: dict[str, Meeting] = {}
    for meeting in knowledge.of_kind("meeting"):
        for id_, _kind in knowledge.kinds["meeting"].names(meeting):
            found.setdefault(id_, meeting)
    return found
