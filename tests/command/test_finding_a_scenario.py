"""`advisor scenario list` and `plan`, and that a scenario is found by its number and its title."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from advisor.files.own_folder import own_folder
from advisor.inference.cache import knowledge_in
from advisor.knowledge.folder import shipped_folder
from advisor.scenarios.called import called
from advisor.scenarios.index import read_index
from advisor.scenarios.index_copy import index_of
from tests.command.run import advisor

STORIES = shipped_folder() / "scenarios"


def listed(*words, **more):
    """The rows of the list with these options."""
    result = advisor("scenario", "list", "--format", "json", *words, **more)
    assert (result.returncode, result.stderr) == (0, "")
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def rows():
    return listed()


@pytest.fixture
def mine(tmp_path):
    """A folder of two scenarios: one without a number, one with that of a shipped one."""
    for id_, head in (("talking-shop", ""), ("far-apart", "number: 16\n")):
        text = (STORIES / f"{id_}.yaml").read_text(encoding="utf-8")
        old = next(line for line in text.splitlines(keepends=True) if line.startswith("number:"))
        (tmp_path / f"{id_}.yaml").write_text(text.replace(old, head), encoding="utf-8")
    return tmp_path


def test_every_shipped_scenario_says_its_number_level_length_and_setting(rows):
    assert [row["number"] for row in rows] == [*range(1, len(rows) + 1)]
    assert {row["level"] for row in rows} == {"first", "middle", "demanding"}
    assert all(row["minutes"] in (30, 45, 60, 90) and row["setting"] for row in rows)
    assert all(row["title"] not in row["setting"] for row in rows)


def test_the_list_has_a_point_for_each_and_says_all_that_is_known_if_asked(rows):
    short = " ".join(advisor("scenario", "list").stdout.split())
    assert all(row["title"] in short and row["teaches"] in short for row in rows)
    full = advisor("scenario", "list", "--full", "--pairs").stdout
    assert full.count("What holds it: ") == full.count("Told from the other side: Case ") == 4


def test_the_list_for_participants_gives_neither_titles_nor_points_away(rows):
    said = advisor("scenario", "list", "--neutral").stdout
    assert all(f"Case {row['number']}: {row['setting']}; {row['minutes']} minutes" in said for row in rows)
    assert not any(row["title"] in said or row["teaches"] in said or row["id"] in said for row in rows)


def test_as_a_table_it_has_titles_and_one_row_for_each(rows):
    table = list(csv.DictReader(io.StringIO(advisor("scenario", "list", "--format", "csv").stdout)))
    assert [row["title"] for row in table] == [row["title"] for row in rows]
    assert table[15]["patterns"] == "Different pictures"


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        (["--level", "first"], lambda row: row["level"] == "first"),
        (["--minutes", "30"], lambda row: row["minutes"] <= 30),
        (["--setting", "Nursery"], lambda row: "nursery" in row["setting"]),
        (["--point", "silence"], lambda row: "silence" in row["teaches"]),
        (["--pairs"], lambda row: row["pair"]),
        (["--pattern", "DIFFERENT pictures"], lambda row: "different-pictures" in row["patterns"]),
        (["--intervention", "visioning"], lambda row: "visioning" in row["expects"] + row["plan"]),
        (["--level", "first", "--minutes", "30", "--pattern", "strangers"],
         lambda row: row["level"] == "first" and row["minutes"] <= 30 and "strangers" in row["patterns"]),
    ],
)  # fmt: skip
def test_what_is_looked_for_is_found_and_nothing_else(rows, words, fits):
    expected = [row["number"] for row in rows if fits(row)]
    assert [row["number"] for row in listed(*words)] == expected
    assert 0 < len(expected) < len(rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--setting", "nursry"], "--setting 'nursry': no scenario fits; did you mean 'nursery'?"),
        (["--setting", "zzz"], "try a word that is there, such as centre ("),
        (["--minutes", "20"], "--minutes 20: no scenario fits; the shortest takes 30 minutes"),
        (["--pattern", "difrent pictures"], "did you mean 'Different pictures'?"),
        (["--pattern", "visioning"], "'Visioning' is of another kind (intervention); try --intervention"),
        (["--intervention", "strangers"], "'Strangers' is of another kind (pattern); try --pattern"),
        (["--setting", "nursery", "--level", "demanding", "--minutes", "30"],
         "leave one out: without --minutes 30 there are 3"),
        (["--neutral", "--format", "json"], "--neutral is for text"),
    ],
)  # fmt: skip
def test_where_nothing_fits_it_says_what_there_is(words, said):
    result = advisor("scenario", "list", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_copy_at_hand_is_made_anew_when_a_scenario_changes(mine, knowledge):
    path = mine / "far-apart.yaml"
    files = {"far-apart": path}
    (row,) = index_of(files, knowledge)
    assert index_of(files, knowledge) == read_index(files, knowledge) == (row,)
    path.write_text(path.read_text(encoding="utf-8").replace("minutes: 45", "minutes: 50"), encoding="utf-8")
    assert index_of(files, knowledge) == (replace(row, minutes=50),)


def test_of_scenarios_that_lie_elsewhere_no_copy_is_kept(mine):
    folder = own_folder("cache")
    assert folder is not None
    before = sorted(folder.glob("scenarios-*"))
    assert [row["number"] for row in listed(str(mine))] == [16, None]
    said = "".join(advisor("scenario", "list", str(mine)).stdout.split())
    assert f"[{mine / 'talking-shop.yaml'}]" in said
    assert sorted(folder.glob("scenarios-*")) == before


def test_of_two_with_one_number_in_different_folders_the_first_keeps_it(tmp_path, mine):
    other = tmp_path / "other"
    other.mkdir()
    text = (mine / "far-apart.yaml").read_text(encoding="utf-8").replace("id: far-apart", "id: ours", 1)
    (other / "ours.yaml").write_text(text, encoding="utf-8")
    (mine / "talking-shop.yaml").unlink()
    assert [(row["id"], row["number"]) for row in listed(str(other), str(mine))] == [
        ("ours", 16),
        ("far-apart", None),
    ]
    files = {"ours": other / "ours.yaml", "far-apart": mine / "far-apart.yaml"}
    assert called("Case 16", files) == ["ours"]


def test_two_scenarios_in_a_folder_with_one_number_are_a_fault_with_its_place(mine):
    path = mine / "talking-shop.yaml"
    text = path.read_text(encoding="utf-8").replace("title:", "number: 16\ntitle:", 1)
    path.write_text(text, encoding="utf-8")
    result = advisor("scenario", "check", str(mine))
    assert result.returncode == 2
    place = f"{path}:6:9: the number 16 is that of {mine / 'far-apart.yaml'} too; "
    assert result.stderr == place + "give one of them another, or take it out\n"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("number: 0", "the number 0 is not between 1 and 9999; give it one that no other scenario has"),
        ("number: 1.5", "'1.5' is not a whole number in 'number'; write digits only"),
        ("minutes: 4", "4 minutes are not between 5 and 240; say how long it takes with a group"),
        ("minutes: 241", "241 minutes are not between 5 and 240"),
        ("level: hard", "'hard' cannot stand here in 'level'; use one of: first, middle, demanding"),
        ("setting: ' '", "'setting' is empty; write a plain sentence"),
    ],
)
def test_a_head_that_cannot_be_is_a_fault_with_its_place(mine, head, said):
    path = mine / "talking-shop.yaml"
    key = head.partition(":")[0]
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    path.write_text("\n".join([kept[0], head, *kept[1:]]), encoding="utf-8")
    result = advisor("scenario", "check", str(path))
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{path}:2:")
    assert said in result.stderr


@pytest.mark.parametrize("name", ["17", "Case 17", "#17", "Eleven miles and the wrong Tuesday", "eleven M"])
def test_a_scenario_is_found_by_its_number_and_its_title(name):
    by_id, by_name = (advisor("scenario", "show", each) for each in ("far-apart", name))
    assert (by_name.returncode, by_name.stdout) == (0, by_id.stdout)


@pytest.mark.parametrize(
    "command",
    [
        ["scenario", "check", "eleven miles"],
        ["scenario", "handout", "eleven miles"],
        ["advise", "scenario:eleven miles"],
        ["knowledge", "show", "eleven miles"],
    ],
)
def test_it_is_found_so_wherever_one_is_named(command):
    result = advisor(*command)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("99", "there is no such scenario; the numbers are 1 to 63"),
        ("The red foldr", "there is no such scenario; did you mean 'The red folder'?"),
        ("a shared clinic", "several scenarios are called so; say which: 'A shared clinic, as the head "),
        ("zzz", "there is no such scenario; see what there is with: advisor scenario list"),
    ],
)  # fmt: skip
def test_a_name_that_no_scenario_has_is_told_with_what_is_near(name, said):
    result = advisor("scenario", "show", name)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"scenario:{name}: {said}" in result.stderr


def test_the_list_ends_with_the_day_of_the_same_wishes():
    said = advisor(
        "scenario", "list", "--pattern", "broken trust", "--level", "middle", "--point", "promise"
    ).stdout
    assert said.endswith("advisor scenario plan --level middle --about 'broken trust'\n")
    assert advisor("scenario", "list", "--pairs").stdout.endswith("advisor scenario plan\n")


def test_a_day_names_its_cases_its_parts_and_why_these():
    said = advisor("scenario", "plan", "--start", "09:30").stdout
    for part in (
        "9:30",
        "Welcome",
        "talk",
        "Break",
        "Closing",
        "Why these",
        "told from two sides",
        "To prepare",
    ):
        assert part in said
    assert "scenario page 22 -o page-22.html" in said
    assert said == advisor("scenario", "plan", "--start", "09:30").stdout


def test_a_day_leaves_out_what_the_group_knows_and_begins_with_what_it_is_to_be_about():
    day = json.loads(advisor("scenario", "plan", "--format", "json").stdout)
    known = [str(row["number"]) for unit in day["units"] for row in unit["cases"]]
    without = ("--without", ",".join(known[:-1]), "--without", "Case " + known[-1])
    other = json.loads(advisor("scenario", "plan", "--format", "json", *without).stdout)
    assert not {str(row["number"]) for unit in other["units"] for row in unit["cases"]} & {*known}
    about = advisor("scenario", "plan", "--about", "broken trust", "--setting", "charity").stdout
    assert "About 'Broken trust': Case " in about


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--minutes", "45"], "too short for any of them, with a welcome and a closing; try 55"),
        (["--about", "visoning"], "did you mean 'Visioning'?"),
        (["--setting", "nursry"], "did you mean 'nursery'?"),
        (["--without", "17,1000"], "scenario:1000: there is no such scenario"),
        (["--setting", "housing company", "--level", "first"], "no scenario is left with these wishes"),
        (["--start", "nine"], "'nine' does not match the format '%H:%M'"),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_made_says_why(words, said):
    result = advisor("scenario", "plan", *words)
    assert (result.returncode, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


@pytest.mark.parametrize("format_", ["markdown", "html", "docx"])
def test_a_day_is_written_as_a_page(tmp_path, format_):
    path = tmp_path / f"plan.{format_.replace('markdown', 'md')}"
    assert advisor("scenario", "plan", "--format", format_, "-o", str(path)).returncode == 0
    assert path.stat().st_size > 1000


def test_without_scenarios_there_is_no_day(tmp_path):
    base = tmp_path / "base"
    assert advisor("knowledge", "new", str(base), "--empty").returncode == 0
    for path in (base / "scenarios").glob("*.yaml"):
        path.unlink()
    assert knowledge_in(base).folder == base
    result = advisor("scenario", "plan", "--knowledge", str(base))
    assert (result.returncode, "no scenario is left" in result.stderr) == (2, True)
