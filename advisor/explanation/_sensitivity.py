"""What is certain whatever is still open, what decides the rest, and what hangs on one answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.check import checked
from advisor.cases.edits import Edit, changed
from advisor.cases.facts import initial_facts
from advisor.explanation.completions import Completions, completions
from advisor.explanation.explained import Explained
from advisor.inference.circuit.trials import Counterfactual
from advisor.interview.interview import Interview
from advisor.interview.means import means_for
from advisor.knowledge.question import UNKNOWN, Answer
from advisor.knowledge.questions import asking_for_alerts

MOST_HANGING = 8


@dataclass(frozen=True, slots=True)
class Deciding:
    """An open question, and how much an answer to it would change on average."""

    question: str
    changes: float


@dataclass(frozen=True, slots=True)
class Hanging:
    """An answer on which the first three hang: were it `edit` instead, they would be these.

    `first_three` are interventions, in their order; `plan_first` is what would come first in the plan.
    """

    edit: Edit
    first_three: tuple[str, ...]
    plan_first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Sensitivity(Explained):
    """What is settled of a case, and what would settle the rest.

    `stages`, `certain` (advised in every completion), `ruled_out` and `first` (interventions settled in
    their place) are certain. `possible` may still be advised or not. `deciding` are the questions that can
    still change that, most decisive first, behind what asks for an alert; of a case that leaves much open,
    those that may change the stages or what comes first. `unsure` are those that the leader does not know.
    `hangs_on` are answers whose change alone would turn the first three. `alerts` are those that stand,
    whatever else is answered. `plan` is the plan of the case as it is, `plan_first` what comes
    first in it, and `may_fall_away` what of `possible` is advised as it is.
    """

    stages: dict[str, str]
    first: tuple[str, ...]
    certain: tuple[str, ...]
    possible: tuple[str, ...]
    ruled_out: tuple[str, ...]
    deciding: tuple[Deciding, ...]
    unsure: tuple[str, ...]
    hangs_on: tuple[Hanging, ...]
    alerts: tuple[str, ...] = ()
    plan_first: tuple[str, ...] = ()
    may_fall_away: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()


def sensitivity(advisor: Reasoner, case: Case) -> Sensitivity:
    """Return what is settled of a case. An answer that the leader does not know counts as open here."""
    knowledge = advisor.knowledge
    case = checked(case, knowledge)
    known = {id_: _without_doubts(said) for id_, said in case.answers.items() if not _says_nothing(said)}
    interview = Interview(advisor, Case(partners=case.partners, answers=known, actions=case.actions))
    open_ = interview.open
    settled = completions(interview.case, knowledge) or _bounded(interview, open_)
    for_alerts = knowledge.once(asking_for_alerts)
    asks_for_alerts = [id_ for id_ in open_ if id_ in for_alerts]
    scores = interview.decisive([*asks_for_alerts, *settled.deciding])
    advice = advisor.advise(case)
    there = {item.id for item in advice.recommendations()}
    possible = _by_sureness(settled.advised, None)
    in_order = sorted(scores, key=lambda id_: (id_ not in asks_for_alerts, -scores[id_]))
    return Sensitivity(
        stages=settled.stages,
        first=settled.first,
        certain=_by_sureness(settled.advised, True),
        possible=possible,
        ruled_out=_by_sureness(settled.advised, False),
        deciding=tuple(Deciding(id_, scores[id_]) for id_ in in_order),
        unsure=tuple(id_ for id_ in knowledge.questions if _says_nothing(case.answers.get(id_, ""))),
        hangs_on=_hangs_on(case, advisor),
        alerts=interview.alerts,
        plan_first=_first_in_plan(advice),
        may_fall_away=tuple(id_ for id_ in possible if id_ in there),
        plan=tuple(step.id for step in advice.plan),
    )


def _first_in_plan(advice: Advice) -> tuple[str, ...]:
    return tuple(step.id for step in advice.plan if step.when == "first")


def _bounded(interview: Interview, open_: Sequence[str]) -> Completions:
    """Return what is settled as far as bounds tell, where too much is open to try every way."""
    settled = interview.settled
    advised = dict(settled.certain.recommended)
    return Completions(settled.stages, settled.interventions, advised, tuple(open_))


def _says_nothing(said: object) -> bool:
    if isinstance(said, Mapping):
        return bool(said) and all(value == UNKNOWN for value in said.values())
    return said == UNKNOWN


def _without_doubts(said: Answer) -> Answer:
    return {row: each for row, each in said.items() if each != UNKNOWN} if isinstance(said, Mapping) else said


def _by_sureness(advised: Mapping[str, bool | None], sure: bool | None) -> tuple[str, ...]:
    return tuple(id_ for id_, said in advised.items() if said is sure)


def _hangs_on(case: Case, advisor: Reasoner) -> tuple[Hanging, ...]:
    """Return one change for each answer on which the first three hang, those first that turn most of them."""
    knowledge = advisor.knowledge
    known = initial_facts(case, knowledge)
    lookahead = means_for(knowledge).lookahead
    answered = {fact[:2] for fact in known}
    changes = [change for change in lookahead.single_counterfactuals(known) if change.key in answered]
    now, *then = lookahead.first_three(known, changes)
    turned: dict[tuple[str, str], tuple[int, Counterfactual, tuple[str, ...]]] = {}
    for change, first in zip(changes, then, strict=True):
        differs = sum(one != other for one, other in zip(_padded(now), _padded(first), strict=True))
        if differs > turned.get(change.key, (0,))[0]:
            turned[change.key] = (differs, change, first)
    most = sorted(turned.values(), key=lambda each: (-each[0], each[1]))[:MOST_HANGING]
    edits = [(Edit.of(change.fact), first) for _turned, change, first in most]
    return tuple(
        Hanging(edit, first, _first_in_plan(advisor.advise(changed(case, [edit], knowledge))))
        for edit, first in edits
    )


def _padded(first: tuple[str, ...]) -> tuple[str, str, str]:
    one, two, three = (*first, "", "", "")[:3]
    return one, two, three
