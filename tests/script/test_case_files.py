"""Case files go from the terminal to the page and back: no file is read differently by the two."""

from __future__ import annotations

import json
import tarfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.cases.check import checked
from advisor.cases.file import case_text, told
from advisor.cases.questionnaire import questionnaire_of
from advisor.errors import CaseError
from tests.command.run import advisor
from tests.fuzz.odd import LIKE_OTHER_THINGS, Odd
from tests.fuzz.texts import PIECES, as_yaml, broken
from tests.fuzz.trees import changed
from tests.property.test_written_and_read import case_with
from tests.support.amount import examples
from tests.support.bullets import TEXTS_WITH_BULLETS
from tests.support.case_files import (
    SHIM,
    WANTED,
    by_script,
    opened_by_python,
    read_by_python,
    says_the_same,
    tree_by_python,
)
from tests.support.hand_edits import edited
from tests.support.handwritten import handwritten
from tests.support.script import Script
from tests.support.strategies import cases, small_knowledge
from tests.support.texts import ODD
from tests.support.told import told_cases

ROOT = Path(__file__).resolve().parent.parent.parent
ADVISOR = Advisor(engine="columnar")
SHIPPED = ADVISOR.knowledge
SCRIPT = Script(SHIPPED, WANTED, SHIM)
TOLD = told_cases()
AT_ONCE = 50  # files that are looked at together
SEEDS = st.integers(0, 2**32)
LETTERS = " \n:-'\"#[]{},|>&*!?%@`~\\\ta1."
YAML = (*LETTERS, *"\r\x85\u2028\ufeff\u00e9\U0001f600", "\n  ", "\n    ", "\n- ", "a: ", "b: ", "- ", " # c")
REFUSED_HERE = ("?", "!", "|", ">", "%", "\ufeff")  # how what the script may refuse begins


def existing_files() -> dict[str, bytes]:
    """Return all files of cases, good and bad, that the repository holds, and what is no case."""
    folders = (
        "examples/**/*.yaml",
        "tests/*_cases/*.yaml",
        "tests/unseen/*.yaml",
        "knowledge/scenarios/*.yaml",
    )
    found = {str(path): path.read_bytes() for each in folders for path in sorted(ROOT.glob(each))}
    with tarfile.open(ROOT / "tests/from_0_1_0/files.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None:
                found[member.name] = file.read()
    return found


def outcome(data: bytes, found: dict[str, Any], knowledge=SHIPPED) -> str:
    """Return what became of a file in both, after holding that the script did not read it otherwise."""
    expected = read_by_python(data, knowledge)
    if found["case"] is not None:
        assert found == expected, data
        return "read"
    if expected["case"] is not None:
        return "refused here"
    return "refused"


def test_all_files_that_are_there_are_read_as_python_reads_them():
    files = existing_files()
    assert len(files) > 200
    for data, found in by_script(SCRIPT, "read", list(files.values())):
        expected = read_by_python(data, SHIPPED)
        assert (found["case"], found["text"]) == (expected["case"], expected["text"]), data
        if tree_by_python(data)["tree"] is not None:
            assert says_the_same(expected["faults"], found["faults"]), data


def test_a_bad_case_is_told_at_the_place_where_the_terminal_tells_it():
    paths = {path.read_bytes(): path for path in sorted((ROOT / "tests/bad_cases").glob("*.yaml"))}
    assert len(paths) > 20
    for data, found in by_script(SCRIPT, "read", list(paths)):
        expected = paths[data].with_suffix(".expected").read_text().splitlines()
        places = [line.split(": ")[0].rpartition(".yaml")[2] for line in expected]
        assert [line.split(": ")[0].removeprefix("f") for line in found["faults"]] == places, paths[data]


@pytest.mark.parametrize(
    "name", ["bullets", "long-dashes", "one-long-dash", "stars", "web-page", "word-processor"]
)
def test_what_a_word_processor_makes_of_a_file_is_told_in_the_same_words(name):
    path = ROOT / "tests/bad_cases" / f"{name}.yaml"
    [(_, found)] = by_script(SCRIPT, "read", [path.read_bytes()])
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert found["faults"] == [f"f{line.removeprefix(f'tests/bad_cases/{name}.yaml')}" for line in expected]


def test_a_bullet_in_a_text_is_not_blamed_for_a_slip_in_the_line_below():
    for data, found in by_script(SCRIPT, "read", [text.encode() for text in TEXTS_WITH_BULLETS]):
        (fault,) = found["faults"]
        assert int(fault.split(":")[1]) == len(data.splitlines()), fault
        assert "no list is written so" not in fault


def test_the_script_writes_the_case_of_each_scenario_as_python_does():
    assert SCRIPT.call("write", [case.as_dict() for case in TOLD]) == [case_text(case) for case in TOLD]


@settings(max_examples=examples(250))
@given(ODD, ODD)
def test_whatever_text_a_case_holds_is_written_alike_and_comes_back(text, other):
    try:
        case = checked(case_with(f"{text}\n{other}" if len(other) % 2 else text), SHIPPED)
    except CaseError:
        return
    [written] = SCRIPT.call("write", [case.as_dict()])
    assert written == case_text(case)
    [(_, found)] = by_script(SCRIPT, "read", [written.encode()])
    assert found == read_by_python(written.encode(), SHIPPED)
    assert found["text"] == written


@settings(max_examples=examples(15))
@given(st.data())
def test_a_case_on_other_questions_is_written_and_read_alike(data):
    knowledge = data.draw(small_knowledge())
    SMALL.use(knowledge)
    drawn = [data.draw(cases(knowledge)) for _ in range(5)]
    written = SMALL.call("write", [case.as_dict() for case in drawn])
    assert written == [case_text(case) for case in drawn]
    for file, found in by_script(SMALL, "read", [each.encode() for each in written]):
        assert found == read_by_python(file, knowledge)
        assert found["text"] == file.decode()


SMALL = Script(SHIPPED, WANTED, SHIM)


@settings(max_examples=examples(120))
@given(handwritten(SHIPPED))
def test_what_somebody_wrote_by_hand_is_read(file):
    [(data, found)] = by_script(SCRIPT, "read", [file.text.encode()])
    assert outcome(data, found) == "read"


@settings(max_examples=examples(6))
@given(SEEDS)
def test_after_edits_by_hand_a_file_is_read_by_both_or_by_none(seed):
    random = Random(seed)
    files = [edited(case_text(random.choice(TOLD)), random) for _ in range(AT_ONCE)]
    outcomes = [(data, outcome(data, found)) for data, found in by_script(SCRIPT, "read", files)]
    assert sum(said == "read" for _, said in outcomes) > AT_ONCE / 5
    assert [data for data, said in outcomes if said == "refused here" and not is_unusual(data)] == []


def is_unusual(data: bytes) -> bool:
    """Return whether a line or value begins with what is refused here though Python knows what it means."""
    return any(f"{mark} " in data.decode() for mark in "!?")


@settings(max_examples=examples(6))
@given(SEEDS)
def test_a_broken_file_is_never_read_otherwise(seed):
    random = Random(seed)
    odd = Odd(random)
    files = [broken(as_yaml(told(random.choice(TOLD)), odd), odd) for _ in range(AT_ONCE)]
    for data, found in by_script(SCRIPT, "read", files):
        outcome(data, found)


@settings(max_examples=examples(6))
@given(SEEDS)
def test_what_does_not_fit_is_told_alike_and_left_out_alike(seed):
    random = Random(seed)
    odd = Odd(random)
    trees = [changed({**told(random.choice(TOLD)), "format": 1}, odd) for _ in range(AT_ONCE)]
    files = [as_yaml(tree, odd) for tree in trees]
    laid, read, opened = (by_script(SCRIPT, way, files) for way in ("tree", "read", "open"))
    for (data, tree), (_, found), (_, gone_on) in zip(laid, read, opened, strict=True):
        outcome(data, found)
        if tree["tree"] is None or tree_by_python(data)["tree"] is None:
            continue
        assert says_the_same(read_by_python(data, SHIPPED)["faults"], found["faults"]), data
        expected = opened_by_python(data, SHIPPED)
        assert (gone_on["case"], gone_on["left_out"]) == (expected["case"], expected["left_out"]), data
        assert says_the_same(expected["faults"], gone_on["faults"]), data


@settings(max_examples=examples(100))
@given(st.lists(st.lists(st.sampled_from(YAML), max_size=14).map("".join), min_size=20, max_size=AT_ONCE))
def test_whatever_is_read_at_all_has_the_tree_that_python_sees_with_all_places(texts):
    files = [text.encode() for text in texts]
    for data, found in by_script(SCRIPT, "tree", files):
        expected = tree_by_python(data)
        if found["tree"] is not None:
            assert found == expected, data
        elif expected["tree"] is not None:
            assert any(mark in data.decode() for mark in REFUSED_HERE), data


@settings(max_examples=examples(50))
@given(st.lists(st.binary(max_size=30), min_size=20, max_size=AT_ONCE))
def test_bytes_that_are_no_text_are_told_in_the_same_line(files):
    for data, found in by_script(SCRIPT, "tree", files):
        if found["tree"] is not None:
            assert found == tree_by_python(data)
    for data, found in by_script(SCRIPT, "read", files):
        expected = read_by_python(data, SHIPPED)
        if "UTF-8" in expected["faults"][0] or "not a text file" in expected["faults"][0]:
            assert found["faults"] == expected["faults"]


@pytest.mark.parametrize("piece", [*LIKE_OTHER_THINGS, *(each.decode("latin-1") for each in PIECES)])
def test_whatever_may_stand_behind_a_key_means_the_same(piece):
    files = [before + piece.encode() + b"\n" for before in (b"a: ", b"- ", b"a:\n  - b: ", b"[x, ", b"")]
    for data, found in by_script(SCRIPT, "tree", files):
        if found["tree"] is not None:
            assert found == tree_by_python(data)


def test_a_file_that_is_too_large_too_deep_or_holds_too_much_is_refused_alike():
    files = [
        b"a" * 2_000_001,
        b"format: 1\nabout: " + b"[" * 61,
        b"[" * 100_000,
        b"format: 1\nabout: [" + b"a, " * 30_000 + b"]",
        b"format: 1\nanswers:\n" + b"".join(b"  a%d: b\n" % number for number in range(300)),
    ]
    for data, found in by_script(SCRIPT, "read", files):
        expected = read_by_python(data, SHIPPED)["faults"] if len(data) <= 2_000_000 else None
        if expected is None:
            assert found["faults"] == ["f: the file is larger than 2 MB; is it the right file?"]
        else:
            assert found["faults"] == expected


def test_an_empty_file_is_a_case_to_begin_with_and_none_to_advise_on():
    files = [b"", b" \n\n", b"\xef\xbb\xbf", b"# only this\n"]
    opened = [found for _, found in by_script(SCRIPT, "open", files)]
    assert opened == [opened_by_python(data, SHIPPED) for data in files]
    assert [found["case"] is None for found in opened] == [False, False, True, True]
    assert all(found["case"] is None for _, found in by_script(SCRIPT, "read", files))


def test_the_terminal_advises_on_what_the_page_wrote_as_python_does(tmp_path):
    case = next(each for each in TOLD if each.partners and each.actions and each.answers)
    [text] = SCRIPT.call("write", [case.as_dict()])
    path = tmp_path / "my-case.yaml"
    path.write_bytes(text.encode())
    assert ADVISOR.read_case(path) == case
    ran = advisor("advise", str(path), "--format", "json", "--engine", "columnar")
    assert json.loads(ran.stdout) == json.loads(ADVISOR.advise(case).as_json())


@pytest.mark.parametrize(("mark", "is_told"), [("other 1 (3 questions) 0123abcd", True), (None, False)])
def test_the_page_knows_which_questions_it_asks(mark, is_told):
    text = f"format: 1\nquestionnaire: {mark or questionnaire_of(SHIPPED)}\nanswers: {{x: y}}"
    [(_, found)] = by_script(SCRIPT, "read", [text.encode()])
    assert ("was answered on" in found["faults"][0]) == is_told
