"""Whatever was typed into a case does no harm, in no command and no format."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from advisor import Advisor
from tests.command.run import advisor

STEERS = "\x1b\x07\x00\x08\x9b\u202e\u2066\u202d\u2069\u200f\u2028\u2029"
TEXTS = {
    "markup": "</title><script>alert(1)</script><img src=x onerror=alert(1)><b onmouseover=alert(1)>",
    "style": "</style><style>body{display:none}</style><link rel=stylesheet href=//x><svg/onload=alert(1)>",
    "formula": '=cmd|" /C calc"!A0',
    "plus": '+HYPERLINK("http://x","y")',
    "templates": "{0} {partnership} {{7*7}} {% raw %} %s %(x)s ${x} \\N{BELL}",
    "markdown": "[x](javascript:alert(1)) ![x](http://x/y.png) <http://x> `a` | b\n\n# big\n---\n```",
    "entities": "&lt;script&gt; &#x3c; &nbsp; ]]> --> <!--",
}
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "h4", "p"),
    *("ul", "ol", "li", "div", "section", "table", "thead", "tbody", "tr", "th", "td", "br", "span"),
    *("hr", "em", "strong", "code"),
}
FORMATS = {
    "advise CASE": ("text", "json"),
    "advise CASE --full": ("text",),
    "why CASE visioning --full": ("text", "json", "markdown"),
    "why-not CASE conflict-handling": ("text", "json", "markdown"),
    "what-if CASE --set trust=careful": ("text", "json", "markdown"),
    "pack CASE": ("text", "markdown", "html"),
}
EACH = [(command, format_) for command, formats in FORMATS.items() for format_ in formats]
QUIET = dict(Advisor().read_case("scenario:health-visitors").answers) | {"child-at-risk": "no"}
HOT = QUIET | {"disagreement": "open-dispute"}


def _case(folder: Path, text: str, answers: object = QUIET) -> Path:
    """Return a case with `text` wherever somebody may type."""
    path = folder / "case.yaml"
    data = {
        "format": 1,
        "partnership": text,
        "respondent": text,
        "about": text,
        "partners": [{"name": text, "sector": text}],
        "notes": {"contact": text, "trust": text},
        "actions": [{"id": "visioning", "outcome": "helped", "note": text}],
        "answers": answers,
    }
    path.write_text(yaml.safe_dump(data, allow_unicode=True))
    return path


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [f"{name}={value}" for name, value in attrs]


def _is_harmless(said: str, format_: str) -> None:
    if format_ == "json":
        json.loads(said)
        return
    assert not [each for each in said if each != "\n" and (ord(each) < 32 or 126 < ord(each) < 160)]
    assert not set(STEERS) & set(said)
    if format_ == "text":
        return
    page = said if format_ == "html" else MarkdownIt("commonmark").enable("table").render(said)
    found = _Tags()
    found.feed(page)
    assert found.tags <= ALLOWED, found.tags
    assert not [each for each in found.attributes if each.startswith(("on", "href", "src"))]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(("command", "format_"), EACH)
def test_what_was_typed_is_only_text(command, format_, name, tmp_path):
    for answers in (QUIET, HOT) if command.startswith("pack") else (QUIET,):
        case = _case(tmp_path, TEXTS[name], answers)
        words = [str(case) if word == "CASE" else word for word in command.split()]
        done = advisor(*words, "--format", format_)
        assert done.returncode == 0, done.stderr
        _is_harmless(done.stdout, format_)
        _is_harmless(done.stderr, "text")


@pytest.mark.parametrize(("command", "format_"), EACH)
def test_what_steers_a_terminal_is_refused_or_shown_without_it(command, format_, tmp_path):
    for character in STEERS:
        case = _case(tmp_path, f"Our {character} team")
        words = [str(case) if word == "CASE" else word for word in command.split()]
        done = advisor(*words, "--format", format_)
        assert done.returncode in (0, 2)
        _is_harmless(done.stdout or "{}", format_)
        _is_harmless(done.stderr, "text")


@pytest.mark.parametrize(("command", "format_"), EACH)
def test_a_megabyte_of_one_word_does_no_harm(command, format_, tmp_path):
    case = _case(tmp_path, "team")
    data = yaml.safe_load(case.read_text())
    case.write_text(yaml.safe_dump({**data, "partnership": "w" * 1_000_000}))
    words = [str(case) if word == "CASE" else word for word in command.split()]
    done = advisor(*words, "--format", format_)
    assert done.returncode == 0, done.stderr[:300]
    _is_harmless(done.stdout, format_)
    if format_ == "text":
        assert max(map(len, done.stdout.splitlines())) <= 100


def test_a_word_of_a_megabyte_can_lie_on_the_table_as_a_document(tmp_path):
    pytest.importorskip("docx")
    for text in ("w" * 400_000, TEXTS["markup"], TEXTS["formula"]):
        case = _case(tmp_path, "team")
        data = yaml.safe_load(case.read_text())
        case.write_text(yaml.safe_dump({**data, "partnership": text}))
        file = tmp_path / "pack.docx"
        done = advisor("pack", str(case), "--format", "docx", "-o", str(file))
        assert done.returncode == 0, done.stderr[:300]
        with zipfile.ZipFile(file) as made:
            said = made.read("word/document.xml").decode()
        assert "<script" not in said
        assert "w:instrText" not in said


@pytest.mark.parametrize("name", TEXTS)
def test_no_cell_of_a_cohort_is_a_formula(name, tmp_path):
    table = io.StringIO()
    csv.writer(table).writerows([["name", "contact"], [TEXTS[name], "regular"], ["x", TEXTS[name]]])
    (tmp_path / "in.csv").write_text(table.getvalue())
    for ending in ("csv", "xlsx"):
        out = tmp_path / f"{name}.{ending}"
        done = advisor("cohort", str(tmp_path / "in.csv"), "-o", str(out))
        assert done.returncode == 0, done.stderr
        _is_harmless(done.stdout + done.stderr, "text")
        if ending == "csv":
            cells = [cell for row in csv.reader(io.StringIO(out.read_text())) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        else:
            with zipfile.ZipFile(out) as book:
                sheets = "".join(book.read(each).decode() for each in book.namelist() if "sheet" in each)
            assert "<f>" not in sheets
            assert "<f " not in sheets
            assert "hyperlink" not in sheets
