"""What one voice sees: where each factor stands for it, on which answers, and what it said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from advisor._language import _
from advisor.advice.grounds import Grounds
from advisor.advice.knowledge_ref import KnowledgeRef
from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.facts import initial_facts
from advisor.comparison._mirrored import has_sides, mirrored
from advisor.comparison.model import Voice
from advisor.comparison.voices import seat_of
from advisor.inference.firing import by_conclusion
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Thing
from advisor.knowledge.question import UNKNOWN, Question
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import asked_things, asking_for_alerts, parts_of

SIDES_KNOWN = ("centre", "partner")  # of those above it is not known who is 'we'


@dataclass(frozen=True, slots=True)
class Seen:
    """One voice: `stages` and `sure` by factor, what these rest on, and what was said of which thing.

    `rests_on` are the answers behind each factor's stage, `well` those behind any sign that something is
    tight. `said` and `not_known` hold only what may be compared with another voice, as read from the centre.
    """

    stages: Mapping[str, str]
    sure: Mapping[str, str]
    rests_on: Mapping[str, frozenset[Thing]]
    well: frozenset[Thing]
    said: Mapping[Thing, str]
    not_known: frozenset[Thing]
    alerts: frozenset[str]
    knowledge: KnowledgeRef


def seen_by(case: Case, reasoner: Reasoner, *, across: bool = False) -> Seen:
    """Return what a voice sees; `CaseError` if the case has answers that no question knows.

    With `across`, others answer from another seat: only what both seats can tell of may be compared.
    """
    knowledge = reasoner.knowledge
    consulted = reasoner.consult(case)
    advice, case = consulted.advice, consulted.case
    seat = seat_of(case)
    read = mirrored(case.answers, knowledge) if seat == "partner" else dict(case.answers)
    if across and seat == "centre":
        read = mirrored(mirrored(read, knowledge), knowledge)
    from_centre = replace(case, answers=read)
    may = _comparable(knowledge, with_sides=seat in SIDES_KNOWN)
    said = {fact[:2]: fact.value for fact in initial_facts(from_centre, knowledge) if fact[:2] in may}
    rests, well = _grounds(advice, {"partner": knowledge}.get(seat))
    return Seen(
        {factor.id: factor.stage for factor in advice.factors},
        {factor.id: factor.sure or "" for factor in advice.factors},
        rests,
        well,
        said,
        frozenset(_unknown(from_centre, knowledge)) & may,
        frozenset(alert.id for alert in advice.alerts),
        advice.knowledge,
    )


def _comparable(knowledge: KnowledgeBase, *, with_sides: bool) -> frozenset[Thing]:
    """Return what may be compared between voices: what both can tell of, and no more than that."""
    return frozenset(
        part.thing
        for question in knowledge.questions.values()
        if is_shared(question, knowledge) and (with_sides or not has_sides(question.id, knowledge))
        for part in knowledge.memo(parts_of)[question.id]
    )


def seats_told(voices: Iterable[Voice], knowledge: KnowledgeBase) -> list[str]:
    """Return what to say of voices for whom it is not known who is 'we' and who is 'they'."""
    if not any(has_sides(question, knowledge) for question in knowledge.questions):
        return []
    voices = list(voices)
    unknown = [voice.name for voice in voices if not voice.seat]
    above = [voice.name for voice in voices if voice.seat == "above"]
    said = []
    if unknown:
        told = _(
            "It is not known for which side these speak: {names}. So their answers about 'us' and 'them' are "
            "not compared. Write 'seen-from: centre', 'partner' or 'above' into the file to change that."
        )
        said.append(told.format(names="; ".join(unknown)))
    if above:
        told = _("From above both sides: {names}. Their answers about 'us' and 'them' are not compared.")
        said.append(told.format(names="; ".join(above)))
    return said


def is_shared(question: Question, knowledge: KnowledgeBase) -> bool:
    """Return whether a question is about what lies between the voices.

    It is not where it asks for the respondent herself, for her own placing, or for what raises an alert: of
    that nobody is told who said it.
    """
    kind = kind_of(question)
    is_own = question.about == "self" or kind.is_own_view or kind.in_actions
    return not is_own and question.id not in asking_for_alerts(knowledge)


def _unknown(case: Case, knowledge: KnowledgeBase) -> Iterator[Thing]:
    """Yield what a voice was asked and does not know."""
    for id_, answer in case.answers.items():
        for part in knowledge.memo(parts_of)[id_]:
            if (answer.get(part.key) if isinstance(answer, Mapping) else answer) == UNKNOWN:
                yield part.thing


def _grounds(
    advice: Advice, turned_by: KnowledgeBase | None
) -> tuple[dict[str, frozenset[Thing]], frozenset[Thing]]:
    """Return the answers behind each factor's stage, and those behind signs that something is tight."""
    grounds = Grounds(advice.firings, by_conclusion(advice.firings))
    rests: dict[str, frozenset[Thing]] = {}
    well: set[Thing] = set()
    for factor in advice.factors:
        signs = [sign for id_ in factor.firings[:1] for sign in advice.firing(id_).support]
        things = {sign: [_turned(fact[:2], turned_by) for fact in grounds.of_fact(sign)] for sign in signs}
        rests[factor.id] = frozenset(thing for each in things.values() for thing in each)
        well.update(thing for sign, each in things.items() if sign.value == "confident" for thing in each)
    return rests, frozenset(well)


def _turned(thing: Thing, knowledge: KnowledgeBase | None) -> Thing:
    """Return what a thing is called from the centre's seat; items of a list may have another name there."""
    asked = asked_things(knowledge).get(thing) if knowledge else None
    if knowledge is None or asked is None or not asked.part.key:
        return thing
    turned = mirrored({asked.question.id: {asked.part.key: ""}}, knowledge)
    keys = [key for answer in turned.values() if isinstance(answer, Mapping) for key in answer]
    parts = knowledge.memo(parts_of)[asked.question.id]
    return next((part.thing for part in parts if part.key in keys), thing)
