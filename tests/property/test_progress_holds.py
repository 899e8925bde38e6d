"""What holds of progress whatever the cases are."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings, strategies as st

from advisor.cases import Action, Case, CaseFile, case_text, read_case
from advisor.inference import knowledge_in
from advisor.knowledge.facts import OUTCOMES
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.progress import Progress, facts_since, progress
from advisor.progress.noting import note_action
from tests.support.amount import examples
from tests.support.strategies import cases

KNOWLEDGE = knowledge_in()
CASES = cases(KNOWLEDGE).map(lambda case: replace(case, partnership="One", respondent="Head", seen_from=None))
DAYS = st.none() | st.dates()
TRIED = [(kind, id_) for kind in TRIED_KINDS for id_ in KNOWLEDGE.ids([kind])]


def made(several: list[tuple[Case, datetime.date | None]]) -> list[CaseFile]:
    return [CaseFile(f"{n}.yaml", replace(case, date=day)) for n, (case, day) in enumerate(several)]


def over_time(files: list[CaseFile]) -> Progress:
    return progress(files, KNOWLEDGE)


@settings(max_examples=examples(15))
@given(st.lists(st.tuples(CASES, DAYS), min_size=1, max_size=4), st.randoms())
def test_the_order_of_the_files_does_not_matter_and_every_file_is_there(several, random):
    files = made(several)
    shuffled = random.sample(files, len(files))
    found = over_time(files)
    assert over_time(shuffled) == found
    assert {visit.file for voice in found.voices for visit in voice.visits} == {file.name for file in files}
    for voice in found.voices:
        for factor in voice.factors:
            for move in factor.moves:
                assert "unknown" not in (move.before, move.after)
                assert move.earlier < move.later


@settings(max_examples=examples(15))
@given(CASES, st.dates(), st.dates())
def test_the_same_answers_on_two_dates_move_nothing(case, one, other):
    found = over_time(made([(case, one), (case, other)]))
    assert all(move.turn == "same" for f in found.voices[0].factors for move in f.moves)
    assert all(not each.came and not each.went and each.same_answers for each in found.voices[0].between)
    moved = facts_since(replace(case, date=one), replace(case, date=other), KNOWLEDGE)
    assert {fact.value for fact in moved if fact.kind == "moved"} <= {"same"}


@settings(max_examples=examples(15))
@given(CASES, DAYS)
def test_one_file_moves_nothing(case, day):
    (voice,) = over_time(made([(case, day)])).voices
    assert voice.between == ()
    assert all(factor.moves == () for factor in voice.factors)


@settings(max_examples=examples(15))
@given(CASES, DAYS, st.sampled_from(TRIED), st.sampled_from(OUTCOMES), st.sampled_from(["", "a note: of #1"]))
def test_what_is_noted_is_read_again_and_the_rest_is_as_it_was(
    tmp_path_factory, case, day, what, outcome, note
):
    path = Path(tmp_path_factory.mktemp("log")) / "case.yaml"
    text = case_text(replace(case, actions=())) + "# the end\n"
    path.write_text(text, encoding="utf-8")
    action = Action(date=day, kind=what[0], id=what[1], outcome=outcome, note=note)
    assert note_action(path, action, KNOWLEDGE).is_new
    again = read_case(path, KNOWLEDGE)
    assert again.actions == (action,)
    assert replace(again, actions=()) == read_case_of(text, path)
    new = path.read_text(encoding="utf-8")
    assert without_actions(new) == text
    assert not note_action(path, action, KNOWLEDGE).is_new
    assert path.read_text(encoding="utf-8") == new


def read_case_of(text: str, path: Path) -> Case:
    other = path.with_name("before.yaml")
    other.write_text(text, encoding="utf-8")
    return read_case(other, KNOWLEDGE)


def without_actions(text: str) -> str:
    """Return a text without the lines of its actions."""
    kept, inside = [], False
    for line in text.splitlines(keepends=True):
        if line.startswith("actions:"):
            inside = True
        elif not line.startswith((" ", "-")):
            inside = False
        kept += [] if inside else [line]
    return "".join(kept)
