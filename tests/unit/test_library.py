"""What a program that embeds the library meets."""

from __future__ import annotations

import datetime
import threading
from typing import Any

import pytest

from advisor import Action, Advisor, AdvisorError, Case, CaseError, Partner, UnknownIdError


def test_a_case_built_in_code_is_checked_as_a_file_is(advisor):
    odd: Any = ({"id": "x", "outcome": "good"},)
    with pytest.raises(CaseError) as error:
        advisor.advise(Case(answers={"contct": "none", "trust": "sure"}, actions=odd))
    said = [fault.what for fault in error.value.faults]
    assert "there is no question 'contct'" in said
    assert "'trust' has no option 'sure'" in said
    assert "there is no intervention 'x'" in said
    assert "'good' cannot stand here in 'outcome'" in said


def test_a_case_built_in_code_gives_the_advice_that_its_file_gives(advisor, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(
        "format: 1\npartnership: P\npartners: [{name: Nursery, sector: private}]\ndate: 2026-09-14\n"
        "answers: {contact: none}\nactions: [{id: convening, outcome: no-change, date: 2026-05-01}]\n"
    )
    built = Case(
        partnership="P",
        partners=(Partner(name="Nursery", sector="private"),),
        date=datetime.date(2026, 9, 14),
        answers={"contact": "none"},
        actions=(Action(id="convening", outcome="no-change", date=datetime.date(2026, 5, 1)),),
    )
    assert advisor.read_case(path) == built
    assert advisor.advise(built) == advisor.advise(advisor.read_case(path))


def test_an_advisor_made_from_a_knowledge_base_still_knows_its_scenarios(advisor):
    again = Advisor(advisor.knowledge)
    assert again.read_case("scenario:health-visitors") == advisor.read_case("scenario:health-visitors")


def test_an_unknown_engine_is_an_error():
    with pytest.raises(AdvisorError, match="there is no engine 'clips'"):
        Advisor(engine="clips")  # type: ignore[arg-type]  # it is the fault that is tried


def test_threads_share_an_advisor(advisor):
    case = advisor.read_case("scenario:repeated-story")
    expected = advisor.advise(case)
    given = []
    threads = [threading.Thread(target=lambda: given.append(advisor.advise(case))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert given == [expected] * 8


def test_a_firing_can_be_looked_up(advisor):
    advice = advisor.advise(Case(answers={"contact": "none"}))
    assert advice.firing(advice.firings[0].id) is advice.firings[0]
    with pytest.raises(UnknownIdError):
        advice.firing("nothing")
