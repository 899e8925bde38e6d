"""A case that was answered on one knowledge base, read by another: what is said, and that nothing is lost."""

from __future__ import annotations

import shutil

import pytest

from tests.command.run import ROOT, advisor
from tests.from_0_1_0.files import unpack_knowledge

SAID = "The questions have changed since it was answered."


@pytest.fixture
def before(tmp_path):
    """The knowledge base of 0.1.0, in a folder."""
    return unpack_knowledge(tmp_path)


@pytest.fixture
def case(tmp_path):
    return tmp_path / "case.yaml"


def lines(*words):
    return "".join(f"{word}\n" for word in words)


def test_an_interview_notes_its_questions_and_says_when_they_have_changed(before, case):
    advisor("interview", str(case), "--knowledge", str(before), typed=lines("Us", "1", "s"))
    written = case.read_text(encoding="utf-8")
    assert "questionnaire: integrated-working 0.1.0 (43 questions) " in written
    again = advisor("interview", str(case), "--knowledge", str(before), typed=lines("s"))
    assert SAID not in again.stdout
    looked_at = advisor("interview", str(case), typed=lines("s"))
    assert SAID in " ".join(looked_at.stdout.split())
    assert case.read_text(encoding="utf-8") == written
    advisor("interview", str(case), typed=lines("1", "s"))
    assert "(43 questions)" not in case.read_text(encoding="utf-8")


def test_an_answer_that_only_the_other_one_knows_is_told_with_where_it_comes_from(tmp_path, case):
    own = tmp_path / "own"
    shutil.copytree(ROOT / "tests" / "faulty_knowledge" / "sound", own)
    for path in own.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("acquaintance", "our-own"), encoding="utf-8")
    asked = advisor("interview", str(case), "--knowledge", str(own), "--all", typed=lines("Us", "1", "1"))
    assert asked.returncode == 0
    told = advisor("advise", str(case))
    assert told.returncode == 2
    said = told.stderr.splitlines()
    assert "this was answered on 'sound 0.1.0 (2 questions) " in said[0]
    assert "with --knowledge" in said[0]
    assert "there is no question 'our-own'" in said[1]
    assert len(said) == 2
    assert advisor("advise", str(case), "--knowledge", str(own)).returncode == 0
