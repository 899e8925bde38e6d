"""Which scenarios exercise which rule and entry: where it fires, is found, advised or answered.

All scenarios and variations are run through the circuit at once: to have the advice on each would take as
long as all else that is told of an entry, many times over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.cases.case import Case
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.evaluator import Evaluator, evaluator_for
from advisor.inference.circuit.gates import Gate
from advisor.inference.circuit.ranking import advised
from advisor.inference.circuit.trials import bits_set, columns_of_cases
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.rules import Raises, Signs
from advisor.scenarios.loader import read_scenarios, scenario_paths
from advisor.scenarios.scenario import tellings


def exercised(knowledge: KnowledgeBase) -> dict[str, list[str]]:
    """Return for each id the scenarios in which it comes up, in their order.

    One that comes up only where some answers are other is written SCENARIO with QUESTION=ANSWER. `CaseError`
    if a scenario cannot be read.
    """
    scenarios = read_scenarios(scenario_paths(knowledge).values(), knowledge)
    told = [(scenario.id, telling) for scenario in scenarios for telling in tellings(scenario, knowledge)]
    found: dict[str, dict[str, str]] = {}
    for id_, where in _coming_up(knowledge, [telling.case for _, telling in told]):
        for place in where:
            scenario, telling = told[place]
            name = f"{scenario} with {telling.with_}" if telling.with_ else scenario
            found.setdefault(id_, {}).setdefault(scenario, name)
    return {id_: [*names.values()] for id_, names in found.items()}


def _coming_up(knowledge: KnowledgeBase, cases: Sequence[Case]) -> Iterator[tuple[str, Iterator[int]]]:
    """Yield each id that comes up, with the places of the cases in which it does."""
    evaluator = evaluator_for(knowledge)
    gates = _gates(evaluator)
    program = evaluator.circuit.program(list(gates.values()))
    known = columns_of_cases([initial_facts(case, knowledge) for case in cases])
    cells = program.run(known, 0, (1 << len(cases)) - 1)
    answered = columns_of_cases([case.answers for case in cases])
    coming = {**answered, **{id_: cells[program.cell_of[gate]] for id_, gate in gates.items()}}
    return ((id_, bits_set(column)) for id_, column in coming.items() if column)


def _gates(evaluator: Evaluator) -> dict[str, Gate]:
    """Return the gates that are true where a rule fires, and where an entry is found, advised or raised."""
    knowledge, circuit = evaluator.knowledge, evaluator.circuit
    steps = [step for step in evaluator.steps if step.rule is not None]
    raised = {id_: steps for (about, id_), steps in evaluator.about.items() if about is Raises}
    signs: dict[str, list[Gate]] = {}
    for step in steps:
        if step.rule is not None and isinstance(step.rule.then, Signs):
            signs.setdefault(step.rule.then.subject, []).append(step.fires)
    return {
        **{step.id: step.fires for step in steps},
        **{id_: circuit.any_of(each) for id_, each in signs.items()},
        **{id_: circuit.any_of(step.fires for step in each) for id_, each in raised.items()},
        **{
            id_: evaluator.gate_of(Fact("finding", id_, "present"))
            for id_ in knowledge.ids(knowledge.kinds.concluded)
        },
        **{id_: evaluator.gate_of(Fact("pattern", id_, "likely")) for id_ in knowledge.ids_of("pattern")},
        **{id_: advised(evaluator, id_) for id_ in knowledge.ids(knowledge.kinds.advisable)},
    }
