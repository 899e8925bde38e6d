"""What is advised in a case, here and in the script: the JSON letter for letter, and what is on the page."""

from __future__ import annotations

from dataclasses import asdict, replace
from heapq import merge
from typing import Any

from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.inference.trace import Trace
from advisor.knowledge.base import KnowledgeBase
from advisor.pages import advice_page
from tests.support.script import Held

WANTED = ["cases/case", "advice/reasoner", "advice/model"]
SHIM = """
const byIds = (pairs) => new Map(pairs);
shim.advice = ({ answers, notes, ...plain }, isWhole) => {
  const said = answers.map(([id, each]) => [id, Array.isArray(each) ? byIds(each) : each]);
  const of = modules["cases/case"].caseFromDict({ ...plain, answers: byIds(said), notes: byIds(notes) });
  const advice = modules["advice/reasoner"].advise(of, knowledge);
  return modules["advice/model"].adviceAsJson(isWhole ? advice : { ...advice, firings: [] });
};
shim.merged = modules["advice/weight"].merged;
"""
PAGE_WANTED = ["cases/case", "advice/reasoner", "pages/advice"]
PAGE_SHIM = """
shim.page = (plain) => {
  const of = modules["cases/case"].caseFromDict(plain);
  return modules["pages/advice"].advicePage(modules["advice/reasoner"].advise(of, knowledge), knowledge);
};
"""
NOT_THERE = ("language", "since", "everything")  # said elsewhere, of an earlier case, or with --full


def advice_of(case: Case, knowledge: KnowledgeBase, *, is_whole: bool = True) -> Held:
    """Return the advice on a case: the whole, or all but the firings, which are most of it."""
    consultation = Reasoner(knowledge, "columnar").consult(case)
    advice = replace(consultation.advice, engine="script")
    expected = advice if is_whole else replace(advice, firings=Trace([]))
    return Held("advice", (_in_order(consultation.case.as_dict()), is_whole), expected.as_json())


def merged_of(lists: list[list[dict[str, int]]]) -> Held:
    """Return several lists of what is advised as one, the heaviest first."""
    expected = merge(*lists, key=lambda item: (-item["strong"], -item["moderate"], -item["slight"]))
    return Held("merged", (lists,), [*expected])


def page_of(case: Case, knowledge: KnowledgeBase) -> Held:
    """Return what is on the page with the advice on a case."""
    advice = Reasoner(knowledge, "columnar").advise(case)
    made = asdict(advice_page(advice, knowledge))
    return Held("page", (advice.case,), _plain({key: made[key] for key in made if key not in NOT_THERE}))


def _in_order(plain: dict[str, Any]) -> dict[str, Any]:
    """Return a case as data that keeps the order of ids in JavaScript too, where they look like numbers."""
    answers = [
        (id_, [*said.items()] if isinstance(said, dict) else said) for id_, said in plain["answers"].items()
    ]
    return {**plain, "answers": answers, "notes": [*plain["notes"].items()]}


def _plain(value: Any) -> Any:
    """Return data as JSON has it."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value
