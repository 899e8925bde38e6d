"""The files of 0.1.0 load, are kept as they were, and what is advised on them otherwise has its reason."""

from __future__ import annotations

import copy
import datetime
from dataclasses import replace
from typing import Any

import pytest
import yaml

from advisor import Interview
from advisor.cases.store import open_case
from tests.from_0_1_0 import explained
from tests.from_0_1_0.explained import REASONS, WITH_ITS_OWN, WITH_TODAYS, each, found_today, listed, mark
from tests.from_0_1_0.files import cases

CASES = cases()


@pytest.fixture(scope="module")
def today(tmp_path_factory):
    """What is advised otherwise today, found without looking at what is listed."""
    return dict(each(found_today(tmp_path_factory.mktemp("from-0-1-0"))))


def test_all_of_them_are_there():
    kinds = [name.partition("/")[0] for name in CASES]
    assert (kinds.count("scenario"), kinds.count("unseen")) == (31, 26)


@pytest.mark.parametrize("name", CASES)
def test_a_file_is_kept_byte_for_byte_and_a_new_answer_changes_its_own_lines_alone(name, advisor, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_bytes(CASES[name].encode())
    store = open_case(path, advisor.knowledge)
    try:
        assert store.no_longer_fit == []
        before = store.case
        store.save(before)
        assert path.read_bytes() == CASES[name].encode()
        interview = Interview(advisor, before)
        new = next(id_ for id_ in advisor.knowledge.questions if id_ not in (*before.answers, "tried"))
        interview.answer(new, "dont-know")
        store.save(replace(interview.case, date=before.date or datetime.date(2026, 11, 27)))
        assert store.kept_as is None
    finally:
        store.close()
    lines = iter(path.read_bytes().splitlines())
    assert [line for line in CASES[name].encode().splitlines() if line not in lines] == []
    after = advisor.read_case(path)
    assert {id_: said for id_, said in after.answers.items() if id_ != new} == before.answers
    assert (after.partners, after.actions, after.notes) == (before.partners, before.actions, before.notes)


def test_what_is_advised_otherwise_today_is_listed_as_it_is(today):
    """Where it is not: python -m tests.from_0_1_0 (see tests/README.md)."""
    said = {place: {key: given[key] for key in ("was", "now")} for place, given in each(listed())}
    assert {place: {key: found[key] for key in ("was", "now")} for place, found in today.items()} == said


def test_each_of_these_has_a_reason_and_no_reason_is_for_nothing():
    parts = listed()
    reasons = [reason for _, difference in each(parts) for reason in difference["why"]]
    assert [place for place, difference in each(parts) if not difference["why"]] == []
    assert set(reasons) == set(parts[REASONS])
    assert [name for name, reason in parts[REASONS].items() if len(reason["because"].split()) < 5] == []


def test_each_reason_was_given_for_what_is_advised_now():
    """Where it was not: look at it, and take out its `seen` (see tests/README.md)."""
    found = list(each(listed()))
    assert found
    assert [place for place, difference in found if difference.get("seen") != mark(difference)] == []


def test_reasons_are_kept_when_the_list_is_written_anew_and_what_is_to_be_looked_at_is_told(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(explained, "FILE", tmp_path / "differences.yaml")
    because = "A quarrel comes before a plan, since nobody plans in anger."
    reasons = {"calm-first": {"because": because}, "rooms": {"because": because, "rules": ["room-each"]}}
    found: dict[str, dict[str, dict[str, Any]]] = {
        "a/b": {"stage of x": {"was": "emerging", "now": "developing", "why": ["calm-first"]}},
        "a/c": {"plan, first": {"was": ["y"], "now": [], "why": ["calm-first"]}},
    }
    found["a/c"]["plan, first"]["seen"] = mark(found["a/c"]["plan, first"])
    explained.FILE.write_text(yaml.safe_dump({REASONS: reasons, WITH_TODAYS: found}))
    today = {
        WITH_TODAYS: {
            "a/b": {"stage of x": {"was": "emerging", "now": "developing", "rules": ["+calm"]}},
            "a/c": {"plan, first": {"was": ["y"], "now": ["z"], "rules": ["+calm", "-plan"]}},
            "a/d": {"plan, first": {"was": ["y"], "now": [], "rules": []}},
            "a/e": {"plan, first": {"was": ["y"], "now": [], "rules": ["+calm", "-room-each.x"]}},
        },
        WITH_ITS_OWN: {},
    }
    to_look_at = [
        f"{WITH_TODAYS}, a/c, plan, first: is otherwise than when its reason was given (+calm, -plan)",
        f"{WITH_TODAYS}, a/d, plan, first: has no reason yet ()",
    ]
    assert explained.write(copy.deepcopy(today)) == to_look_at
    assert (
        explained.write(copy.deepcopy(today)) == to_look_at
    )  # as long as nobody has said that it was looked at
    parts = explained.listed()
    assert parts[REASONS] == reasons
    assert [difference["why"] for _, difference in each(parts)] == [
        ["calm-first"],
        ["calm-first"],
        [],
        ["rooms"],
    ]
    text = explained.FILE.read_text(encoding="utf-8")
    explained.FILE.write_text(text.replace(mark(found["a/c"]["plan, first"]), ""), encoding="utf-8")
    assert len(explained.write(copy.deepcopy(today))) == 1  # that of a/c was looked at
