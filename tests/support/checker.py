"""Verify an `Advice` independently of the engine that made it.

Written from the meaning of the rules (docs/decisions/0002), sharing no code with inference: a plain
recursive three-valued evaluation over the facts. `problems` says everything that is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from advisor.advice.model import Advice
from advisor.cases.case import Case
from advisor.cases.sectors import SECTORS, sector_named
from advisor.inference.firing import FactRef, Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.kinds import TRIED_KINDS

Known = dict[tuple[str, str], str]
STAGES = ["emerging", "developing", "confident"]


def problems(
    advice: Advice, case: Case, knowledge: KnowledgeBase, beside: Collection[Fact] = ()
) -> list[str]:
    """Return everything that is wrong with `advice`; nothing, if it is right."""
    return list(_Checker(advice, case, knowledge, beside).problems())


TIMES = {"faint": 0, "plain": 1, "again": 1, "defining": 3}  # how often a sign counts for a stage


class _Checker:
    def __init__(
        self, advice: Advice, case: Case, knowledge: KnowledgeBase, beside: Collection[Fact]
    ) -> None:
        self.advice = advice
        self.knowledge = knowledge
        self.answers = known_from_answers(case, knowledge)
        self.answers |= {(kind, id_): value for kind, id_, value in beside}
        self.firings = {firing.id: firing for firing in advice.firings}
        self.rules = {rule.id: rule for rule in knowledge.rules}

    def problems(self) -> Iterator[str]:
        if len(self.firings) != len(self.advice.firings):
            yield "two firings share an id"
        for firing in self.advice.firings:
            yield from self._condition_holds(firing)
            yield from self._facts_are_grounded(firing)
        yield from self._everything_true_fired()
        yield from self._told_as_is_known()
        yield from self._chains_end_in_answers()
        yield from self._conclusions_have_firings()
        yield from self._plan_is_advised()

    def _condition_holds(self, firing: Firing) -> Iterator[str]:
        named = {(fact.kind, fact.id): fact.value for fact in firing.from_}
        if firing.rule in self.rules:
            if truth(self.rules[firing.rule].when, named, self.knowledge) is not True:
                yield f"{firing.id}: its condition does not hold on the facts it names"
        elif firing.id.startswith("no-sign-of:"):
            yield from self._every_way_is_ruled_out(firing, named)
        elif firing.concludes.kind in ("stage", "sure"):
            yield from self._stage_is_the_lower_middle(firing)
        elif firing.concludes.kind == "pattern":
            said = [fact.value for fact in firing.from_]
            lead = said.count("for") - said.count("against")
            keys = {r.id for r in self._concluding("pattern", firing.concludes.id) if r.then.key}
            key_seen = not keys or any(fact.id in keys for fact in firing.from_)
            likely = lead >= 2 and key_seen
            if likely != (firing.concludes.value == "likely") or "for" not in said:
                yield f"{firing.id}: the fit does not follow from its signs"
        else:
            yield f"{firing.id}: no such rule"

    def _every_way_is_ruled_out(self, firing: Firing, named: Known) -> Iterator[str]:
        for rule in self._concluding(firing.concludes.kind, firing.concludes.id):
            speaks_against = getattr(rule.then, "speaks", "for") == "against"
            if not speaks_against and truth(rule.when, named, self.knowledge) is not False:
                yield f"{firing.id}: {rule.id} is not ruled out"

    def _stage_is_the_lower_middle(self, firing: Firing) -> Iterator[str]:
        weights = [
            (fact.value, str(getattr(self.rules[fact.id].then, "weight", None))) for fact in firing.from_
        ]
        said = [each for each, weight in weights for _ in range(TIMES[weight])]
        said = said or [each for each, _ in weights]
        stage = lower_middle(said)
        own = [weight for each, weight in weights if each == stage]
        carried = "defining" in own or own.count("plain") >= 2
        less = [lower_middle([*said[:place], *said[place + 1 :]]) for place in range(len(said))]
        sure = "firm" if carried and set(less) == {stage} else "tentative"
        if firing.concludes.value not in (stage, f"{stage}-{sure}"):
            yield f"{firing.id}: it does not follow from its signs"

    def _facts_are_grounded(self, firing: Firing) -> Iterator[str]:
        if not firing.from_:
            yield f"{firing.id}: rests on nothing"
        for fact in firing.from_:
            if fact.kind in ("answer", "item", "placed", "tried", "sector", "apart", "moved", "observed"):
                if self.answers.get((fact.kind, fact.id)) != fact.value or fact.firings:
                    yield f"{firing.id}: {fact} is not an answer of this case"
            elif not fact.firings:
                yield f"{firing.id}: {fact} names no firing"
            for id_ in fact.firings:
                if id_ not in self.firings or not self._concludes(self.firings[id_], fact):
                    yield f"{firing.id}: {id_} does not conclude {fact}"

    @staticmethod
    def _concludes(firing: Firing, fact: FactRef) -> bool:
        said = firing.concludes
        if fact.kind == "sign":
            return firing.id == fact.id and said.value == fact.value
        return (said.kind, said.id, said.value) == (fact.kind, fact.id, fact.value)

    def _known(self) -> Known:
        """Return all that is known at the end: answers and what was concluded."""
        known = dict(self.answers)
        for firing in self.advice.firings:
            said = firing.concludes
            if said.kind in ("finding", "stage", "sure", "pattern"):
                known[said.kind, said.id] = said.value
        return known

    def _told_as_is_known(self) -> Iterator[str]:
        known = self._known()
        for firing in self.advice.firings:
            rule = self.rules.get(firing.rule)
            for name in ("title", "because") if rule else ():
                said = told(rule, name, known, self.knowledge)
                if self._in_doubt(firing, known):
                    if getattr(firing, name) == said or said not in getattr(firing, name):
                        yield f"{firing.id}: its {name} is a fact, though it rests on what is only possible"
                elif getattr(firing, name) != said:
                    yield f"{firing.id}: its {name} is not the one for this case"
        for pattern in self.advice.patterns:
            entry = self.knowledge.entry(pattern.id)
            for name in ("text", "calls_for", "makes_worse"):
                said = told(entry, name, known, self.knowledge)
                if name == "text" and pattern.fit == "possible":
                    asked = told(entry, "question", known, self.knowledge) if entry.question else ""
                    said = asked or f"Is it so? {said}"
                if getattr(pattern, name) != said:
                    yield f"{pattern.id}: its {name} is not the one for this case"

    def _in_doubt(self, firing: Firing, known: Known) -> bool:
        """Return whether a firing would not hold, were there no patterns that are only possible."""
        doubtful = {
            (fact.kind, fact.id)
            for fact in firing.from_
            if (fact.kind, fact.value) == ("pattern", "possible")
            or (
                (fact.kind, fact.value) == ("finding", "present")
                and all(self._in_doubt(self.firings[below], known) for below in fact.firings)
            )
        }
        without = {thing: value for thing, value in known.items() if thing not in doubtful}
        return bool(doubtful) and truth(self.rules[firing.rule].when, without, self.knowledge) is not True

    def _everything_true_fired(self) -> Iterator[str]:
        known = self._known()
        for id_, rule in self.rules.items():
            holds = truth(rule.when, known, self.knowledge) is True
            if holds != (id_ in self.firings):
                yield f"{id_}: " + (
                    "did not fire though it holds" if holds else "fired though it does not hold"
                )

    def _chains_end_in_answers(self) -> Iterator[str]:
        ended: dict[str, bool] = {}

        def ends(id_: str, above: tuple[str, ...]) -> bool:
            if id_ in above:
                return False
            if id_ not in ended:
                ended[id_] = all(
                    ends(below, (*above, id_)) for fact in self.firings[id_].from_ for below in fact.firings
                )
            return ended[id_]

        for id_ in self.firings:
            if not ends(id_, ()):
                yield f"{id_}: its reasons go round in a circle"

    def _conclusions_have_firings(self) -> Iterator[str]:
        advice = self.advice
        withheld = {f.concludes.id for f in advice.firings if f.concludes.kind == "withhold"}
        for item in advice.recommendations():
            if not item.firings:
                yield f"{item.id}: is recommended without a reason"
            for id_ in item.firings:
                said = self.firings[id_].concludes
                if (said.kind, said.id) != ("recommend", item.id):
                    yield f"{item.id}: {id_} does not recommend it"
            if item.id in withheld:
                yield f"{item.id}: is recommended though something speaks against it now"
        of_each = [(finding.id, finding.firings) for finding in advice.findings]
        of_each += [(pattern.id, pattern.for_) for pattern in advice.patterns]
        for name, ids in of_each:
            if not ids or any(id_ not in self.firings for id_ in ids):
                yield f"{name}: has no firing"
        for factor in advice.factors:
            if (factor.stage != "unknown") != bool(factor.firings):
                yield f"{factor.id}: has a stage without a firing"

    def _plan_is_advised(self) -> Iterator[str]:
        advised = {item.id for item in self.advice.recommendations()}
        for step in self.advice.plan:
            if step.id not in advised:
                yield f"{step.id}: is planned but not recommended"

    def _concluding(self, kind: str, id_: str) -> list[Any]:
        return [
            r for r in self.rules.values() if getattr(r.then, kind, None) == id_ and hasattr(r.then, kind)
        ]


def lower_middle(said: list[str]) -> str:
    """Return the stage that is the lower middle of several; confident only where nothing says emerging."""
    places = sorted(STAGES.index(each) for each in said)
    middle = places[(len(places) - 1) // 2] if places else 0
    return STAGES[1 if middle == 2 and places[0] == 0 else middle]


def known_from_answers(case: Case, knowledge: KnowledgeBase) -> Known:
    """Return the answers of a case as facts; don't-know and not asked are not there."""
    known: Known = {}
    for question in knowledge.questions.values():
        answer = case.answers.get(question.id, "dont-know")
        if question.kind == "choice":
            known["answer", question.id] = str(answer)
        for row in (*question.items, *question.rows):
            value = answer if isinstance(answer, str) else answer.get(row.id, "dont-know")
            if question.kind == "checklist":
                known["item", f"{question.id}.{row.id}"] = value
            else:
                known["placed", row.id] = value
    for action in sorted(case.actions, key=lambda action: action.date.isoformat() if action.date else ""):
        if knowledge.has(action.id, TRIED_KINDS):
            known["tried", action.id] = action.outcome
    known.update(_sectors(case))
    return {key: value for key, value in known.items() if value != "dont-know"}


def _sectors(case: Case) -> Known:
    """Return which sectors the partners are of; no to the others only where each partner has one."""
    found = [getattr(sector_named(partner.sector), "id", "") for partner in case.partners]
    known = {("sector", sector): "yes" for sector in found if sector}
    if found and all(found):
        known.update({("sector", each.id): "no" for each in SECTORS if each.id not in found})
    return known


def told(entry: Any, name: str, known: Known, knowledge: KnowledgeBase) -> str:
    """Return a text of an entry or rule in the words for a case: of the first that is true, else its own."""
    for other in entry.said_otherwise:
        if truth(other.when, known, knowledge) is True:
            return str(getattr(other, name) or getattr(entry, name))
    return str(getattr(entry, name))


def truth(condition: Any, known: Known, knowledge: KnowledgeBase) -> bool | None:
    """Return whether a condition is true, false or (None) open, in strong Kleene logic."""
    if hasattr(condition, "all"):
        return _all([truth(member, known, knowledge) for member in condition.all])
    if hasattr(condition, "any"):
        return _not(_all([_not(truth(member, known, knowledge)) for member in condition.any]))
    if hasattr(condition, "none"):
        return _all([_not(truth(member, known, knowledge)) for member in condition.none])
    if hasattr(condition, "of"):
        return _at_least(condition, known, knowledge)
    return _leaf(condition, known, knowledge)


def _not(value: bool | None) -> bool | None:
    return None if value is None else not value


def _all(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def _at_least(condition: Any, known: Known, knowledge: KnowledgeBase) -> bool | None:
    members = list(condition.of)
    least = condition.at_least
    if isinstance(least, str):
        members = [m for m in members if _value(m, known) != "not-applicable"]
        if not members:
            return False
        least = (len(members) + 1) // 2 if least == "half" else len(members) // 2 + 1
    values = [truth(member, known, knowledge) for member in members]
    if values.count(True) >= least:
        return True
    return None if values.count(True) + values.count(None) >= least else False


def _value(leaf: Any, known: Known) -> str | None:
    for kind in ("answer", "item", "placed"):
        if hasattr(leaf, kind):
            return known.get((kind, getattr(leaf, kind)))
    return None


def _leaf(leaf: Any, known: Known, knowledge: KnowledgeBase) -> bool | None:
    if hasattr(leaf, "finding"):
        value = known.get(("finding", leaf.finding))
        return None if value is None else value == "present"
    if hasattr(leaf, "pattern"):
        value = known.get(("pattern", leaf.pattern))
        if value in (None, "absent"):
            return None if value is None else False
        return True if value == "likely" or leaf.fit == "possible" else None
    for kind in ("sector", "apart", "observed"):
        if hasattr(leaf, kind):
            value = known.get((kind, getattr(leaf, kind)))
            return None if value is None else value == "yes"
    kinds = ("answer", "item", "placed", "stage", "tried", "moved")
    kind = next(kind for kind in kinds if hasattr(leaf, kind))
    id_ = getattr(leaf, kind)
    if kind == "stage" and leaf.sure is not None:
        stage, _, sure = known.get(("sure", id_), "").partition("-")
        return sure == leaf.sure and stage in (leaf.is_, *(leaf.in_ or ())) if sure else None
    value = known.get((kind, id_))
    if value is None:
        return None
    wanted = [getattr(leaf, "is_", None), getattr(leaf, "outcome", None), *(getattr(leaf, "in_", None) or ())]
    if kind == "answer" and (leaf.at_least or leaf.at_most):
        scale = [option.id for option in knowledge.questions[id_].options]
        low = scale.index(leaf.at_least) if leaf.at_least else 0
        high = scale.index(leaf.at_most) if leaf.at_most else len(scale) - 1
        return value in scale[low : high + 1]
    return value in wanted
