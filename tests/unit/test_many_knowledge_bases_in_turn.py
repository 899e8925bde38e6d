"""Tenants of a service: each knowledge base is made ready once, in whatever turn, and goes as a whole."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from pathlib import Path

import pytest

from advisor import Advisor, Case
from advisor.inference import compile as compile_module
from advisor.inference._experta_engine import Engine
from advisor.inference.circuit.evaluator import Evaluator
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.loader import load_folder

SMALL = Path(__file__).resolve().parent.parent / "faulty_knowledge" / "sound"
TENANTS, ROUNDS = 40, 3


def tenants():
    sound = load_folder(SMALL)
    entries = {kind: {entry.id: entry for entry in sound.of_kind(kind)} for kind in sound.kinds.names}
    return [KnowledgeBase(f"tenant-{number}", "1", f"{number}", entries) for number in range(TENANTS)]


@pytest.fixture
def made(monkeypatch):
    """How often each knowledge base was made ready, by what was made and its name."""
    counted: Counter[tuple[str, str]] = Counter()

    def counting(what, make):
        def make_and_count(*given):
            counted[what, given[-1].name] += 1
            return make(*given)

        return make_and_count

    for each in (Engine, Evaluator):
        monkeypatch.setattr(each, "__init__", counting(each.__name__, each.__init__))
    rules = counting("rules", compile_module.compile_rules)
    monkeypatch.setattr(compile_module, "compile_rules", rules)
    return counted


@pytest.mark.parametrize(("engine", "parts"), [("experta", {"Engine"}), ("columnar", {"Evaluator"})])
def test_each_of_forty_knowledge_bases_is_made_ready_once(made, engine, parts):
    advisors = [Advisor(each, engine) for each in tenants()]
    for _ in range(ROUNDS):
        for advisor in advisors:
            advisor.advise(Case())
    assert {what for what, _ in made} == {"rules", *parts}
    assert [*made.values()] == [1] * TENANTS * 2


def test_what_was_made_of_a_knowledge_base_goes_with_it():
    advisors = [Advisor(each) for each in tenants()]
    for advisor in advisors:
        advisor.advise(Case())
    left = [weakref.ref(advisor.knowledge) for advisor in advisors]
    del advisor, advisors
    gc.collect()
    assert [each() for each in left] == [None] * TENANTS
