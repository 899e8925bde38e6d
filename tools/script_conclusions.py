"""What the script and Python conclude on a fixed set of cases, with the shipped knowledge and small ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from advisor import Advisor
from advisor.advice.meeting import Planned, meeting_for
from advisor.advice.reasoner import Reasoner
from advisor.cases.case import Case
from advisor.interview import Interview
from advisor.knowledge.base import KnowledgeBase
from advisor.pages import advice_page
from advisor.standalone.data import page_data
from advisor.verification.variants import made_up
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

EACH, DRAWN = 5, 15  # of so many told cases one is looked at, and so many are drawn
SMALL, OF_EACH = 40, 4  # knowledge bases, and cases of each
NOT_THERE = ("language", "since", "everything")  # that the page of the script has not
INVOKE = """
function adviceOn(of) {
  return modules["advice/reasoner"].advise(of, knowledge);
}
function invoke(name, text) {
  return JSON.stringify(plain(shim[name](modules["cases/case"].caseFromDict(JSON.parse(text)))));
}
"""


@dataclass(frozen=True)
class Check:
    """Something that both conclude of a case, as plain data; the `shim` says how the script does."""

    name: str
    modules: tuple[str, ...]
    shim: str
    python: Callable[[Case, KnowledgeBase], Any]


@dataclass(frozen=True)
class Ground:
    """A knowledge base as the script takes it, cases, and what Python concludes of each, check by check."""

    data: str
    cases: tuple[str, ...]
    expected: tuple[dict[str, Any], ...]


@cache
def grounds() -> Sequence[Ground]:
    """Return what all is tried on; it is the same each time."""
    shipped = Advisor(engine="columnar").knowledge
    told = [*told_cases(shipped)[::EACH], *made_up(DRAWN, 1, shipped)]
    return [_ground(knowledge, found) for knowledge, found in (*small_ones(), (shipped, told))]


def small_ones() -> list[tuple[KnowledgeBase, list[Case]]]:
    """Return small knowledge bases, which have every kind of condition, with cases of each."""
    found = []

    @settings(
        max_examples=SMALL,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        knowledge = data.draw(small_knowledge())
        found.append((knowledge, [data.draw(cases(knowledge)) for _ in range(OF_EACH)]))

    draw()
    return found


def _ground(knowledge: KnowledgeBase, found: Sequence[Case]) -> Ground:
    return Ground(
        json.dumps(page_data(knowledge)),
        tuple(json.dumps(case.as_dict()) for case in found),
        tuple({check.name: check.python(case, knowledge) for check in CHECKS} for case in found),
    )


def advice_json(case: Case, knowledge: KnowledgeBase) -> str:
    """Return the whole advice as JSON."""
    return replace(Reasoner(knowledge, "columnar").advise(case), engine="script").as_json()


def meeting(case: Case, knowledge: KnowledgeBase) -> list[Any]:
    """Return which meeting is planned for which step, or why none is."""
    found = meeting_for(Reasoner(knowledge, "columnar").advise(case), knowledge)
    step = found.step.id if found.step else None
    if isinstance(found, Planned):
        return [found.meeting.id, step]
    return [found.why, step, found.speaks_against, found.is_urgent]


def interview(case: Case, knowledge: KnowledgeBase) -> list[Any]:
    """Return how an interview stands that is half way through the answers of a case."""
    half = dict([*case.answers.items()][: len(case.answers) // 2])
    asking = Interview(Reasoner(knowledge, "columnar"), replace(case, answers=half))
    question = asking.next_question()
    following = [question and question.id, asking.ending, asking.open, [*asking.alerts]]
    return [*following, asking.asked, asking.left]


def page(case: Case, knowledge: KnowledgeBase) -> Any:
    """Return what is on the page with the advice, all reasons among it."""
    made = asdict(advice_page(Reasoner(knowledge, "columnar").advise(case), knowledge))
    return json.loads(json.dumps({name: each for name, each in made.items() if name not in NOT_THERE}))


CHECKS = (
    Check(
        "advice",
        ("cases/case", "advice/reasoner", "advice/model"),
        'shim.advice = (of) => modules["advice/model"].adviceAsJson(adviceOn(of));\n',
        advice_json,
    ),
    Check(
        "meeting",
        ("advice/meeting",),
        """shim.meeting = (of) => {
  const found = modules["advice/meeting"].meetingFor(adviceOn(of), knowledge);
  const step = found.step?.id ?? null;
  if ("meeting" in found) return [found.meeting.id, step];
  return [found.why, step, found.speaks_against, found.is_urgent];
};
""",
        meeting,
    ),
    Check(
        "interview",
        ("interview/interview",),
        """shim.interview = (of) => {
  const answers = new Map(Array.from(of.answers).slice(0, Math.floor(of.answers.size / 2)));
  const asking = new modules["interview/interview"].Interview(knowledge, { ...of, answers });
  const next = asking.nextQuestion()?.id ?? null;
  return [next, asking.ending, asking.open, Array.from(asking.alerts), asking.asked, asking.left];
};
""",
        interview,
    ),
    Check(
        "page",
        ("pages/advice",),
        'shim.page = (of) => modules["pages/advice"].advicePage(adviceOn(of), knowledge);\n',
        page,
    ),
)
