"""The file of an interview: what is kept, what is refused, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor import Case, CaseError
from advisor.cases.store import open_case
from advisor.errors import AdvisorError


@pytest.fixture
def opened(knowledge):
    """Open a case file, and close whatever was opened at the end."""
    stores = []

    def open_(path):
        stores.append(open_case(path, knowledge))
        return stores[-1]

    yield open_
    for store in stores:
        store.close()


def test_without_a_file_there_is_an_empty_case_and_no_file_until_it_is_saved(opened, tmp_path):
    path = tmp_path / "case.yaml"
    store = opened(path)
    assert (store.case, path.exists(), store.kept_as) == (Case(), False, None)
    store.save(Case(answers={"contact": "none"}))
    assert "contact: none" in path.read_text(encoding="utf-8")


def test_what_somebody_wrote_is_kept_once_beside_it(opened, tmp_path):
    path = tmp_path / "case.yaml"
    text = "# mine\nformat: 1\nanswers: {contact: none}\n"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "case.yaml.1.bak").write_text("older", encoding="utf-8")
    store = opened(path)
    store.save(replace(store.case, about="x"))
    store.save(replace(store.case, about="y"))
    assert store.kept_as == tmp_path / "case.yaml.2.bak"
    assert store.kept_as.read_text(encoding="utf-8") == text
    assert len(list(tmp_path.glob("*.bak"))) == 2


def test_a_file_that_changed_in_the_meantime_is_left_alone(opened, tmp_path):
    path = tmp_path / "case.yaml"
    store = opened(path)
    path.write_text("format: 1\nabout: theirs\n", encoding="utf-8")
    with pytest.raises(AdvisorError, match="was changed by another program"):
        store.save(Case(about="ours"))
    assert path.read_text(encoding="utf-8") == "format: 1\nabout: theirs\n"


def test_answers_that_no_question_takes_are_left_out_and_named(opened, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(
        "format: 1\nanswers:\n  contact: sometimes\n  gone: {a: yes}\n  trust: careful\n"
        "  changes-lately: {posts-vacant: yes, moon: yes}\n",
        encoding="utf-8",
    )
    store = opened(path)
    assert store.case.answers == {"trust": "careful", "changes-lately": {"posts-vacant": "yes"}}
    assert [line.partition(":")[0] for line in store.no_longer_fit] == [
        "contact",
        "gone",
        "changes-lately.moon",
    ]


@pytest.mark.parametrize(
    "text", ["format: 1\nanswers: [\n", "format: 1\nanswers: none\n", "format: 9\n", "- a\n"]
)
def test_what_is_no_case_is_refused_with_its_faults(opened, tmp_path, text):
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError):
        opened(path)
    assert path.read_text(encoding="utf-8") == text


def test_a_folder_and_a_file_that_is_open_elsewhere_are_refused(opened, tmp_path):
    with pytest.raises(AdvisorError, match="is not a regular file"):
        opened(tmp_path)
    path = tmp_path / "case.yaml"
    opened(path)
    with pytest.raises(AdvisorError):
        opened(path)
