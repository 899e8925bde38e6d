"""Make the pages that are made: docs/knowledge from the knowledge base, docs/commands.md from --help.

    make docs

A test fails where a page is not what would be made now.
"""

from __future__ import annotations

from pathlib import Path

from advisor.cli.reference import command_reference

from advisor.files.write import write_atomically
from advisor.inference.cache import knowledge_in
from advisor.reports.reference import reference_pages
from advisor.reports.site import write_pages

DOCS = Path(__file__).resolve().parent


def knowledge_pages() -> dict[str, str]:
    """Return the pages about the shipped knowledge base, by their names below docs/knowledge."""
    return reference_pages(knowledge_in())


def main() -> None:
    """Write all pages that are made."""
    number = write_pages(DOCS / "knowledge", knowledge_pages())
    write_atomically(DOCS / "commands.md", command_reference())
    print(f"{number + 1} pages")


if __name__ == "__main__":
    main()
