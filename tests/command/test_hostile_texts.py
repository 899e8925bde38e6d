"""Texts of a knowledge base and of a case are only text, whatever is in them and whatever the page."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from markdown_it import MarkdownIt

from tests.command.run import advisor

SMALL = Path(__file__).resolve().parent.parent / "faulty_knowledge" / "sound"
HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\U000e0041\ufff9\u3164\u115f\ufe0f\u061c\u180e"
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> | a ` b `` c [x](javascript:alert(1)) --> ]]> "
    "&quot; &lt; \" ' \\ {n} $x$ ~~s~~ **b** __i__ <!-- <?xml\n\n# big\n---\n\t<b>tab</b> 100% " + HIDDEN
)
SPOKEN = (
    "title", "text", "prompt", "why", "hint", "because", "at", "first-step", "in-practice", "teaches",
    "narrative", "reason", "partnership", "by", "name",
)  # fmt: skip
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "ol", "li", "div"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("main", "header", "nav", "section", "footer", "a", "strong", "br", "span", "h4", "dl", "dt", "dd"),
    *("details", "summary", "cite", "q", "svg", "desc", "rect", "text", "path"),
}
COMMANDS = (
    "advise CASE",
    "advise CASE --full",
    "advise CASE --format json",
    "advise CASE --format markdown",
    "advise CASE --format html",
    "advise CASE --format html --full",
    "why CASE being-introduced",
    "why CASE being-introduced --full --depth 9",
    "why CASE being-introduced --format markdown",
    "why CASE being-introduced --format svg",
    "why CASE being-introduced --format dot",
    "why CASE being-introduced --format json",
    "why-not CASE keeping-it-up",
    "why-not CASE keeping-it-up --format markdown",
    "what-if CASE --set contact=regular",
    "what-if CASE --set contact=regular --set acquaintance=well",
    "what-if CASE --set contact=regular --set acquaintance=well --format markdown",
    "what-if CASE --set contact=regular --set acquaintance=well --format json",
    "settle CASE",
    "settle CASE --format markdown",
    "knowledge list",
    "knowledge list --format json",
    "knowledge show contact",
    "knowledge show being-introduced",
    "knowledge graph --format svg",
    "knowledge graph --format dot",
    "knowledge check BASE",
    "scenario list",
    "scenario show first-meeting",
    "scenario check",
    "scenario check --format junit",
    "scenario check --format json",
    "scenario handout first-meeting --format html",
    "scenario handout first-meeting --format markdown",
    "scenario handout first-meeting --for trainer --format html",
    "scenario handout first-meeting --for cards --format html",
    "scenario handout first-meeting --for answers --format text",
    "scenario run first-meeting",
)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A knowledge base, with a scenario, in which every text ends in what should do harm."""
    folder = tmp_path_factory.mktemp("hostile") / "base"
    shutil.copytree(SMALL, folder)
    for path in folder.rglob("*.yaml"):
        data = _spoilt(yaml.safe_load(path.read_text()))
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
    return folder


def _spoilt(value, key=""):
    if isinstance(value, dict):
        return {name: _spoilt(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_spoilt(each, key) for each in value]
    return f"{value} {HOSTILE}" if key in SPOKEN else value


class Tags(HTMLParser):
    """Notes the tags of a page, and their attributes."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = set(), {}

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(attrs)


def _is_harmless_html(page):
    found = Tags()
    found.feed(page)
    assert found.tags <= TAGS
    assert not any(name.startswith("on") for name in found.attributes)


def _is_harmless_xml(text):
    tags = {each.tag.rpartition("}")[2] for each in ElementTree.fromstring(text).iter()}
    assert tags <= {
        *("svg", "rect", "text", "tspan", "path", "g", "title"),
        *("testsuites", "testsuite", "testcase", "failure"),
    }


def _is_harmless_dot(text):
    string = r'"(?:[^"\\]|\\.)*"'
    assert [line for line in text.splitlines() if not re.fullmatch(rf"(?:{string}|[^\"])*", line)] == []
    assert "<script" not in re.sub(string, "", text)


@pytest.mark.parametrize("words", COMMANDS)
def test_a_text_is_only_text(words, base):
    case = base / "scenarios" / "first-meeting.yaml"
    is_look_up = "check BASE" in words
    given = [
        str(base) if word == "BASE" else "scenario:first-meeting" if word == "CASE" else word
        for word in words.split()
    ]
    done = advisor(*given, *([] if is_look_up else ["--knowledge", str(base)]))
    if "No such" in done.stderr:
        pytest.fail(done.stderr)
    out = done.stdout
    assert case.is_file()
    assert "alert(1)" in out or is_look_up or "check" in words, done.stderr
    kind = given[given.index("--format") + 1] if "--format" in given else "text"
    if kind == "json":
        json.loads(out)
        return
    assert not set(HIDDEN) & set(out)
    match kind:
        case "html":
            _is_harmless_html(out)
        case "svg" | "junit":
            _is_harmless_xml(out)
        case "dot":
            _is_harmless_dot(out)
        case "markdown":
            _is_harmless_html(MarkdownIt("commonmark", {"html": True}).enable("table").render(out))


def test_in_the_made_pages_a_text_is_only_text(base, tmp_path):
    advisor("knowledge", "pages", str(tmp_path / "pages"), "--knowledge", str(base))
    pages = [path.read_text() for path in (tmp_path / "pages").rglob("*.md")]
    assert len(pages) > 5
    for page in pages:
        assert not set(HIDDEN) & set(page)
        html = MarkdownIt("commonmark", {"html": True}).enable("table").render(page.partition("\n")[2])
        found = Tags()
        found.feed(html)
        assert found.tags <= TAGS | {"a", "code", "strong", "em"}
        assert not any(name.startswith("on") for name in found.attributes)
        assert "javascript:" not in re.sub(r">[^<]*<", "><", html)
