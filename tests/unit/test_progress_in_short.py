"""A line for each of many partnerships says what the whole of each would say."""

from __future__ import annotations

import datetime
import random
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.api import Advisor
from advisor.cases.file import read_case
from advisor.cases.gathering import CaseFile, Unread, partnerships
from advisor.progress import progress
from advisor.progress.in_short import in_short

KNOWLEDGE = Advisor().knowledge
FIVE = Path(__file__).resolve().parents[2] / "examples" / "five-dates"
CASES = [read_case(path, KNOWLEDGE) for path in sorted(FIVE.glob("*.yaml"))]
AT_RISK = replace(CASES[0], answers={**CASES[0].answers, "child-at-risk": "yes"})


def some_files(chance: random.Random) -> list[CaseFile]:
    files = []
    for number in range(24):
        case = replace(
            chance.choice([*CASES, AT_RISK]),
            partnership=chance.choice(["One", "Two", "Three"]),
            respondent=chance.choice(["Head", "Head", "Team lead"]),
            share=chance.choice(["yes", "yes", "yes", "no"]),
            date=chance.choice([None, *(datetime.date(2025, month, 1) for month in range(1, 8))]),
        )
        if chance.random() < 0.2:
            case = replace(case, answers={"contact": "when-needed"})
        files.append(CaseFile(f"{number:02}.yaml", case))
    return files


@pytest.mark.parametrize("seed", range(6))
def test_a_line_says_what_the_whole_says(seed):
    found = partnerships(some_files(random.Random(seed)))
    several, _told = in_short(found, KNOWLEDGE, [])
    for each, short in zip(found, several, strict=True):
        whole = progress(each.files, KNOWLEDGE)
        assert short.partnership == whole.partnership
        assert (short.alerts, short.held_back) == (whole.alerts, whole.held_back)
        for one, voice in zip(short.voices, whole.voices, strict=True):
            line = [at for at, visit in enumerate(voice.visits) if visit.place == "in-line"]
            last = [m.direction for f in voice.factors for m in f.moves if line and m.later == line[-1]]
            assert (one.respondent, one.files, one.dates) == (voice.respondent, len(voice.visits), len(line))
            assert (one.on, one.back) == (last.count("on"), last.count("back"))


def test_a_file_that_cannot_be_read_is_not_quoted_where_a_voice_is_held_back():
    files = [
        CaseFile(name, replace(CASES[0], respondent=name, share="no", partnership="One")) for name in "ab"
    ]
    unread = [Unread("c.yaml", ("c.yaml:2:1: 'trust' has no option 'secret'",))]
    _several, told = in_short(partnerships(files), KNOWLEDGE, unread)
    assert "secret" not in "".join(told[0].said)
