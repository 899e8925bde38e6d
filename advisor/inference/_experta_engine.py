"""Inference: experta fires the rules for one case; every firing is kept with what made it true.

All that touches experta is here, in `_experta_quiet` and in `_experta`. Two of its parts are replaced, both
at places where experta provides for it (docs/decisions/0003-experta.md has the measurements):

- the strategy, because the stock one can fire a rule whose condition no longer holds and orders
  its agenda anew in every run;
- the matcher, because building and running the stock Rete for some hundred rules costs several
  times what the whole command may take. Ours counts (`advisor.inference.network`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from advisor.inference._experta_quiet import QuietEngine, QuietStrategy, experta
from advisor.inference.compile import compiled
from advisor.inference.firing import Firing, derived, of_rule
from advisor.inference.network import ABSENCE, Matching
from advisor.inference.plain_truth import weighed_fit, weighed_stage
from advisor.inference.weighing import Sign, looked_at, sign_of
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import ABSENT, Fact
from advisor.knowledge.rules import Rule


class Assertion(experta.Fact):  # type: ignore[misc,name-defined]  # it has no types
    """A fact in experta's working memory; it carries ours as its first field."""


class EngineRule(experta.Rule):  # type: ignore[misc,name-defined]  # it has no types
    """An experta rule whose conditions the matcher keeps, and whose action takes the engine alone.

    `experta.Rule` would look up the action's parameters anew for each rule: for some hundred
    rules that takes longer than firing them.
    """

    def __new__(cls, id_: str, action: Callable[[Any], None], salience: int, order: int) -> EngineRule:
        rule: EngineRule = super().__new__(cls, salience=salience)
        rule.__name__ = id_  # the agenda's last word but one on the order
        rule._wrapped = action
        rule.order = order
        return rule

    def __call__(self, engine: Any) -> None:
        self._wrapped(engine)


class OrderedStrategy(QuietStrategy):
    """An agenda in an order that never varies, from which a withdrawn activation is really gone.

    The next to fire is the one with the highest salience, then the first declared, then the first by
    name, then the one with the oldest facts. experta pops from the end, so the last is the next.
    """

    @staticmethod
    def key(activation: Any) -> tuple[Any, ...]:
        """Return what an activation is ordered by."""
        rule = activation.rule
        facts = sorted(fact.__factid__ for fact in activation.facts)
        return (-rule.salience, getattr(rule, "order", 0), rule.__name__, facts)

    def _update_agenda(self, agenda: Any, added: Iterable[Any], removed: Iterable[Any]) -> None:
        for activation in removed:
            agenda.activations = [there for there in agenda.activations if not _same(there, activation)]
        if added:
            for activation in added:
                activation.key = self.key(activation)
            agenda.activations.extend(added)
            agenda.activations.sort(key=attrgetter("key"), reverse=True)


def _same(one: Any, other: Any) -> bool:
    return bool(one.rule == other.rule and one.facts == other.facts)


class CountingMatcher(experta.abstract.Matcher):  # type: ignore[misc,name-defined]  # it has no types
    """Finds the rules whose condition holds by counting; facts are only ever added."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.reset()

    def reset(self) -> None:
        """Forget the case."""
        self.matching = Matching(self.engine.network)
        self._started = False

    def changes(self, adding: Any = None, deleting: Any = None) -> tuple[list[Any], list[Any]]:
        """Return the activations that new facts bring; none is ever withdrawn."""
        assert not deleting, "facts are never taken back"
        added = [] if self._started else [self._activation(id_) for id_ in self.engine.weighings]
        self._started = True
        for known in adding or ():
            if isinstance(known, Assertion):
                added += [self._activation(id_) for id_ in self.matching.learn(known[0])]
        return added, []

    def _activation(self, id_: str) -> Any:
        return experta.activation.Activation(self.engine.rule_for(id_), ())


class Engine(QuietEngine):
    """experta's engine over a knowledge base; built once, run for one case at a time."""

    __strategy__ = OrderedStrategy
    __matcher__ = CountingMatcher

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        work = compiled(knowledge)
        self.network = work.network
        self._salience = work.salience
        self._keyed = work.keyed
        self._justified = knowledge.memo(of_rule)
        self._order = {id_: number for number, id_ in enumerate(self._salience)}
        self._experta_rules: dict[str, EngineRule] = {}
        self.weighings: dict[str, Callable[[], None]] = {
            f"stage:{id_}": self._stage_weigher(id_) for id_ in knowledge.ids_of("factor")
        }
        self.weighings |= {
            f"pattern:{id_}": self._pattern_weigher(id_) for id_ in knowledge.ids_of("pattern")
        }
        super().__init__()

    def rule_for(self, id_: str) -> Any:
        """Return the experta rule with this id; made when it is first wanted."""
        if id_ not in self._experta_rules:
            self._experta_rules[id_] = EngineRule(
                id_, self._action(id_), self._salience[id_], self._order[id_]
            )
        return self._experta_rules[id_]

    def infer(self, facts: Iterable[Fact]) -> list[Firing]:
        """Run the rules on the facts of a case; return the firings in the order of their layers."""
        self.fired: list[Firing] = []
        self._signs: dict[str, list[tuple[Fact, Sign[bool]]]] = {}
        self.reset()
        try:
            self.declare(*[Assertion(fact) for fact in facts])
            self.run()
        finally:
            self.running = False
        return self.fired

    def _action(self, id_: str) -> Callable[[Engine], None]:
        weigh = self.weighings.get(id_)
        if weigh is not None:
            return lambda _: weigh()
        rule = self.knowledge.rule(id_)
        return (lambda engine: engine._fire_absence(id_)) if rule is None else self._rule_action(rule)

    def _rule_action(self, rule: Rule) -> Callable[[Engine], None]:
        """Return what a rule does when it fires: it is kept, and what it adds is made known or weighed."""
        justification, weighs = self._justified[rule.id], rule.then.weighs
        is_finding = weighs is not None and weighs[0] == "finding"
        weighing = ":".join(weighs) if weighs is not None and not is_finding else None
        sign = Fact("sign", rule.id, justification.concludes.value), sign_of(rule, True)

        def fire(engine: Engine) -> None:
            support = engine.matcher.matching.support(rule.id)
            engine.fired.append(Firing(rule.id, justification, tuple(support)))
            if is_finding:
                engine.declare(Assertion(justification.concludes))
            elif weighing is not None:
                engine._signs.setdefault(weighing, []).append(sign)

        return fire

    def _fire_absence(self, id_: str) -> None:
        thing = id_.removeprefix(ABSENCE)
        kind = "pattern" if self.knowledge.has(thing, ("pattern",)) else "finding"
        self._derive(id_, Fact(kind, thing, ABSENT), tuple(self.matcher.matching.support(id_)))

    def _stage_weigher(self, factor: str) -> Callable[[], None]:
        def weigh() -> None:
            signs = self._signs.get(f"stage:{factor}", [])
            weighed = weighed_stage([sign for _, sign in signs])
            for kind, value in zip(("stage", "sure"), weighed or (), strict=False):
                self._derive(f"{kind}:{factor}", Fact(kind, factor, value), _seen(signs))

        return weigh

    def _pattern_weigher(self, pattern: str) -> Callable[[], None]:
        def weigh() -> None:
            signs = self._signs.get(f"pattern:{pattern}", [])
            fit = weighed_fit([sign for _, sign in signs], pattern in self._keyed)
            if fit is not None:
                self._derive(f"pattern:{pattern}", Fact("pattern", pattern, fit), _seen(signs))

        return weigh

    def _derive(self, id_: str, fact: Fact, seen: tuple[Fact, ...]) -> None:
        self.fired.append(Firing(id_, derived(fact), seen))
        self.declare(Assertion(fact))


def _seen(signs: Iterable[tuple[Fact, Sign[bool]]]) -> tuple[Fact, ...]:
    return tuple(looked_at((fact, sign.weight) for fact, sign in signs))
