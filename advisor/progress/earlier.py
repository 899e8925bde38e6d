"""What a case shows against the same voice's earlier one: facts for rules, and last time's first steps."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Action, Case
from advisor.cases.naming import name_key
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE, UNKNOWN
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.terms import STAGES
from advisor.progress.model import AfterTrying, Direction

HALF_YEAR = 183  # days
TRIED_LATELY = "tried-lately"


def facts_since(earlier: Case, case: Case, knowledge: KnowledgeBase) -> tuple[Fact, ...]:
    """Return the facts that an earlier case of the same voice gives beside `case`.

    `moved` of each factor whose stage both cases know, in the order of the knowledge base, and whether
    something was tried lately, if that is known. `CaseError` for a case with answers that no question knows.
    """
    reasoner = Reasoner(knowledge, "columnar")
    was, is_ = _stages(reasoner.advise(earlier)), _stages(reasoner.advise(case))
    moved = [(id_, direction(was.get(id_, ""), stage)) for id_, stage in is_.items()]
    facts = [Fact("moved", id_, way) for id_, way in moved if way is not None]
    lately = tried_lately(case, knowledge, earlier.actions)
    if lately != "not-known":
        facts.append(Fact("observed", TRIED_LATELY, lately))
    return tuple(facts)


def is_earlier(other: Case, case: Case) -> bool:
    """Return whether another case is of the same partnership and voice, and of an earlier day."""
    return (
        other.date is not None
        and case.date is not None
        and other.date < case.date
        and name_key(other.partnership) == name_key(case.partnership)
        and voice_key(other) == voice_key(case)
    )


def voice_key(case: Case) -> tuple[str, str]:
    """Return what tells one voice from another: who answered, or where nobody is named, from whose seat.

    A file that says nothing of a seat is taken to be of the centre's, as it was before files said it.
    """
    respondent = name_key(case.respondent)
    return respondent, "" if respondent else case.seen_from or "centre"


def direction(before: str, after: str) -> Direction | None:
    """Return which way a stage moved, None unless both are known."""
    if before not in STAGES or after not in STAGES:
        return None
    step = STAGES.index(after) - STAGES.index(before)
    return "same" if step == 0 else "on" if step > 0 else "back"


def tried_lately(case: Case, knowledge: KnowledgeBase, noted: Iterable[Action] = ()) -> AfterTrying:
    """Return whether something was tried in the half year before the date of a case.

    It is no only where it is known what was tried: all of it has a date, and some an older one, or the case
    says that nothing was. What is noted on a later day says nothing of the time before.
    `noted` are actions that other files of the same voice tell of.
    """
    if case.date is None:
        return "not-known"
    actions = (*case.actions, *noted)
    if any(is_lately(action.date, case.date) for action in actions):
        return "yes"
    if any(action.date is None for action in actions):
        return "not-known"
    before = [action for action in actions if action.date is not None and action.date < case.date]
    return "no" if before or _said_nothing_tried(case, knowledge) else "not-known"


def is_lately(date: datetime.date | None, day: datetime.date) -> bool:
    """Return whether a date lies in the half year before a day, or is the day itself."""
    return date is not None and 0 <= (day - date).days <= HALF_YEAR


def _said_nothing_tried(case: Case, knowledge: KnowledgeBase) -> bool:
    """Return whether the case says that nothing was tried, or nothing but what is noted."""
    asked = (id_ for id_, each in knowledge.questions.items() if kind_of(each).in_actions)
    return any(case.answers.get(id_, UNKNOWN) == NOT_APPLICABLE for id_ in asked)


def _stages(advice: Advice) -> dict[str, str]:
    return {factor.id: factor.stage for factor in advice.factors}
