"""The whole face of the library in one typed program. Run it: python examples/client.py

It is checked by mypy and by pyright, both strict, as a program of somebody else would be: against the package
as it is installed.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from typing import Literal, assert_type

import polars as pl

from advisor import (
    Action,
    Advice,
    Advisor,
    AdvisorError,
    Brief,
    Case,
    CaseError,
    Comparison,
    Contrast,
    EditError,
    Future,
    Interview,
    KnowledgeBase,
    Partner,
    Portfolio,
    Progress,
    Question,
    Recommendation,
    Scenario,
    Sensitivity,
    StageSettled,
    UnknownIdError,
    UnknownLanguageError,
    Why,
    WhyNot,
    in_language,
    languages,
)

Stage = Literal["emerging", "developing", "confident", "unknown"]


def a_case() -> Case:
    """Return a case made in code, which goes through plain data and comes back."""
    lately: Mapping[str, str] = {"posts-vacant": "yes"}
    case = Case(
        partnership="Children's centre and the health visitors",
        partners=(Partner(name="Health visiting team", sector="NHS", stands="loose"),),
        answers={"contact": "none", "history": "broke", "changes-lately": lately},
        actions=(Action(id="convening", outcome="no-change"),),
    )
    return Case.from_dict(case.as_dict())


def advice_on(advisor: Advisor, case: Case) -> Advice:
    """Return the advice, given a case or plain data, with and without what was said before."""
    advice = advisor.advise(case)
    assert advisor.advise(case.as_dict()) == Advice.from_json(advice.as_json(None))
    brief: Brief = advisor.advise(case, earlier=case).brief()
    stages: dict[str, Stage] = {factor.id: factor.stage for factor in advice.factors}
    steps: list[Recommendation] = [*advice.recommendations()]
    print(len(stages), len(steps) > 0, len(brief.steps), len(advice.as_text().splitlines()) > 20)
    for alert in advice.alerts:
        print(alert.title, alert.turn_to)
    return advice


def asked_back(advisor: Advisor, case: Case, advice: Advice) -> None:
    """Ask for reasons, with the types that come back."""
    why: Why = advisor.why(advice, "1")
    kinds: set[Literal["rule", "conclusion", "answer", "count"]] = {reason.kind for reason in why.reasons}
    why_not: WhyNot = advisor.why_not(case, "shared supervision")
    future: Future = advisor.what_if(case, {"trust": "openly", "contact": None})
    contrast: Contrast = advisor.contrast(case, "convening", "problem-structuring")
    assert_type(advisor.settle(case), Sensitivity)
    assert_type(advisor.settle(case, "operational-cohesion"), StageSettled)
    print(kinds, why_not.title, len(future.edits), len(contrast.as_json()) > 100)


def asked_in_an_interview(advisor: Advisor) -> None:
    """Ask a question, keep the interview and take it up again."""
    interview = advisor.interview()
    question: Question | None = interview.next_question()
    assert question is not None
    interview.answer(question.id, question.options[0].id)
    kept = Interview.from_dict(advisor, interview.as_dict())
    print(kept.asked, kept.advice().plan == interview.advice().plan)


def many(advisor: Advisor, case: Case) -> None:
    """Advise on many cases; the same kind of table comes back."""

    def one_by_one() -> Iterator[Case]:
        yield case

    columns = {"contact": ["none"], "trust": ["openly"]}
    assert_type(advisor.advise_many(pl.DataFrame(columns)), pl.DataFrame)
    assert_type(advisor.advise_many(pl.LazyFrame(columns)), pl.LazyFrame)
    rows = advisor.advise_many([case, case.as_dict()]) + advisor.advise_many(one_by_one())
    totals = advisor.totals(pl.DataFrame(columns))
    print([*advisor.advise_many(columns)][:2], len(rows), totals.least)


def several(advisor: Advisor, folder: str) -> None:
    """Look at several cases: of a centre, of one partnership over time, of several people."""
    portfolio: Portfolio = advisor.portfolio(folder)
    progress: Progress = advisor.progress(folder)
    comparison: Comparison = advisor.compare(
        ["scenario:revolving-door", "scenario:five-midwives-seen-by-their-manager"], asked=3
    )
    scenario: Scenario = advisor.scenario("17")
    print(len(portfolio.rows), len(progress.voices), comparison.answered, scenario.number)


def told(advisor: Advisor, case: Case) -> None:
    """Show what an error tells, and that it comes whole through a pickle."""
    knowledge: KnowledgeBase = advisor.knowledge
    try:
        advisor.advise(Case(answers={"contact": "often"}))
    except CaseError as error:
        again: CaseError = pickle.loads(pickle.dumps(error))  # noqa: S301 (it was made a line above)
        path: tuple[str | int, ...] = again.faults[0].path
        print(again.code, path)
    for wrong in (lambda: knowledge.entry("nonsense"), lambda: advisor.what_if(case, {"nonsense": "yes"})):
        try:
            wrong()
        except (UnknownIdError, EditError) as error:
            known: AdvisorError = error
            print(known.code)
    try:
        with in_language("cy"):
            print(languages())
    except UnknownLanguageError as error:
        print(error)


def main(folder: str = "examples/five-dates") -> None:
    """Use all of it once."""
    advisor = Advisor(engine="auto")
    case = a_case()
    asked_back(advisor, case, advice_on(advisor, case))
    asked_in_an_interview(advisor)
    many(advisor, case)
    several(advisor, folder)
    told(advisor, case)


if __name__ == "__main__":
    main()
