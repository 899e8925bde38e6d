"""`advisor advise --format ...`: a page, Markdown, a document for a word processor; the same bytes always."""

from __future__ import annotations

import io
import sys
import zipfile
from hashlib import sha256

import pytest
from docx import Document

from tests.command.run import advisor, advisor_process

CASE = "scenario:health-visitors"
FILES = {"html": "advice.html", "markdown": "advice.md", "docx": "advice.docx"}


def written(format_, folder, run=advisor, **how):
    path = folder / FILES[format_]
    done = run("advise", CASE, "--format", format_, "-o", str(path), **how)
    assert done.returncode == 0, done.stderr
    return path.read_bytes()


@pytest.mark.parametrize("format_", FILES)
def test_the_same_case_gives_the_same_bytes_again_and_elsewhere(format_, tmp_path):
    first = written(format_, tmp_path)
    assert written(format_, tmp_path) == first  # over the file that is there
    far = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "LANGUAGE": "de", "TZ": "Asia/Tokyo"}
    there = written(format_, tmp_path, advisor_process, **far)
    assert sha256(there).hexdigest() == sha256(first).hexdigest()


def test_each_format_says_the_first_step(tmp_path):
    page, minutes, document = (written(format_, tmp_path) for format_ in FILES)
    said = "\n".join(each.text for each in Document(io.BytesIO(document)).paragraphs)
    for text in (page.decode(), minutes.decode(), said):
        assert "Let each person say what families would notice" in text


def test_a_document_is_not_shown_on_a_terminal():
    done = advisor("advise", CASE, "--format", "docx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "docx is for a word processor and cannot be shown here" in done.stderr


def test_a_document_that_somebody_has_worked_on_is_not_written_over(tmp_path):
    path = tmp_path / FILES["docx"]
    written("docx", tmp_path)
    document = Document(str(path))
    document.add_paragraph("What we said on Monday")
    document.save(str(path))
    hers = path.read_bytes()
    done = advisor("advise", CASE, "--format", "docx", "-o", str(path))
    assert (done.returncode, path.read_bytes()) == (2, hers)
    assert "is no docx that was written before, and would be lost" in done.stderr


def test_without_its_package_a_document_is_refused_with_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    path = tmp_path / FILES["docx"]
    done = advisor("advise", CASE, "--format", "docx", "-o", str(path))
    assert done.returncode == 2
    assert "pip install 'partnership-advisor[docx]'" in done.stderr
    assert not path.exists()


def test_hostile_words_are_words_in_a_page_and_in_a_document(tmp_path):
    words = "<script>alert(1)</script></style> {{ 7 * 7 }} =cmd|' /C calc'!A0 ]]> &amp; javascript:alert(1)"
    case = tmp_path / "case.yaml"
    case.write_text(
        f'format: 1\npartnership: "{words}"\nanswers: {{contact: none}}\nnotes: {{contact: "{words}"}}\n'
    )
    page, document = tmp_path / FILES["html"], tmp_path / FILES["docx"]
    for format_, path in (("html", page), ("docx", document)):
        assert advisor("advise", str(case), "--format", format_, "-o", str(path)).returncode == 0
    assert "<script" not in page.read_text()
    assert "&lt;script&gt;alert(1)" in page.read_text()
    assert any(words in each.text for each in Document(str(document)).paragraphs)
    with zipfile.ZipFile(document) as parts:
        assert not any(
            "external" in parts.read(name).decode(errors="replace").lower() for name in parts.namelist()
        )
