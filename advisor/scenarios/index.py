"""The index of scenarios: what each is called, how hard and how long it is, and what can be practised on it.

What a scenario teaches is what its author expects of the advice, and what the advice on it comes to: the
patterns that are likely, the alerts, and the steps of the plan. The long list of all that is advised is left
out, since nearly everything is advised somewhere in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from advisor.advice.model import Advice
from advisor.advice.reasoner import Reasoner
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.expectations import Expectations
from advisor.scenarios.loader import read_scenarios
from advisor.scenarios.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Row:
    """A scenario in the index.

    `name` is what a command is given for it. `patterns` are those that its author expects, then those that
    are likely; `expects` is what he expects to be advised, `wrong` what he expects not to be; `plan` the
    steps of the advice in their order; `lead` what comes before all else. `pair` is the id of the scenario
    in which somebody else tells of the same partnership. `facts` counts the questions that its case answers,
    which a group may ask for; `words` those of the story.
    """

    id: str
    name: str
    title: str
    teaches: str
    number: int | None
    level: str | None
    minutes: int | None
    setting: str | None
    patterns: tuple[str, ...]
    alerts: tuple[str, ...]
    lead: str | None
    expects: tuple[str, ...]
    wrong: tuple[str, ...]
    plan: tuple[str, ...]
    pair: str | None
    facts: int
    words: int
    variations: int

    @property
    def practises(self) -> tuple[str, ...]:
        """What can be practised on it: what is expected to be advised, then the other steps of the plan."""
        return tuple(dict.fromkeys((*self.expects, *self.plan)))

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)


def indexed(scenarios: Mapping[str, Scenario], knowledge: KnowledgeBase) -> tuple[Row, ...]:
    """Return the index of scenarios, which are given by the name that a command takes, sorted by number."""
    reasoner = Reasoner(knowledge, engine="columnar")
    rows = [_row(name, each, reasoner.advise(each.case), knowledge) for name, each in scenarios.items()]
    return tuple(sorted(_with_pairs(_with_own_numbers(rows)), key=_place))


def read_index(files: Mapping[str, Path], knowledge: KnowledgeBase) -> tuple[Row, ...]:
    """Return the index of the scenarios in files; `CaseError` with the faults of all of them."""
    return indexed(dict(zip(files, read_scenarios(files.values(), knowledge), strict=True)), knowledge)


def _row(name: str, scenario: Scenario, advice: Advice, knowledge: KnowledgeBase) -> Row:
    expect, plan = scenario.expect, tuple(step.id for step in advice.plan)
    alerts = tuple(alert.id for alert in advice.alerts)
    first = () if expect.first is None else (expect.first.id,)
    likely = [pattern.id for pattern in advice.patterns if pattern.fit == "likely"]
    found = [each.id for each in expect.found if knowledge.has(each.id, ("pattern",))]
    return Row(
        id=scenario.id,
        name=name,
        title=scenario.title,
        teaches=" ".join(scenario.teaches.split()),
        number=scenario.number,
        level=scenario.level,
        minutes=scenario.minutes,
        setting=scenario.setting,
        patterns=tuple(dict.fromkeys((*found, *likely))),
        alerts=alerts,
        lead=next(iter((*alerts, *first, *plan)), None),
        expects=_expected(expect),
        wrong=tuple(each.id for each in expect.not_recommended),
        plan=plan,
        pair=scenario.other_view,
        facts=len(scenario.case.answers),
        words=len(scenario.narrative.split()),
        variations=len(scenario.variations),
    )


def _expected(expect: Expectations) -> tuple[str, ...]:
    first = () if expect.first is None else (expect.first,)
    listed = (*first, *expect.among_first, *expect.in_plan, *expect.recommended)
    return tuple(dict.fromkeys(each.id for each in listed))


def _with_own_numbers(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with each number once: who comes first keeps it, as one's own scenarios do."""
    taken: set[int | None] = set()
    kept = []
    for row in rows:
        kept.append(replace(row, number=None) if row.number in taken else row)
        taken.add(row.number)
    return kept


def _with_pairs(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with their pairs, also where only one of two names the other."""
    there = {row.id for row in rows}
    named = {row.pair: row.id for row in rows if row.pair is not None}
    pairs = {row.id: row.pair or named.get(row.id) for row in rows}
    return [replace(row, pair=pair if (pair := pairs[row.id]) in there else None) for row in rows]


def _place(row: Row) -> tuple[bool, int, str]:
    return row.number is None, row.number or 0, row.id
