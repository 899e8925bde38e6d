"""Hypothesis strategies: cases over a knowledge base, and small knowledge bases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from hypothesis import strategies as st

from advisor.cases.case import Action, Case, Partner
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    FindingHolds,
    HasMoved,
    IsObserved,
    ItemIs,
    NoneOf,
    PatternFits,
    PlacedAt,
    SectorIs,
    StageIs,
    VoicesApart,
    WasTried,
)
from advisor.knowledge.entries import (
    Alert,
    Factor,
    Finding,
    Helper,
    Intervention,
    Lead,
    Pattern,
    Source,
    Stages,
    Tool,
    Work,
)
from advisor.knowledge.facts import MOVES, OUTCOMES, Fact
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
from advisor.knowledge.terms import STAGES, SURE

_SECTORS = ("health", "NHS", "school", "social care", "a word of hers", "")
EMPTY = ("dont-know", "not-applicable")


@st.composite
def cases(draw: Any, knowledge: KnowledgeBase) -> Case:
    """Draw a case: every question answered, in part perhaps, left open, unknown or not applicable."""
    answers: dict[str, Any] = {}
    for question in knowledge.questions.values():
        if draw(st.integers(0, 3)) == 0:
            continue
        answers[question.id] = draw(
            st.sampled_from(EMPTY) if question.kind == "actions" else _answer(question)
        )
    ids = knowledge.ids_of("intervention")
    actions = st.builds(
        Action,
        id=st.sampled_from(ids),
        outcome=st.sampled_from(["helped", "no-change", "worse", "too-early"]),
    )
    partners = st.builds(Partner, name=st.just("A team"), sector=st.sampled_from(_SECTORS))
    return Case(
        answers=answers,
        actions=tuple(draw(st.lists(actions, max_size=2))) if ids else (),
        partners=tuple(draw(st.lists(partners, max_size=3))),
    )


def beside(knowledge: KnowledgeBase) -> st.SearchStrategy[list[Fact]]:
    """Draw facts that are given beside a case: what is apart, has moved or was observed, or nothing of it."""
    factors = knowledge.ids_of("factor")
    given = {("apart", id_): ("yes", "no") for id_ in factors} | {("moved", id_): MOVES for id_ in factors}
    given["observed", "tried-lately"] = ("yes", "no")
    drawn = st.fixed_dictionaries({}, optional={key: st.sampled_from(each) for key, each in given.items()})
    return drawn.map(lambda found: [Fact(*key, value) for key, value in found.items()])


@st.composite
def cases_and_parts(draw: Any, knowledge: KnowledgeBase) -> tuple[Case, Case]:
    """Draw a case, and the same with some of its answers not asked yet."""
    full = draw(cases(knowledge))
    kept = draw(st.sets(st.sampled_from(sorted(full.answers)))) if full.answers else set()
    answers = {id_: answer for id_, answer in full.answers.items() if id_ in kept}
    return full, Case(answers=answers, partners=full.partners)


def answers_to(question: Question, knowledge: KnowledgeBase) -> st.SearchStrategy[Any]:
    """Draw an answer as an interview takes it: of what was tried, a mapping to outcomes."""
    if question.kind != "actions":
        return _answer(question)
    tried = {id_: st.sampled_from(OUTCOMES) for id_ in knowledge.ids_of("intervention")}
    return st.one_of(st.sampled_from(EMPTY), st.fixed_dictionaries({}, optional=tried))


def _answer(question: Question) -> st.SearchStrategy[Any]:
    if question.kind == "choice":
        return st.sampled_from([*(option.id for option in question.options), *EMPTY])
    values = ["yes", "no", *EMPTY] if question.kind == "checklist" else [*STAGES, *EMPTY]
    rows = question.items or question.rows
    lines = st.fixed_dictionaries({}, optional={row.id: st.sampled_from(values) for row in rows})
    return st.one_of(lines, st.sampled_from(EMPTY))


_SOURCE = Source(work="work", at="page")
_TEXT: dict[str, Any] = {"title": "Title", "text": "Text.", "source": _SOURCE}
_CHOICES = ("a", "b", "c")
_FACTORS = ("factor", "other")
_FINDINGS = 5
_INTERVENTIONS = ("one", "two", "three", "four")


@st.composite
def small_knowledge(draw: Any) -> KnowledgeBase:
    """Draw a small knowledge base of several strata, with every kind of condition."""
    factors = st.sampled_from([None, *_FACTORS])
    findings = [_finding(number, draw(factors)) for number in range(_FINDINGS)]
    rules = draw(st.permutations(draw(_rules())))
    return small_base(rules, findings)


def small_base(rules: Sequence[Rule], findings: Sequence[Finding] = ()) -> KnowledgeBase:
    """Return a small knowledge base with these rules; without findings, some without a factor."""
    entries: dict[str, dict[str, Any]] = {
        "work": {"work": Work(id="work", title="Work")},
        "question": {question.id: question for question in _questions()},
        "finding": {finding.id: finding for finding in findings or map(_finding, range(_FINDINGS))},
        "factor": {
            factor: Factor(id=factor, stages=Stages(emerging="", developing="", confident=""), **_TEXT)
            for factor in _FACTORS
        },
        "intervention": {id_: _intervention(id_) for id_ in _INTERVENTIONS},
        "helper": {"helper": Helper(id="helper", ask="", without="", **_TEXT)},
        "pattern": {"pattern": Pattern(id="pattern", calls_for="", makes_worse="", **_TEXT)},
        "tool": {"tool": Tool(id="tool", form="exercise", use="group", minutes=5, steps=(), **_TEXT)},
        "alert": {"alert": Alert(id="alert", turn_to="Turn.", question="q0", **_TEXT)},
        "rule": {rule.id: rule for rule in rules},
    }
    return KnowledgeBase("small", "1", "0", entries)


def _finding(number: int, factor: str | None = None) -> Finding:
    return Finding(id=f"f{number}", tone="trouble", factor=factor, **_TEXT)


def _questions() -> list[Question]:
    questions = [
        Question(
            id=f"q{number}",
            kind="choice",
            prompt="?",
            why="!",
            scale=True,
            options=tuple(Option(id=option, text=option) for option in _CHOICES),
        )
        for number in range(3)
    ]
    items = tuple(Option(id=f"i{number}", text="item") for number in range(4))
    questions.append(Question(id="list", kind="checklist", prompt="?", why="!", items=items))
    rows = tuple(Option(id=factor, text=factor) for factor in _FACTORS)
    questions.append(Question(id="placing", kind="placing", prompt="?", why="!", rows=rows))
    questions.append(Question(id="tried", kind="actions", prompt="?", why="!"))
    return questions


@st.composite
def _rules(draw: Any) -> list[Rule]:
    """Draw rules of every effect, at least one of them for the pattern."""
    rules = []
    for number in range(_FINDINGS):
        for copy in range(draw(st.integers(1, 2))):
            when = draw(conditions(findings=number))
            rules.append(rule_of(f"r{number}-{copy}", when, Finds(finding=f"f{number}")))
    for number in range(6):
        when = draw(conditions(findings=3))
        stage = draw(st.sampled_from(STAGES))
        factor = draw(st.sampled_from(_FACTORS))
        weight = draw(st.sampled_from(["plain", "plain", "again", "faint", "defining"]))
        rules.append(rule_of(f"s{number}", when, Signs(sign=factor, stage=stage, weight=weight)))
    for number in range(3):
        when = draw(conditions(findings=3))
        speaks = draw(st.sampled_from(["for", "for", "against"]))
        key = speaks == "for" and draw(st.booleans())
        rules.append(rule_of(f"p{number}", when, Speaks(pattern="pattern", speaks=speaks, key=key)))
    if not any(isinstance(rule.then, Speaks) and rule.then.speaks == "for" for rule in rules):
        rules.append(rule_of("p9", AnswerIs(answer="q0", is_="a"), Speaks(pattern="pattern", speaks="for")))
    for number in range(3):
        when = draw(conditions(findings=5, weighed=True))
        rule = rule_of(f"z{number}", when, Recommends(recommend="tool", strength="strong"))
        rules.append(replace(rule, said_otherwise=draw(_texts())))
    for number in range(2):
        rules.append(rule_of(f"a{number}", draw(conditions(findings=5, weighed=True)), Raises(alert="alert")))
    rules += [rule_of(f"i{number}", *draw(_about_interventions())) for number in range(8)]
    return rules


@cache
def _texts() -> st.SearchStrategy[Any]:
    """Draw what a rule says otherwise."""
    when = conditions(findings=5, weighed=True)
    said = st.builds(
        SaidOtherwise, when=when, title=st.just("T2"), because=st.sampled_from(["B2", "B3", None])
    )
    return st.lists(said, max_size=3).map(tuple)


def rule_of(id_: str, when: Any, then: Any) -> Rule:
    return Rule(id=id_, title="T", when=when, then=then, because="B", basis="judgement", source=_SOURCE)


def _intervention(id_: str) -> Intervention:
    lead = Lead(standing="helpful", neutrality="helpful", who="somebody")
    return Intervention(id=id_, plain="", lead=lead, needs=(), first_step="", watch_for=(), **_TEXT)


@cache
def _about_interventions() -> st.SearchStrategy[Any]:
    """Draw a condition and what it says of an intervention: for it, against it, when or by whom."""
    ids = st.sampled_from(_INTERVENTIONS)
    says = st.one_of(
        *[st.builds(Recommends, recommend=ids, strength=st.sampled_from(STRENGTHS))] * 3,
        st.builds(Withholds, withhold=ids),
        st.builds(ComesFirst, first=ids, before=ids),
        st.builds(NeedsHelp, needs_help=ids, led_by=st.just("helper")),
    )
    return st.tuples(conditions(findings=5, weighed=True), says)


@cache  # making a strategy anew for each rule would take most of a test's time
class About(NamedTuple):
    """What conditions of a small knowledge base are about; the fewer, the fewer cases they tell apart."""

    questions: tuple[str, ...] = ("q0", "q1", "q2")
    items: tuple[str, ...] = ("list.i0", "list.i1", "list.i2", "list.i3")
    factors: tuple[str, ...] = _FACTORS
    sectors: tuple[str, ...] = ("health", "education", "housing")
    tried: tuple[str, ...] = _INTERVENTIONS
    beside: tuple[str, ...] = _FACTORS


EVERYTHING = About()


@cache
def conditions(findings: int, weighed: bool = False, about: About = EVERYTHING) -> st.SearchStrategy[Any]:
    """Draw a condition over the answers and the first so many findings, at most three levels deep."""
    leaves = [*_answers_looked_at(about)]
    if findings:
        leaves.append(st.integers(0, findings - 1).map(lambda n: FindingHolds(finding=f"f{n}")))
    if weighed:
        sure = st.sampled_from([None, *SURE])
        stage = st.sampled_from(STAGES)
        leaves.append(st.builds(StageIs, stage=st.sampled_from(_FACTORS), is_=stage, sure=sure))
        leaves.append(
            st.builds(PatternFits, pattern=st.just("pattern"), fit=st.sampled_from(["likely", "possible"]))
        )
    leaf = st.one_of(leaves)
    group = _groups(leaf, about)
    return st.one_of(leaf, group, _groups(st.one_of(leaf, leaf, group), about))


def _answers_looked_at(about: About) -> Iterator[st.SearchStrategy[Any]]:
    question, option = st.sampled_from(about.questions), st.sampled_from(_CHOICES)
    yield st.builds(AnswerIs, answer=question, is_=option)
    yield st.builds(AnswerIs, answer=question, in_=st.lists(option, min_size=1).map(tuple))
    yield st.builds(AnswerIs, answer=question, at_least=option)
    yield st.builds(AnswerIs, answer=question, at_most=option)
    yield _item(about)
    if about.factors:
        yield st.builds(PlacedAt, placed=st.sampled_from(about.factors), is_=st.sampled_from(STAGES))
    if about.sectors:
        yield st.builds(SectorIs, sector=st.sampled_from(about.sectors))
    if about.beside:
        factor = st.sampled_from(about.beside)
        yield st.builds(VoicesApart, apart=factor)
        yield st.builds(HasMoved, moved=factor, in_=st.lists(st.sampled_from(MOVES), min_size=1).map(tuple))
        yield st.builds(IsObserved, observed=st.just("tried-lately"))
    if about.tried:
        yield st.builds(WasTried, tried=st.sampled_from(about.tried), outcome=st.sampled_from(OUTCOMES))


def _item(about: About) -> st.SearchStrategy[ItemIs]:
    return st.builds(ItemIs, item=st.sampled_from(about.items), is_=st.sampled_from(["yes", "no"]))


def _groups(inner: st.SearchStrategy[Any], about: About) -> st.SearchStrategy[Any]:
    members = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AllOf, all=members),
        st.builds(AnyOf, any=members),
        st.builds(NoneOf, none=members),
        members.flatmap(lambda of: st.builds(AtLeast, at_least=st.integers(1, len(of)), of=st.just(of))),
        st.builds(
            AtLeast,
            at_least=st.sampled_from(["half", "most"]),
            of=st.lists(_item(about), min_size=1, max_size=4).map(tuple),
        ),
    )
