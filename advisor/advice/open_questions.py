"""What to ask next: the questions whose answers would help most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advisor._language import N_, _
from advisor.advice.model import PatternAdvice, ToAsk
from advisor.advice.senseless import senseless
from advisor.cases.case import Case
from advisor.cases.questions import is_open, may_be_in_own_words, parts_not_asked
from advisor.inference.compile import compiled
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import leaves
from advisor.knowledge.facts import Fact
from advisor.knowledge.question_kinds.base import Part
from advisor.knowledge.questions import asking_for_alerts, parts_of, questions_behind

MOST_NAMED = 4
SOME_NAMED = 2  # of more than that: a reader then looks at the whole list
WHO_COULD_TELL = N_("You said you do not know. Who could tell you?")
IN_YOUR_WORDS = N_(
    "You left this open and noted something. Does an answer come near, or could somebody tell you?"
)


def to_ask(
    case: Case, given: Iterable[Fact], patterns: Sequence[PatternAdvice], knowledge: KnowledgeBase
) -> tuple[ToAsk, ...]:
    """Return the open questions, most useful first; `given` are the facts that the case gives.

    First comes what asks for an alert, also where the leader said she does not know; then what tells two
    patterns apart, the core questions, what could confirm a pattern that is only possible; last, what she
    does not know. A list that was answered in part is open for the rest. At the very end stands what she may
    have answered in her own words. What makes no sense in this case is left out.
    """
    before_all = knowledge.once(asking_for_alerts)
    left_out = senseless(given, knowledge)
    wanted: dict[str, str] = {}
    unsure: dict[str, str] = {}
    in_words: dict[str, str] = {}
    for question, because in (
        *_telling_apart(patterns, knowledge),
        *((question.id, question.why) for question in knowledge.questions.values() if question.core),
        *_confirming(patterns, knowledge),
    ):
        if question in left_out or question in wanted:
            continue
        if left := parts_not_asked(question, case, knowledge):
            wanted[question] = because + _still_open(question, left, knowledge)
        elif not is_open(question, case, knowledge):
            continue
        elif may_be_in_own_words(question, case, knowledge):
            in_words[question] = _(IN_YOUR_WORDS)
        else:
            unsure[question] = _(WHO_COULD_TELL)
    found = wanted | unsure | in_words
    return tuple(ToAsk(id_, found[id_]) for id_ in sorted(found, key=lambda id_: id_ not in before_all))


def _still_open(question: str, left: Sequence[Part], knowledge: KnowledgeBase) -> str:
    """Return which parts of a list are `left` where it was answered in part, for whoever sees it again."""
    if len(left) == len(knowledge.memo(parts_of)[question]):
        return ""
    texts = [part.text for part in left]
    if len(texts) > MOST_NAMED:
        texts = [*texts[:SOME_NAMED], _("and {more} more").format(more=len(texts) - SOME_NAMED)]
    return _(" Still open: {parts}.").format(parts="; ".join(texts))


def _telling_apart(patterns: Sequence[PatternAdvice], knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    named = {pattern.id for pattern in patterns}
    for pattern in patterns:
        for other in knowledge.entry(pattern.id).look_alikes:
            if other.pattern in named:
                yield other.question, other.tells


def _confirming(patterns: Sequence[PatternAdvice], knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        if pattern.fit == "possible":
            because = _("It would show whether this fits: {title}.").format(
                title=knowledge.entry(pattern.id).title
            )
            for question in knowledge.memo(_questions_behind)[pattern.id]:
                yield question, because


def _questions_behind(knowledge: KnowledgeBase, pattern: str) -> tuple[str, ...]:
    """Return the questions that a pattern rests on, each once."""
    return tuple(dict.fromkeys(_below(f"pattern:{pattern}", knowledge)))


def _below(thing: str, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield the questions that a conclusion rests on, directly or through findings."""
    concluding = compiled(knowledge).concluding
    waiting, seen = [thing], {thing}
    while waiting:
        for id_ in concluding.get(waiting.pop(0), ()):
            for leaf in leaves(knowledge.entry(id_).when):
                if leaf.kind != "tried":  # what was tried is asked once, whatever it could still show
                    yield from questions_behind(leaf, knowledge)
                below = ":".join(leaf.thing)
                if leaf.kind == "finding" and below not in seen:
                    seen.add(below)
                    waiting.append(below)
