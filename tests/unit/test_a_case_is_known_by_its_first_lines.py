"""A file that is laid out as a case is found by the folder it lies in, however it was written."""

from __future__ import annotations

import pytest

from advisor.cases.here import cases_in


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffformat: 1\nanswers:\n  trust: openly\n",
        '"format": 1\n"answers":\n  trust: openly\n',
        "answers:\n  trust: openly\nformat: 1\n",
        "format: '1'\npartnership: Ours\n",
    ],
)
def test_a_case_is_found_with_its_mark_its_quotes_or_its_format_last(text, tmp_path):
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    assert [path.name for path in cases_in(tmp_path)] == ["ours.yaml"]


@pytest.mark.parametrize(
    "text", ["format: 1\nid: here\nanswers:\n", "\ufeffid: x\nformat: 1\nanswers:\n", "a: 1\n"]
)
def test_what_is_no_case_is_not(text, tmp_path):
    (tmp_path / "other.yaml").write_text(text, encoding="utf-8")
    assert cases_in(tmp_path) == []
