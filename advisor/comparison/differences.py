"""Where voices are apart, which answers make the difference, what is alike, and what is worth telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advisor.comparison.model import Answers, FactorSeen, SaidBy
from advisor.comparison.seen import Seen
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Thing
from advisor.knowledge.phrases import asked_of, value_of
from advisor.knowledge.question import NOT_APPLICABLE
from advisor.knowledge.questions import Asked, asked_things
from advisor.knowledge.terms import STAGES

WHOLE = 1.0  # of two answers that say the opposite
NO_SCALE = 0.5  # of two answers of which none is the better


def stages_apart(stages: Iterable[str]) -> int | None:
    """Return how many stages lie between the farthest; None where fewer than two are known."""
    places = [STAGES.index(stage) for stage in STAGES for each in stages if each == stage]
    return max(places) - min(places) if len(places) > 1 else None


def factors_seen(seen: Sequence[Seen], names: Iterable[tuple[str, str, str]]) -> tuple[FactorSeen, ...]:
    """Return where each voice stands on each factor; `names` are ids with plain names and titles."""
    found = []
    for id_, name, title in names:
        stages = tuple(each.stages[id_] for each in seen)
        sure = tuple(each.sure[id_] for each in seen)
        found.append(FactorSeen(id_, name, title, stages, sure, stages_apart(stages)))
    return tuple(found)


def answers_apart(factor: str, seen: Sequence[Seen], knowledge: KnowledgeBase) -> tuple[Answers, ...]:
    """Return which of the answers that a factor's stages rest on differ.

    Those that differ most come first, and of these what is easiest to look at together.
    """
    things = frozenset[Thing]().union(*(each.rests_on[factor] for each in seen))
    found = []
    for thing in things:
        values = _values(thing, seen)
        if len(values) > 1:
            asked = asked_things(knowledge)[thing]
            order = (-_gap(values, asked), _effort(asked, knowledge), *_place(thing, knowledge))
            found.append((order, thing))
    return tuple(_answers(thing, seen, knowledge) for _order, thing in sorted(found))


def agreed_well(seen: Sequence[Seen], knowledge: KnowledgeBase) -> tuple[Answers, ...]:
    """Return the good answers that all gave alike: something is tight, at its best, or in place."""
    things = frozenset.intersection(*(frozenset(each.said) for each in seen))
    alike = (thing for thing in _in_order(things, knowledge) if len({each.said[thing] for each in seen}) == 1)
    good = (thing for thing in alike if _is_good(thing, seen, asked_things(knowledge)[thing], knowledge))
    return tuple(_answers(thing, seen, knowledge) for thing in good)


def _is_good(thing: Thing, seen: Sequence[Seen], asked: Asked, knowledge: KnowledgeBase) -> bool:
    """Return whether what all said is a good thing, as a sign, on its scale, or as something in place."""
    value = seen[0].said[thing]
    if asked.part.key:
        return value == "yes" and knowledge.has(asked.part.key, ["precondition"])
    return any(thing in each.well for each in seen) or (
        asked.question.scale and value == asked.part.words[-1]
    )


def worth_telling(seen: Sequence[Seen], knowledge: KnowledgeBase) -> tuple[Answers, ...]:
    """Return what one voice does not know and another has said."""
    unknown = frozenset[Thing]().union(*(each.not_known for each in seen))
    told = [thing for thing in _in_order(unknown, knowledge) if _values(thing, seen)]
    return tuple(_answers(thing, seen, knowledge) for thing in told)


def _values(thing: Thing, seen: Sequence[Seen]) -> set[str]:
    """Return what was said of a thing; that it does not apply is no answer that another could differ from."""
    return {each.said[thing] for each in seen if thing in each.said} - {NOT_APPLICABLE}


def _answers(thing: Thing, seen: Sequence[Seen], knowledge: KnowledgeBase) -> Answers:
    by: dict[str, list[int]] = {}
    for place, each in enumerate(seen):
        value = each.said.get(thing, NOT_APPLICABLE)
        if value != NOT_APPLICABLE:
            by.setdefault(value, []).append(place)
    said = (SaidBy(tuple(who), value, value_of(*thing, value, knowledge)) for value, who in by.items())
    not_known = (place for place, each in enumerate(seen) if thing in each.not_known)
    asked = asked_things(knowledge)[thing]
    id_ = f"{asked.question.id}.{asked.part.key}" if asked.part.key else asked.question.id
    return Answers(id_, asked_of(*thing, knowledge), tuple(said), tuple(not_known))


def _gap(values: Iterable[str], asked: Asked) -> float:
    """Return how far answers lie apart: 0 for the same, 1 for the ends of a scale and for yes and no."""
    words = asked.part.words
    if asked.part.key:
        return WHOLE
    if not asked.question.scale:
        return NO_SCALE
    places = [words.index(value) for value in values if value in words]
    return (max(places) - min(places)) / (len(words) - 1)


def _effort(asked: Asked, knowledge: KnowledgeBase) -> int:
    """Return how hard it is to look at something together: what is in place or not is the easiest."""
    if asked.part.key:
        return 0 if knowledge.has(asked.part.key, ["precondition"]) else 1
    return 2


def _in_order(things: Iterable[Thing], knowledge: KnowledgeBase) -> Iterator[Thing]:
    yield from sorted(things, key=lambda thing: _place(thing, knowledge))


def _place(thing: Thing, knowledge: KnowledgeBase) -> tuple[int, Thing]:
    """Return the place in the questionnaire."""
    question = asked_things(knowledge)[thing].question.id
    return knowledge.positions[question], thing
