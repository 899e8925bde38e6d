"""The library's front door: `Advisor` turns cases into advice."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from advisor.advice import Advice
from advisor.advising import advice_from
from advisor.case import Case
from advisor.case_file import checked, read_case
from advisor.compiled import knowledge_in
from advisor.errors import AdvisorError
from advisor.facts import case_facts
from advisor.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from advisor.columnar import ColumnarEngine
    from advisor.inference import Engine

EngineName = Literal["experta", "columnar"]
SCENARIO_PREFIX = "scenario:"


class Advisor:
    """Advises on cases with one knowledge base; safe to share between threads.

    `knowledge` is a folder, or a knowledge base already loaded; the one that comes with the package
    if None. Raises `KnowledgeError` if it has faults, `AdvisorError` for an engine that is not known.
    """

    def __init__(
        self, knowledge: Path | str | KnowledgeBase | None = None, engine: EngineName = "experta"
    ) -> None:
        if engine not in get_args(EngineName):
            raise AdvisorError(
                f"there is no engine '{engine}'; use one of: {', '.join(get_args(EngineName))}"
            )
        self.engine = engine
        if isinstance(knowledge, KnowledgeBase):
            self.knowledge = knowledge
        else:
            self.knowledge = knowledge_in(None if knowledge is None else Path(knowledge))
        self._local = threading.local()

    def advise(self, case: Case) -> Advice:
        """Return the advice for `case`; `CaseError` if it has answers that no question knows."""
        case = checked(case, self.knowledge)
        firings = self._engine().infer(case_facts(case, self.knowledge))
        return advice_from(firings, case, self.knowledge, self.engine)

    def read_case(self, case: str | Path) -> Case:
        """Return the case in a file, or of a scenario if `case` is `scenario:ID`.

        Raises `CaseError` with all faults of the file, or one fault if there is no such scenario.
        """
        if isinstance(case, str) and case.startswith(SCENARIO_PREFIX):
            from advisor.scenarios import read_scenario

            return read_scenario(case.removeprefix(SCENARIO_PREFIX), self.knowledge).case
        return read_case(Path(case), self.knowledge)

    def _engine(self) -> Engine | ColumnarEngine:
        """Return this thread's engine; building one is dear, running it again is cheap."""
        if not hasattr(self._local, "engine"):
            self._local.engine = self._new_engine()
        engine: Engine | ColumnarEngine = self._local.engine
        return engine

    def _new_engine(self) -> Engine | ColumnarEngine:
        if self.engine == "columnar":
            from advisor.columnar import ColumnarEngine

            return ColumnarEngine(self.knowledge)
        from advisor.inference import Engine

        return Engine(self.knowledge)
