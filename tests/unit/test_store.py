"""The file of an interview: what is kept, what is refused, and that nothing is lost."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from advisor import Action, Case, CaseError
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


def test_what_cannot_be_changed_in_place_is_kept_once_beside_it(opened, tmp_path):
    path = tmp_path / "case.yaml"
    text = "? format\n: 1\n? answers\n: {contact: none}\n"
    path.write_text(text, encoding="utf-8")
    (tmp_path / "case.yaml.1.bak").write_text("older", encoding="utf-8")
    store = opened(path)
    store.save(replace(store.case, answers={}))
    store.save(replace(store.case, about="y"))
    assert store.kept_as == tmp_path / "case.yaml.2.bak"
    assert store.kept_as.read_text(encoding="utf-8") == text
    assert len(list(tmp_path.glob("*.bak"))) == 2


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("format: 1\n# mine\n", {"about": "x"}, "format: 1\nabout: x\n# mine\n"),
        ("format: 1", {"about": "x"}, "format: 1\nabout: x"),
        ("format: 1\r\nabout: y  # why\r\n", {"about": "x"}, "format: 1\r\nabout: x  # why\r\n"),
        ("\ufeffformat: 1\nabout: 'y'\n", {"about": "08"}, "\ufeffformat: 1\nabout: '08'\n"),
        ("{format: 1, about: y}\n", {"about": "x, {y}"}, "{format: 1, about: 'x, {y}'}\n"),
        ("--- # top\nformat: 1\n...\n", {"about": "x"}, "--- # top\nformat: 1\nabout: x\n...\n"),
        (
            "format: 1\nanswers:  # so far\n\nabout: |\n  a\n  b\n",
            {"answers": {"contact": "none"}, "about": "x"},
            "format: 1\nanswers:  # so far\n  contact: none\n\nabout: x\n",
        ),
        (
            "format: 1\nanswers:\n    # the first\n    trust: openly   # really?\n    contact: none\n",
            {"answers": {"contact": "none"}},
            "format: 1\nanswers:\n    # the first\n    # really?\n    contact: none\n",
        ),
        (
            "format: 1\nactions:\n- {id: convening, outcome: worse}  # x\n\nanswers: {}\n",
            {"actions": (Action(id="convening", outcome="helped"), Action(id="visioning", outcome="worse"))},
            "format: 1\nactions:\n- {id: convening, outcome: helped}  # x\n- kind: intervention\n"
            "  id: visioning\n  outcome: worse\n\nanswers: {}\n",
        ),
    ],
)
def test_only_what_is_otherwise_changes_in_a_file(opened, tmp_path, text, changes, expected):
    path = tmp_path / "case.yaml"
    path.write_bytes(text.encode())
    store = opened(path)
    store.save(replace(store.case, **changes))
    assert path.read_bytes().decode() == expected
    assert store.kept_as is None


def test_a_file_that_has_gone_is_written_anew_with_its_folder_and_said_once(opened, tmp_path):
    path = tmp_path / "folder" / "case.yaml"
    path.parent.mkdir()
    path.write_text("format: 1 # mine\n", encoding="utf-8")
    store = opened(path)
    path.unlink()
    path.parent.rmdir()
    store.save(replace(store.case, about="x"))
    assert path.read_text(encoding="utf-8") == "format: 1 # mine\nabout: x\n"
    assert (store.keep(), store.keep()) == (True, False)
    path.unlink()
    assert (store.keep(), path.is_file(), store.keep()) == (True, True, False)


def test_where_a_file_has_gone_for_good_nobody_claims_that_it_is_there(opened, tmp_path):
    path = tmp_path / "above" / "folder" / "case.yaml"
    path.parent.mkdir(parents=True)
    store = opened(path)
    store.save(Case(about="x"))
    shutil.rmtree(tmp_path / "above")
    for save in (store.keep, lambda: store.save(Case(about="y"))):
        with pytest.raises(AdvisorError, match=r"has gone, and its folder cannot be made.*are in no file"):
            save()
    assert store.case.about == "x"


def test_a_file_that_changed_in_the_meantime_is_left_alone(opened, tmp_path):
    path = tmp_path / "case.yaml"
    store = opened(path)
    path.write_text("format: 1\nabout: theirs\n", encoding="utf-8")
    with pytest.raises(AdvisorError, match="was changed by another program"):
        store.save(Case(about="ours"))
    assert path.read_text(encoding="utf-8") == "format: 1\nabout: theirs\n"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("format: 1\nabout: ours\n", True),
        ("# mine\nabout: 'ours'\nformat: 1\n", True),
        ("format: 1\nabout: theirs\n", False),
        ("format: 1\nabout: [\n", False),
        ("", False),
    ],
)
def test_whether_the_file_holds_what_was_saved_is_seen_whoever_wrote_it(opened, tmp_path, text, holds):
    path = tmp_path / "case.yaml"
    store = opened(path)
    store.save(Case(about="ours"))
    path.write_text(text, encoding="utf-8")
    assert store.holds_all is holds
    if holds:
        assert store.keep() is False
    else:
        with pytest.raises(AdvisorError, match="look whether all that you answered is in it"):
            store.keep()
    assert path.read_text(encoding="utf-8") == text


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


def test_notes_and_actions_that_nothing_knows_are_left_out_named_and_kept_beside_the_file(opened, tmp_path):
    path = tmp_path / "case.yaml"
    text = (
        "format: 1  # mine\npartners: [{name: A nursery}]\n"
        "notes: {gone: they left, contact: x}\n"
        "actions:\n  - {id: gone, outcome: helped}\n  - {id: convening, outcome: worse, note: y}\n"
    )
    path.write_text(text, encoding="utf-8")
    store = opened(path)
    assert store.no_longer_fit == [
        "the note on gone: they left",
        "what was tried: id gone, outcome helped",
    ]
    store.save(replace(store.case, about="x"))
    assert store.kept_as is not None
    assert store.kept_as.read_text(encoding="utf-8") == text
    assert path.read_text(encoding="utf-8") == (
        "format: 1  # mine\nabout: x\npartners: [{name: A nursery}]\n"
        "notes: {contact: x}\n"
        "actions:\n  - {id: convening, outcome: worse, note: y}\n"
    )


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
