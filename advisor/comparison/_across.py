"""The same cases under two knowledge bases: what changed in the advice, and through which rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from advisor.advice.reasoner import Consultation, Reasoner
from advisor.cases.case import Case
from advisor.cases.check import checked_case
from advisor.cases.file import case_text
from advisor.cases.fitting import fitting
from advisor.cases.gathering import Unread
from advisor.cases.here import some_cases_in
from advisor.cases.questionnaire import are_others, questionnaire_of
from advisor.comparison.across_bases import Bases
from advisor.comparison.across_explained import Explaining
from advisor.comparison.across_following import Following
from advisor.comparison.across_model import (
    ACROSS_SCHEMA_VERSION,
    Across,
    AnsweredOn,
    Base,
    CaseAcross,
    Change,
    Common,
)
from advisor.comparison.across_side import Side
from advisor.errors import CaseError
from advisor.files.positioned_yaml import Node, parse_bytes, read_tree
from advisor.inference.cache import knowledge_in
from advisor.knowledge.base import KnowledgeBase

Named = tuple[str, Node | Unread]


def across(
    cases: Iterable[Case | Path | str | tuple[str, Case]],
    old: KnowledgeBase | Path | str | None,
    new: KnowledgeBase | Path | str | None,
) -> Across:
    """Return what changed in the advice on `cases` from one knowledge base to another, and why.

    `cases` are cases, with a name before them or without, files of cases, or folders of them. A knowledge
    base is one that is loaded, a folder, or None: the one that comes with the program. A case is read as far
    as it fits each; a file that is no case is told in `unread`. `KnowledgeError` if a knowledge base has
    faults, `AdvisorError` if a folder cannot be looked into or holds no case.
    """
    bases = Bases(_loaded(old), _loaded(new))
    reasoners = Reasoner(bases.old, "columnar"), Reasoner(bases.new, "columnar")
    found: list[CaseAcross] = []
    unread: list[Unread] = []
    for name, tree in _named(cases):
        one = tree if isinstance(tree, Unread) else _one(name, tree, bases, reasoners)
        if isinstance(one, Unread):
            unread.append(one)
        else:
            found.append(one)
    return Across(
        ACROSS_SCHEMA_VERSION,
        _base(bases.old),
        _base(bases.new),
        bases.said_of_rules,
        bases.said_of_entries,
        bases.reordered,
        sum(not case.changes for case in found),
        _common(found),
        tuple(found),
        tuple(unread),
    )


def _loaded(knowledge: KnowledgeBase | Path | str | None) -> KnowledgeBase:
    if isinstance(knowledge, KnowledgeBase):
        return knowledge
    return knowledge_in(None if knowledge is None else Path(knowledge))


def _named(cases: Iterable[Case | Path | str | tuple[str, Case]]) -> Iterator[Named]:
    """Yield each case as the tree of its file, or why it cannot be read."""
    for number, case in enumerate((cases,) if isinstance(cases, (Case, Path, str)) else cases, 1):
        if isinstance(case, (Case, tuple)):
            name, made = case if isinstance(case, tuple) else (case.partnership or str(number), case)
            tree, faults = parse_bytes(case_text(made).encode(), name)
            yield name, _sound(name, tree, list(map(str, faults)))
        elif Path(case).is_dir():
            folder = Path(case)
            for name in some_cases_in(folder):
                yield name, _tree_in(folder / name, name)
        else:
            yield str(case), _tree_in(Path(case), str(case))


def _tree_in(path: Path, name: str) -> Node | Unread:
    try:
        tree, faults = read_tree(path, name)
    except CaseError as error:
        return Unread(name, tuple(map(str, error.faults)))
    return _sound(name, tree, list(map(str, faults)))


def _sound(name: str, tree: Node | None, faults: list[str]) -> Node | Unread:
    return Unread(name, tuple(faults)) if tree is None or faults else tree


def _one(name: str, tree: Node, bases: Bases, reasoners: tuple[Reasoner, Reasoner]) -> CaseAcross | Unread:
    consulted: list[Consultation] = []
    unknown: list[tuple[str, ...]] = []
    for reasoner in reasoners:
        fits, left_out = fitting(tree, reasoner.knowledge)
        case, faults = checked_case(fits, name, reasoner.knowledge)
        if case is None:
            return Unread(name, tuple(map(str, faults)))
        consulted.append(reasoner.consult(case))
        unknown.append(tuple(left_out))
    was, is_ = (Side(each, reasoner.knowledge) for each, reasoner in zip(consulted, reasoners, strict=True))
    explaining = Explaining(Following(bases, was, is_))
    case = consulted[1].case
    return CaseAcross(
        name,
        case.partnership,
        _answered_on(case.questionnaire, bases),
        unknown[0],
        unknown[1],
        explaining.changes(),
        explaining.turned(),
    )


def _answered_on(questionnaire: str, bases: Bases) -> AnsweredOn:
    if not questionnaire:
        return "not-said"
    old, new = (not are_others(questionnaire, each) for each in (bases.old, bases.new))
    return ("both" if new else "old") if old else ("new" if new else "another")


def _base(knowledge: KnowledgeBase) -> Base:
    return Base(knowledge.name, knowledge.version, knowledge.digest, questionnaire_of(knowledge))


def _common(cases: Iterable[CaseAcross]) -> tuple[Common, ...]:
    """Return the changes of all cases, the commonest first; those of one number in the order of the cases."""
    alike: dict[tuple[str, str, str | None, str | None], list[Change]] = {}
    for case in cases:
        for change in case.changes:
            alike.setdefault((change.part, change.id, *_summed(change)), []).append(change)
    found = [
        Common(changes[0].part, id_, changes[0].title, before, after, len(changes), _roots(changes))
        for (_, id_, before, after), changes in alike.items()
    ]
    return tuple(sorted(found, key=lambda each: -each.cases))


def _summed(change: Change) -> tuple[str | None, str | None]:
    """Return what changes that are counted as one share: of a rank the way it went, of texts nothing."""
    if change.part == "text":
        return None, None
    if change.part == "rank" and change.before and change.after:
        return None, "up" if int(change.after) < int(change.before) else "down"
    return change.before, change.after


def _roots(changes: Iterable[Change]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(root.rule for change in changes for root in change.roots))
