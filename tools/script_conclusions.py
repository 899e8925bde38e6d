"""What the script and Python conclude on a fixed set of cases, with the shipped knowledge and small ones.

What is compared is what the tests compare; here it is less of it, chosen so that little time notices much.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from random import Random

from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from advisor import Advisor
from advisor.advice.meeting import Planned, meeting_for
from advisor.advice.naming import factor_names, plain
from advisor.advice.reasoner import Reasoner
from advisor.advice.review import review_day
from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.standalone.data import page_data
from advisor.verification.variants import made_up
from tests.support import advised, asked_back, interviews
from tests.support.rich_knowledge import noted_cases, rich_knowledge
from tests.support.script import Held
from tests.support.settling_knowledge import case_of, settling_knowledge
from tests.support.strategies import cases, small_knowledge
from tests.support.told import told_cases

SMALL, SETTLING, RICH, WAYS = 40, 60, 50, 4  # knowledge bases of each kind, and interviews on the shipped one
MEETING_WANTED = ["advice/meeting", "advice/reasoner", "cases/case"]
MEETING_SHIM = """
shim.meeting = (plain) => {
  const advice = modules["advice/reasoner"].advise(modules["cases/case"].caseFromDict(plain), knowledge);
  const found = modules["advice/meeting"].meetingFor(advice, knowledge);
  const step = found.step?.id ?? null;
  if (modules["advice/meeting"].isPlanned(found)) return [found.meeting.id, step];
  return [found.why, step, found.speaks_against, found.is_urgent];
};
"""
NAMES_WANTED = ["advice/naming", "advice/review"]
NAMES_SHIM = """
shim.factorNames = () => Array.from(modules["advice/naming"].factorNames(knowledge));
shim.plain = (names) => names.map(modules["advice/naming"].plain);
shim.reviewDays = (days) => days.map(modules["advice/review"].reviewDay);
"""
NAMES = (
    "A step-by-step way!",
    "\u201cThe\u00a0END\u201d",
    "the_Other's",
    "An",
    "...",
    "a-b",
    " 'so' ",
    "Then",
)
DAYS = (date(2026, 2, 20), date(2027, 12, 31), date(2028, 2, 1), date(9999, 10, 2), date(9999, 10, 3))
AREAS = {
    "advised": (advised.WANTED, advised.SHIM),
    "meeting": (MEETING_WANTED, MEETING_SHIM),
    "asked back": (asked_back.WANTED, asked_back.SHIM),
    "interviews": (interviews.WANTED, interviews.SHIM),
    "names": (NAMES_WANTED, NAMES_SHIM),
}
INVOKE = """
function invoke(area, name, args) {
  return JSON.stringify(plain(shims[area][name](...JSON.parse(args))));
}
"""
Compared = tuple[str, Held]  # what is held beside Python, and its area
LookedAt = Callable[[KnowledgeBase, st.DataObject], Iterable[Compared]]


@dataclass(frozen=True)
class Ground:
    """A knowledge base as the script takes it, and what is compared on it."""

    data: str
    compared: tuple[Compared, ...]


def shims() -> str:
    """Return the script that calls what is compared, each area apart from the others."""
    made = (
        f'shims["{area}"] = (() => {{ const shim = {{}};\n{shim}\nreturn shim; }})();\n'
        for area, (_wanted, shim) in AREAS.items()
    )
    return "".join(["const shims = {};\n", *made, INVOKE])


@cache
def grounds() -> Sequence[Ground]:
    """Return what all is compared, the same each time: first what takes least and notices most."""
    shipped = Advisor(engine="columnar").knowledge
    return [
        *_drawn(SMALL, small_knowledge(), _on_small),
        *_settling(),
        *_drawn(RICH, rich_knowledge(), _on_rich),
        _ground(shipped, _on_shipped(shipped)),
        *_drawn(WAYS, st.just(shipped), _on_ways),
    ]


def _drawn(number: int, bases: st.SearchStrategy[KnowledgeBase], looked_at: LookedAt) -> list[Ground]:
    found = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        knowledge = data.draw(bases)
        found.append(_ground(knowledge, looked_at(knowledge, data)))

    draw()
    return found


def _ground(knowledge: KnowledgeBase, compared: Iterable[Compared]) -> Ground:
    return Ground(json.dumps(page_data(knowledge)), tuple(compared))


def _on_small(knowledge: KnowledgeBase, data: st.DataObject) -> Iterator[Compared]:
    advisor = Reasoner(knowledge, "columnar")
    for _ in range(2):
        yield from _asked(advisor, data.draw(cases(knowledge)), Random(1))
    for _ in range(3):
        yield "interviews", interviews.drawn_way(data, advisor, 16)


def _settling() -> Iterator[Ground]:
    for seed in range(SETTLING):
        chance = Random(seed)
        knowledge = settling_knowledge(chance)
        yield _ground(knowledge, _on_settling(knowledge, chance))


def _on_settling(knowledge: KnowledgeBase, chance: Random) -> Iterator[Compared]:
    advisor = Reasoner(knowledge, "columnar")
    for _ in range(6):
        yield "interviews", interviews.look_of(advisor, case_of(chance))
    yield from _asked(advisor, case_of(chance), chance)


def _asked(advisor: Reasoner, case: Case, chance: Random) -> Iterator[Compared]:
    """Yield the advice on a case, and all that may be asked back of it."""
    knowledge = advisor.knowledge
    yield "advised", advised.advice_of(case, knowledge)
    yield "asked back", asked_back.why_of(advisor, case)
    yield "asked back", asked_back.what_if_of(advisor, case, asked_back.drawn_futures(knowledge, chance, 6))
    yield "asked back", asked_back.why_not_of(advisor, case, lambda ids: chance.sample(ids, 8))


def _on_rich(knowledge: KnowledgeBase, data: st.DataObject) -> Iterator[Compared]:
    for _ in range(2):
        yield "advised", advised.advice_of(data.draw(noted_cases(knowledge)), knowledge)


def _on_ways(knowledge: KnowledgeBase, data: st.DataObject) -> Iterator[Compared]:
    yield "interviews", interviews.drawn_way(data, Reasoner(knowledge, "columnar"), 8)


def _on_shipped(knowledge: KnowledgeBase) -> Iterator[Compared]:
    advisor, chance, told = Reasoner(knowledge, "columnar"), Random(1), told_cases(knowledge)
    drawn = made_up(8, 1, knowledge)
    yield from _beside(knowledge)
    for case in [*told[::14], *drawn]:
        yield "advised", advised.advice_of(case, knowledge)
        yield "meeting", meeting_of(case, knowledge)
    begun = [_cut(case, answers) for case, answers in zip(drawn, (0, 5, 19, 20, 21, 39, 40, 41), strict=True)]
    begun += [_cut(case, chance.randrange(40)) for case in told[::50]]
    for case in begun:
        yield "interviews", interviews.look_of(advisor, case)
        yield "meeting", meeting_of(case, knowledge)
    ids = knowledge.ids(("finding", "barrier", "rule"))
    for case in told[::62]:  # what takes several answers together is searched for on small knowledge bases
        yield "asked back", asked_back.why_not_of(advisor, case, lambda _ids: chance.sample(ids, 6))
    for case in told[::90]:
        yield "asked back", asked_back.why_of(advisor, case)
        yield (
            "asked back",
            asked_back.what_if_of(advisor, case, asked_back.drawn_futures(knowledge, chance, 6)),
        )


def _beside(knowledge: KnowledgeBase) -> Iterator[Compared]:
    """Yield what is said beside advice, and what is merged where two kinds press alike, as none do today."""
    yield "names", Held("factorNames", (), [list(each) for each in factor_names(knowledge).items()])
    yield "names", Held("plain", (NAMES,), [plain(name) for name in NAMES])
    days = [review_day(day) for day in DAYS]
    yield "names", Held("reviewDays", ([str(day) for day in DAYS],), [day and str(day) for day in days])
    chance = Random(1)
    parts = ("strong", "moderate", "slight", "rank")
    for _ in range(40):
        lists = [[{part: chance.randrange(3) for part in parts} for _ in range(3)] for _ in range(3)]
        yield "advised", advised.merged_of(lists[: chance.randrange(4)])


def _cut(case: Case, answers: int) -> Case:
    """Return a case with its first answers alone."""
    return replace(case, answers=dict([*case.answers.items()][:answers]))


def meeting_of(case: Case, knowledge: KnowledgeBase) -> Held:
    """Return which meeting is planned for which step, or why none is."""
    found = meeting_for(Reasoner(knowledge, "columnar").advise(case), knowledge)
    step = found.step.id if found.step else None
    if isinstance(found, Planned):
        return Held("meeting", (case.as_dict(),), [found.meeting.id, step])
    return Held("meeting", (case.as_dict(),), [found.why, step, found.speaks_against, found.is_urgent])
