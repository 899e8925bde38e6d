"""What if some answers were others: what would change, and through which rules. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.edits import Edit, changed
from advisor.cases.facts import initial_facts
from advisor.explanation.explained import Explained
from advisor.explanation.plan_moves import Moved, moved, moved_in_plan


@dataclass(frozen=True, slots=True)
class Through:
    """A rule that fires only before, or only after, and what it says of which thing.

    `helps` says whether it moves the thing up, or brings it in; a sign has the stage that it says in `value`.
    """

    rule: str
    title: str
    about: str
    fires: str
    helps: bool
    value: str


@dataclass(frozen=True, slots=True, repr=False)
class Future(Explained):
    """What would change: alerts, stages, the order of interventions, everything else advised, and the plan.

    `all_stages` and `interventions` are the stages and the order that would follow. `through` are the
    rules by which what moved has moved; where nothing speaks of something that moved in the plan, those that
    speak of what stands beside it there. `plan_first` is what would come first in the plan. Where nothing
    moves, `holding` are the rules that go on speaking where others begin or cease to, and `said_already`
    tells that the answers were these. `alerts_stay` are the alerts that are raised before and after.
    """

    edits: tuple[Edit, ...]
    all_stages: dict[str, str]
    stages: tuple[Moved, ...]
    interventions: tuple[str, ...]
    places: tuple[Moved, ...]
    others: tuple[Moved, ...]
    plan: tuple[Moved, ...]
    through: tuple[Through, ...]
    alerts: tuple[Moved, ...] = ()
    plan_first: tuple[str, ...] = ()
    holding: tuple[Through, ...] = ()
    said_already: bool = False
    alerts_stay: tuple[str, ...] = ()


def what_if(reasoner: Reasoner, case: Case, edits: Sequence[Edit], before: Advice | None = None) -> Future:
    """Return what would change if answers were set or taken away.

    `before` is the advice on the case as it is, where there is one already. Raises
    `EditError` if there is no such question or item, `CaseError` if one has no such answer.
    """
    before = reasoner.advise(case) if before is None else before
    other = changed(case, edits, reasoner.knowledge)
    after = reasoner.advise(other)
    alerts = moved(*({alert.id: "raised" for alert in each.alerts} for each in (before, after)))
    stages = moved({f.id: f.stage for f in before.factors}, {f.id: f.stage for f in after.factors})
    places = moved(_places(before), _places(after))
    others = moved(_others(before), _others(after))
    plan = moved_in_plan(before, after, reasoner.knowledge)
    about = {each.id for each in (*alerts, *stages, *places, *others, *plan)}
    about |= _beside(plan, before, after, about)
    return Future(
        edits=tuple(edits),
        all_stages={factor.id: factor.stage for factor in after.factors},
        stages=stages,
        interventions=tuple(item.id for item in after.interventions),
        places=places,
        others=others,
        plan=plan,
        through=(*_through(before, after, about, "no longer"), *_through(after, before, about, "now")),
        alerts=alerts,
        plan_first=tuple(step.id for step in after.plan if step.when == "first"),
        holding=() if about else tuple(_holding(before, after)),
        said_already=initial_facts(case, reasoner.knowledge) == initial_facts(other, reasoner.knowledge),
        alerts_stay=tuple(
            alert.id for alert in after.alerts if alert.id in {each.id for each in before.alerts}
        ),
    )


def _holding(before: Advice, after: Advice) -> Iterator[Through]:
    """Yield a rule that goes on speaking of each thing of which another begins or ceases to.

    What is in the plan comes first, then where the factors stand, then what else is advised or held back.
    """
    was, is_ = before.firings.by_id, after.firings.by_id
    turned = [
        *(firing for firing in before.firings if firing.id not in is_),
        *(firing for firing in after.firings if firing.id not in was),
    ]
    about = {firing.concludes.id for firing in turned if firing.concludes.kind in SPEAKING}
    told = [
        *((step.id, "recommend") for step in after.plan),
        *((factor.id, "sign") for factor in after.factors),
        *((item.id, "recommend") for item in after.recommendations()),
        *((each.id, "withhold") for each in after.withheld),
    ]
    for id_, kind in dict(told).items():
        stays = (each for each in after.firings if each.concludes[:2] == (kind, id_) and each.id in was)
        firing = next(stays, None) if id_ in about else None
        if firing is not None:
            yield Through(firing.id, firing.title, id_, "still", True, firing.concludes.value)


SPEAKING = ("recommend", "withhold", "sign")


def _places(advice: Advice) -> dict[str, str]:
    return {item.id: f"{item.rank} ({item.readiness})" for item in advice.interventions}


def _others(advice: Advice) -> dict[str, str]:
    listed = {item.id: "advised" for item in advice.recommendations() if item.kind != "intervention"}
    return {**listed, **{pattern.id: pattern.fit for pattern in advice.patterns}}


def _beside(plan: Sequence[Moved], before: Advice, after: Advice, about: set[str]) -> set[str]:
    """Return all of both plans, and what they wait for, if something moves there of which no rule speaks.

    It makes room for others then, or takes the place of others.
    """
    spoken_of = {
        each.about
        for each in (*_through(before, after, about, "no longer"), *_through(after, before, about, "now"))
    }
    if all(each.id in spoken_of for each in plan):
        return set()
    waits = [first for advice in (before, after) for item in advice.interventions for first in item.after]
    return {step.id for advice in (before, after) for step in advice.plan} | set(waits)


def _through(here: Advice, there: Advice, about: set[str], fires: str) -> Iterator[Through]:
    """Yield the rules that speak of what has moved and fire here but not there."""
    elsewhere = there.firings.by_id
    for firing in here.firings:
        said = firing.concludes
        if firing.id not in elsewhere and said.id in about and said.kind not in ("stage", "sure", "pattern"):
            helps = (said.kind in ("recommend", "sign", "alert")) == (fires == "now")
            yield Through(firing.id, firing.title, said.id, fires, helps, said.value)
