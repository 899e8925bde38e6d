"""Checks over a whole knowledge base: every id that is named exists, and no rule rests on itself.

Each check is a small generator of (entry's id, the word that is wrong, what, what to try).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from advisor._suggest import did_you_mean
from advisor.errors import Fault
from advisor.knowledge.base import ADVISABLE_KINDS, CONCLUDABLE_KINDS, KnowledgeBase
from advisor.knowledge.conditions import (
    AllOf,
    AnswerIs,
    AnyOf,
    AtLeast,
    Condition,
    FindingHolds,
    Group,
    ItemIs,
    Leaf,
    NoneOf,
    PatternFits,
    PlacedAt,
    StageIs,
    WasTried,
    leaves,
)
from advisor.knowledge.positions import Places
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import asked_things
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
from advisor.knowledge.strata import cycle, needed_absent

Complaint = tuple[str, str, str, str]
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?")


def check(knowledge: KnowledgeBase, places: Places) -> Iterator[Fault]:
    """Yield every fault of a knowledge base whose entries are well formed each by itself."""
    broken = False
    for complaints in CHECKS:
        for id_, word, what, remedy in complaints(knowledge):
            broken = True
            yield places.fault(id_, word, what, remedy)
    if not broken:
        for id_, word, what, remedy in cycles(knowledge):
            yield places.fault(id_, word, what, remedy)


def ids_are_words(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Ids are lower-case words joined by hyphens; a rule from a template has two such parts."""
    for _, entry in knowledge.all_entries():
        if not ID.fullmatch(entry.id):
            what = f"'{entry.id}' is not an id"
            yield entry.id, entry.id, what, "use lower-case words joined by hyphens"


def texts_say_something(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """No title, text or reason is empty."""
    for _, entry in knowledge.all_entries():
        for name in ("title", "text", "because", "prompt", "hint", "why"):
            if getattr(entry, name, "x") == "":
                yield entry.id, name, f"'{name}' is empty", "write a plain sentence"


def entries_point_to_entries(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Factors, works, shifts and so on that entries name must be there."""
    for kind, entry in knowledge.all_entries():
        named: list[tuple[str, Iterable[str]]] = []
        if kind in ("precondition", "shift") or (kind == "finding" and entry.factor):
            named.append((entry.factor, ("factor",)))
        if kind == "degenerative-behaviour":
            named.append((entry.instead, ("shift",)))
        if kind == "technique":
            named += [(id_, ("intervention",)) for id_ in entry.interventions]
        if kind == "borderland":
            named += [(id_, ("process",)) for id_ in entry.joins]
        if kind == "pattern":
            for other in entry.look_alikes:
                named += [(other.pattern, ("pattern",)), (other.question, ("question",))]
        for id_, kinds in named:
            yield from _missing(entry.id, id_, kinds, knowledge)


def sources_are_listed(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Every work that an entry or a rule rests on is in the list of works."""
    for kind, entry in knowledge.all_entries():
        if kind != "question" and entry.source.work not in knowledge.works:
            word = entry.source.work
            yield entry.id, word, f"there is no work '{word}'", did_you_mean(word, knowledge.works)


def conditions_name_what_is_there(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Questions, options, items, findings, factors and patterns in conditions exist."""
    for rule in knowledge.rules:
        for leaf in leaves(rule.when):
            yield from _leaf_complaints(rule, leaf, knowledge)


def _leaf_complaints(rule: Rule, leaf: Leaf, knowledge: KnowledgeBase) -> Iterator[Complaint]:
    match leaf:
        case AnswerIs():
            yield from _answer_complaints(rule, leaf, knowledge)
        case ItemIs():
            known = _asked("item", knowledge)
            if leaf.item not in known:
                yield rule.id, leaf.item, f"there is no item '{leaf.item}'", did_you_mean(leaf.item, known)
        case FindingHolds():
            yield from _missing(rule.id, leaf.finding, CONCLUDABLE_KINDS, knowledge)
        case StageIs():
            yield from _missing(rule.id, leaf.stage, ("factor",), knowledge)
            yield from _one_comparison(rule, leaf.stage, leaf.is_, leaf.in_)
        case PlacedAt():
            yield from _missing(rule.id, leaf.placed, ("factor",), knowledge)
            yield from _one_comparison(rule, leaf.placed, leaf.is_, leaf.in_)
        case PatternFits():
            yield from _missing(rule.id, leaf.pattern, ("pattern",), knowledge)
        case WasTried():
            yield from _missing(rule.id, leaf.tried, ("intervention",), knowledge)
            yield from _one_comparison(rule, leaf.tried, leaf.outcome, leaf.in_)


def _answer_complaints(rule: Rule, leaf: AnswerIs, knowledge: KnowledgeBase) -> Iterator[Complaint]:
    known = _asked("answer", knowledge)
    if leaf.answer not in known:
        what = f"there is no question '{leaf.answer}' with options"
        yield rule.id, leaf.answer, what, did_you_mean(leaf.answer, known)
        return
    scaled = [value for value in (leaf.at_least, leaf.at_most) if value is not None]
    yield from _one_comparison(rule, leaf.answer, leaf.is_, leaf.in_, scaled or None)
    if scaled and not knowledge.questions[leaf.answer].scale:
        what = f"the options of '{leaf.answer}' are not a scale"
        yield rule.id, leaf.answer, what, "use 'is' or 'in'"
    options = knowledge.options_of(leaf.answer)
    for value in [*([leaf.is_] if leaf.is_ else []), *(leaf.in_ or ()), *scaled]:
        if value not in options:
            yield rule.id, value, f"'{leaf.answer}' has no option '{value}'", did_you_mean(value, options)


def _asked(fact_kind: str, knowledge: KnowledgeBase) -> list[str]:
    """Return what questions ask that gives facts of a kind."""
    return [id_ for kind, id_ in asked_things(knowledge) if kind == fact_kind]


def _one_comparison(rule: Rule, word: str, *given: object) -> Iterator[Complaint]:
    if sum(value is not None for value in given) != 1:
        yield rule.id, word, f"'{word}' needs one comparison", "use 'is' or 'in'"


def conclusions_name_what_is_there(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """What rules conclude or recommend exists and is of a fitting kind."""
    for rule in knowledge.rules:
        for id_, kinds in _named_by(rule):
            yield from _missing(rule.id, id_, kinds, knowledge)


def _named_by(rule: Rule) -> list[tuple[str, Iterable[str]]]:
    match rule.then:
        case Finds():
            return [(rule.then.finding, CONCLUDABLE_KINDS)]
        case Signs():
            return [(rule.then.sign, ("factor",))]
        case Speaks():
            return [(rule.then.pattern, ("pattern",))]
        case Recommends():
            return [(rule.then.recommend, ADVISABLE_KINDS)]
        case Withholds():
            return [(rule.then.withhold, ADVISABLE_KINDS)]
        case Cautions():
            return [(rule.then.caution, ADVISABLE_KINDS)]
        case ComesFirst():
            return [(rule.then.first, ("intervention",)), (rule.then.before, ("intervention",))]
        case NeedsHelp():
            return [(rule.then.needs_help, ("intervention",)), (rule.then.led_by, ("helper",))]


def findings_are_concluded(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A finding that a rule looks at is concluded by some rule."""
    reached = {thing[1] for rule in knowledge.rules if (thing := rule.then.weighs)}
    for rule in knowledge.rules:
        for leaf in leaves(rule.when):
            if not isinstance(leaf, FindingHolds) or leaf.finding in reached:
                continue
            if knowledge.has(leaf.finding, CONCLUDABLE_KINDS):
                what = f"no rule concludes '{leaf.finding}'"
                yield rule.id, leaf.finding, what, "write one, or leave the condition out"


def counts_can_be_reached(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """`at-least` does not want more members than there are."""
    for rule in knowledge.rules:
        for group in _groups(rule.when):
            if not isinstance(group, AtLeast) or not isinstance(group.at_least, int):
                continue
            if not 1 <= group.at_least <= len(group.of):
                what = f"at least {group.at_least} of {len(group.of)} says nothing"
                yield rule.id, "at-least", what, f"write a number from 1 to {len(group.of)}"


def _groups(condition: Leaf | Group) -> Iterator[Group]:
    if isinstance(condition, (AllOf, AnyOf, NoneOf, AtLeast)):
        yield condition
        for member in condition.members:
            yield from _groups(member)


def groups_have_members(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A group counts something."""
    for rule in knowledge.rules:
        for group in _groups(rule.when):
            if not group.members:
                yield (
                    rule.id,
                    "when",
                    "a group of conditions is empty",
                    "write '- {answer: ..., is: ...}' in it",
                )


def questions_can_be_answered(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A question has options to choose from; a checklist has items, a placing rows."""
    for question in knowledge.questions.values():
        if not getattr(question, kind_of(question).written_under):
            yield (
                question.id,
                "kind",
                f"'{question.id}' has nothing to choose from",
                "give it options or items",
            )


def comparisons_name_something(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """`in` names at least one value."""
    for rule in knowledge.rules:
        if any(getattr(leaf, "in_", None) == () for leaf in leaves(rule.when)):
            yield rule.id, "in", "'in' names nothing", "write '[one, another]'"


def _looks_at_something(condition: Condition) -> bool:
    if isinstance(condition, NoneOf):
        return False
    inner = condition.members
    return not inner or any(_looks_at_something(member) for member in inner)


def rules_look_at_something(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A rule rests on something that is there, not only on what is not."""
    for rule in knowledge.rules:
        if rule.when.members and not _looks_at_something(rule.when):
            yield rule.id, "none", "the rule rests only on what is not there", "add a positive condition"


def cycles(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """No conclusion rests on itself."""
    path = cycle(knowledge.rules)
    if path is not None:
        rules = [rule for id_ in path if (rule := knowledge.rule(id_)) is not None]
        absent = [rule for rule in rules if any(id_ in path for _, id_ in needed_absent(rule))]
        how = "on its own absence" if absent else "on itself"
        what = f"a conclusion rests {how}: " + " <- ".join(path)
        yield (absent or rules)[0].id, "none" if absent else "when", what, "take one of these links out"


def _missing(owner: str, id_: str, kinds: Iterable[str], knowledge: KnowledgeBase) -> Iterator[Complaint]:
    kinds = tuple(kinds)
    if not knowledge.has(id_, kinds):
        kind = kinds[0] if len(kinds) == 1 else "entry of a fitting kind"
        yield owner, id_, f"there is no {kind} '{id_}'", did_you_mean(id_, knowledge.ids(kinds))


CHECKS: tuple[Callable[[KnowledgeBase], Iterator[Complaint]], ...] = (
    ids_are_words,
    texts_say_something,
    entries_point_to_entries,
    sources_are_listed,
    conditions_name_what_is_there,
    conclusions_name_what_is_there,
    findings_are_concluded,
    questions_can_be_answered,
    comparisons_name_something,
    groups_have_members,
    counts_can_be_reached,
    rules_look_at_something,
)
