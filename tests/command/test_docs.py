"""What the pages under docs/ show is what the program does."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from tests.command.run import ROOT, advisor
from tests.support.told import shipped_scenarios

PAGES = sorted((ROOT / "docs").glob("*.md"))


def test_the_intervention_in_the_json_page_is_real():
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    shown = json.loads(re.findall(r"```json\n(.*?)```", page, flags=re.S)[0])
    advice = json.loads(advisor("advise", "scenario:private-nursery", "--format", "json").stdout)
    assert shown in advice["interventions"]


def test_the_example_of_an_interview_asks_and_ends_with_a_plan(tmp_path):
    command = [sys.executable, str(ROOT / "examples" / "interview.py"), str(tmp_path / "case.yaml")]
    typed = "one-outside\nnothing\nno\nnone\n" + "\n" * 30
    result = subprocess.run(command, input=typed, capture_output=True, text=True, check=True)
    assert re.search(r"^(> )?first [a-z-]+ ", result.stdout, flags=re.M)
    assert (tmp_path / "case.yaml").read_text(encoding="utf-8").count("dont-know") >= 15


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_that_is_linked_is_there(page):
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


ABOUT_CODE = [*PAGES, *(ROOT / "docs" / "decisions").glob("*.md"), ROOT / "CONTRIBUTING.md"]


@pytest.mark.parametrize("page", ABOUT_CODE, ids=lambda page: page.stem)
def test_every_module_that_a_page_names_with_its_folder_is_there(page):
    for named in re.findall(r"`(?:advisor/)?([a-z_]+/[a-z_/]+\.py)`", page.read_text(encoding="utf-8")):
        assert (ROOT / "advisor" / named).exists() or (ROOT / named).exists(), named


def test_every_heading_that_rules_and_stories_point_to_is_in_the_page_on_reasoning(knowledge):
    headings = re.findall(
        r"^## (.+)$", (ROOT / "docs" / "reasoning.md").read_text(encoding="utf-8"), flags=re.M
    )
    for entry in (*(entry for _, entry in knowledge.all_entries()), *shipped_scenarios()):
        source = getattr(entry, "source", None)
        if source is not None and source.work == "facilitation-practice":
            assert source.at in headings, entry.id


def test_every_pattern_is_in_the_page_on_reasoning(knowledge):
    page = (ROOT / "docs" / "reasoning.md").read_text(encoding="utf-8")
    assert [id_ for id_ in knowledge.ids_of("pattern") if f"`{id_}`" not in page] == []
