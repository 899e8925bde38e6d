"""What experta does on its own, and that our engine does not: each cure has a test that fails without it."""

from __future__ import annotations

import collections
import logging
import subprocess
import sys

import pytest

from advisor import Case
from advisor.cases.facts import initial_facts
from advisor.inference._experta_engine import Engine, OrderedStrategy
from advisor.inference._experta_quiet import experta

NOT, Fact, KnowledgeEngine, Rule = experta.NOT, experta.Fact, experta.KnowledgeEngine, experta.Rule


class Answer(Fact):  # type: ignore[misc, valid-type]  # experta has no types
    pass


class Concluded(Fact):  # type: ignore[misc, valid-type]  # as above
    pass


def _engine(strategy=None):
    """Return an engine of twelve rules, three of which must not fire once `first` has concluded them."""

    def recorder(number):
        def fire(self):
            self.fired.append(number)

        fire.__name__ = f"rule_{number:02}"
        return fire

    def conclude_three(self):
        self.fired.append("first")
        for number in (5, 6, 7):
            self.declare(Concluded(id=number))

    rules = {f"rule_{n:02}": Rule(Answer(q=1), NOT(Concluded(id=n)))(recorder(n)) for n in range(12)}
    rules["first"] = Rule(Answer(q=1), salience=10)(conclude_three)
    if strategy is not None:
        rules["__strategy__"] = strategy
    return type("Twelve", (KnowledgeEngine,), rules)()


def _fired(engine):
    engine.fired = []
    engine.reset()
    engine.declare(Answer(q=1))
    engine.run()
    return engine.fired


def test_experta_alone_fires_rules_whose_condition_no_longer_holds():
    runs = [_fired(_engine()) for _ in range(20)]
    assert any(set(run) & {5, 6, 7} for run in runs), "cured upstream: OrderedStrategy may go"


def test_with_our_strategy_a_withdrawn_rule_never_fires():
    for _ in range(20):
        assert not set(_fired(_engine(OrderedStrategy))) & {5, 6, 7}


ORDER = """
from advisor.inference._experta_engine import OrderedStrategy
from advisor.inference._experta_quiet import experta
class Answer(experta.Fact): pass
def recorder(n):
    def fire(self): self.fired.append(n)
    fire.__name__ = f"rule_{n:02}"
    return fire
rules = {f"rule_{n}": experta.Rule(Answer(q=1))(recorder(n)) for n in range(30)}
if %r: rules["__strategy__"] = OrderedStrategy
engine = type("E", (experta.KnowledgeEngine,), rules)()
engine.fired = []; engine.reset(); engine.declare(Answer(q=1)); engine.run()
print(engine.fired)
"""


@pytest.mark.parametrize(("ours", "stable"), [(False, False), (True, True)])
def test_the_order_of_firing_varies_in_experta_alone_and_never_with_our_strategy(ours, stable):
    padding = [
        "pass",
        "x = list(range(10_000))",
        "y = {i: str(i) for i in range(50_000)}",
        "z = bytearray(1 << 22)",
    ]
    runs = {
        subprocess.run(
            [sys.executable, "-c", pad + "\n" + ORDER % ours], capture_output=True, text=True, check=True
        ).stdout
        for pad in padding
    }
    assert (len(runs) == 1) is stable
    if stable:
        assert runs == {str(list(range(30))) + "\n"}


def test_importing_experta_leaves_collections_and_logging_as_they_were():
    assert not hasattr(collections, "Mapping")
    code = "import logging, advisor.inference; print(logging.root.handlers)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said == "[]\n"
    assert logging.getLogger("experta") is not None


def test_an_error_in_a_rule_does_not_leave_the_engine_running(advisor, monkeypatch):
    engine = Engine(advisor.knowledge)
    facts = initial_facts(Case(answers={"contact": "none"}), advisor.knowledge)
    with monkeypatch.context() as patch:
        patch.setattr(Engine, "_derive", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            engine.infer(facts)
    assert engine.running is False
    assert engine.infer(facts) == Engine(advisor.knowledge).infer(facts)
