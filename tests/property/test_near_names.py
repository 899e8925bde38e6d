"""Near names among many are those that looking at each pair finds."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, strategies as st

from advisor.cases.naming import likeness
from advisor.cases.near import near_names

SLIPS = st.sampled_from(
    ["abcdef", "abcdefg", "abc def", "ab-cdef", "abdef", "abxdef", "abcdef1", "abcdefghij"]
)
WORDS = st.text(alphabet="ab cd1&-\u00e9\u200b", max_size=16)
LONG = st.builds(
    lambda text, place, letter: text[:place] + letter + text[place:],
    st.sampled_from(["health visiting team", "team health visiting", "early help and housing"]),
    st.integers(0, 20),
    st.sampled_from(["", "x", "xy", "1", " "]),
)


@given(st.lists(st.one_of(SLIPS, WORDS, LONG), max_size=14))
def test_near_names_are_those_of_looking_at_each_pair(names):
    slowly = tuple(pair for pair in combinations(names, 2) if likeness(*pair) == "near")
    assert near_names(names) == slowly
