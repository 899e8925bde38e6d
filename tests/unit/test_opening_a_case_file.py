"""Opening the file of an interview, and the net below its changes: what cannot be right is not written."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pytest

from advisor.cases import rewriting, store
from advisor.cases.file import case_text, read_case
from advisor.cases.store import open_case
from advisor.errors import CaseError
from advisor.files import yaml_edit
from advisor.files.read import read_bytes
from advisor.files.write import write_atomically

TEXT = "format: 1\n# what we said\nanswers:\n  contact: none  # so far\n  trust: careful\n"


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def opened(case, knowledge):
    found = open_case(case, knowledge)
    yield found
    found.close()


@pytest.mark.parametrize(
    "wrong",
    [
        TEXT.replace("careful", "openly"),
        TEXT.replace("  trust: careful\n", ""),
        TEXT.replace("contact: none", "contact: [none"),
        TEXT + "about: y\n",
    ],
    ids=["another answer", "an answer lost", "no YAML", "not changed"],
)
def test_a_change_in_place_that_reads_as_another_case_is_not_written(opened, case, wrong, monkeypatch):
    monkeypatch.setattr(rewriting, "edited", lambda *_: wrong)
    _assert_is_written_anew(opened, case)


def test_a_change_in_place_that_loses_a_comment_is_not_written(opened, case, monkeypatch):
    bare = TEXT.replace("  # so far", "") + "about: x\n"
    monkeypatch.setattr(yaml_edit._Editor, "result", lambda _: bare)
    _assert_is_written_anew(opened, case)


def _assert_is_written_anew(opened, case):
    """The file is written whole, reads as the case, and is kept beside it as it was."""
    new = replace(opened.case, about="x")
    opened.save(new)
    assert opened.kept_as == case.with_name("case.yaml.1.bak")
    assert opened.kept_as.read_text(encoding="utf-8") == TEXT
    assert read_case(case, opened.knowledge) == new
    assert case.read_text(encoding="utf-8") == case_text(new)


def test_a_huge_file_is_refused_without_being_read_whole(case, knowledge):
    with case.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(CaseError) as refused:
            open_case(case, knowledge)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert refused.value.told() == f"{case}: the file is larger than 2 MB; is it the right file?"
    assert peak < 20_000_000


def test_a_file_is_read_once_so_that_no_edit_comes_between_its_text_and_what_it_says(
    case, knowledge, monkeypatch
):
    reads = []

    def noting(path, label):
        reads.append(path)
        return read_bytes(path, label)

    monkeypatch.setattr(store, "read_bytes", noting)
    open_case(case, knowledge).close()
    assert reads == [case]


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 300 + ".yaml"])
def test_a_name_that_no_file_can_have_is_told_in_one_line(tmp_path, knowledge, name):
    with pytest.raises(CaseError) as refused:
        open_case(tmp_path / name, knowledge)
    assert "the file cannot be read" in refused.value.told()


def test_whatever_goes_wrong_while_a_file_is_opened_it_can_be_opened_again(case, knowledge, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(store, "fitting", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            open_case(case, knowledge)
    open_case(case, knowledge).close()


def test_a_copy_that_is_kept_takes_the_place_of_no_link_that_leads_nowhere(case, tmp_path):
    case.with_name("case.yaml.1.bak").symlink_to(tmp_path / "elsewhere")
    kept = store._kept(case, "before")
    assert kept == case.with_name("case.yaml.2.bak")
    assert not (tmp_path / "elsewhere").exists()


def test_a_copy_that_is_kept_takes_the_next_name_where_somebody_else_has_just_taken_one(case, monkeypatch):
    write, others = write_atomically, case.with_name("case.yaml.1.bak")

    def late(path, text, **more):
        if path == others and not others.exists():
            others.write_text("theirs", encoding="utf-8")
        write(path, text, **more)

    monkeypatch.setattr(store, "write_atomically", late)
    assert store._kept(case, "ours") == case.with_name("case.yaml.2.bak")
    assert others.read_text(encoding="utf-8") == "theirs"


def test_all_that_is_wrong_is_told_where_something_is_wrong_in_another_way_than_not_fitting(case, knowledge):
    case.write_text(
        "format: 1\nanswers: {contact: regularly, trst: openly}\npartnr: x\nabout: [1]\n", encoding="utf-8"
    )
    with pytest.raises(CaseError) as refused:
        open_case(case, knowledge)
    assert [fault.line for fault in refused.value.faults] == [2, 2, 3, 4]


def test_what_does_not_fit_is_told_with_what_was_meant(case, knowledge):
    case.write_text(
        "format: 1\nanswers:\n  contact: regularly\n  trst: openly\n  posts: x\n"
        "  changes-lately: {posts-vacnt: no, posts-vacant: yess}\nnotes: {contct: x}\n"
        "actions:\n- {id: visionning, outcome: worse}\n",
        encoding="utf-8",
    )
    opened = open_case(case, knowledge)
    opened.close()
    assert opened.no_longer_fit == [
        "contact: regularly (did you mean 'regular'?)",
        "trst: openly (did you mean 'trust'?)",
        "posts: x",
        "changes-lately.posts-vacnt: no (did you mean 'posts-vacant'?)",
        "changes-lately.posts-vacant: yess (did you mean 'yes'?)",
        "the note on contct: x (did you mean 'contact'?)",
        "what was tried: id visionning, outcome worse (did you mean 'visioning'?)",
    ]
