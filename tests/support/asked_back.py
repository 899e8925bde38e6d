"""What is asked back of an advice, here and in the script: why, why not, and what if."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from random import Random
from typing import Any

from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.cases.edits import Edit
from advisor.errors import AdvisorError
from advisor.explanation import what_if, why, why_not
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import values_of_answers
from advisor.knowledge.terms import STAGES
from tests.support.script import Held

WANTED = [
    "advice/reasoner",
    "cases/case",
    "explanation/what_if",
    "explanation/why",
    "explanation/why_not",
]
SHIM = """
const { caseFromDict } = modules["cases/case"];
const asCase = (plain) => caseFromDict(plain);
shim.why = (plain, ids) => {
  const advice = modules["advice/reasoner"].advise(asCase(plain), knowledge);
  return ids.map((id) => modules["explanation/why"].why(advice, id, knowledge));
};
const { whyNot } = modules["explanation/why_not"];
shim.whyNot = (plain, ids) => ids.map((id) => whyNot(asCase(plain), id, knowledge));
const { whatIf } = modules["explanation/what_if"];
shim.whatIf = (plain, several) => several.map((edits) => whatIf(asCase(plain), edits, knowledge));
"""


def why_of(advisor: Reasoner, case: Case, some: Callable[[list[str]], list[str]] = lambda ids: ids) -> Held:
    """Return why all that is concluded of a case is so, or some of it."""
    knowledge, advice = advisor.knowledge, advisor.advise(case)
    ids = some([*knowledge.ids(knowledge.kinds.names), *advice.firings.by_id])
    asked, answers = _answered(lambda id_: why(advice, id_, knowledge), ids)
    return Held("why", (case.as_dict(), asked), answers)


def why_not_of(
    advisor: Reasoner, case: Case, some: Callable[[list[str]], list[str]] = lambda ids: ids
) -> Held:
    """Return why all that could be and is not in a case is not so, or some of it."""
    knowledge = advisor.knowledge
    factors = knowledge.ids_of("factor")
    at = [f"{factor}={stage}" for factor in factors for stage in STAGES]
    ids = some([*knowledge.ids(knowledge.kinds.asked_why_not), *factors, *at])
    asked, answers = _answered(lambda id_: why_not(advisor, case, id_), ids)
    return Held("whyNot", (case.as_dict(), asked), answers)


def what_if_of(advisor: Reasoner, case: Case, futures: Iterable[list[Edit]]) -> Held:
    """Return what would change if answers to a case were others."""
    asked, answers = _answered(lambda edits: what_if(advisor, case, edits), futures)
    return Held("whatIf", (case.as_dict(), [[asdict(edit) for edit in edits] for edits in asked]), answers)


def drawn_futures(knowledge: KnowledgeBase, draw: Random, many: int) -> list[list[Edit]]:
    """Return so many sets of changes to answers, each of one or two."""
    values = [(Fact(*key, ""), [*said, None]) for key, said in values_of_answers(knowledge).items()]
    return [
        [
            Edit(Edit.of(fact).name, draw.choice(said))
            for fact, said in draw.sample(values, draw.choice((1, 1, 2)))
        ]
        for _ in range(many)
    ]


def _as_the_page_has_it(answer: Any) -> dict[str, Any]:
    """Return an answer without the version of its JSON, which the page writes nowhere."""
    return {key: said for key, said in asdict(answer).items() if key != "schema_version"}


def _answered(ask: Callable[[Any], Any], all_of_it: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """Return what is asked about and answered; what has no answer in this case is left out."""
    found = {}
    for each in all_of_it:
        try:
            found[str(each)] = (each, json.loads(json.dumps(_as_the_page_has_it(ask(each)))))
        except AdvisorError:
            continue
    return [each for each, _ in found.values()], [answer for _, answer in found.values()]
