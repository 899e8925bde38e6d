"""Keys of what programs read only grow: each key of 0.1.0 is there, with no other types behind it."""

from __future__ import annotations

import pytest
import yaml

from tests.from_0_1_0.files import HERE
from tests.from_0_1_0.keys import COHORT, GIVEN, all_keys

BEFORE = yaml.safe_load((HERE / "keys.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def now(advisor):
    return all_keys(advisor)


def test_all_that_is_given_out_is_looked_at():
    assert set(BEFORE) == {*GIVEN, COHORT}
    assert sum(map(len, BEFORE.values())) > 350


@pytest.mark.parametrize("given", BEFORE)
def test_no_key_has_gone(given, now):
    assert [path for path in BEFORE[given] if path not in now[given]] == []


@pytest.mark.parametrize("given", BEFORE)
def test_no_key_holds_what_it_could_not_hold_before(given, now):
    changed = {
        path: (types, now[given].get(path, []))
        for path, types in BEFORE[given].items()
        if not set(now[given].get(path, [])) <= set(types)
    }
    assert changed == {}
