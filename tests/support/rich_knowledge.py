"""Hypothesis strategies: knowledge bases with all that an advice looks at, and cases with odd texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import AllOf, AnswerIs, ItemIs, PatternFits, WasTried
from advisor.knowledge.entries import (
    Borderland,
    Helper,
    Intervention,
    Lead,
    LookAlike,
    Pattern,
    Precondition,
    Process,
    Reminder,
    Shift,
    Source,
    Technique,
    Tool,
)
from advisor.knowledge.otherwise import SaidOtherwise
from advisor.knowledge.overlay import Altered, Overlay
from advisor.knowledge.question import Option, Question
from advisor.knowledge.rules import (
    STRENGTHS,
    Cautions,
    ComesFirst,
    NeedsHelp,
    Recommends,
    Rule,
    Signs,
    Speaks,
    Withholds,
)
from advisor.knowledge.terms import HEATS, STAGES
from tests.support.strategies import cases, conditions, small_knowledge

_SOURCE = Source(work="work", at="page")
_LEVELS = st.sampled_from(["required", "helpful", "not-needed"])
_PATTERNS = ("pattern", "p-1", "7")  # an id that looks like a number has no place of its own in an object
_INTERVENTIONS = ("one", "two", "three", "four")
_TECHNIQUES = ("way-2", "way-1", "3")
_ASKED = ("12", "9", "core")
_OTHERS = {
    "shift": ("shift-2", "shift-1"),
    "precondition": ("pre-above", "pre-leader", "pre-together"),
    "tool": ("alone", "group", "tool"),
    "process": ("process",),
    "reminder": ("reminder",),
    "borderland": ("joined",),
}
_ADVISED = (*_INTERVENTIONS, *_TECHNIQUES, *(id_ for ids in _OTHERS.values() for id_ in ids))
_TEXTS = st.sampled_from(
    [
        "Go and see.",
        "Ask first. Then wait.",
        "Then wait. Go and see.",
        "Is it so?\u00a0Ask first.",
        "Ask first!\ufeffThen wait.",
        "No one {title} \U0001f600 'so'.",
        "Then\u2028wait. \u2029Go and see.",
    ]
)
_SELDOM = st.one_of(st.none(), st.none(), _TEXTS)
_NOTES = ["", "  ", "\u00a0", "\ufeff", 'So. "No" \\ \U0001f600', "Two\nlines"]


@st.composite
def rich_knowledge(draw: Any) -> KnowledgeBase:
    """Draw a knowledge base with heat, helpers, techniques, waits, core questions, texts of many kinds."""
    small = draw(small_knowledge())
    entries = {kind: {each.id: each for each in small.of_kind(kind)} for kind in (*small.kinds.names, "work")}
    entries["pattern"] = {id_: draw(_pattern(id_)) for id_ in _PATTERNS}
    entries["helper"] |= {id_: draw(_helper(id_)) for id_ in ("helper", "2")}
    entries["intervention"] = {id_: draw(_intervention(id_)) for id_ in _INTERVENTIONS}
    entries["technique"] = {id_: draw(_technique(id_)) for id_ in _TECHNIQUES}
    for kind, ids in _OTHERS.items():
        entries[kind] = {id_: draw(_other(kind, id_)) for id_ in ids}
    for question in _more_questions(draw):
        entries["question"][question.id] = question
    found = {rule.id: rule for rule in draw(_more_rules())}
    entries["rule"] = dict(draw(st.permutations([*(entries["rule"] | found).items()])))
    knowledge = KnowledgeBase("rich", "1", "0", entries)
    knowledge.overlay = draw(_overlays())
    return knowledge


def _text(draw: Any, id_: str) -> dict[str, Any]:
    said = {"when": draw(conditions(findings=5, weighed=True)), "text": draw(_TEXTS)}
    otherwise = [SaidOtherwise(**said)] if draw(st.integers(0, 3)) == 0 else []
    title = f"Title of {id_}"
    return {
        "id": id_,
        "title": title,
        "text": draw(_TEXTS),
        "source": _SOURCE,
        "said_otherwise": tuple(otherwise),
    }


@st.composite
def _pattern(draw: Any, id_: str) -> Pattern:
    others = draw(st.lists(st.sampled_from(_PATTERNS), max_size=2))
    return Pattern(
        **_text(draw, id_),
        question=draw(_SELDOM),
        tone=draw(st.sampled_from([None, None, "strength"])),
        heat=draw(st.sampled_from([None, None, *HEATS])),
        calls_for=draw(_TEXTS),
        makes_worse=draw(_TEXTS),
        look_alikes=tuple(
            LookAlike(pattern=other, question=draw(st.sampled_from(_ASKED)), tells=draw(_TEXTS))
            for other in others
        ),
    )


@st.composite
def _helper(draw: Any, id_: str) -> Helper:
    item = draw(st.sampled_from([None, "12.1", "list.i0"]))
    return Helper(**_text(draw, id_), ask=draw(_TEXTS), without=draw(_TEXTS), item=item)


@st.composite
def _intervention(draw: Any, id_: str) -> Intervention:
    lead = Lead(standing=draw(_LEVELS), neutrality=draw(_LEVELS), who="somebody")
    more: dict[str, Any] = {"plain": "", "lead": lead, "needs": (), "watch_for": ()}
    return Intervention(**_text(draw, id_), **more, first_step=draw(_TEXTS), short=draw(_SELDOM))


@st.composite
def _technique(draw: Any, id_: str) -> Technique:
    serves = draw(st.lists(st.sampled_from(_INTERVENTIONS), min_size=1, max_size=3, unique=True))
    return Technique(**_text(draw, id_), interventions=tuple(serves), how=draw(_TEXTS), short=draw(_SELDOM))


@st.composite
def _other(draw: Any, kind: str, id_: str) -> Any:
    told = _text(draw, id_)
    if kind == "shift":
        return Shift(**told, factor="factor", try_this=draw(_TEXTS), short=draw(_SELDOM))
    if kind == "precondition":
        who = draw(st.sampled_from(["leader", "together", "above"]))
        return Precondition(**told, factor="other", first_step=draw(_TEXTS), who=who)
    if kind == "tool":
        use = draw(st.sampled_from(["alone", "group", "either"]))
        return Tool(**told, form="exercise", use=use, minutes=5, steps=())
    if kind == "process":
        return Process(**told, in_practice=draw(_TEXTS))
    if kind == "reminder":
        return Reminder(**told, so_what=draw(_TEXTS))
    return Borderland(**told, joins=("process", "process"))


def _more_questions(draw: Any) -> list[Question]:
    unless = st.one_of(st.none(), conditions(findings=0))
    items = tuple(Option(id=id_, text=draw(_TEXTS)) for id_ in ("2", "10", "1", "a", "0", "b"))
    options = tuple(Option(id=id_, text=draw(_TEXTS)) for id_ in ("3", "1", "2", "x"))
    lists = {"12": {"kind": "checklist", "items": items}}
    choices = {
        id_: {"kind": "choice", "options": options, "scale": draw(st.booleans())} for id_ in ("9", "core")
    }
    return [
        Question(
            id=id_,
            prompt=draw(_TEXTS),
            why=draw(_TEXTS),
            core=draw(st.booleans()),
            asked_unless=draw(unless),
            **kind,
        )
        for id_, kind in (lists | choices).items()
    ]


@st.composite
def _more_rules(draw: Any) -> list[Rule]:
    """Draw rules of every effect; their conditions come from a few, alone and together: some outdo others."""
    plain = st.one_of(conditions(findings=3), _about_more())
    parts = draw(st.lists(plain, min_size=4, max_size=4))
    late = [*parts, *draw(st.lists(st.one_of(conditions(findings=5, weighed=True), _about_more(), _late())))]
    rules = [
        draw(_rule(f"{number}", parts, _signs())) for number in (5, 4, 10)
    ]  # their ids are keys of what she said
    rules += [draw(_rule(f"sign-{number}", parts, _signs())) for number in range(4)]
    rules += [draw(_rule(f"for-{number}", late, _recommends())) for number in range(24)]
    rules += [draw(_rule(f"more-{number}", late, _about_advised())) for number in range(8)]
    return rules


@st.composite
def _rule(draw: Any, id_: str, parts: Sequence[Any], thens: st.SearchStrategy[Any]) -> Rule:
    chosen = draw(st.lists(st.sampled_from(parts), min_size=1, max_size=3))
    then = draw(thens)
    texts = {name: draw(_SELDOM) for name in ("short", "first_step")} if isinstance(then, Recommends) else {}
    otherwise: tuple[SaidOtherwise, ...] = ()
    if draw(st.integers(0, 4)) == 0:
        when = draw(conditions(findings=5, weighed=True))
        otherwise = (SaidOtherwise(when=when, because=draw(_TEXTS), **texts),)
    return Rule(
        id=id_,
        title="T",
        when=chosen[0] if len(chosen) == 1 else AllOf(all=tuple(chosen)),
        then=then,
        because=draw(_TEXTS),
        basis="judgement",
        source=_SOURCE,
        said_otherwise=otherwise,
        **texts,
    )


def _signs() -> st.SearchStrategy[Any]:
    pattern, factor = st.sampled_from(_PATTERNS), st.sampled_from(["factor", "other"])
    return st.one_of(
        st.builds(Speaks, pattern=pattern, speaks=st.just("for"), key=st.booleans()),
        st.builds(Speaks, pattern=pattern, speaks=st.sampled_from(["for", "against"])),
        st.builds(Signs, sign=factor, stage=st.sampled_from(STAGES)),
    )


def _recommends() -> st.SearchStrategy[Any]:
    return st.builds(Recommends, recommend=st.sampled_from(_ADVISED), strength=st.sampled_from(STRENGTHS))


def _about_advised() -> st.SearchStrategy[Any]:
    ids, helpers = st.sampled_from(_INTERVENTIONS), st.sampled_from(["helper", "2"])
    return st.one_of(
        st.builds(Withholds, withhold=st.sampled_from(_ADVISED)),
        st.builds(Cautions, caution=st.sampled_from(_ADVISED)),
        st.builds(ComesFirst, first=ids, before=ids),
        st.builds(NeedsHelp, needs_help=ids, led_by=helpers),
    )


def _about_more() -> st.SearchStrategy[Any]:
    option = st.sampled_from(["3", "1", "2", "x"])
    items = st.sampled_from(["12.2", "12.10", "12.1", "12.a"])
    return st.one_of(
        st.builds(ItemIs, item=items, is_=st.sampled_from(["yes", "no"])),
        st.builds(
            AnswerIs, answer=st.sampled_from(["9", "core"]), in_=st.lists(option, min_size=1).map(tuple)
        ),
        st.builds(WasTried, tried=st.sampled_from(_INTERVENTIONS), outcome=st.just("helped")),
    )


def _late() -> st.SearchStrategy[Any]:
    fit = st.sampled_from(["likely", "possible"])
    return st.builds(PatternFits, pattern=st.sampled_from(_PATTERNS), fit=fit)


def _overlays() -> st.SearchStrategy[Overlay | None]:
    altered = st.lists(st.builds(Altered, id=st.sampled_from(_ADVISED), reason=_TEXTS), max_size=2).map(tuple)
    added = st.lists(st.sampled_from(_ADVISED), max_size=2).map(tuple)
    names = {"name": st.just("below"), "version": st.just("2")}
    return st.one_of(
        st.none(), st.builds(Overlay, **names, added=added, changed=altered, switched_off=altered)
    )


@st.composite
def noted_cases(draw: Any, knowledge: KnowledgeBase) -> Case:
    """Draw a case in which odd words stand beside questions, in another order than that of the questions."""
    case: Case = draw(cases(knowledge))
    ids = draw(st.lists(st.sampled_from([*knowledge.questions]), unique=True, max_size=3))
    notes = {id_: draw(st.sampled_from(_NOTES)) for id_ in ids}
    answers = dict(draw(st.permutations([*case.answers.items()])))
    return replace(
        case, partnership=draw(st.sampled_from(["", "A \u00e9\U0001f600"])), answers=answers, notes=notes
    )
