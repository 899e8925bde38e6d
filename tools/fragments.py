"""Changelog fragments: each change brings a file of its own, and a release gathers them.

A fragment is `changelog.d/NAME.KIND.md`: a list in Markdown for those who use the program. So two changes
never touch the same line of CHANGELOG.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

# By their order in the changelog. `short`: what matters most, for each kind of reader; `advice`: which advice
# changes, and for whom.
KINDS = {
    "short": "In short",
    "advice": "Advice",
    "added": "Added",
    "changed": "Changed",
    "moved": "Moved",
    "fixed": "Fixed",
}


def fragments(folder: Path) -> list[Path]:
    """Return the fragments in a folder, in the order of their names."""
    return sorted(path for path in folder.glob("*.md") if path.name != "README.md")


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with a fragment."""
    parts = path.name.split(".")
    if len(parts) != 3 or parts[1] not in KINDS:
        yield f"{path.name}: call it NAME.KIND.md, KIND one of {', '.join(KINDS)}"
    text = path.read_text(encoding="utf-8")
    if not text.startswith("- ") or not text.endswith("\n"):
        yield f"{path.name}: write a list, each point beginning with '- '"
    if any(line and not line.startswith(("- ", "  ")) for line in text.splitlines()):
        yield f"{path.name}: indent what belongs to a point by two spaces"


def gathered(paths: list[Path]) -> str:
    """Return the fragments as one text, a heading for each kind that there is; they must have no faults."""
    said: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for path in paths:
        said[path.name.split(".")[1]].append(path.read_text(encoding="utf-8"))
    return "\n".join(f"### {KINDS[kind]}\n\n{''.join(texts)}" for kind, texts in said.items() if texts)


def with_release(changelog: str, version: str, day: str, text: str) -> str:
    """Return the changelog with a release put above all others."""
    head, mark, rest = changelog.partition("\n## ")
    return f"{head}\n## {version} ({day})\n\n{text}{mark}{rest}"
