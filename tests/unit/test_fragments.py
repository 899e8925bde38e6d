"""Changelog fragments are well formed, and a release gathers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.fragments import faults, fragments, gathered, with_release

FOLDER = Path(__file__).parents[2] / "changelog.d"


def test_every_fragment_is_well_formed():
    assert [fault for path in fragments(FOLDER) for fault in faults(path)] == []


def test_nothing_else_lies_beside_the_fragments():
    assert {path.name for path in FOLDER.iterdir()} == {"README.md", *(p.name for p in fragments(FOLDER))}


NAMED = "call it NAME.KIND.md, KIND one of short, advice, added, changed, moved, fixed"


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("x.md", "- A\n", f"x.md: {NAMED}"),
        (
            "x.new.md",
            "- A\n",
            f"x.new.md: {NAMED}",
        ),
        ("x.fixed.md", "A", "x.fixed.md: write a list, each point beginning with '- '"),
        ("x.fixed.md", "- A\nB\n", "x.fixed.md: indent what belongs to a point by two spaces"),
    ],
)
def test_a_fault_of_a_fragment_says_what_to_do(name, text, fault, tmp_path):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert fault in faults(path)


def test_a_release_stands_above_the_others_with_a_heading_for_each_kind(tmp_path):
    for name, text in {"b.added.md": "- B\n", "a.fixed.md": "- A\n", "c.added.md": "- C\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    text = gathered(fragments(tmp_path))
    assert text == "### Added\n\n- B\n- C\n\n### Fixed\n\n- A\n"
    changelog = with_release("# Changelog\n\nWords.\n\n## 0.1.0\n\n- Old\n", "0.2.0", "2026-12-01", text)
    assert changelog == f"# Changelog\n\nWords.\n\n## 0.2.0 (2026-12-01)\n\n{text}\n## 0.1.0\n\n- Old\n"
