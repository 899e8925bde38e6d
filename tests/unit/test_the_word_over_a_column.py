"""What stands over a narrow column is knowledge: a base of one's own says it otherwise, or not at all."""

from __future__ import annotations

import shutil

from advisor.knowledge.folder import shipped_folder
from advisor.knowledge.loader import load_folder
from advisor.portfolio.factors import factors_of


def test_each_factor_has_a_word_that_fits_over_a_narrow_column():
    found = factors_of(load_folder(shipped_folder()))
    assert all(len(factor.short) <= 12 and factor.short != factor.plain for factor in found)


def test_another_word_is_taken_and_without_one_the_plain_name_stands_there(tmp_path):
    base = tmp_path / "base"
    shutil.copytree(shipped_folder(), base)
    path = base / "factors.yaml"
    text = path.read_text("utf-8").replace("    in-a-word: aims\n", "")
    path.write_text(text.replace("in-a-word: people\n", "in-a-word: warmth\n"), "utf-8")
    people, aims, *_rest = factors_of(load_folder(base))
    assert people.short == "warmth"
    assert aims.short == aims.plain
