"""The pages that are made are what would be made now; where they are not: make docs."""

from __future__ import annotations

import posixpath
import re
import runpy

import pytest
import yaml
from advisor.cli.reference import command_reference

from advisor.knowledge.kinds import KINDS
from advisor.knowledge.rules import Rule
from advisor.scenarios.index_copy import index_of
from advisor.scenarios.loader import scenario_paths
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


def test_the_page_of_keys_is_not_stale_tells_each_key_and_leads_on():
    made = runpy.run_path(str(DOCS / "make.py"))["page_of_keys"]()
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == made, REMEDY
    headings = re.findall(r"^#+ (.+)$", made, flags=re.M)
    anchors = [heading.casefold().replace(":", "").replace(".", "").replace(" ", "-") for heading in headings]
    assert len({*anchors}) == len(anchors)
    assert {*re.findall(r"\]\(#([^)]+)\)", made)} <= {*anchors}
    for kind in KINDS:
        assert f"### {kind.key}\n" in made
    rows = re.findall(r"^\| `(.+?)` \| .+ \| (.+) \|$", made, flags=re.M)
    written = yaml.safe_load((DOCS / "keys.yaml").read_text(encoding="utf-8"))
    assert {(name.rpartition(".")[2], said) for name, said in written.items()} == {*rows}


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
    for name, text in pages.items():
        for link, anchor in re.findall(r"\]\(([^)#]+)(?:#([^)]*))?\)", text):
            page = posixpath.normpath(posixpath.join(posixpath.dirname(name), link))
            assert page in pages, (name, link)
            assert not anchor or anchor in anchors[page], (name, anchor)


def test_every_scenario_has_a_page_that_is_linked_from_what_it_practises(pages, knowledge):
    for row in index_of(scenario_paths(knowledge), knowledge):
        page = pages[f"scenario/{row.id}.md"]
        assert f"](scenario/{row.id}.md)" in pages["scenarios.md"]
        assert "gives the answers away" in page
        assert {row.teaches, row.setting} <= {*re.split(r"\*\*The point\.\*\* |\n|; ", page)}
    assert (
        "Practise it with: [Case 16](../scenario/health-visitors.md)"
        in pages["pattern/different-pictures.md"]
    )
    assert "](../pattern/different-pictures.md) is found" in pages["scenario/health-visitors.md"]


def test_every_command_and_every_option_is_in_the_reference():
    page = command_reference()
    assert page.count("\n## advisor scenario ") == 10
    assert "Usage: advisor scenario quiz [OPTIONS] SCENARIO" in page
    assert "--rather-than NAME" in page
