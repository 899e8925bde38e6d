"""How time grows with the number of rules: the shipped knowledge base, and 2, 4 and 8 copies of it.

Each copy has questions, findings and rules of its own, so that nothing is shared that a bigger knowledge base
would not share; a case answers all of them.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import polars as pl

from advisor import Case
from advisor.cases.facts import initial_facts
from advisor.cohort.assess import EVERYWHERE, NOWHERE, assessor_for
from advisor.cohort.columns import given_in
from advisor.inference._experta_engine import Engine
from advisor.inference.circuit.evaluator import Evaluator
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.kinds import WORK
from advisor.knowledge.model import Model
from benchmarks.made_up import ADVISOR, cases, table
from tests.support.clips_rules import ClipsEngine

TIMES = (1, 2, 4, 8)
ROWS = 65_536
ROUNDS = 5


def measure(small: bool = False) -> str:
    """Return a line for each size."""
    return "\n".join(_line(times) for times in (TIMES[:1] if small else TIMES))


def _line(times: int) -> str:
    knowledge = _copies(times)
    facts = initial_facts(_answering_all(cases()[-1], times), knowledge)
    assessor = assessor_for(knowledge)
    known = given_in(_wide(times), assessor.answers).known
    evaluator, experta, clips = Evaluator(knowledge), Engine(knowledge), ClipsEngine(knowledge)
    taken = {
        "experta": _ms(lambda: experta.infer(facts)),
        "CLIPS": _ms(lambda: clips.run(facts)),
        "evaluator": _ms(lambda: evaluator.evaluate(dict.fromkeys(facts, 1))),
        f"{ROWS:,} rows": _ms(lambda: assessor.program.run(known, NOWHERE, EVERYWHERE)),
    }
    said = ", ".join(f"{name} {ms:.2f} ms" for name, ms in taken.items())
    return f"x{times}, {len(knowledge.rules):,} rules: {said}"


def _copied_ids() -> set[str]:
    """Return the ids that each copy has anew: all but what is advised, and what asks about all of it."""
    shipped = ADVISOR.knowledge
    about_all = {
        question.id for question in shipped.questions.values() if question.kind in ("placing", "actions")
    }
    return {*shipped.ids(("question", *shipped.kinds.concluded, "pattern", "rule"))} - about_all


def _copies(times: int) -> KnowledgeBase:
    """Return a knowledge base of several copies of the shipped one, all about the same interventions."""
    shipped, ids = ADVISOR.knowledge, _copied_ids()
    entries: dict[str, dict[str, Any]] = {WORK: {work.id: work for work in shipped.of_kind(WORK)}}
    for kind in shipped.kinds.names:
        copied = [_copy(entry, ids, copy) for copy in range(times) for entry in shipped.of_kind(kind)]
        entries[kind] = {entry.id: entry for entry in copied}
    return KnowledgeBase("copies", "1", "0", entries)


def _copy(value: Any, ids: set[str], copy: int) -> Any:
    if isinstance(value, Model):
        changed = {field.name: _copy(getattr(value, field.name), ids, copy) for field in fields(value)}
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_copy(member, ids, copy) for member in value)
    return _renamed(value, ids, copy) if isinstance(value, str) else value


def _renamed(name: str, ids: set[str], copy: int) -> str:
    if name in ids:
        return f"{name}-{copy}"
    question, dot, item = name.partition(".")
    return f"{question}-{copy}.{item}" if dot and question in ids else name


def _answering_all(case: Case, times: int) -> Case:
    ids = _copied_ids()
    answers = {_renamed(id_, ids, copy): said for id_, said in case.answers.items() for copy in range(times)}
    return Case(answers=answers, actions=case.actions)


def _wide(times: int) -> pl.DataFrame:
    """Return a table in which each row answers all copies."""
    frame, ids = table(ROWS).drop("centre", "quarter"), _copied_ids()
    series = [column.alias(_renamed(column.name, ids, copy)) for copy in range(times) for column in frame]
    return pl.DataFrame({column.name: column for column in series})


def _ms(way: Callable[[], Any]) -> float:
    taken = []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        way()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken[1:])
