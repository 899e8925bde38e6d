"""Whatever stands in a copy of own knowledge, advice is as without it.

Under a right seal there may be a clear error instead: only whoever has the key can come so far.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import Any

from hypothesis import given, settings, strategies as st

from advisor import Advisor, Case
from advisor.errors import AdvisorError
from advisor.files.sealed import KEY_SIZE, sealed
from advisor.inference.cache import knowledge_in
from advisor.inference.frozen import frozen
from advisor.knowledge.loader import load_folder
from tests.support.amount import examples
from tests.unit.test_own_copies import SMALL, copy_in, write_copy


def _at(data, path):
    for step in path:
        data = data[step]
    return data


def _places(data, path=()):
    """Yield the way to each value inside `data`, the texts of entries too; which entries there are stays."""
    members = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in members:
        yield (*path, key)
        yield from _places(value, (*path, key))


WHOLE = json.loads(frozen(load_folder(SMALL)).partition(b"\n")[2])
VALUES: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-3, 10**6)
    | st.floats()
    | st.sampled_from(["", "x", "half", '["Rule", {}]', '["Nothing", 3]', "{}", "[[[[", '{"list": 3}', '"a"'])
    | st.just([])
    | st.just({})
    | st.just([[]])
)
CASE = Case(answers={})


@settings(max_examples=examples(200))
@given(drawn=st.data())
def test_a_copy_with_whatever_in_it_gives_the_same_advice_or_a_clear_error(drawn, tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    data = json.loads(json.dumps(WHOLE))
    for _ in range(drawn.draw(st.integers(1, 3))):
        way = drawn.draw(st.sampled_from([*_places(data)]))
        inside = _at(data, way[:-1])
        if drawn.draw(st.booleans()):
            inside[way[-1]] = drawn.draw(VALUES)
        elif way[0] != "entries":
            del inside[way[-1]]
    _advise_from(data, folder)


def _advise_from(data, folder):
    """Have all be advised and looked at that a copy says."""
    os.environ["XDG_CACHE_HOME"], before = str(folder), os.environ["XDG_CACHE_HOME"]
    try:
        knowledge_in(SMALL)
        write_copy(copy_in(folder), data)
        with contextlib.suppress(AdvisorError):
            advisor = Advisor(SMALL)
            for _ in advisor.knowledge.all_entries():
                pass
            answers = {
                each.id: each.options[0].id for each in advisor.knowledge.questions.values() if each.options
            }
            advisor.advise(Case(answers={**answers}))
            advisor.advise(CASE)
    finally:
        os.environ["XDG_CACHE_HOME"] = before


@settings(max_examples=examples(200))
@given(drawn=st.data())
def test_whatever_stands_where_a_copy_was_the_knowledge_is_that_of_the_files(drawn, tmp_path_factory):
    folder = tmp_path_factory.mktemp("cache")
    os.environ["XDG_CACHE_HOME"], before = str(folder), os.environ["XDG_CACHE_HOME"]
    try:
        knowledge_in(SMALL)
        copy = copy_in(folder)
        whole = copy.read_bytes()
        copy.write_bytes(drawn.draw(st.one_of(_cut(whole), _by_hand(), st.binary(max_size=200))))
        assert frozen(knowledge_in(SMALL)) == frozen(load_folder(SMALL))
        assert copy.read_bytes() == whole
    finally:
        os.environ["XDG_CACHE_HOME"] = before


@st.composite
def _cut(draw, whole):
    """A copy with some bytes changed, left out or put in between."""
    begin = draw(st.integers(0, len(whole) - 1))
    end = draw(st.integers(begin, min(begin + 50, len(whole))))
    return (
        whole[:begin] + draw(st.binary(max_size=50).filter(lambda new: new != whole[begin:end])) + whole[end:]
    )


@st.composite
def _by_hand(draw):
    """A copy in which something is gone, whatever it may be, with a checksum that is right."""
    data = json.loads(json.dumps(WHOLE))
    way = draw(st.sampled_from([*_places(data)]))
    del _at(data, way[:-1])[way[-1]]
    return sealed(json.dumps(data).encode(), draw(st.sampled_from([b"", bytes(KEY_SIZE)])))
