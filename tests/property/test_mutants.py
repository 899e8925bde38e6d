"""All changes tried at once say what each tried by itself says."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.inference.network import ABSENCE
from advisor.knowledge.integrity import findings_are_concluded
from advisor.scenarios.expectation_check import outcomes, reasons_below
from advisor.scenarios.expectations import (
    Before,
    Expectations,
    ExpectedStage,
    First,
    Found,
    NotRecommended,
    Recommended,
)
from advisor.scenarios.scenario import Scenario, advise_tellings
from advisor.scenarios.snapshot import said_in
from advisor.verification import try_mutants
from advisor.verification.mutants import mutants
from tests.support.amount import examples
from tests.support.strategies import cases, small_knowledge


def changed(knowledge, mutant):
    """Return the knowledge base with the change in it, made anew."""
    rules = {rule.id: rule for rule in knowledge.rules if rule.id != mutant.of}
    if mutant.rule is not None:
        rules[mutant.of] = mutant.rule
    return knowledge.with_rules(rules)


def expected(advice):
    """Return expectations that hold of an advice, of every kind that it gives rise to."""
    order = [item.id for item in advice.interventions]
    advised = [item.id for item in advice.recommendations()]
    rest = {"reason": "So it is."}

    def below(id_):
        return tuple(sorted(reasons_below(advice, id_)))

    return Expectations(
        first=First(id=order[0], **rest) if order else None,
        recommended=tuple(
            Recommended(id=item.id, because_of=below(item.id), **rest) for item in advice.recommendations()
        ),
        not_recommended=tuple(
            NotRecommended(id=each.id, **rest) for each in advice.withheld if each.id not in advised
        ),
        before=tuple(Before(first=a, then=b, **rest) for a, b in pairwise(order)),
        stages=tuple(ExpectedStage(factor=each.id, is_=each.stage, **rest) for each in advice.factors),
        found=tuple(
            Found(id=each.id, because_of=below(each.id), **rest)
            for each in (*advice.findings, *advice.patterns)
            if getattr(each, "fit", "likely") == "likely"
        ),
    )


@settings(max_examples=examples(8))  # each takes seconds
@given(st.data())
def test_what_is_noticed_of_all_changes_at_once_is_what_each_alone_does(data):
    knowledge = data.draw(small_knowledge())
    case = data.draw(cases(knowledge))
    advice = Advisor(knowledge, engine="columnar").advise(case)
    given_ = {**{field.name: None for field in fields(Scenario)}, "afterwards": ()}
    scenario = Scenario(**{**given_, "id": "s", "variations": (), "case": case, "expect": expected(advice)})
    found = try_mutants(knowledge, [scenario], [scenario.id])
    absences = any(firing.rule.startswith(ABSENCE) for firing in advice.firings)
    assert [each.mutant.name for each in found] == [mutant.name for mutant in mutants(knowledge)]
    for each in found:
        without = changed(knowledge, each.mutant)
        if any(findings_are_concluded(without)):
            continue  # it could not be loaded: a rule waits for what nothing concludes
        other = Advisor(without, engine="columnar")
        unmet = any(not result.met for result in outcomes(advise_tellings(scenario, other), other))
        differs = said_in(other.advise(case), other.knowledge) != said_in(advice, knowledge)
        # What lies below an absence may still be seen where the rule is taken away: then less is claimed.
        assert each.expectation <= unmet, each.mutant.name
        assert absences or each.expectation == unmet, each.mutant.name
        assert each.record == differs, each.mutant.name
