"""Where a piece of a CSV file ends, and which pieces are left to the slower reader."""

from __future__ import annotations

import pytest

from advisor.cohort.csv_plain import plain_rows, whole_lines


@pytest.mark.parametrize(
    ("held", "whole"),
    [
        (b"", b""),
        (b"no end", b""),
        (b"a,b\nc,d\n", b"a,b\nc,d\n"),
        (b"a,b\nc", b"a,b\n"),
        (b'a,"b\nc,d\n', b""),
        (b'a,b\nc,"d\ne,f\n', b"a,b\n"),
        (b'a,"b\nc",d\ne,f', b'a,"b\nc",d\n'),
        (b'a,"b\nc",d\ne,"f\n', b'a,"b\nc",d\n'),
    ],
)
def test_a_piece_ends_behind_the_last_row_whose_quotes_are_closed(held, whole):
    assert held[: whole_lines(held)] == whole


@pytest.mark.parametrize(
    "piece", [b'a,b\n"c"d,e\n', b"a\rb,c\n", b"a,b\n\nc,d\n", b"a,b\nc\n", b"a,b,c\n", b"\xff,b\n"]
)
def test_a_piece_with_anything_odd_is_left_to_the_slower_reader(piece):
    assert plain_rows(piece, ("one", "two"), ",", 2) is None


def test_a_piece_that_keeps_the_rules_is_read_whole():
    found = plain_rows(b'a,"b ""c"",\nd"\ne,f\n', ("one", "two"), ",", 2)
    assert found is not None
    assert found.rows() == [("a", 'b "c",\nd'), ("e", "f")]
