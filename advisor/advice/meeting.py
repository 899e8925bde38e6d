"""Whether the advice asks for a meeting of all now, and which: its first steps and what it found decide.

What says so is knowledge: entries say why no meeting should be called while they hold (`no-meeting`), and
meetings say which entries they serve (docs/decisions/0027-a-pack-for-the-next-meeting.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor._given import an_object, takes
from advisor._language import _
from advisor.advice.model import Advice
from advisor.advice.planned import Step
from advisor.inference.network import positive
from advisor.inference.truth import holds
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.meetings import Meeting


@dataclass(frozen=True, slots=True)
class Planned:
    """The meeting that the plan asks for, and the step that it serves."""

    meeting: Meeting
    step: Step


@dataclass(frozen=True, slots=True)
class NotNow:
    """Why no meeting of all should be called now, and the step to take in its place, if the plan has one.

    `speaks_against` is false where a meeting would do no harm and nothing asks for one. `is_urgent` where an
    alert speaks against it: what the alert says is done before the step.
    """

    why: str
    step: Step | None
    speaks_against: bool = True
    is_urgent: bool = False


@takes(advice=an_object(Advice), knowledge=an_object(KnowledgeBase))
def meeting_for(advice: Advice, knowledge: KnowledgeBase) -> Planned | NotNow:
    """Return the meeting that the first steps of the plan ask for, or why there should be none."""
    first = [step for step in advice.plan if step.when == "first"]
    reasons = [*_against(advice, first, knowledge)]
    if not reasons:
        for step in first:
            meeting = _meeting(step, first, advice, knowledge)
            if meeting is not None:
                return Planned(meeting, step)
        return NotNow(_no_call(advice, first), next(iter(first or advice.plan), None), speaks_against=False)
    is_urgent = reasons[0][0] in [alert.id for alert in advice.alerts]
    told = reasons[: 2 if is_urgent else 1]  # what an alert says is done today: what speaks next comes after
    instead = _step_for(told[-1][0], first or advice.plan, advice)
    return NotNow(" ".join(why for _id, why in told), instead, is_urgent=is_urgent)


def _against(advice: Advice, first: Sequence[Step], knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Yield what says that there should be no meeting, and why: an alert before all else.

    Of the steps only the first that is no shift in the leader's own practice says so: what comes later is no
    reason against the hour that the first step asks for.
    """
    leads = advice.leading.pattern if advice.leading else ""
    taken = [step.id for step in first if step.kind != "shift"][:1]
    patterns = [each.id for each in advice.patterns if each.fit == "likely" or each.id == leads]
    ids = [each.id for each in advice.alerts] + taken + patterns + [each.id for each in advice.findings]
    answers = frozenset(
        Fact("answer", id_, given) for id_, given in advice.case["answers"].items() if isinstance(given, str)
    )
    for id_ in ids:
        entry = knowledge.entry(id_)
        lifted = entry.no_meeting_unless
        if entry.no_meeting is None or (lifted and holds(positive(lifted, knowledge), answers)):
            continue
        yield id_, entry.no_meeting


def _step_for(id_: str, steps: Sequence[Step], advice: Advice) -> Step | None:
    """Return the step that fits a reason: what gave it, or what is advised because of that, or the first."""
    for step in steps:
        if step.id == id_ or id_ in _rests_on(step, advice):
            return step
    return next(iter(steps), None)


def _rests_on(step: Step, advice: Advice) -> set[str]:
    item = next(item for item in advice.of_kind(step.kind) if item.id == step.id)
    return {fact.id for firing in item.firings for fact in advice.firing(firing).support}


def _no_call(advice: Advice, first: list[Step]) -> str:
    """Return why there is no meeting to plan though nothing speaks against one."""
    if first:
        return _("The first step needs no meeting of all: it is taken alone, or with one or two people.")
    return advice.nothing_first or _("Too little is known to plan a meeting. Answer more questions first.")


def _meeting(step: Step, first: Sequence[Step], advice: Advice, knowledge: KnowledgeBase) -> Meeting | None:
    """Return the meeting that serves a step: by a way of doing it that the plan offers, else by itself.

    Ways are looked at only where the step itself can be taken in a meeting; one whose meeting serves another
    intervention would lead elsewhere. Of several it is the one that serves most of the other first steps.
    """
    by_id = knowledge.once(_meetings)
    if step.id not in by_id:
        return None
    item = next(item for item in advice.of_kind(step.kind) if item.id == step.id)
    ways = [by_id[way] for way in getattr(item, "techniques", ()) if way in by_id]
    fitting = [way for way in ways if not way.interventions or step.id in way.interventions]
    wording = [id_ for id_ in item.firings if id_ in by_id and _words(id_, step, knowledge)]
    if wording:
        return by_id[wording[0]]
    others = {each.id for each in first if each is not step}
    return max(
        [*fitting, by_id[step.id]], key=lambda each: len(others.intersection(_served(each, knowledge)))
    )


def _meetings(knowledge: KnowledgeBase) -> dict[str, Meeting]:
    """Return for each entry that is served by a meeting the first that serves it."""
    found: dict[str, Meeting] = {}
    for meeting in knowledge.of_kind("meeting"):
        for id_ in _served(meeting, knowledge):
            found.setdefault(id_, meeting)
    return found


def _served(meeting: Meeting, knowledge: KnowledgeBase) -> list[str]:
    return [id_ for id_, _kind in knowledge.kinds["meeting"].names(meeting)]


def _words(rule: str, step: Step, knowledge: KnowledgeBase) -> bool:
    """Return whether a step is put in the words of this rule."""
    found = knowledge.rule(rule)
    return found is not None and found.short == step.short
