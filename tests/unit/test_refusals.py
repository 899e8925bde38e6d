"""Files and folders that are left alone, and the line that says why."""

from __future__ import annotations

import pytest

from advisor import Case
from advisor.cases.edits import Edit, changed, parsed
from advisor.errors import AdvisorError, TableError
from advisor.exercise.results import COLUMNS, read_results
from advisor.explanation import contrast
from advisor.files.write import replacing
from advisor.knowledge.folder import shipped_folder
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports.site import write_pages
from advisor.scenarios.snapshot import make_way

PAGES = {"README.md": "<!-- made -->\nAll\n", "rule/one.md": "<!-- made -->\nOne\n"}


def test_pages_that_are_made_no_longer_go_and_others_stay(tmp_path):
    assert write_pages(tmp_path, {**PAGES, "rule/two.md": "<!-- made -->\nTwo\n"}) == 3
    (tmp_path / "rule" / "mine.md").write_text("mine\n", encoding="utf-8")
    assert write_pages(tmp_path, PAGES) == 2
    assert sorted(path.name for path in (tmp_path / "rule").iterdir()) == ["mine.md", "one.md"]


def test_pages_are_not_written_into_a_folder_behind_a_link(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "rule").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(AdvisorError, match="rule: is a link to another folder"):
        write_pages(folder, PAGES)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_pages_do_not_take_the_place_of_what_somebody_wrote(tmp_path):
    (tmp_path / "README.md").write_text("mine\n", encoding="utf-8")
    with pytest.raises(AdvisorError, match=r"README\.md: somebody wrote this file"):
        write_pages(tmp_path, PAGES)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_where_pages_cannot_be_written_the_reason_is_said(tmp_path):
    (tmp_path / "rule").write_text("a file", encoding="utf-8")
    with pytest.raises(AdvisorError, match="cannot be written: "):
        write_pages(tmp_path, PAGES)


def test_a_record_that_comes_with_the_program_is_kept(monkeypatch):
    monkeypatch.setattr("advisor.scenarios.snapshot.is_installed", lambda _: True)
    with pytest.raises(AdvisorError, match="comes with the program, and is kept as it is"):
        make_way(shipped_folder() / "scenarios" / "private-nursery.yaml")


@pytest.mark.parametrize("kind", ["text", "link", "folder in the way"])
def test_a_record_does_not_take_the_place_of_something_else(tmp_path, kind):
    scenario, at = tmp_path / "one.yaml", tmp_path / "records" / "one.yaml"
    if kind == "folder in the way":
        at.parent.write_text("a file", encoding="utf-8")
    else:
        at.parent.mkdir()
    if kind == "text":
        at.write_text("mine: 1\n", encoding="utf-8")
    if kind == "link":
        at.symlink_to(tmp_path / "nowhere")
    with pytest.raises(AdvisorError, match=r"move it away first|the folder cannot be made"):
        make_way(scenario)
    assert kind != "text" or at.read_text(encoding="utf-8") == "mine: 1\n"


def test_a_place_that_is_free_is_made_ready_for_a_record(tmp_path):
    make_way(tmp_path / "one.yaml")
    assert (tmp_path / "records").is_dir()


@pytest.mark.parametrize(
    "text",
    ["a,b\n1,2\n", '"' + ",".join(COLUMNS) + "\nx\n", "learner\n", "learn\0\0", "\udcff"],
    ids=["other heads", "a quotation mark that stays open", "too few heads", "no heads", "no text"],
)
def test_what_holds_no_results_is_refused(tmp_path, text):
    path = tmp_path / "results.csv"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(TableError):
        read_results(path)


def test_results_that_are_not_there_yet_are_none_and_a_folder_is_refused(tmp_path):
    assert read_results(tmp_path / "none.csv").rows == []
    with pytest.raises(TableError):
        read_results(tmp_path)


def test_an_error_while_writing_leaves_what_was_there(tmp_path):
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")

    def broken_off():
        with replacing(target) as temporary:
            temporary.write_text("half", encoding="utf-8")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [
        ("out.txt", "old")
    ]


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ("trust", "trust: this is no change; "),
        ("trust=openly,trust=careful", "trust: this is there twice in one future; "),
        ("changes-lately.moon=yes", "changes-lately.moon: 'changes-lately' has no item"),
        ("moon=yes", "moon: there is no question 'moon'; "),
    ],
)
def test_a_change_that_is_none_is_told(knowledge, edits, said):
    with pytest.raises(AdvisorError) as error:
        changed(Case(), parsed(edits), knowledge)
    assert error.value.told().startswith(said)


def test_an_item_changes_alone_and_one_that_is_taken_away_is_open(knowledge):
    case = Case(answers={"changes-lately": "not-applicable"})
    after = changed(case, [Edit("changes-lately.posts-vacant", "yes")], knowledge)
    answer = after.answers["changes-lately"]
    assert isinstance(answer, dict)
    assert answer["posts-vacant"] == "yes"
    assert {said for item, said in answer.items() if item != "posts-vacant"} == {"not-applicable"}
    gone = changed(after, [Edit("changes-lately.posts-vacant", None)], knowledge).answers["changes-lately"]
    assert "posts-vacant" not in gone


def test_a_contrast_is_of_two_different_things_of_one_kind(advisor):
    advice = advisor.advise(advisor.read_case("scenario:health-visitors"))
    for one, other in (("visioning", "visioning"), ("visioning", "being-introduced")):
        with pytest.raises(AdvisorError, match=r"cannot come before itself|are not advised in one order"):
            contrast(advice, one, other, advisor.knowledge)


def test_a_contrast_with_what_is_not_advised_says_so_first(advisor):
    advice = advisor.advise(advisor.read_case("scenario:health-visitors"))
    there = {item.id for item in advice.recommendations()}
    missing = next(id_ for id_ in advisor.knowledge.ids_of("intervention") if id_ not in there)
    found = contrast(advice, "visioning", missing, advisor.knowledge)
    assert "is not advised in this case" in found.decided_by[0]
    assert found.second.reasons == ()


@pytest.mark.parametrize("empty", [True, False])
def test_a_knowledge_base_that_a_killed_run_has_begun_is_finished(tmp_path, empty):
    folder = tmp_path / "mine"
    whole = {path: path.read_bytes() for path in start_knowledge(folder, empty=empty)}
    with pytest.raises(AdvisorError, match="there is something in this folder already"):
        start_knowledge(folder, empty=empty)
    for path in list(whole)[1:]:
        path.unlink()
    (folder / ".advisor-12345678-left").touch()
    assert {path: path.read_bytes() for path in start_knowledge(folder, empty=empty)} == whole
    (folder / "sources.yaml").write_text("mine\n", encoding="utf-8")
    (folder / "rules" / "mine.yaml").unlink()
    with pytest.raises(AdvisorError, match="there is something in this folder already"):
        start_knowledge(folder, empty=empty)
    assert (folder / "sources.yaml").read_text(encoding="utf-8") == "mine\n"
