"""Checks over a whole knowledge base: every id that is named exists, and no rule rests on itself.

Each check is a small generator of (entry's id, the word that is wrong, what, what to try).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields

from advisor._language import _
from advisor.errors import Fault
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.complaints import Complaint, missing
from advisor.knowledge.conditions import FindingHolds, leaves
from advisor.knowledge.entries import LONGEST_SHORT
from advisor.knowledge.integrity_conditions import (
    comparisons_name_something,
    conditions_name_what_is_there,
    conditions_of,
    counts_can_be_reached,
    groups_have_members,
    only_what_recommends_says_what_to_do,
    questions_hang_on_answers,
    rules_look_at_something,
    texts_rest_on_what_is_known,
    texts_said_otherwise_are_there,
)
from advisor.knowledge.integrity_portfolio import (
    portfolio_rules_are_there_once,
    portfolio_rules_say_enough,
)
from advisor.knowledge.integrity_sides import sides_have_counterparts
from advisor.knowledge.integrity_sources import (
    grounds_are_published,
    grounds_stand_beside_judgements,
    sources_are_listed,
    terms_are_of_a_published_work,
)
from advisor.knowledge.kind import Kinds
from advisor.knowledge.meetings import MEETING_MINUTES
from advisor.knowledge.model import hyphened
from advisor.knowledge.positions import Places
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.rules import (
    Cautions,
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
from advisor.knowledge.strata import cycle, needed_absent
from advisor.knowledge.terms import WAIT

LONGEST_WAY = 20  # ids of a circle that are named
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
    for kind, entry in knowledge.all_entries():
        if not ID.fullmatch(entry.id) or (kind != "rule" and "." in entry.id):
            what = _("'{id}' is not an id").format(id=entry.id)
            yield entry.id, entry.id, what, _("use lower-case words joined by hyphens")
        elif entry.id == WAIT:
            what = _("'{id}' is what an exercise calls the choice to wait and ask more").format(id=WAIT)
            yield entry.id, entry.id, what, _("give this entry another id")


def texts_say_something(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """No text of an entry or a rule is empty, whatever it is called; what is not written is no text."""
    for _kind, entry in knowledge.all_entries():
        for each in fields(entry):
            value = getattr(entry, each.name)
            texts = value if isinstance(value, tuple) else (value,)
            if each.default != "" and any(isinstance(text, str) and not text.strip() for text in texts):
                key = hyphened(each.name)
                yield entry.id, key, _("'{key}' is empty").format(key=key), _("write a plain sentence")


def short_texts_are_short(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """What says in a line what to do fits in one."""
    for _kind, entry in knowledge.all_entries():
        for told in (entry, *getattr(entry, "said_otherwise", ())):
            short = getattr(told, "short", None)
            if short is not None and len(short) > LONGEST_SHORT:
                what = _("'short' of '{id}' has {number} letters").format(id=entry.id, number=len(short))
                yield (
                    entry.id,
                    "short",
                    what,
                    _("say in at most {number} letters what to do").format(number=LONGEST_SHORT),
                )


def entries_point_to_entries(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """Factors, works, shifts and so on that entries name must be there."""
    for kind, entry in knowledge.all_entries():
        for id_, wanted in knowledge.kinds[kind].names(entry):
            yield from missing(entry.id, id_, (wanted,), knowledge)


def conclusions_name_what_is_there(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """What rules conclude or recommend exists and is of a fitting kind."""
    for rule in knowledge.rules:
        for id_, kinds in _named_by(rule, knowledge.kinds):
            yield from missing(rule.id, id_, kinds, knowledge)


def _named_by(rule: Rule, kinds: Kinds) -> list[tuple[str, Iterable[str]]]:
    match rule.then:
        case Finds():
            return [(rule.then.finding, kinds.concluded)]
        case Signs():
            return [(rule.then.sign, ("factor",))]
        case Speaks():
            return [(rule.then.pattern, ("pattern",))]
        case Recommends():
            return [(rule.then.recommend, kinds.advisable)]
        case Withholds():
            return [(rule.then.withhold, kinds.advisable)]
        case Cautions():
            return [(rule.then.caution, kinds.advisable)]
        case ComesFirst():
            return [(rule.then.first, ("intervention",)), (rule.then.before, ("intervention",))]
        case Raises():
            return [(rule.then.alert, ("alert",))]
        case NeedsHelp():
            return [(rule.then.needs_help, ("intervention",)), (rule.then.led_by, ("helper",))]


def findings_are_concluded(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A finding that a rule looks at is concluded by some rule."""
    reached = {thing[1] for rule in knowledge.rules if (thing := rule.then.weighs)}
    for owner, condition in conditions_of(knowledge):
        for leaf in leaves(condition):
            if not isinstance(leaf, FindingHolds) or leaf.finding in reached:
                continue
            if knowledge.has(leaf.finding, knowledge.kinds.concluded):
                what = _("no rule concludes '{finding}'").format(finding=leaf.finding)
                yield owner, leaf.finding, what, _remedy_without(owner, knowledge)


def _remedy_without(owner: str, knowledge: KnowledgeBase) -> str:
    """Return what to try where nothing concludes what `owner` looks at, or nothing does any more."""
    if knowledge.overlay is not None and not knowledge.is_own(owner):
        said = _("it is switched off in base.yaml: write one, or switch off '{owner}' as well")
        return said.format(owner=owner)
    return _("write one, or leave the condition out")


def questions_can_be_answered(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """A question has options to choose from; a checklist has items, a placing rows."""
    for question in knowledge.questions.values():
        if not getattr(question, kind_of(question).written_under):
            yield (
                question.id,
                "kind",
                _("'{id}' has nothing to choose from").format(id=question.id),
                _("give it options or items"),
            )


def alerts_are_asked_for(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """The question that asks for an alert is put to everybody."""
    for alert in knowledge.of_kind("alert"):
        question = knowledge.questions.get(alert.question)
        if question is not None and not (question.core and question.asked_unless is None):
            what = _("'{id}' asks for the alert '{alert}', and is not put to everybody").format(
                id=question.id, alert=alert.id
            )
            yield alert.id, question.id, what, _("give it 'core: true' and no 'asked-unless'")


def meetings_take_their_time(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """The steps of a meeting leave time to arrive and to agree: an hour is an hour."""
    for meeting in knowledge.of_kind("meeting"):
        took = sum(step.minutes for step in meeting.steps)
        if took != MEETING_MINUTES or any(step.minutes < 1 for step in meeting.steps):
            what = f"the steps of '{meeting.id}' take {took} minutes"
            yield meeting.id, "steps", what, f"let each take at least one, and all {MEETING_MINUTES}"


def cycles(knowledge: KnowledgeBase) -> Iterator[Complaint]:
    """No conclusion rests on itself."""
    path = cycle(knowledge.rules)
    if path is not None:
        rules = [rule for id_ in path if (rule := knowledge.rule(id_)) is not None]
        absent = [rule for rule in rules if any(id_ in path for _, id_ in needed_absent(rule))]
        how = _("on its own absence") if absent else _("on itself")
        what = _("a conclusion rests {how}: {path}").format(how=how, path=" <- ".join(_shortened(path)))
        begins = (absent or rules)[0].id
        remedy = _("take one of these links out, such as what '{rule}' looks at").format(rule=begins)
        yield begins, "none" if absent else "when", what, remedy


def _shortened(path: Sequence[str]) -> list[str]:
    """Return a way round as somebody can read it: of a long one the beginning and the end."""
    if len(path) <= LONGEST_WAY:
        return list(path)
    part = LONGEST_WAY // 2
    return [*path[:part], _("... {more} more ...").format(more=len(path) - 2 * part), *path[-part:]]


CHECKS: tuple[Callable[[KnowledgeBase], Iterator[Complaint]], ...] = (
    ids_are_words,
    texts_say_something,
    short_texts_are_short,
    entries_point_to_entries,
    sources_are_listed,
    terms_are_of_a_published_work,
    grounds_are_published,
    grounds_stand_beside_judgements,
    conditions_name_what_is_there,
    conclusions_name_what_is_there,
    findings_are_concluded,
    questions_can_be_answered,
    sides_have_counterparts,
    alerts_are_asked_for,
    meetings_take_their_time,
    portfolio_rules_say_enough,
    portfolio_rules_are_there_once,
    comparisons_name_something,
    groups_have_members,
    counts_can_be_reached,
    rules_look_at_something,
    only_what_recommends_says_what_to_do,
    texts_said_otherwise_are_there,
    texts_rest_on_what_is_known,
    questions_hang_on_answers,
)
