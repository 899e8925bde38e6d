"""One partnership over time: what moved, what was tried, and nothing said of it that is not known."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from advisor.api import Advisor
from advisor.cases import Action, Case, CaseFile, Unread, gathered
from advisor.errors import AdvisorError
from advisor.progress import Progress, facts_since, progress, tried_lately
from advisor.progress.reading import found_in, read_all
from advisor.reports.outline_text import as_text
from advisor.reports.progress_csv import progress_csv
from advisor.reports.progress_outline import progress_outline

ROOT = Path(__file__).resolve().parents[2]
FIVE = ROOT / "examples" / "five-dates"
ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
FILES = gathered(FIVE, KNOWLEDGE).files
DAILY = "operational-cohesion"
LOOSE, BETWEEN = FILES[0].case, FILES[1].case  # as the day to day work stands there


def over_time(*cases: Case) -> Progress:
    return progress([CaseFile(f"{number}.yaml", case) for number, case in enumerate(cases)], KNOWLEDGE)


def on(case: Case, date: str | None, *actions: Action, **changes: Any) -> Case:
    day = None if date is None else datetime.date.fromisoformat(date)
    return replace(case, date=day, actions=actions, **changes)


def tried(date: str | None, outcome: str = "helped", id_: str = "convening") -> Action:
    day = None if date is None else datetime.date.fromisoformat(date)
    return Action(date=day, kind="intervention", id=id_, outcome=outcome)  # type: ignore[arg-type]


def turns(found: Progress, factor: str = DAILY) -> list[str]:
    line = next(each for each in found.voices[0].factors if each.id == factor)
    return [move.turn for move in line.moves]


def text_of(found: Progress) -> str:
    return " ".join(as_text(progress_outline(found)).split())


def test_five_dates_show_a_dip_that_passes_and_a_relapse():
    found = progress(FILES, KNOWLEDGE)
    daily = next(each for each in found.voices[0].factors if each.id == DAILY)
    assert [point.stage for point in daily.points] == [
        "emerging",
        "developing",
        "emerging",
        "developing",
        "emerging",
    ]
    assert [(move.turn, move.after_trying) for move in daily.moves] == [
        ("on", None),
        ("dip", "yes"),
        ("recovered", None),
        ("relapse", "no"),
    ]
    said = text_of(found)
    assert "which may be a dip: something was tried in the half year before" in said
    assert "A relapse: it had gone back and come on, and went back again, with nothing new tried" in said


def test_what_was_tried_stands_once_in_its_own_time_with_what_was_said_of_it_later():
    second = progress(FILES, KNOWLEDGE).voices[0].between[1]
    (form,) = second.tried
    assert (form.id, form.said_before, form.outcome) == ("process-managing", ("too-early",), "helped")
    assert "process managing: too early to say; then it helped" in text_of(progress(FILES, KNOWLEDGE))


@pytest.mark.parametrize(
    ("actions", "turn", "after_trying"),
    [
        ((tried("2025-06-01"),), "dip", "yes"),
        ((tried("2025-01-20"),), "dip", "yes"),
        ((tried("2024-03-01"),), "slide", "no"),
        ((tried(None),), "back", "not-known"),
        ((tried("2024-03-01"), tried(None, id_="visioning")), "back", "not-known"),
        ((), "back", "not-known"),
        ((tried("2025-09-01"),), "back", "not-known"),
        ((tried("2025-09-01"), tried("2024-03-01")), "slide", "no"),
    ],
)
def test_back_is_a_dip_or_a_slide_only_where_it_is_known_what_was_tried(actions, turn, after_trying):
    found = over_time(on(BETWEEN, "2025-02-01"), on(LOOSE, "2025-07-01", *actions))
    move = next(each for each in found.voices[0].factors if each.id == DAILY).moves[0]
    assert (move.turn, move.after_trying) == (turn, after_trying)


def test_a_move_across_a_day_on_which_it_was_not_known_is_told_as_such_and_no_sign_stands_there():
    unknown = replace(BETWEEN, answers={"contact": "regular"})
    found = over_time(on(LOOSE, "2025-01-01"), on(unknown, "2025-03-01"), on(BETWEEN, "2025-06-01"))
    daily = next(each for each in found.voices[0].factors if each.id == DAILY)
    assert [point.stage for point in daily.points] == ["emerging", "unknown", "developing"]
    assert [(move.earlier, move.later, move.gap) for move in daily.moves] == [(0, 2, True)]
    said = text_of(found)
    assert "from loose to in between (not known in between)" in said
    assert "Gone, or only not asked again" in said


def test_a_stage_that_rests_on_one_answer_moves_only_perhaps():
    one = replace(LOOSE, answers={"information": "flows"})
    found = over_time(on(LOOSE, "2025-01-01"), on(one, "2025-06-01"))
    daily = next(each for each in found.voices[0].factors if each.id == DAILY)
    assert daily.points[1].sure == "tentative"
    assert [move.perhaps for move in daily.moves] == [True]
    assert "perhaps, from loose to" in text_of(found)


def test_other_questions_in_between_are_said_and_make_a_move_perhaps():
    old = on(LOOSE, "2025-01-01", questionnaire="ours 1 (60 questions) 00000000")
    new = on(BETWEEN, "2025-06-01", questionnaire="ours 2 (61 questions) 11111111")
    found = over_time(old, new)
    assert found.voices[0].between[0].other_questions
    assert all(m.perhaps for f in found.voices[0].factors for m in f.moves if m.direction != "same")
    assert "a change may come from those" in text_of(found)


def test_two_files_of_one_day_and_those_without_a_date_are_kept_and_told():
    found = over_time(
        on(BETWEEN, "2025-01-01"),
        on(LOOSE, "2025-01-01"),
        on(BETWEEN, None),
        on(LOOSE, "0001-01-01"),
        on(LOOSE, "9999-12-31"),
    )
    voice = found.voices[0]
    assert [(visit.file, visit.place) for visit in voice.visits] == [
        ("2.yaml", "no-date"),
        ("3.yaml", "in-line"),
        ("0.yaml", "same-day"),
        ("1.yaml", "in-line"),
        ("4.yaml", "in-line"),
    ]
    assert set(turns(found)) == {"same"}
    said = text_of(found)
    assert "0.yaml, 1.yaml are of one day, 2025-01-01" in said
    assert "They do not say the same of:" in said
    assert "Without a date, so nothing is held against it: 2.yaml" in said
    assert "look whether both dates are right" in said


def test_one_file_says_that_nothing_can_have_moved_yet():
    found = over_time(on(LOOSE, "2025-01-01"))
    assert found.voices[0].between == ()
    assert all(factor.moves == () for factor in found.voices[0].factors)
    assert "With one date or none nothing can be seen to move" in text_of(found)


def test_voices_are_never_mixed_and_those_that_do_not_share_are_only_counted():
    mine = [on(LOOSE, "2025-01-01"), on(BETWEEN, "2025-06-01")]
    theirs = [replace(each, respondent="Team lead") for each in mine]
    closed = over_time(*mine, *theirs)
    assert (len(closed.voices), closed.held_back) == (0, 2)
    assert "Team lead" not in closed.as_json() + text_of(closed) + progress_csv([closed])
    shared = over_time(*(replace(each, share="yes") for each in mine), *theirs)
    assert [voice.respondent for voice in shared.voices] == ["Head of the centre"]
    both = over_time(*(replace(each, share="yes") for each in (*mine, *theirs)))
    assert [len(voice.visits) for voice in both.voices] == [2, 2]


def test_an_alert_comes_first_and_is_told_of_a_voice_that_is_not_shown_too():
    risk = replace(LOOSE, answers={**LOOSE.answers, "child-at-risk": "yes"}, respondent="Team lead")
    found = over_time(on(LOOSE, "2025-01-01"), on(risk, "2025-02-01"))
    assert found.voices == ()
    assert [alert.dates for alert in found.alerts] == [()]
    assert as_text(progress_outline(found)).splitlines()[2].startswith(found.alerts[0].title[:20])


def test_files_of_several_partnerships_are_refused_together():
    with pytest.raises(AdvisorError, match="several partnerships"):
        over_time(on(LOOSE, "2025-01-01"), replace(BETWEEN, partnership="Another"))
    with pytest.raises(AdvisorError, match="no file"):
        progress([], KNOWLEDGE)


def test_facts_since_say_what_moved_only_where_both_are_known_and_whether_something_was_tried():
    facts = facts_since(FILES[1].case, FILES[2].case, KNOWLEDGE)
    assert ("moved", DAILY, "back") in facts
    assert ("moved", "relational-nourishment", "same") in facts
    assert facts[-1] == ("observed", "tried-lately", "yes")
    assert facts_since(on(LOOSE, None), replace(BETWEEN, answers={}, date=None, actions=()), KNOWLEDGE) == ()


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (on(LOOSE, "2025-07-01", tried("2025-01-01")), "yes"),
        (on(LOOSE, "2025-07-01", tried("2024-12-29")), "no"),
        (on(LOOSE, "2025-07-01", tried(None)), "not-known"),
        (on(LOOSE, "2025-07-01"), "not-known"),
        (on(LOOSE, "2025-07-01", answers={"tried": "not-applicable"}), "no"),
        (on(LOOSE, None, tried("2025-01-01")), "not-known"),
    ],
)
def test_whether_something_was_tried_lately_is_no_only_where_it_is_known(case, said):
    assert tried_lately(case, KNOWLEDGE) == said


def test_a_table_has_no_formula_and_json_keeps_every_letter():
    odd = [replace(on(case, f"2025-0{n}-01"), respondent="=1+1") for n, case in ((1, LOOSE), (6, BETWEEN))]
    found = over_time(*odd)
    assert ",'=1+1," in progress_csv([found])
    assert '"respondent": "=1+1"' in found.as_json()
    assert next(iter(found.as_dict())) == "schema_version"


def test_a_file_that_is_named_twice_counts_once_and_one_without_a_name_joins_the_others(tmp_path):
    path = tmp_path / "no-name.yaml"
    text = (FIVE / "2025-01.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("partnership: Children", "# partnership: Children"), encoding="utf-8")
    read = read_all([path, FIVE / "2025-06.yaml", path], KNOWLEDGE)
    assert len(read.files) == 2
    (one,) = found_in(read.files, as_one=True)
    assert one.name == "Children's centre and speech therapy"
    assert len(found_in(read.files)) == 2
    assert ADVISOR.progress(FIVE).voices[0].respondent == "Head of the centre"


def test_where_voices_are_held_back_nothing_quotes_an_answer_or_tells_a_day():
    risk = replace(LOOSE, answers={**LOOSE.answers, "child-at-risk": "yes"}, respondent="Team lead")
    files = [CaseFile("a.yaml", on(LOOSE, "2025-01-01")), CaseFile("b.yaml", on(risk, "2025-02-03"))]
    unread = [Unread("c.yaml", ("c.yaml:2:20: 'contact' has no option 'secretly'",))]
    found = progress(files, KNOWLEDGE, unread)
    everything = found.as_json() + text_of(found) + progress_csv([found])
    assert "secretly" not in everything
    assert "2025-02-03" not in everything
    assert found.alerts
    assert "c.yaml: this cannot be read" in everything
