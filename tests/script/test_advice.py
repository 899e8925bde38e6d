"""The script advises what Python advises: the same JSON, letter for letter, but for the engine's name."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.advice.reasoner import Reasoner
from tests.support.amount import examples
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

WANTED = ["cases/case", "advice/reasoner", "advice/model"]
SHIM = """
shim.advice = (plain) => modules["advice/model"].adviceAsJson(
  modules["advice/reasoner"].advise(modules["cases/case"].caseFromDict(plain), knowledge));
"""
SHIPPED = Advisor(engine="columnar").knowledge
SCRIPT = Script(SHIPPED, WANTED, SHIM)


def advice_of(case, knowledge):
    return replace(Reasoner(knowledge, "columnar").advise(case), engine="script").as_json()


def check(case, knowledge, script):
    assert script.call("advice", case.as_dict()) == advice_of(case, knowledge)


def test_the_script_advises_what_python_advises_in_every_scenario_and_variation():
    for case in told_cases(SHIPPED):
        check(case, SHIPPED, SCRIPT)
