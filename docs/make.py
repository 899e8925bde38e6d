"""Make the pages that are made: docs/knowledge from the knowledge base, docs/commands.md from --help.

docs/keys.md is made from the models of what files hold, with what docs/keys.yaml says of each key.

    make docs

A test fails where a page is not what would be made now.
"""

from __future__ import annotations

from pathlib import Path

from advisor.cli.reference import command_reference

from advisor.files.positioned_yaml import read_tree
from advisor.files.write import write_atomically
from advisor.inference.cache import knowledge_in
from advisor.reports.reference import reference_pages
from advisor.reports.reference_keys import keys_page
from advisor.reports.site import write_pages

DOCS = Path(__file__).resolve().parent


def knowledge_pages() -> dict[str, str]:
    """Return the pages about the shipped knowledge base, by their names below docs/knowledge."""
    return reference_pages(knowledge_in())


def page_of_keys() -> str:
    """Return the page of all keys."""
    tree, _faults = read_tree(DOCS / "keys.yaml")
    assert tree is not None
    return keys_page(knowledge_in(), tree.plain())


def main() -> None:
    """Write all pages that are made."""
    number = write_pages(DOCS / "knowledge", knowledge_pages())
    write_atomically(DOCS / "commands.md", command_reference())
    write_atomically(DOCS / "keys.md", page_of_keys())
    print(f"{number + 2} pages")


if __name__ == "__main__":
    main()
