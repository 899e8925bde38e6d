"""`advisor scenario quiz` and `results`: typed by a script here, by keys in tests/terminal."""

from __future__ import annotations

import csv
import json
import re
import shutil

import pytest
from advisor.cli.screens import screens_of

from advisor.exercise.results import COLUMNS, EARLIER_COLUMNS
from tests.command.run import ROOT, advisor

QUARREL = ["", "", "2", "7", "", "", ""]  # no name, no fact, of the second group the seventh, no reason


def quiz(typed, *options, scenario="55"):
    """Run the exercise on the quarrel and type these lines."""
    return advisor("scenario", "quiz", scenario, *options, typed="\n".join(typed) + "\n")


def kept(path):
    return [*csv.DictReader(path.read_text(encoding="utf-8").splitlines())]


def test_a_learner_asks_chooses_and_compares(tmp_path):
    out = tmp_path / "results.csv"
    result = quiz(["=Ann", "1", "4", "", "2", "4", "", "", "2", "7 1", "", "", "=SUM(1)", ""], "-o", str(out))
    assert result.returncode == 0
    said = " ".join(result.stdout.split())
    assert "The leader says: 'It has turned personal, or others are being drawn in'" in said
    assert "1. Settle what has gone sour (conflict handling). The rules say so too: it is among" in said
    assert "2. Build a shared picture (visioning). The rules hold it back here." in said
    assert "You said: =SUM(1)" in said
    (row,) = kept(out)
    assert (row["learner"], row["asked"], row["chosen"]) == (
        "'=Ann",
        "contact disagreement",
        "conflict-handling visioning",
    )
    assert (row["reasons"], row["held-back"], row["after"]) == (
        "conflict-handling: =SUM(1)",
        "visioning",
        "",
    )


def test_the_whole_way_through_the_debrief_is_kept(tmp_path):
    out = tmp_path / "results.csv"
    result = quiz([*QUARREL, "I know them.", "1 2"], "-o", str(out), "--group", "Monday")
    said = " ".join(result.stdout.split())
    assert "THE POINT OF THE STORY - The red folder." in said
    assert "This is something to talk about, not a mark." in said
    (row,) = kept(out)
    assert (row["disagrees"], row["after"], row["group"]) == (
        "I know them.",
        "conflict-handling who-supports-me",
        "Monday",
    )


def test_nothing_that_gives_it_away_is_said_before_the_debrief():
    before = quiz(QUARREL).stdout.partition("THE POINT OF THE STORY")[0]
    assert before.startswith("Case 55\n")
    assert "The red folder" not in before
    assert "hot-quarrel" not in before


def test_what_is_chosen_is_marked_and_taken_back_and_a_word_finds_it():
    typed = ["", "", "supervision", "1", "", "6", "x", "trust", "?1", "", "", "", ""]
    said = " ".join(quiz(typed).stdout.split())
    assert "With 'supervision' in it" in said
    assert "Chosen so far: 1. External supervision; 2. Wait, and ask more before I do anything" in said
    assert said.count("Chosen so far: 1. External supervision Type") == 4
    assert "YOUR CHOICES 1. External supervision." in said


def test_a_word_finds_questions_and_one_goes_back_to_ask_again():
    said = quiz(["", "you meet", "1", "b", "b", "Ann", "2", "4", "", "managers", "", "b", "", "0"]).stdout
    assert said.count("What would you like to know?") == 3
    assert "With 'you meet' in it" in said
    assert "*  2  How you deal with each other (6 questions)" in said
    assert "*  3  Can people say what they think when you meet?" in said


def test_the_story_is_told_again_at_any_prompt():
    said = quiz(["t", "", "t", "", "t", "2", "t", "7", "", "", "t", "", "t"]).stdout
    assert said.count("It began with a red folder.") == 7


@pytest.mark.parametrize("name", ["s", "B", "t", "f"])
def test_a_name_of_one_letter_is_a_name_and_no_key(tmp_path, name):
    out = tmp_path / "results.csv"
    said = quiz([name, "b", "", "", "0", "s"], "-o", str(out)).stdout
    assert f"Enter keeps this: {name}." in said
    assert kept(out)[0]["learner"] == name


def test_own_questions_without_headings_are_one_list(tmp_path):
    knowledge = tmp_path / "kb"
    shutil.copytree(ROOT / "knowledge", knowledge)
    path = knowledge / "questions.yaml"
    path.write_text(re.sub(r"(?m)^ +heading: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    said = quiz(["", "9", "b", "", "9", "", "s"], "--knowledge", str(knowledge)).stdout
    assert said.count("What would you like to know?") == 2
    assert "'It has turned personal, or others are being drawn in'" in " ".join(said.split())
    assert "back to the groups" not in said.partition("What would you do")[0]


def test_none_is_a_choice_and_is_kept_apart_from_not_telling(tmp_path):
    out = tmp_path / "results.csv"
    said = quiz(["", "", "0", "", "0"], "-o", str(out)).stdout
    assert "YOUR CHOICES\n- None.\n" in said
    assert kept(out)[0]["after"] == "0"


def test_only_so_many_facts_may_be_asked_for_and_what_is_not_known_costs_nothing():
    said = quiz(["", "2", "1 2 3 4", "5", "1 2", "3", "4", "0"], "--facts", "3").stdout
    assert said.count("too much at once") == 1
    assert "Nothing is known about that." in said
    assert "Type up to 1 number to ask for facts, such as 2," in " ".join(said.split())
    assert "YOUR CHOICES" in said
    assert "- You were told 3 facts. With those alone" in said


def test_who_asked_only_for_what_nobody_knows_was_told_no_fact():
    said = quiz(["", "2", "5", "", "", "6", "", ""]).stdout
    assert "Nothing is known about that." in said
    assert "- You were told no fact. Without any the rules" in said


def test_a_title_that_is_a_question_gets_no_full_stop():
    said = quiz(["", "2", "4", "", "3", "1", "", "", "6", "", ""]).stdout
    assert "Who supports me?" in said
    assert "?." not in said


def test_what_makes_no_sense_is_asked_again():
    said = quiz(
        ["", "99", "x", "\x1b[31m7 x", "3", "99", "", "", "9", "zz", "2", "99", "7", "", "", ""]
    ).stdout
    assert said.count("That is not in the list.\n") == 7
    assert "\x1b" not in said


@pytest.mark.parametrize(("typed", "code"), [(["Ann", "s"], 0), (["s"], 130)])
def test_leaving_before_the_end_keeps_no_result(tmp_path, typed, code):
    out = tmp_path / "results.csv"
    assert quiz(typed, "-o", str(out)).returncode == code
    assert not out.exists()


def test_leaving_in_the_debrief_keeps_what_was_chosen(tmp_path):
    out = tmp_path / "results.csv"
    assert quiz([*QUARREL, "s"], "-o", str(out)).returncode == 0
    assert kept(out)[0]["chosen"] == "conflict-handling"


def test_a_file_that_holds_something_else_is_not_touched(tmp_path):
    out = tmp_path / "other.csv"
    out.write_text("a,b\n1,2\n", encoding="utf-8")
    result = quiz(["Ann"], "-o", str(out))
    assert (result.returncode, out.read_text(encoding="utf-8")) == (2, "a,b\n1,2\n")
    assert "holds no results" in result.stderr
    assert advisor("scenario", "results", str(out)).returncode == 2


@pytest.mark.parametrize("length", [1, 20, 21, 75])
@pytest.mark.parametrize("before", ["- ", "1. ", ""], ids=["points", "with numbers", "running text"])
def test_no_screen_is_longer_than_the_terminal_and_no_line_is_lost(length, before):
    lines = [f"{before if number % 3 else '  '}{number}" for number in range(length)]
    screens = screens_of("\n".join(lines) + "\n", 20)
    assert all(len(screen.split("\n")) <= 20 for screen in screens)
    assert [line for screen in screens for line in screen.split("\n")] == lines


def test_a_screen_is_cut_before_a_point_with_a_number():
    lines = [f"{'1. ' if number % 3 == 0 else '   '}{number}" for number in range(12)]
    assert screens_of("\n".join(lines), 5) == ["\n".join(lines[at : at + 3]) for at in (0, 3, 6)] + [
        "\n".join(lines[9:])
    ]


# ---- results


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The results of three in two groups."""
    path = tmp_path_factory.mktemp("results") / "results.csv"
    rows = [
        ("Ann", "Monday", "conflict-handling visioning", "conflict-handling", "visioning: I like it", ""),
        ("Ben", "Monday", "wait-and-ask", "0", "", "<b>It is</b> calm."),
        ("Cy", "Tuesday", "", "", "", ""),
    ]
    keys = ("learner", "group", "chosen", "after", "reasons", "disagrees")
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows({"scenario": "hot-quarrel", **dict(zip(keys, row, strict=True))} for row in rows)
    return path


def test_a_group_is_laid_side_by_side_without_names(file):
    said = " ".join(advisor("scenario", "results", str(file)).stdout.split())
    assert "Case 55, The red folder: 3 learners" in said
    assert "After the debrief 2 told again what to choose; 2 would choose otherwise." in said
    assert (
        "Build a shared picture (visioning). Chosen by 1; after the debrief by 0 of 2; the author would "
        "leave it; the rules hold it back; Monday: 1 of 2; Tuesday: 0 of 1."
    ) in said
    assert "Build a shared picture (visioning): I like it" in said
    assert "I still disagree because: <b>It is</b> calm." in said
    assert not any(name in said for name in ("Ann", "Ben", "hot-quarrel"))
    assert "- Ann (Monday): Settle what" in advisor("scenario", "results", str(file), "--names").stdout


def test_a_group_that_is_not_there_is_told_which_are(file):
    said = advisor("scenario", "results", str(file), "--group", "Friday").stdout
    assert said.startswith("There are no results of Friday in ")
    assert said.endswith("; the groups there: Monday, Tuesday\n")


def test_all_files_that_are_missing_are_named_at_once(file):
    result = advisor("scenario", "results", "no.csv", str(file), "nor-this.csv")
    told = "no.csv, nor-this.csv: there are no such files; check the names and the folder\n"
    assert (result.returncode, result.stderr) == (2, told)


def test_the_places_before_and_after_stay_together_in_a_narrow_column(file):
    page = advisor("scenario", "results", str(file), "--format", "html").stdout
    assert '<div class="numbers places"' in page
    assert "<td>2→0</td>" in page


def test_the_hands_of_a_group_are_counted_and_the_group_is_no_learner(file, tmp_path):
    votes = tmp_path / "votes.csv"
    row = {"scenario": "hot-quarrel", "group": "North", "chosen": "visioning", "after": "conflict-handling"}
    hands = "visioning: hands=7 after=0 | conflict-handling: hands=0 after=9"
    with votes.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, restval="")
        writer.writeheader()
        writer.writerow({**row, "reasons": hands})
    said = " ".join(advisor("scenario", "results", str(file), str(votes)).stdout.split())
    assert "The red folder: 3 learners" in said
    assert "By show of hands: 1 group, counted apart." in said
    assert (
        "(visioning). Chosen by 1; after the debrief by 0 of 2; by show of hands 7, after the debrief 0;"
        in said
    )
    assert "<td>7</td><td>0</td>" in advisor("scenario", "results", str(votes), "--format", "html").stdout
    table = [
        *csv.DictReader(advisor("scenario", "results", str(votes), "--format", "csv").stdout.splitlines())
    ]
    assert {row["choice"]: (row["learners"], row["hands"], row["hands-after"]) for row in table}[
        "conflict-handling"
    ] == ("0", "0", "9")


def test_one_group_alone_and_files_together(file):
    said = advisor("scenario", "results", str(file), "--group", "Tuesday").stdout
    assert "1 learner\n" in said
    both = advisor("scenario", "results", str(file), str(file)).stdout
    assert "6 learners\n" in both


def test_the_table_has_ids_counts_author_and_rules(file):
    text = advisor("scenario", "results", str(file), "--format", "csv").stdout
    rows = [*csv.DictReader(text.splitlines())]
    picked = [row for row in rows if row["choice"] == "visioning"]
    assert [(row["group"], row["learners"], row["chosen"], row["chosen-after"]) for row in picked] == [
        ("", "3", "1", "0"),
        ("Monday", "2", "1", "0"),
        ("Tuesday", "1", "0", "0"),
    ]
    assert {(row["scenario"], row["author"], row["rules"]) for row in picked} == {
        ("hot-quarrel", "not-recommended", "held-back")
    }
    (told,) = json.loads(advisor("scenario", "results", str(file), "--format", "json").stdout)
    assert [learner["after"] for learner in told["learners"]] == [["conflict-handling"], [], None]
    assert [learner["name"] for learner in told["learners"]] == ["", "", ""]


def test_the_page_escapes_what_learners_wrote_and_names_nobody(file, tmp_path):
    page = tmp_path / "results.html"
    result = advisor("scenario", "results", str(file), "--format", "html", "-o", str(page))
    assert result.returncode == 0
    text = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;It is&lt;/b&gt; calm." in text
    assert "Ann" not in text
    assert "Case 55, The red folder" in text


def test_a_file_of_the_earlier_columns_is_read_and_not_added_to(tmp_path):
    path = tmp_path / "old.csv"
    row = {**dict.fromkeys(EARLIER_COLUMNS, ""), "scenario": "hot-quarrel", "chosen": "convening"}
    before = ",".join(EARLIER_COLUMNS) + "\n" + ",".join(row.values()) + "\n"
    path.write_text(before, encoding="utf-8")
    assert "Bring the right people together (convening). Chosen by 1;" in " ".join(
        advisor("scenario", "results", str(path)).stdout.split()
    )
    result = quiz(["Ann"], "-o", str(path))
    assert (result.returncode, path.read_text(encoding="utf-8")) == (2, before)
    assert "begin a new file" in result.stderr


def test_a_scenario_that_is_not_known_here_is_shown_by_its_id(tmp_path):
    path = tmp_path / "own.csv"
    row = {**dict.fromkeys(COLUMNS, ""), "scenario": "of-our-own", "chosen": "one-desk"}
    path.write_text(",".join(COLUMNS) + "\n" + ",".join(row.values()) + "\n", encoding="utf-8")
    said = advisor("scenario", "results", str(path)).stdout
    assert said == "of-our-own: 1 learner\n- one-desk. Chosen by 1.\n- 1: one-desk\n"
