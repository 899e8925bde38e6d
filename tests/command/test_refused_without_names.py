"""With --anonymise it is said where a case cannot be used, and no word of the case, its file, its folder."""

from __future__ import annotations

import pytest

from tests.command.run import advisor


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("annie.yaml", "CASE, line 2, column 1: this cannot be used; see it without --anonymise"),
        ("annie.csv#1", "CASE, column 2: this cannot be used; see it without --anonymise"),
        ("annie.csv#7", "CASE: it cannot be used; see why without --anonymise"),
        ("annies.yaml", "CASE: it cannot be used; see why without --anonymise"),
    ],
    ids=["in a file", "in a row", "no such row", "no such file"],
)
def test_what_cannot_be_used_is_told_by_its_place_alone(tmp_path, named, said):
    (tmp_path / "annie.yaml").write_text("format: 1\nBeth: no friend\n", encoding="utf-8")
    (tmp_path / "annie.csv").write_text("name,contact\nAnnie,Beth\n", encoding="utf-8")
    result = advisor("advise", named, "--anonymise", folder=tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (2, "", f"{said}\n")
