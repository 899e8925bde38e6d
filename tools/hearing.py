"""How much of what a leader says is heard: `python -m tools.hearing`.

Each of the answers "this is missing" (a pre-condition, a shift) is said alone and beside other answers, and
it is counted how often the thing itself is named: advised, held back with a reason, in the plan, first in it.
"""

from __future__ import annotations

from advisor import Advisor, Case
from advisor.advice.model import Advice
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.loader import read_scenario_file, scenario_paths
from advisor.verification.check_hearing import unheard
from advisor.verification.subject import Subject

Said = dict[str, str | dict[str, str]]
SHIFTS = ("my-practice-with-people", "my-practice-with-the-work")


def lists(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Return the lists in which a leader says what is there and what is missing."""
    return (*(id_ for id_ in knowledge.questions if id_.startswith("in-place-")), *SHIFTS)


def gaps(knowledge: KnowledgeBase) -> list[tuple[str, str]]:
    """Return all that can be missing: the list, and the thing."""
    return [(id_, item.id) for id_ in lists(knowledge) for item in knowledge.questions[id_].items]


def companies(knowledge: KnowledgeBase) -> dict[str, Said]:
    """Return what else may be said beside a gap."""
    middling = {q.id: q.options[1].id for q in knowledge.questions.values() if q.core and q.scale}
    return {
        "alone": {},
        "thin contact": {"contact": "when-needed", "acquaintance": "names"},
        "good contact": {"contact": "regular", "acquaintance": "roles", "trust": "mostly"},
        "all core scales at their second step": dict(middling),
        "an open quarrel": {"disagreement": "open-dispute", "my-part": "yes", "trust": "not-at-all"},
        "worn out": {"my-support": {"worn-out": "yes", "alone": "yes"}, "initiative": "us"},
        "those above": {"partner-kind": "those-above", "power": "one-decides", "power-side": "theirs"},
        "one house": {"partner-kind": "own-house", "contact": "none"},
        "an ending": {"pressing": {"it-ends": "yes"}, "what-i-want": "less-or-end"},
        "tired of change": {"changes-lately": {"tired-of-change": "yes", "too-many-initiatives": "yes"}},
        "strangers": {"contact": "none", "acquaintance": "hardly", "history": "never-began"},
        "it goes well": {"output": "good", "contact": "regular", "trust": "openly", "history": "good"},
    }


def with_gap(said: Said, question: str, thing: str) -> Case:
    """Return a case in which a thing is missing, whatever else is said."""
    return Case(answers={**said, question: {thing: "no"}})


def named(advice: Advice, thing: str) -> tuple[bool, bool, bool, bool]:
    """Return whether a thing is advised, held back with a reason, in the plan, and first in it."""
    planned = [step.when for step in advice.plan if step.id == thing]
    return (
        any(item.id == thing for item in advice.recommendations()),
        any(item.id == thing for item in advice.withheld),
        bool(planned),
        "first" in planned,
    )


def main() -> None:
    """Print the numbers."""
    advisor = Advisor()
    knowledge = advisor.knowledge
    for name, said in companies(knowledge).items():
        found = [named(advisor.advise(with_gap(said, *gap)), gap[1]) for gap in gaps(knowledge)]
        heard = sum(advised or held for advised, held, _, _ in found)
        advised, held, planned, first = (sum(column) for column in zip(*found, strict=True))
        print(
            f"{name}: {heard} of {len(found)} named, {advised} advised, {held} held back, "
            f"{planned} in the plan, {first} first"
        )
    scenarios = [read_scenario_file(path, knowledge) for path in scenario_paths(knowledge).values()]
    for what, left in (
        ("alone", unheard(Subject(knowledge, scenarios), alone=True)),
        ("alone and beside what the scenarios say", unheard(Subject(knowledge, scenarios))),
    ):
        print(f"answers that move nothing {what}: {len(left)}")


if __name__ == "__main__":
    main()
