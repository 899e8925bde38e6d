"""A knowledge base as a mapping, in a zip file, and inside a package: the same as in a folder."""

from __future__ import annotations

import importlib
import importlib.resources
import pickle
import zipfile
from pathlib import Path
from typing import Any

import pytest

from advisor import Advisor, AdvisorError, Case, KnowledgeError
from advisor.files.positioned_yaml import parse_bytes
from tests.support.chains import written_chain


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return written_chain(tmp_path_factory.mktemp("own") / "base", 3)


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.yaml")
    }


def packed(folder, path, prefix=""):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files_of(folder).items():
            archive.writestr(prefix + name, text)
        archive.writestr(f"{prefix}.hidden.yaml", "not: [read")
        archive.writestr(f"{prefix}scenarios/one.yaml", "not: [read")
    return path


def as_data(text):
    tree, _ = parse_bytes(text.encode(), "file")
    assert tree is not None
    return tree.plain()


def test_wherever_its_files_lie_a_knowledge_base_advises_the_same(folder, tmp_path):
    in_folder = Advisor(folder)
    question = next(iter(in_folder.knowledge.questions.values()))
    case = Case(answers={question.id: question.options[0].id})
    expected = in_folder.advise(case).as_json()
    ways = [
        files_of(folder),
        {name: text.encode() for name, text in files_of(folder).items()},
        packed(folder, tmp_path / "flat.zip"),
        str(packed(folder, tmp_path / "deep.zip", "my-knowledge/")),
        zipfile.Path(packed(folder, tmp_path / "resource.zip", "in/"), "in/"),
    ]
    for way in ways:
        advisor = Advisor(way)
        assert advisor.knowledge.digest == in_folder.knowledge.digest
        assert advisor.advise(case).as_json() == expected
        assert advisor.scenarios() == []
        assert pickle.loads(pickle.dumps(advisor)).advise(case).as_json() == expected
    data = Advisor({name: as_data(text) for name, text in files_of(folder).items()})
    assert data.advise(case).plan == in_folder.advise(case).plan


def test_it_is_read_from_a_package_that_is_imported_out_of_a_zip(folder, tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("their_package/__init__.py", "")
        for name, text in files_of(folder).items():
            archive.writestr(f"their_package/knowledge/{name}", text)
        head = "format: 1\nname: own\nversion: '1'\nextends: shipped\n"
        archive.writestr("their_package/on-top/base.yaml", head)
    monkeypatch.syspath_prepend(str(tmp_path / "packed.zip"))
    there = importlib.resources.files(importlib.import_module("their_package"))
    assert not isinstance(there, Path)
    packed = Advisor(there / "knowledge")
    assert packed.knowledge.digest == Advisor(folder).knowledge.digest
    assert pickle.loads(pickle.dumps(packed)).knowledge.digest == packed.knowledge.digest
    assert len(Advisor(there / "on-top").knowledge.questions) == len(Advisor().knowledge.questions)
    with pytest.raises(KnowledgeError, match="there is no such folder in the package"):
        Advisor(there / "none")


def test_it_may_extend_the_shipped_one_and_no_other():
    head = "format: 1\nname: own\nversion: '1'\nextends: {}\n"
    own = Advisor({"base.yaml": head.format("shipped")})
    assert len(own.knowledge.questions) == len(Advisor().knowledge.questions)
    with pytest.raises(KnowledgeError, match="write 'shipped'"):
        Advisor({"base.yaml": head.format("../other")})


def damaged_by_lzma(folder):
    path = folder / "damaged.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("base.yaml", "format: 1\nname: own\n")
    data = bytearray(path.read_bytes())
    begins = data.find(b"base.yaml") + len("base.yaml") + 4  # behind the version and size of its settings
    data[begins : begins + 5] = b"\xff" * 5
    path.write_bytes(data)
    return path


def test_what_is_no_knowledge_base_is_told(tmp_path):
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK no")
    empty = tmp_path / "empty.zip"
    zipfile.ZipFile(empty, "w").close()
    mappings: tuple[Any, ...] = ({}, {"rules.yaml": ""}, {"base.yml": ""}, {"base.yaml": {"a": object()}})
    others: tuple[Any, ...] = ({Path("base.yaml"): ""}, 3, ["base.yaml"], b"base.yaml", Advisor())
    for odd in (*mappings, *others, broken, empty, damaged_by_lzma(tmp_path), tmp_path / "none.zip"):
        with pytest.raises(KnowledgeError, match=r": .*; \S+"):
            Advisor(odd)
    with pytest.raises(KnowledgeError, match=r"knowledge/base\.yaml:2:1"):
        Advisor({"base.yaml": "format: 1\nnme: x\n"})


def test_a_fault_in_a_zip_is_found_by_its_place_in_the_file(folder, tmp_path):
    path = packed(folder, tmp_path / "own.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("rules/more.yaml", "rules:\n- id: x\n")
    with pytest.raises(AdvisorError, match=r"own\.zip/rules/more\.yaml:2:3"):
        Advisor(Path(path))


BASE = "format: 1\nname: own\nversion: 1.0.0\nextends: shipped\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("base.yaml", BASE), ("rules/a.yaml", "#" * 2_000_001)], "too large"),
        ([("base.yaml", BASE), ("base.yaml", BASE)], "the same name"),
    ],
    ids=["a-file-that-would-be-cut", "a-file-behind-another"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_of_a_zip_would_not_be_read_whole_is_refused(files, said, tmp_path):
    with zipfile.ZipFile(tmp_path / "own.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files:
            archive.writestr(name, text)
    with pytest.raises(AdvisorError, match=rf"own\.zip: .*{said}"):
        Advisor(tmp_path / "own.zip")


@pytest.mark.parametrize(
    "packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_a_zip_that_was_damaged_is_refused_however_it_was_packed(packing, tmp_path):
    path = tmp_path / "own.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("base.yaml", BASE * 50)
        at = archive.getinfo("base.yaml")
    data = bytearray(path.read_bytes())
    begin = 30 + len("base.yaml") + 12  # behind the head of the file, and that of its packing
    data[begin : begin + at.compress_size - 20] = b"\xff" * (at.compress_size - 20)
    path.write_bytes(data)
    with pytest.raises(AdvisorError, match=r"own\.zip: this is no zip file"):
        Advisor(path)
