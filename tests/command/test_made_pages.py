"""The pages that are made are what would be made now; where they are not: make docs."""

from __future__ import annotations

import re
import runpy

import pytest
from advisor.cli.reference import command_reference

from advisor.knowledge.rules import Rule
from tests.command.run import ROOT

DOCS = ROOT / "docs"
REMEDY = "a page is stale or missing: make docs"


@pytest.fixture(scope="module")
def pages():
    """The pages about the knowledge base, by their names."""
    return runpy.run_path(str(DOCS / "make.py"))["knowledge_pages"]()


def test_the_pages_about_the_knowledge_are_not_stale(pages):
    there = {path.relative_to(DOCS / "knowledge").as_posix() for path in (DOCS / "knowledge").rglob("*.md")}
    assert there == set(pages), REMEDY
    stale = [
        name
        for name, text in pages.items()
        if (DOCS / "knowledge" / name).read_text(encoding="utf-8") != text
    ]
    assert stale == [], REMEDY


def test_the_reference_of_commands_is_not_stale():
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == command_reference(), REMEDY


def test_every_entry_has_a_page_and_every_rule_a_heading(pages, knowledge):
    headings = {
        heading for text in pages.values() for heading in re.findall(r"^### (\S+)$", text, flags=re.M)
    }
    for kind, entry in knowledge.all_entries():
        if isinstance(entry, Rule):
            assert entry.id in headings
        else:
            assert f"{kind}/{entry.id}.md" in pages


def test_every_link_in_the_pages_leads_somewhere(pages):
    anchors = {
        name: {heading.replace(".", "") for heading in re.findall(r"^#+ (\S+)$", text, flags=re.M)}
        for name, text in pages.items()
    }
    for name in ("README.md", "rules.md"):
        for link, anchor in re.findall(r"\]\(([^)#]+)(?:#([^)]*))?\)", pages[name]):
            assert link in pages
            assert not anchor or anchor in anchors[link]


def test_every_command_and_every_option_is_in_the_reference():
    page = command_reference()
    assert page.count("\n## advisor scenario ") == 8
    assert "Usage: advisor scenario quiz [OPTIONS] SCENARIO" in page
    assert "--rather-than NAME" in page
