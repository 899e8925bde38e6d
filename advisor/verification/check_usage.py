"""Checks of what is used: what is asked is read, what is there is concluded, what is found leads on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from advisor._language import _
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.conditions import FindingHolds, PatternFits, leaves
from advisor.knowledge.facts import Fact
from advisor.knowledge.integrity_conditions import conditions_of
from advisor.knowledge.question import SPECIAL_ANSWERS, Question
from advisor.knowledge.question_kinds.rows import RowsKind
from advisor.knowledge.question_kinds.table import QUESTION_KINDS, kind_of
from advisor.knowledge.rules import Finds, Raises, Recommends, Speaks
from advisor.knowledge.terms import STAGES
from advisor.verification.checks import check
from advisor.verification.subject import Subject


@check("error")
def options_nobody_can_choose(subject: Subject) -> Iterator[Complaint]:
    """Every option can be chosen: it is there once, suits the question, and is no answer that all have."""
    for question in subject.knowledge.questions.values():
        kind = kind_of(question)
        for key in ("options", "items", "rows"):
            ids = [option.id for option in getattr(question, key)]
            if ids and key not in kind.shows:
                what = _("nobody is shown the {key} of '{id}', which is a {kind}").format(
                    key=key, id=question.id, kind=question.kind
                )
                yield (
                    question.id,
                    key,
                    what,
                    _("write them under '{written_under}'").format(written_under=kind.written_under),
                )
            for id_, times in Counter(ids).items():
                if times > 1:
                    what = _("'{question}' has '{id}' {times} times, so only one can be chosen").format(
                        question=question.id, id=id_, times=times
                    )
                    yield question.id, id_, what, _("give each an id of its own")
                if id_ in SPECIAL_ANSWERS:
                    what = _(
                        "'{id}' of '{question}' would be taken for the answer that every question has"
                    ).format(id=id_, question=question.id)
                    yield question.id, id_, what, _("give it another id")


@check("warning")
def one_support(subject: Subject) -> Iterator[Complaint]:
    """More than one rule can recommend each thing, so that no single answer decides whether it is advised."""
    supports = _supports(subject)
    for id_, number in supports.items():
        if number == 1:
            yield (
                id_,
                "id",
                _("only one rule recommends '{id}'").format(id=id_),
                _("ask what else would call for it"),
            )


@check("warning")
def unused_questions(subject: Subject) -> Iterator[Complaint]:
    """Some rule reads each question."""
    for question in subject.knowledge.questions.values():
        if kind_of(question).in_actions:
            continue  # what was tried is told of in a case whether or not it is asked for
        if not any(_is_read(fact, subject) for fact in _facts(question, subject.knowledge)):
            yield (
                question.id,
                "id",
                _("no rule reads '{id}'").format(id=question.id),
                _("write one, or do not ask"),
            )


@check("warning")
def unread_answers(subject: Subject) -> Iterator[Complaint]:
    """Some rule reads each answer: an option, an item or a row that makes no difference need not be there."""
    for question in subject.knowledge.questions.values():
        facts = list(_facts(question, subject.knowledge))
        if not any(_is_read(fact, subject) for fact in facts):
            continue  # said of the whole question
        for fact in facts:
            word = fact.value or fact.id.rpartition(".")[2]
            if not _is_read(fact, subject):
                what = _("no rule reads '{word}' of '{id}'").format(word=word, id=question.id)
                yield question.id, word, what, _("write one, or leave it out")


def _facts(question: Question, knowledge: KnowledgeBase) -> Iterator[Fact]:
    """Yield a fact for each thing that can be said; for items and rows, one that stands for all values.

    Items and rows that a question of its kind does not show are among them: no rule reads those either.
    """
    own = kind_of(question)
    if own.in_actions:
        return
    for part in own.parts(question, knowledge):
        yield from (Fact(*part.thing, word) for word in (("",) if part.key else part.words))
    for kind in QUESTION_KINDS.values():
        if isinstance(kind, RowsKind) and kind is not own:
            yield from (Fact(*part.thing, "") for part in kind.parts(question, knowledge))


def _is_read(fact: Fact, subject: Subject) -> bool:
    values = (fact.value,) if fact.value else ("yes", "no", *STAGES)
    return any(fact._replace(value=value) in subject.read for value in values)


@check("warning")
def nothing_concludes(subject: Subject) -> Iterator[Complaint]:
    """Some rule concludes each finding and pattern, raises each alert, and recommends what can be advised."""
    supports = _supports(subject)
    concluded = {rule.then.finding for rule in subject.knowledge.rules if isinstance(rule.then, Finds)}
    concluded |= {rule.then.pattern for rule in subject.knowledge.rules if isinstance(rule.then, Speaks)}
    concluded |= {rule.then.alert for rule in subject.knowledge.rules if isinstance(rule.then, Raises)}
    kinds = subject.knowledge.kinds
    for kind in (*kinds.concluded, "pattern", "alert", *kinds.advisable):
        if kind in kinds.advisable:
            what = _("no rule recommends '{id}'")
        else:
            what = _("no rule raises '{id}'") if kind == "alert" else _("no rule concludes '{id}'")
        for id_ in subject.knowledge.ids_of(kind):
            if id_ not in concluded and id_ not in supports and id_ not in _off(subject):
                yield id_, "id", what.format(id=id_), _("write one, or take the entry out")


def _supports(subject: Subject) -> Counter[str]:
    return Counter(
        rule.then.recommend for rule in subject.knowledge.rules if isinstance(rule.then, Recommends)
    )


def _off(subject: Subject) -> set[str]:
    overlay = subject.knowledge.overlay
    return {each.id for each in overlay.switched_off} if overlay else set()


@check("warning")
def dead_ends(subject: Subject) -> Iterator[Complaint]:
    """Something follows from each finding and pattern: some rule, or a text said otherwise, looks at it."""
    looked_at = set()
    for _owner, condition in conditions_of(subject.knowledge):
        for leaf in leaves(condition):
            if isinstance(leaf, FindingHolds):
                looked_at.add(leaf.finding)
            elif isinstance(leaf, PatternFits):
                looked_at.add(leaf.pattern)
    for kind in ("finding", "pattern"):
        for id_ in subject.knowledge.ids_of(kind):
            if id_ not in looked_at:
                yield (
                    id_,
                    "id",
                    _("nothing follows from '{id}'").format(id=id_),
                    _("write a rule that looks at it"),
                )
