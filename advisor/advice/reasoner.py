"""The core: a knowledge base and an engine, which together give advice on a case."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, get_args

from advisor._language import _
from advisor._notebook import InShort, Shown
from advisor.advice.build import advice_from
from advisor.advice.model import Advice
from advisor.cases.case import Case
from advisor.cases.check import checked
from advisor.cases.facts import initial_facts
from advisor.errors import AdvisorError
from advisor.knowledge.at_hand import put_at_hand
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.beside import checked_beside
from advisor.knowledge.facts import Fact

if TYPE_CHECKING:
    from advisor.inference._experta_engine import Engine
    from advisor.inference.circuit.engine import ColumnarEngine

EngineName = Literal["experta", "columnar"]
EngineChoice = Literal["auto", "experta", "columnar"]


@dataclass(frozen=True, slots=True, repr=False)
class Consultation(Shown):
    """One case, checked, with the facts that it gives and the advice on it: each worked out once."""

    case: Case
    facts: tuple[Fact, ...]
    advice: Advice


class Reasoner(InShort):
    """Advises on cases with one knowledge base; safe to share between threads.

    `engine` is what fires the rules; the advice is the same. With `auto` it is experta where that can be
    imported, else `columnar`. `AdvisorError` for an engine that is not known.
    """

    _shown_by: ClassVar[tuple[str, ...]] = ("engine", "knowledge")

    def __init__(self, knowledge: KnowledgeBase, engine: EngineChoice = "experta") -> None:
        if engine not in get_args(EngineChoice):
            raise AdvisorError(
                _("there is no engine '{engine}'; use one of: {names}").format(
                    engine=engine, names=", ".join(get_args(EngineChoice))
                )
            )
        self.engine: EngineName = _found() if engine == "auto" else engine
        self.knowledge = knowledge
        put_at_hand(knowledge)
        self._local = threading.local()

    def __getstate__(self) -> dict[str, Any]:
        """Return what goes to another process: all but the engines, which are made anew there."""
        return {name: value for name, value in self.__dict__.items() if name != "_local"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        put_at_hand(self.knowledge)
        self._local = threading.local()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return itself: it holds nothing of a case, and nothing in it that anybody may change."""
        return self

    def advise(self, case: Case, beside: Collection[Fact] = ()) -> Advice:
        """Return the advice for `case`; `CaseError` if it has answers that no question knows.

        `beside` are facts that no case holds: where voices are apart, what has moved since an earlier case,
        what was observed. `AdvisorError` for others, for one about nothing known, or two that disagree.
        """
        return self.consult(case, beside).advice

    def consult(self, case: Case, beside: Collection[Fact] = ()) -> Consultation:
        """Return the advice for `case` with what it rests on, for who asks more of the same case.

        `CaseError` if it has answers that no question knows, `AdvisorError` as `advise` says.
        """
        case = checked(case, self.knowledge)
        facts = [*initial_facts(case, self.knowledge), *checked_beside(beside, self.knowledge)]
        advice = advice_from(self._engine().infer(facts), facts, case, self.knowledge, self.engine)
        return Consultation(case, tuple(facts), advice)

    def _engine(self) -> Engine | ColumnarEngine:
        """Return this thread's engine; building one is dear, running it again is cheap."""
        if not hasattr(self._local, "engine"):
            self._local.engine = self._new_engine()
        engine: Engine | ColumnarEngine = self._local.engine
        return engine

    def _new_engine(self) -> Engine | ColumnarEngine:
        if self.engine == "columnar":
            from advisor.inference.circuit.engine import ColumnarEngine

            return ColumnarEngine(self.knowledge)
        from advisor.inference._experta_engine import Engine

        return Engine(self.knowledge)


def _found() -> EngineName:
    """Return the engine that is used where none is named: experta, if it can be."""
    from advisor.inference._experta import import_experta

    try:
        import_experta()
    except AdvisorError:
        return "columnar"
    return "experta"
