"""What the library gives can be kept, sent, put into a set, and changed by nobody."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from advisor import Advisor, AdvisorError, Case
from advisor.cases import NothingReadError
from advisor.comparison import across
from advisor.portfolio import NothingReadError as NothingOfAPortfolioReadError

DATES = "examples/five-dates"
ADVISOR = Advisor(engine="columnar")
RARELY, OFTEN = Case(answers={"contact": "none"}), Case(answers={"contact": "regular"})
SEVEN = [Case(respondent=f"R{n}", answers={"contact": ("none", "regular")[n % 2]}) for n in range(7)]
RESULTS: dict[str, Callable[[], Any]] = {
    "portfolio": lambda: ADVISOR.portfolio(DATES),
    "progress": lambda: ADVISOR.progress(DATES),
    "comparison, guarded": lambda: ADVISOR.compare([RARELY, OFTEN]),
    "comparison, counted": lambda: ADVISOR.compare(SEVEN),
    "comparison, open": lambda: ADVISOR.compare(
        ["scenario:revolving-door", "scenario:five-midwives-seen-by-their-manager"]
    ),
    "across": lambda: across([DATES], None, None),
    "totals": lambda: ADVISOR.totals({"contact": ["none"] * 6 + ["regular"] * 6, "sector": ["NHS"] * 12}),
}


def that_can_be_changed(found: Any) -> Iterator[str]:
    """Yield what somebody who has a result could change in it."""
    if isinstance(found, (list, dict, set)):
        yield type(found).__name__
    if is_dataclass(found):
        kind: Any = type(found)
        if not kind.__dataclass_params__.frozen:
            yield type(found).__name__
        for each in fields(found):
            yield from that_can_be_changed(getattr(found, each.name))
    elif isinstance(found, (tuple, frozenset)):
        for one in found:
            yield from that_can_be_changed(one)
    elif isinstance(found, Mapping):
        yield from that_can_be_changed(tuple(found.values()))


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_is_the_same_when_it_comes_back_and_has_nothing_to_be_changed(name):
    found = RESULTS[name]()
    for back in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
        assert (back, hash(back), back.as_json()) == (found, hash(found), found.as_json())
    assert [*that_can_be_changed(found)] == []
    assert found.as_dict() == json.loads(found.as_json())


def test_half_a_character_in_the_name_of_a_file_is_written_as_an_escape():
    found = ADVISOR.compare([RARELY, OFTEN])
    odd = replace(found, unread=("\udcff.yaml",))
    assert json.loads(odd.as_json().encode())["unread"] == ["\udcff.yaml"]


def test_one_case_that_is_given_alone_is_not_taken_for_several_letters():
    with pytest.raises(AdvisorError, match="two people"):
        ADVISOR.compare("scenario:revolving-door")
    assert [case.name for case in across(f"{DATES}/2025-01.yaml", None, None).cases] == [
        f"{DATES}/2025-01.yaml"
    ]
    with pytest.raises(AdvisorError, match=r"none\.csv"):
        ADVISOR.portfolio(DATES, "none.csv")


def test_what_comes_after_a_case_is_no_earlier_one():
    days = [datetime.date(2026, month, 1) for month in (1, 3, 5)]
    one, two, three = (Case(date=day, answers={"contact": "none"}) for day in days)
    assert ADVISOR.advise(three, earlier=(one, two)).since is not None
    for case, earlier in ((two, three), (three, (two, one))):
        with pytest.raises(AdvisorError, match="give the oldest first"):
            ADVISOR.advise(case, earlier=earlier)


def test_that_nothing_can_be_read_is_told_in_lines_and_quotes_nothing_in_a_log(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text("format: 1\nanswers: {contact: secret}\n", encoding="utf-8")
    for give in (ADVISOR.progress, ADVISOR.portfolio):
        with pytest.raises(NothingReadError) as caught:
            give(tmp_path)
        assert "secret" not in str(caught.value)
        assert ".told()" in str(caught.value)
        assert [line.count("secret") for line in caught.value.told().splitlines()] == [1, 1]
        assert pickle.loads(pickle.dumps(caught.value)).told() == caught.value.told()
    assert NothingOfAPortfolioReadError is NothingReadError


def test_a_name_that_can_be_no_folder_is_refused_as_any_other():
    for give in (ADVISOR.progress, ADVISOR.portfolio):
        with pytest.raises(AdvisorError):
            give("a\0b")


def test_an_advice_is_plain_data_too():
    advice = ADVISOR.advise(RARELY)
    assert advice.as_dict() == json.loads(advice.as_json())
