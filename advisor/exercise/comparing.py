"""A learner's choices beside what the rules say, and the one fact that would have helped her most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from advisor.advice.model import Advice
from advisor.exercise.choices import WAIT
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import Compared, Comparison, OneMore, Standing, Turned
from advisor.exercise.nearness import distance
from advisor.exercise.standing import standing
from advisor.exercise.waiting import standing_of_waiting


def compared(exercise: Exercise) -> Comparison:
    """Return what was chosen beside what the rules say when all facts are known."""
    full = exercise.advisor.advise(exercise.scenario.case)
    asked = exercise.advisor.advise(exercise.with_facts(exercise.asked))
    ids = [choice.id for choice in exercise.chosen]
    plan = tuple(step.id for step in full.plan)
    return Comparison(
        alerts=full.alerts,
        chosen=tuple(
            Compared(choice, _standing(choice.id, ids[:place], exercise, full, asked))
            for place, choice in enumerate(exercise.chosen)
        ),
        plan=plan,
        missed=tuple(standing(id_, full) for id_ in plan if id_ not in ids),
        beside=sum(item.id not in (*plan, *ids) for item in full.recommendations()),
        nothing_first=full.nothing_first,
        turned=tuple(_turned(ids, full)),
        with_asked=begun(asked),
        is_enough=[step.id for step in asked.plan] == [*plan],
        one_more=one_more(exercise, asked, full),
    )


def begun(advice: Advice) -> tuple[str, ...]:
    """Return what an advice begins with."""
    return tuple(step.id for step in advice.plan if step.when == "first")


def _standing(id_: str, earlier: Sequence[str], exercise: Exercise, full: Advice, asked: Advice) -> Standing:
    if id_ != WAIT:
        return standing(id_, full, earlier)
    expect, knowledge = exercise.scenario.expect, exercise.advisor.knowledge
    return standing_of_waiting(full, begun(asked), expect, knowledge)


def _turned(ids: Sequence[str], advice: Advice) -> Iterator[Turned]:
    """Yield neighbours among the choices that the rules put the other way round."""
    order = [step.id for step in advice.plan]
    order += [item.id for item in advice.interventions if item.id not in order]
    for first, then in pairwise(id_ for id_ in ids if id_ in order):
        if order.index(first) > order.index(then):
            yield Turned(then, first, _waits_for(first, then, advice))


def _waits_for(id_: str, other: str, advice: Advice) -> str:
    """Return why one thing has to wait for another; nothing if it need not."""
    return next(
        (
            firing.because
            for firing in advice.firings
            if firing.concludes.kind == "wait"
            and firing.concludes.id == id_
            and firing.concludes.value == other
        ),
        "",
    )


def one_more(exercise: Exercise, asked: Advice, full: Advice) -> OneMore | None:
    """Return the fact not asked for that brings the advice nearest to the full one; None if none does.

    `asked` is the advice on the facts that were asked for. Of several that bring it as near, it is the first.
    """
    unasked = (
        question.id
        for question in exercise.questions
        if question.id not in exercise.asked and exercise.is_known(question.id)
    )
    best, nearest = distance(asked, full), None
    for id_ in unasked:
        advice = exercise.advisor.advise(exercise.with_facts([*exercise.asked, id_]))
        far = distance(advice, full)
        if far < best:
            best, nearest = far, _one_more(id_, advice, asked, full)
    return nearest


def _one_more(question: str, advice: Advice, asked: Advice, full: Advice) -> OneMore:
    plan, before, all_ = ([step.id for step in each.plan] for each in (advice, asked, full))
    return OneMore(
        question,
        begun(advice),
        tuple(id_ for id_ in plan if id_ in all_ and id_ not in before),
        tuple(id_ for id_ in before if id_ not in all_ and id_ not in plan),
    )
