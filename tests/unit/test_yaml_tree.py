"""The YAML reader: 1.2 words, places, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from advisor.files.positioned_yaml import parse_tree


def plain(text):
    tree, faults = parse_tree(text, "f")
    assert faults == []
    assert tree is not None
    return tree.plain()


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("true", True),
        ("12", 12),
        ("012", 12),
        ("1.5", 1.5),
        ("~", None),
        ("2026-09-14", "2026-09-14"),
        ("'true'", "true"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("12:30", "12:30"),
    ],
)
def test_words_are_those_of_yaml_1_2(word, value):
    assert plain(f"a: {word}") == {"a": value}


def test_values_know_their_line_and_column():
    tree, _ = parse_tree("a:\n  - x\n  - b: y\n", "f")
    assert tree is not None
    node = tree.at(("a", 1, "b"))
    assert (node.value, node.line, node.column) == ("y", 3, 8)
    assert tree.key_at(("a", 1, "b")).column == 5


def test_a_path_that_is_not_there_gives_the_nearest_place_above():
    tree, _ = parse_tree("a:\n  b: 1\n", "f")
    assert tree is not None
    assert tree.at(("a", "c", "d")).line == 2


def test_all_repeated_keys_are_told_at_once():
    _, faults = parse_tree("a: 1\nb: 2\na: 3\nb: 4\n", "f")
    assert [str(fault) for fault in faults] == [
        "f:3:1: the key 'a' is here twice (first in line 1); keep one of them",
        "f:4:1: the key 'b' is here twice (first in line 2); keep one of them",
    ]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_but_never_breaks(text):
    tree, faults = parse_tree(text, "f")
    assert (tree is None) <= bool(faults)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_but_never_break(tmp_path_factory, data):
    from advisor.files.positioned_yaml import read_tree

    path = tmp_path_factory.mktemp("any") / "f.yaml"
    path.write_bytes(data)
    tree, faults = read_tree(path)
    assert (tree is None) <= bool(faults)
