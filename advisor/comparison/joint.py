"""The joint advice: on what all voices that know say alike, with what differs left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from advisor._language import _
from advisor.advice.grounds import Grounds
from advisor.advice.model import Advice, AlertAdvice, FactorAdvice
from advisor.advice.reasoner import Consultation, Reasoner
from advisor.cases.case import Action, Case
from advisor.cases.facts import latest_actions
from advisor.comparison._mirrored import has_sides, mirrored
from advisor.errors import AdvisorError
from advisor.inference.firing import by_conclusion
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE, UNKNOWN, Answer
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import asked_things, parts_of
from advisor.knowledge.terms import STAGES

Key = tuple[str, str]  # a question, and the item or row of it; empty for the whole
Said = dict[Key, str]


def joint_advice(cases: Sequence[Case], knowledge: KnowledgeBase) -> Advice:
    """Return the advice on what all voices that know say alike, as it reads from the centre's seat.

    Where they differ, the answer counts as open; that they are apart on a factor is given beside. What is
    about a respondent herself is left out. An alert that any voice raises stays raised. It tells what single
    voices said, where nobody else knows: who shows it to others goes by `share`. `AdvisorError` without a
    case, `CaseError` for answers that no question knows.
    """
    if not cases:
        raise AdvisorError(_("a joint advice needs a case or more; give those that speak of the partnership"))
    reasoner = Reasoner(knowledge, "columnar")
    voices = [reasoner.consult(case) for case in cases]
    joint = joint_case([voice.case for voice in voices], knowledge)
    joint = replace(joint, answers=_with(joint.answers, _what_raised(voices, knowledge), knowledge))
    beside = apart_facts([voice.advice for voice in voices], knowledge)
    beside += heard_alone_facts([voice.case for voice in voices], reasoner)
    advice = reasoner.advise(joint, beside)
    return replace(advice, alerts=_alerts(advice, voices, knowledge), factors=tuple(_factors(advice)))


def apart_facts(voices: Sequence[Advice], knowledge: KnowledgeBase) -> list[Fact]:
    """Return on which factors voices are a stage or more apart; that they are not, only where all know."""
    facts = []
    for factor in knowledge.ids_of("factor"):
        stages = [each.stage for voice in voices for each in voice.factors if each.id == factor]
        known = {stage for stage in stages if stage in STAGES}
        if len(known) > 1:
            facts.append(Fact("apart", factor, "yes"))
        elif len(known) == 1 and len(voices) > 1 and all(stage in known for stage in stages):
            facts.append(Fact("apart", factor, "no"))
    return facts


def heard_alone_facts(cases: Sequence[Case], reasoner: Reasoner) -> list[Fact]:
    """Return whether any voice tells of something that is heard alone before all sit down together.

    What a respondent says of herself is left out, as everywhere in the joint advice: if it made a difference
    here, the others could read from the page what one of them has told of herself.
    """
    knowledge = reasoner.knowledge
    rule = next((rule for rule in knowledge.of_kind("portfolio-rule") if rule.by == "alone"), None)
    if rule is None or len(cases) == 1:
        return []
    alone = {*rule.findings}
    of_both = (Case(answers=_with({}, _said(case, knowledge), knowledge)) for case in cases)
    told = any(alone & {found.id for found in reasoner.advise(case).findings} for case in of_both)
    return [Fact("observed", "heard-alone-first", "yes" if told else "no")]


def joint_case(cases: Sequence[Case], knowledge: KnowledgeBase) -> Case:
    """Return what all voices that know say alike, read from the centre's seat; nobody's name stays in it."""
    ours = [case for case in cases if case.seen_from == "centre"]
    unknown = [case for case in cases if case.seen_from is None]
    said = [_said(case, knowledge) for case in cases]
    own = [told for case, told in zip(cases, said, strict=True) if case.seen_from == "centre"]
    keys = dict.fromkeys(key for told in said for key in told)
    alike = {key: value for key in keys if (value := _alike(key, said, own, knowledge))}
    days = [case.date for case in cases if case.date is not None]
    return Case(
        partnership=next((case.partnership for case in cases if case.partnership), ""),
        partners=next((case.partners for case in [*ours, *unknown] if case.partners), ()),
        seen_from="centre",
        share="yes" if all(case.share == "yes" for case in cases) else None,
        date=max(days, default=None),
        answers=_with({}, alike, knowledge),
        actions=_actions(cases),
    )


def _said(case: Case, knowledge: KnowledgeBase) -> Said:
    """Return what a voice says and knows, read from the centre's seat, without what is about herself.

    Of those above both, and of whoever names no seat, it is not known who is 'we', so only what reads the
    same from both seats counts.
    """
    answers: Mapping[str, Answer] = case.answers
    if case.seen_from == "partner":
        answers = mirrored(answers, knowledge)
    elif case.seen_from != "centre":
        answers = {id_: answer for id_, answer in answers.items() if not has_sides(id_, knowledge)}
    said: Said = {}
    for id_, answer in answers.items():
        question = knowledge.questions[id_]
        if kind_of(question).in_actions and isinstance(answer, str):
            said[id_, ""] = answer  # nothing was tried, or nothing else
        elif question.about != "self":
            for part in knowledge.memo(parts_of)[id_]:
                value = answer if isinstance(answer, str) else answer.get(part.key, UNKNOWN)
                if value != UNKNOWN:
                    said[id_, part.key] = value
    return said


def _alike(key: Key, said: Sequence[Said], own: Sequence[Said], knowledge: KnowledgeBase) -> str:
    """Return what all say who know; nothing where they differ.

    What has no counterpart in the other seat is for those of the centre's to say.
    """
    ours = _values(key, own)
    one_sided = knowledge.questions[key[0]].one_sided
    values = ours if ours & {*one_sided} else _values(key, said)
    return values.pop() if len(values) == 1 else ""


def _values(key: Key, said: Iterable[Said]) -> set[str]:
    """Return what was said; who says that it does not apply does not differ from those who answer."""
    found = {told[key] for told in said if key in told}
    return found - {NOT_APPLICABLE} or found


def _with(answers: Mapping[str, Answer], said: Said, knowledge: KnowledgeBase) -> dict[str, Answer]:
    """Return answers with others put in, in the order of the questionnaire."""
    found: dict[str, Answer] = dict(answers)
    for (id_, part), value in said.items():
        before = found.get(id_)
        found[id_] = {**(before if isinstance(before, Mapping) else {}), part: value} if part else value
    return {id_: found[id_] for id_ in knowledge.questions if id_ in found}


def _actions(cases: Sequence[Case]) -> tuple[Action, ...]:
    """Return what was tried, where all who tell of it say that the same came of it; without their notes."""
    tried: dict[str, list[Action]] = defaultdict(list)
    for case in cases:
        for id_, action in latest_actions(case).items():
            tried[id_].append(action)
    return tuple(
        replace(found[0], note="", date=max((each.date for each in found if each.date), default=None))
        for found in tried.values()
        if len({each.outcome for each in found}) == 1
    )


def _what_raised(voices: Sequence[Consultation], knowledge: KnowledgeBase) -> Said:
    """Return the answers that raised an alert for any voice: of two answers the careful one counts."""
    raised: dict[Key, set[str]] = defaultdict(set)
    for voice in voices:
        firings = voice.advice.firings
        grounds = Grounds(firings, by_conclusion(firings))
        for id_ in (id_ for alert in voice.advice.alerts for id_ in alert.firings):
            for fact in grounds.of(voice.advice.firing(id_)):
                if asked := asked_things(knowledge).get(fact[:2]):
                    raised[asked.question.id, asked.part.key].add(fact.value)
    return {key: _first(values, key, knowledge) for key, values in sorted(raised.items())}


def _first(values: set[str], key: Key, knowledge: KnowledgeBase) -> str:
    """Return the answer that comes first of those that may be given."""
    words = next(part.words for part in knowledge.memo(parts_of)[key[0]] if part.key == key[1])
    return min(values, key=lambda value: words.index(value) if value in words else len(words))


def _factors(joint: Advice) -> Iterator[FactorAdvice]:
    """Yield where each factor stands; where voices are apart that is open, not somewhere in the middle."""
    apart = {each.id for each in joint.beside if (each.kind, each.value) == ("apart", "yes")}
    for factor in joint.factors:
        if factor.id in apart:
            factor = replace(factor, stage="unknown", sure=None, placed=None, own_view=False, firings=())
        yield factor


def _alerts(
    joint: Advice, voices: Sequence[Consultation], knowledge: KnowledgeBase
) -> tuple[AlertAdvice, ...]:
    """Return every alert that any voice raises, in the order of the knowledge base."""
    found = {alert.id: replace(alert, firings=()) for voice in voices for alert in voice.advice.alerts}
    found |= {alert.id: alert for alert in joint.alerts}
    return tuple(found[id_] for id_ in sorted(found, key=knowledge.positions.__getitem__))
