"""How long the plans are, and how many of their items have a ground in the case: `python -m tools.plans`.

An item has a ground if an answer of this case is among its reasons that two controls do not give: one in
which all is well, and one in which every scale stands at its middle (docs/steady.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor import Advisor, Case
from advisor.advice.grounds import Grounds
from advisor.advice.model import Advice
from advisor.cases.facts import initial_facts
from advisor.inference.firing import by_conclusion
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import STRENGTHS
from advisor.scenarios.loader import read_scenario_file, scenario_paths

UNSEEN = Path(__file__).resolve().parent.parent / "tests" / "unseen"
ALL_WELL = "everything-fine.yaml"


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of some cases: how many items each has, and which items have no ground, by case and id."""

    lengths: tuple[int, ...]
    groundless: tuple[tuple[str, str], ...]

    @property
    def mean(self) -> float:
        """How many items a plan has."""
        return sum(self.lengths) / len(self.lengths)

    @property
    def grounded(self) -> float:
        """The part of all items that has a ground; all of none."""
        number = sum(self.lengths)
        return 1 - len(self.groundless) / number if number else 1.0


def middle(knowledge: KnowledgeBase) -> Case:
    """Return the case in which every scale has the answer at its middle, the lower of two."""
    answers = {}
    for question in knowledge.questions.values():
        if question.scale:
            steps = [option.id for option in question.options if option.id != "not-applicable"]
            answers[question.id] = steps[(len(steps) - 1) // 2]
    return Case(answers=answers)


def said_by(cases: Iterable[Case], knowledge: KnowledgeBase) -> frozenset[Fact]:
    """Return what the cases give, all together."""
    return frozenset(fact for case in cases for fact in initial_facts(case, knowledge))


def groundless(advice: Advice, own: frozenset[Fact]) -> list[str]:
    """Return the ids of a plan's items for which no reason rests on the case's `own` facts."""
    grounds = Grounds(advice.firings, by_conclusion(advice.firings))
    supports = [firing for firing in advice.firings if firing.concludes.value in STRENGTHS]
    return [
        step.id
        for step in advice.plan
        if not any(grounds.of(firing) & own for firing in supports if firing.concludes.id == step.id)
    ]


def plans_of(cases: Sequence[tuple[str, Case]], controls: frozenset[Fact], advisor: Advisor) -> Plans:
    """Return what the plans of named cases come to, beside what the controls give."""
    lengths: list[int] = []
    left: list[tuple[str, str]] = []
    for name, case in cases:
        advice = advisor.advise(case)
        lengths.append(len(advice.plan))
        own = said_by([case], advisor.knowledge) - controls
        left += ((name, id_) for id_ in groundless(advice, own))
    return Plans(tuple(lengths), tuple(left))


def main() -> None:
    """Print the figures, and every item without a ground."""
    advisor = Advisor()
    knowledge = advisor.knowledge
    controls = said_by([advisor.read_case(UNSEEN / ALL_WELL), middle(knowledge)], knowledge)
    paths = scenario_paths(knowledge)
    groups = {
        "scenarios": [(id_, read_scenario_file(path, knowledge).case) for id_, path in paths.items()],
        "tests/unseen": [(path.stem, advisor.read_case(path)) for path in sorted(UNSEEN.glob("*.yaml"))],
    }
    for group, cases in groups.items():
        found = plans_of(cases, controls, advisor)
        number = sum(found.lengths)
        print(f"{group}: {len(cases)} cases, {found.mean:.2f} items in a plan")
        print(
            f"  {number - len(found.groundless)} of {number} have a ground ({found.grounded:.1%}); without:"
        )
        for name, id_ in found.groundless:
            print(f"    {name}: {id_}")


if __name__ == "__main__":
    main()
