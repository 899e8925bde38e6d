"""What a model of pydantic holds of ours is written as files have it, and read back."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest
from pydantic import create_model

from advisor.advice import Advice

ASKED = {
    "case": lambda _advisor, case: case,
    "advice": lambda advisor, case: advisor.advise(case),
    "brief": lambda advisor, case: advisor.advise(case).brief(),
    "why": lambda advisor, case: advisor.why(case, "1"),
    "why not": lambda advisor, case: advisor.why_not(case, "shared-supervision"),
    "what if": lambda advisor, case: advisor.what_if(case, {"trust": "openly"}),
    "settled": lambda advisor, case: advisor.settle(case),
}


@pytest.fixture
def case(advisor):
    return replace(advisor.read_case("scenario:repeated-story"), seen_from="centre", share="yes")


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_it_is_read_back_from_what_the_model_wrote(advisor, case, asked):
    found = asked(advisor, case)
    model: Any = create_model("Model", held=(type(found), ...))
    whole = model(held=found)
    assert whole.held is found
    assert model.model_validate_json(whole.model_dump_json()) == whole
    assert model.model_validate(whole.model_dump()) == whole


def test_the_model_writes_the_keys_of_the_contract(advisor, case):
    advice = advisor.advise(case)
    whole = create_model("Model", case=(type(case), ...), advice=(Advice, ...))(case=case, advice=advice)
    written = whole.model_dump(mode="json")
    assert written["case"]["seen-from"] == "centre"
    assert {**written["advice"], "since": None} == {**advice.as_dict(), "since": None}


def test_an_advice_is_read_back_from_its_fields_too(advisor, case):
    advice = advisor.advise(case)
    assert Advice.from_dict(asdict(advice)) == advice
