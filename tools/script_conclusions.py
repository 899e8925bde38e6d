"""What the script and Python conclude on a fixed set of cases, as texts to be compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from advisor import Advisor
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.loader import read_scenarios, scenario_paths
from advisor.scenarios.scenario import tellings
from advisor.standalone.data import page_data
from advisor.verification.variants import made_up

EACH = 4  # of so many told cases one is looked at
DRAWN = 30
SET_UP = """
const shim = {};
let knowledge = null;
function setUp(text) {
  const data = JSON.parse(text);
  modules["language"].useWords(new Map(Object.entries(data.words)));
  knowledge = new modules["knowledge/base"].Knowledge(data);
  return true;
}
function invoke(name, text) {
  return shim[name](modules["cases/case"].caseFromDict(JSON.parse(text)));
}
"""


@dataclass(frozen=True)
class Check:
    """Something that both conclude; the shim gives it as `shim.NAME = (of) => text`, of a case."""

    name: str
    modules: tuple[str, ...]
    shim: str
    python: Callable[[Case], str]


@cache
def knowledge() -> KnowledgeBase:
    """Return the shipped knowledge base."""
    return Advisor(engine="columnar").knowledge


@cache
def knowledge_data() -> str:
    """Return the knowledge base as the script takes it."""
    return json.dumps(page_data(knowledge()))


@cache
def cases() -> Sequence[Case]:
    """Return the cases: every fourth scenario or variation, and some of which every answer is drawn."""
    scenarios = read_scenarios(scenario_paths(knowledge()).values(), knowledge())
    told = [telling.case for scenario in scenarios for telling in tellings(scenario, knowledge())]
    return (*told[::EACH], *made_up(DRAWN, 1, knowledge()))


def advice_json(case: Case) -> str:
    """Return the whole advice as JSON."""
    advice = Reasoner(knowledge(), "columnar").advise(case)
    return replace(advice, engine="script").as_json()


CHECKS = (
    Check(
        "advice",
        ("cases/case", "advice/reasoner", "advice/model"),
        'shim.advice = (of) => modules["advice/model"].adviceAsJson('
        'modules["advice/reasoner"].advise(of, knowledge));\n',
        advice_json,
    ),
)
