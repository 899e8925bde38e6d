"""Small knowledge bases in which an interview soon settles much: what leads, what comes first, what is left.

In those of strategies.py a plan hardly ever begins before the last answer, since nothing is asked of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from advisor.cases.case import Action, Case
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, AnswerIs, FindingHolds, ItemIs, PatternFits, WasTried
from advisor.knowledge.entries import (
    Alert,
    Factor,
    Finding,
    Helper,
    Inertia,
    Intervention,
    Lead,
    Pattern,
    Precondition,
    Shift,
    Source,
    Stages,
    Work,
)
from advisor.knowledge.facts import OUTCOMES
from advisor.knowledge.otherwise import SaidOtherwise
from advisor.knowledge.question import Option, Question
from advisor.knowledge.rules import (
    STRENGTHS,
    ComesFirst,
    Finds,
    NeedsHelp,
    Raises,
    Recommends,
    Rule,
    Signs,
    Speaks,
    Withholds,
)
from advisor.knowledge.terms import HEATS, STAGES

_SOURCE = Source(work="work", at="page")
_TEXT: dict[str, Any] = {"title": "Title", "text": "Text.", "source": _SOURCE}
_ASKED = tuple(f"q{number}" for number in range(7))
_OPTIONS = ("a", "b", "c")
_ITEMS = ("i0", "i1", "i2")
_FACTORS = ("factor", "other")
_PATTERNS = ("p0", "p1", "p2")
_FINDINGS = ("f0", "f1", "stuck")
_INTERVENTIONS = ("one", "two", "three", "four")
_OWN = ["shift-1", "shift-2", "leader"]
_ASKED_OF_OTHERS = ["above", "together"]
_KNOWN = 0.85  # of the questions of a case, and of two that are looked at
_WEIGHTS: tuple[Any, ...] = ("plain", "again", "faint", "defining")
_OUTCOMES: tuple[Any, ...] = OUTCOMES
_LEVELS: tuple[Any, ...] = ("required", "helpful", "not-needed")


def settling_knowledge(chance: Random) -> KnowledgeBase:
    """Return a knowledge base of a few plain rules for each thing."""
    rules = {rule.id: rule for rule in _rules(chance)}
    entries: dict[str, dict[str, Any]] = {
        "work": {"work": Work(id="work", title="Work")},
        "question": {question.id: question for question in _questions(chance)},
        "factor": {
            id_: Factor(id=id_, stages=Stages(emerging="", developing="", confident=""), **_TEXT)
            for id_ in _FACTORS
        },
        "pattern": {id_: _pattern(id_, chance) for id_ in _PATTERNS},
        "inertia": {"stuck": Inertia(id="stuck", form="sign", **_TEXT)},
        "finding": {
            id_: Finding(id=id_, tone=chance.choice(["trouble", "strength", "context"]), **_TEXT)
            for id_ in ("f0", "f1")
        },
        "intervention": {id_: _intervention(id_, chance) for id_ in _INTERVENTIONS},
        "shift": {id_: Shift(id=id_, factor="factor", try_this="Try.", **_TEXT) for id_ in _OWN[:2]},
        "precondition": {
            who: Precondition(id=who, factor="other", first_step="Step.", who=who, **_TEXT)
            for who in ("leader", "above", "together")
        },
        "helper": {"helper": Helper(id="helper", ask="Ask.", without="Without.", item="list.i0", **_TEXT)},
        "alert": {f"alert-{id_}": _alert(id_) for id_ in ("q5", "q6")},
        "rule": rules,
    }

    return KnowledgeBase("settling", "1", "0", entries)


def case_of(chance: Random) -> Case:
    """Return a case on such a knowledge base with most of its questions answered."""
    answers: dict[str, Any] = {}
    for id_ in (*_ASKED, "tried"):
        if chance.random() < _KNOWN:
            answers[id_] = chance.choice([*_OPTIONS * 3, "dont-know"]) if id_ != "tried" else "not-applicable"
    answers["list"] = {
        id_: chance.choice(["yes", "no", "dont-know"]) for id_ in _ITEMS if chance.random() < 0.7
    }
    tried = [Action(id=id_, outcome=chance.choice(_OUTCOMES)) for id_ in chance.sample(_INTERVENTIONS, 1)]
    return Case(answers=answers, actions=tuple(tried if chance.random() < 0.3 else ()))


def _alert(question: str) -> Alert:
    return Alert(id=f"alert-{question}", turn_to="Turn.", question=question, **_TEXT)


def _questions(chance: Random) -> Iterator[Question]:
    options = tuple(Option(id=id_, text=id_) for id_ in _OPTIONS)
    for id_ in _ASKED:
        unless = _answer(chance) if id_ == "q4" and chance.random() < 0.5 else None
        core = chance.random() < 0.3
        yield Question(
            id=id_,
            kind="choice",
            prompt="?",
            why="!",
            scale=True,
            options=options,
            core=core,
            asked_unless=unless,
        )
    items = tuple(Option(id=id_, text=id_) for id_ in _ITEMS)
    yield Question(id="list", kind="checklist", prompt="?", why="!", items=items)
    yield Question(id="tried", kind="actions", prompt="?", why="!")


def _pattern(id_: str, chance: Random) -> Pattern:
    heat = chance.choice([None, None, *HEATS])
    tone: Any = chance.choice([None, None, None, "strength"])
    return Pattern(id=id_, calls_for="", makes_worse="", heat=heat, tone=tone, **_TEXT)


def _intervention(id_: str, chance: Random) -> Intervention:
    lead = Lead(standing=chance.choice(_LEVELS), neutrality=chance.choice(_LEVELS), who="somebody")
    return Intervention(
        id=id_, plain="", lead=lead, needs=(), first_step=f"Begin {id_}.", watch_for=(), **_TEXT
    )


def _rules(chance: Random) -> Iterator[Rule]:
    said = [Finds(finding=id_) for id_ in _FINDINGS]
    signs = [Speaks(pattern=id_, speaks="for", key=chance.random() < 0.3) for id_ in _PATTERNS * 2]
    signs += [
        Speaks(pattern=chance.choice(_PATTERNS), speaks=chance.choice(["for", "against"])) for _ in "12"
    ]
    stages = [
        Signs(sign=id_, stage=chance.choice(STAGES), weight=chance.choice(_WEIGHTS)) for id_ in _FACTORS * 3
    ]
    asked = [chance.choice(_ASKED), chance.choice(_ASKED)]
    for number, then in enumerate([*said, *signs, *stages]):
        yield _rule(f"r{number}", _answer(chance, asked), then, chance)
    beside = [chance.choice(_OWN), chance.choice(_ASKED_OF_OTHERS), chance.choice(_OWN + _ASKED_OF_OTHERS)]
    for number, id_ in enumerate([*_INTERVENTIONS[: chance.choice([2, 3, 4, 4])], *beside] * 3):
        if number < 7 or chance.random() < 0.5:
            then = Recommends(recommend=id_, strength=chance.choice(STRENGTHS[:2] * 2 + STRENGTHS))
            yield _rule(f"z{number}", _late(chance), then, chance)
    yield _rule("alert", _answer(chance), Raises(alert=f"alert-{chance.choice(['q5', 'q6'])}"), chance)
    first, second = chance.sample(_INTERVENTIONS, 2)
    for number, late in enumerate(
        [
            Withholds(withhold=chance.choice([*_INTERVENTIONS, *_OWN])),
            ComesFirst(first=first, before=second),
            NeedsHelp(needs_help=second, led_by="helper"),
        ]
    ):
        if chance.random() < 0.5:
            yield _rule(f"y{number}", _answer(chance), late, chance)


def _rule(id_: str, when: Any, then: Any, chance: Random) -> Rule:
    otherwise: tuple[SaidOtherwise, ...] = ()
    if isinstance(then, Recommends) and chance.random() < 0.2:
        otherwise = (SaidOtherwise(when=_answer(chance), because=_because(id_, chance)),)
    because = _because(id_, chance)
    return Rule(
        id=id_,
        title="T",
        when=when,
        then=then,
        because=because,
        basis="judgement",
        source=_SOURCE,
        said_otherwise=otherwise,
    )


def _because(id_: str, chance: Random) -> str:
    """Return a reason that now and then shares a sentence with another."""
    return f"So it is with {id_}." + (f" Thus {chance.randrange(12)}." if chance.random() < 0.5 else "")


def _answer(chance: Random, asked: list[str] | tuple[str, ...] = _ASKED) -> Any:
    """Return a condition on one answer, or on two."""
    one = _leaf(chance, asked)
    return one if chance.random() < _KNOWN else AllOf(all=(one, _leaf(chance, _ASKED)))


def _leaf(chance: Random, asked: list[str] | tuple[str, ...]) -> Any:
    kind = chance.random()
    if kind < 0.1:
        return ItemIs(item=f"list.{chance.choice(_ITEMS)}", is_=chance.choice(["yes", "no"]))
    if kind < 0.15:
        return WasTried(tried=chance.choice(_INTERVENTIONS), outcome=chance.choice(_OUTCOMES))
    return AnswerIs(answer=chance.choice(asked), in_=tuple(chance.sample(_OPTIONS, chance.choice([1, 2, 2]))))


def _late(chance: Random) -> Any:
    """Return a condition on an answer, a situation or something found."""
    kind = chance.random()
    if kind < 0.4:
        return _answer(chance)
    if kind < 0.8:
        return PatternFits(pattern=chance.choice(_PATTERNS), fit=chance.choice(["likely", "possible"]))
    return FindingHolds(finding=chance.choice(_FINDINGS))
