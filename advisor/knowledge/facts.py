"""Facts: what is known of a case, each a kind, an id and a value.

Answers give the first facts; firings conclude the others. Unknown answers give none. A finding
that is known not to hold is a fact too (`absent`), with a firing that says why, so that 'no sign
of it' can be followed down to answers like everything else.
"""

from __future__ import annotations

from typing import NamedTuple

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import (
    AnswerIs,
    FindingHolds,
    ItemIs,
    Leaf,
    PatternFits,
    PlacedAt,
    StageIs,
    WasTried,
)
from advisor.knowledge.entries import NOT_APPLICABLE, STAGES
from advisor.knowledge.rules import (
    Cautions,
    ComesFirst,
    Finds,
    NeedsHelp,
    Recommends,
    Rule,
    Signs,
    Speaks,
    Withholds,
)

PRESENT = "present"
ABSENT = "absent"
GIVEN_KINDS = ("answer", "item", "placed", "tried")  # facts that a case gives; all others are concluded
OUTCOMES = ("helped", "no-change", "worse", "too-early")


class Fact(NamedTuple):
    """Something known: for example ('answer', 'contact', 'none') or ('finding', 'no-contact', 'present')."""

    kind: str
    id: str
    value: str


def is_absence(fact: Fact) -> bool:
    """Return whether a fact says that a conclusion is known not to hold."""
    return fact.kind in ("finding", "pattern") and fact.value == ABSENT


def values_of_answers(knowledge: KnowledgeBase) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return which values an answer, item, placing or what was tried may have, by its kind and id."""
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    for question in knowledge.questions.values():
        if question.kind == "choice":
            values["answer", question.id] = (*(option.id for option in question.options), NOT_APPLICABLE)
        for row in question.items:
            values["item", f"{question.id}.{row.id}"] = ("yes", "no", NOT_APPLICABLE)
        for row in question.rows:
            values["placed", row.id] = (*STAGES, NOT_APPLICABLE)
    for id_ in knowledge.ids_of("intervention"):
        values["tried", id_] = OUTCOMES
    return values


class Reads(NamedTuple):
    """What a leaf needs: any fact of `yes` makes it true, any of `no` makes it false.

    `not_applicable` is the fact that takes it out of a share (half or most of those that apply).
    """

    yes: tuple[Fact, ...]
    no: tuple[Fact, ...]
    not_applicable: Fact | None = None


def need_of(leaf: Leaf, knowledge: KnowledgeBase) -> Reads:
    """Return which facts make a leaf true and which make it false."""
    match leaf:
        case AnswerIs():
            scale = tuple(option.id for option in knowledge.questions[leaf.answer].options)
            return _one_of("answer", leaf.answer, scale, _wanted(leaf, scale))
        case ItemIs():
            return _one_of("item", leaf.item, ("yes", "no"), (leaf.is_,))
        case PlacedAt():
            return _one_of("placed", leaf.placed, STAGES, leaf.in_ or _single(leaf.is_))
        case StageIs():
            need = _one_of("stage", leaf.stage, STAGES, leaf.in_ or _single(leaf.is_))
            return need._replace(no=need.no[:-1], not_applicable=None)
        case WasTried():
            need = _one_of("tried", leaf.tried, OUTCOMES, leaf.in_ or _single(leaf.outcome))
            return need._replace(no=need.no[:-1], not_applicable=None)
        case FindingHolds():
            return _concluded("finding", leaf.finding, (PRESENT,))
        case PatternFits():
            fits = ("likely",) if leaf.fit == "likely" else ("likely", "possible")
            return _concluded("pattern", leaf.pattern, fits)


def _one_of(kind: str, id_: str, known: tuple[str, ...], wanted: tuple[str, ...]) -> Reads:
    outside = Fact(kind, id_, NOT_APPLICABLE)
    yes = tuple(Fact(kind, id_, value) for value in known if value in wanted)
    no = tuple(Fact(kind, id_, value) for value in known if value not in wanted)
    return Reads(yes, (*no, outside), outside)


def _concluded(kind: str, id_: str, values: tuple[str, ...]) -> Reads:
    return Reads(tuple(Fact(kind, id_, value) for value in values), (Fact(kind, id_, ABSENT),))


def _single(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _wanted(leaf: AnswerIs, scale: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options that make an answer condition true."""
    if leaf.in_ is not None:
        return leaf.in_
    if leaf.is_ is not None:
        return (leaf.is_,)
    low = scale.index(leaf.at_least) if leaf.at_least else 0
    high = scale.index(leaf.at_most) if leaf.at_most else len(scale) - 1
    return scale[low : high + 1]


def said_by(rule: Rule) -> Fact:
    """Return a rule's conclusion as a fact: its kind, what it is about, and what it says of that."""
    then = rule.then
    match then:
        case Finds():
            return Fact("finding", then.finding, PRESENT)
        case Signs():
            return Fact("sign", then.sign, then.stage)
        case Speaks():
            return Fact("sign", then.pattern, then.speaks)
        case Recommends():
            return Fact("recommend", then.recommend, then.strength)
        case Withholds():
            return Fact("withhold", then.withhold, "not-now")
        case Cautions():
            return Fact("caution", then.caution, "take-care")
        case ComesFirst():
            return Fact("wait", then.before, then.first)
        case NeedsHelp():
            return Fact("needs-help", then.needs_help, then.led_by)
