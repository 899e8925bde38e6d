"""What a step of the circuit rests on, however deep: which factors it touches."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.inference.circuit.evaluator import CircuitRule, Evaluator
from advisor.inference.circuit.gates import TRUE, Gate
from advisor.inference.circuit.placed import Placed
from advisor.knowledge.facts import Fact


class Touched:
    """Which factors a firing rests on, however deep, as `advice.order.factors_reached` says it of facts."""

    def __init__(self, evaluator: Evaluator) -> None:
        self._evaluator = evaluator
        self._circuit = evaluator.circuit
        self._concluding: dict[Fact, list[CircuitRule]] = {}
        for step in evaluator.steps:
            for fact, _ in step.concludes:
                self._concluding.setdefault(fact, []).append(step)
        self._by_step: dict[tuple[str, str], Gate] = {}

    def unsettled_factor(self, factor: str, supports: list[CircuitRule]) -> Gate:
        """Return where one of the steps fires, touches the factor, and the factor is not confident."""
        gate_of, circuit = self._evaluator.gate_of, self._circuit
        unsettled = circuit.any_of(
            gate_of(Fact("stage", factor, stage)) for stage in ("emerging", "developing")
        )
        touched = circuit.any_of(circuit.both(step.fires, self.step(step, factor)) for step in supports)
        return circuit.both(unsettled, touched)

    def step(self, step: CircuitRule, factor: str) -> Gate:
        """Return where a step, should it fire, touches the factor.

        What it rests on is worked out before it and kept, without recursion: a chain may be thousands long.
        """
        waiting = [] if (step.id, factor) in self._by_step else [step]
        while waiting:
            last = waiting[-1]
            below = [each for each in self._below(last, factor) if (each.id, factor) not in self._by_step]
            if below:
                waiting += below
                continue
            waiting.pop()
            if (last.id, factor) not in self._by_step:
                self._by_step[last.id, factor] = self.worked_out(last, factor)
        return self._by_step[step.id, factor]

    def _below(self, step: CircuitRule, factor: str) -> Iterator[CircuitRule]:
        """Yield the steps that a step rests on, but those of which it does not matter what they touch."""
        yield from step.signs
        tests = [] if step.test is None or self.is_it(step, factor) else [step.test]
        while tests:
            test = tests.pop()
            tests += test.members
            for fact, _ in (*test.facts, *test.outside):
                if not self.is_about(fact, factor):
                    yield from self._concluding.get(fact, ())

    def is_it(self, step: CircuitRule, factor: str) -> bool:  # noqa: ARG002 (for those who ask of more)
        """Return whether a step touches the factor by what it is, whatever it rests on."""
        return False

    def worked_out(self, step: CircuitRule, factor: str) -> Gate:
        """Return where a step touches the factor; what it rests on has been worked out."""
        if self.is_it(step, factor):
            return TRUE
        if step.test is not None:
            return self._test(step.test, factor)
        signs = self._looked_at(step)
        return self._circuit.any_of(
            self._circuit.both(gate, self._by_step[sign.id, factor]) for sign, gate in signs
        )

    def _looked_at(self, step: CircuitRule) -> Iterator[tuple[CircuitRule, Gate]]:
        """Yield the signs that a step weighs, and where it does: faint ones only where there is no other."""
        clear = self._circuit.any_of(sign.fires for sign in step.signs if sign.weight != "faint")
        alone = self._circuit.opposite(clear)
        for sign in step.signs:
            yield sign, self._circuit.both(sign.fires, alone) if sign.weight == "faint" else sign.fires

    def _test(self, test: Placed, factor: str) -> Gate:
        circuit = self._circuit
        facts = (circuit.both(gate, self._fact(fact, factor)) for fact, gate in (*test.facts, *test.outside))
        members = (circuit.both(member.gate, self._test(member, factor)) for member in test.members)
        return circuit.any_of([*facts, *members])

    def _fact(self, fact: Fact, factor: str) -> Gate:
        if self.is_about(fact, factor):
            return TRUE
        concluding, circuit = self._concluding.get(fact, ()), self._circuit
        return circuit.any_of(circuit.both(step.fires, self._by_step[step.id, factor]) for step in concluding)

    def is_about(self, fact: Fact, factor: str) -> bool:
        """Return whether a fact itself, and not what it rests on, is about the factor."""
        if fact.kind in ("stage", "sure", "placed"):
            return fact.id == factor
        return fact.kind == "finding" and self._factor_of(fact.id) == factor

    def _factor_of(self, finding: str) -> str | None:
        factor: str | None = getattr(self._evaluator.knowledge.entry(finding), "factor", None)
        return factor
