"""The first page of the site: its contents, by reader."""

from __future__ import annotations

from pathlib import Path

PARTS = {
    "For leaders": "one-page interview packs case-files reading page asking-back portfolio comparing "
    "progress limits glossary",
    "For trainers": "scenarios training rules own-knowledge tutorial steady reasoning",
    "For developers": "reference library json doors versions cohorts languages architecture glossary-engine "
    "CONTRIBUTING CHANGELOG",
    "To look up": "commands systems security knowledge/README",
}
HEAD = """# partnership-advisor

Reasoned advice for leaders of partnerships that are stuck: a rule-based expert system. The same answers
always give the same advice, and each line of it can be followed down to the answers and to its source.
For developers the [reference](reference.rst) lists all that is public.
"""


def index_page(pages: Path) -> str:
    """Return the first page, with all pages in its contents but those of single entries of the knowledge.

    Their own page lists them: in the margin of each page they would be hundreds.
    """
    named = {name for names in PARTS.values() for name in names.split()}
    parts = {title: [name for name in names.split() if _there(pages, name)] for title, names in PARTS.items()}
    rest = sorted(path.relative_to(pages).with_suffix("").as_posix() for path in pages.rglob("*.md"))
    others = [name for name in rest if name not in named and name != "index"]
    shown = "".join(_contents(names, f":caption: {title}") for title, names in parts.items())
    decisions = [name for name in others if name.startswith("decisions/")]
    hidden = [name for name in others if name not in decisions and not name.startswith("knowledge/")]
    return HEAD + shown + _contents(decisions, ":caption: Decisions") + _contents(hidden, ":hidden:")


def _there(pages: Path, name: str) -> bool:
    return name == "reference" or (pages / f"{name}.md").exists()


def _contents(names: list[str], option: str) -> str:
    return "\n".join(["", "```{toctree}", option, ":maxdepth: 1", "", *names, "```", ""]) if names else ""
