"""One operator of a script is changed at a time, and only in what is code."""

from __future__ import annotations

from tools.script_mutants import all_changes, equivalents
from tools.script_operators import changes

SCRIPT = r"""
import { a } from "../0.js"; // 1 < 2 && true
/* a || b */
const text = "0 === 1" + `true ${a < 1 ? `${b && c}` : "||"} + 0`;
const found = /&&|0/.test(text) && list.filter((each) => each > -2).some(isOdd);
const some = half / 2 / three;
"""


def test_each_change_is_of_one_operator_and_texts_patterns_and_comments_stay():
    found = [*changes("a", SCRIPT)]
    assert [(change.was, change.becomes) for change in found] == [
        ("+", "-"),
        ("<", "<="),
        ("1", "0"),
        ("&&", "||"),
        ("&&", "||"),
        ("(each) => each > -2", "(...all) => !((each) => each > -2)(...all)"),
        (">", ">="),
        ("some", "every"),
    ]
    made = found[1].made_in(SCRIPT)
    assert made == SCRIPT.replace("a < 1", "a <= 1")
    assert found[1].told().startswith("a.js:4: < -> <=: const text")


def test_what_is_named_as_changing_nothing_is_tried():
    tried = {(change.code, change.was, change.becomes) for change in all_changes()}
    assert [*equivalents()]
    assert [each for each in equivalents() if each not in tried] == []
