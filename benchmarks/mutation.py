"""Changes to the rules, tried all at once and each by itself."""

from __future__ import annotations

import time
from pathlib import Path

from advisor import Advisor
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.engine import ColumnarEngine
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.loader import chosen_paths, read_scenarios
from advisor.scenarios.scenario import tellings
from advisor.verification import try_mutants, verify
from advisor.verification.mutants import Mutant, mutants

SMALL = Path(__file__).parent.parent / "tests" / "faulty_knowledge" / "sound"
SAMPLE = 12  # changes that are tried each by itself: all would take hours


def measure(small: bool = False) -> str:
    """Return what one change on one case takes, tried at once with all others and by itself."""
    knowledge = Advisor(SMALL if small else None).knowledge
    scenarios = read_scenarios(chosen_paths((), knowledge), knowledge)
    tried = 1 if small else SAMPLE
    cases = [telling.case for scenario in scenarios for telling in tellings(scenario, knowledge)]
    start = time.perf_counter()
    found = try_mutants(knowledge, scenarios, [scenario.id for scenario in scenarios])
    together = time.perf_counter() - start
    changes = mutants(knowledge)
    sample = changes[:: len(changes) // tried][:tried]
    start = time.perf_counter()
    for mutant in sample:
        engine = ColumnarEngine(_changed(knowledge, mutant))
        for case in cases:
            engine.infer(initial_facts(case, knowledge))
    alone = (time.perf_counter() - start) / tried
    assert knowledge.folder is not None
    start = time.perf_counter()
    verify(knowledge.folder)
    checked = time.perf_counter() - start
    return "\n".join(
        (
            f"{len(found)} changes on {len(cases)} cases, all at once: {together:.1f} s",
            f"each by itself ({tried} tried): {alone:.2f} s, {alone * len(found) / 3600:.1f} h in all; "
            f"{alone * len(found) / together:.0f} times as long",
            f"all checks of the knowledge: {checked:.1f} s",
        )
    )


def _changed(knowledge: KnowledgeBase, mutant: Mutant) -> KnowledgeBase:
    rules = {rule.id: rule for rule in knowledge.rules if rule.id != mutant.of}
    if mutant.rule is not None:
        rules[mutant.of] = mutant.rule
    return knowledge.with_rules(rules)
