"""The checks of a knowledge base: each is found by its mark, and has a page that shows it at work."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from advisor.inference.cache import knowledge_in
from advisor.knowledge.base import KnowledgeBase
from advisor.scenarios.loader import read_scenarios, scenario_paths
from advisor.verification import check_names, checks as marked, verify
from advisor.verification.subject import Subject
from tests.command.run import ROOT, advisor

PAGES = ROOT / "docs" / "checks"
SOUND = ROOT / "tests" / "faulty_knowledge" / "sound"
PARTS = re.compile(r"# `(.+)`\n\nAn? \*\*(.+)\*\*: .+?## Avoid\n(.+)## Prefer\n(.+)## Why\n\n.+", re.DOTALL)


def test_a_check_is_added_in_one_place_and_found_in_every_output(monkeypatch):
    monkeypatch.setattr(marked, "_marked", {check.name: check for check in marked.checks()})

    @marked.check("warning")
    def short_titles(subject):
        """Every title has more than one word."""
        yield next(iter(subject.knowledge.ids_of("precondition"))), "id", "its title is short", "write more"

    listed = advisor("knowledge", "check", "--checks").stdout.splitlines()
    assert "short-titles (warning): Every title has more than one word." in listed
    said = advisor("knowledge", "check", str(SOUND)).stdout
    assert "warning: its title is short; write more [short-titles]\n" in said
    (remark,) = json.loads(advisor("knowledge", "check", str(SOUND), "--format", "json").stdout)["remarks"]
    assert (remark["check"], remark["severity"], remark["of"]) == (
        "short-titles",
        "warning",
        "being-introduced",
    )


def test_every_check_has_its_page_and_every_page_its_check():
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} == set(check_names())
    listed = re.findall(
        r"^- \[`(.+)`\]\(\1\.md\)", (PAGES / "README.md").read_text(encoding="utf-8"), flags=re.M
    )
    assert listed == [*check_names()][: len(listed)]
    assert len(listed) == len(check_names())


@pytest.mark.parametrize("name", check_names())
def test_what_a_page_says_to_avoid_brings_the_complaint_and_what_it_prefers_does_not(name, tmp_path):
    page = PARTS.fullmatch((PAGES / f"{name}.md").read_text(encoding="utf-8"))
    assert page is not None, "a page has: what it complains of, Avoid, Prefer, Why"
    assert (page[1], page[2]) == (name, check_names()[name][0])
    assert name in complaints(page[3], tmp_path / "avoid")
    assert name not in complaints(page[4], tmp_path / "prefer")


@pytest.mark.parametrize("name", [each.name for each in marked.checks()])
def test_to_look_only_at_what_is_its_own_loses_no_complaint_of_it(name, tmp_path, monkeypatch):
    page = PARTS.fullmatch((PAGES / f"{name}.md").read_text(encoding="utf-8"))
    assert page is not None
    write(page[3], tmp_path)
    knowledge = knowledge_in(tmp_path)
    scenarios = read_scenarios(scenario_paths(knowledge).values(), knowledge)
    own = {entry.id for _, entry in knowledge.all_entries() if knowledge.is_own(entry.id)}

    def told():
        subject = Subject(knowledge, scenarios)
        complaints = [(each.name, *said) for each in marked.checks() for said in each.complaints(subject)]
        return [each for each in complaints if each[1] in own]

    found = told()
    monkeypatch.setattr(KnowledgeBase, "is_own", lambda *_: True)
    assert found == told()
    assert name in {each[0] for each in found}


def complaints(part: str, folder: Path) -> set[str]:
    """Return the names of the checks that complain of the files in a part of a page."""
    write(part, folder)
    found = {remark.check for remark in verify(folder).remarks}
    assert found <= {"cannot-be-loaded"} or "cannot-be-loaded" not in found
    return found


def write(part: str, folder: Path) -> None:
    """Write the files in a part of a page, as a knowledge base that extends a sound one."""
    (block,) = re.findall(r"```yaml\n(.*?)```", part, flags=re.DOTALL)
    texts = re.split(r"^# (\S+\.yaml)\n", block, flags=re.MULTILINE)[1:]
    files = dict(zip(texts[::2], texts[1::2], strict=True))
    base = f"format: 1\nname: example\nversion: 0.1.0\nextends: {SOUND}\n"
    for name, text in {"base.yaml": base, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
