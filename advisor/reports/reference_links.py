"""Links between the reference pages."""

from __future__ import annotations

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.reports.outline_markdown import escaped
from advisor.reports.scenario_index import case_name
from advisor.scenarios.index import Row


def anchor(heading: str) -> str:
    """Return what a heading is linked by in Markdown: dots are left out."""
    return heading.replace(".", "")


def entry_link(id_: str, knowledge: KnowledgeBase, up: str, text: str = "") -> str:
    """Return a link to an entry's page, or to a rule's heading, from a page that stands `up` folders below.

    `text` is what is linked, escaped already; the title if there is none.
    """
    kind, said = knowledge.kind(id_), text or escaped(title_of(id_, knowledge).rstrip("."))
    if kind != "rule":
        return f"[{said}]({up}{kind}/{id_}.md)"
    about = knowledge.entry(id_).then.effect.id
    return f"[{said}]({up}{knowledge.kind(about)}/{about}.md#{anchor(id_)})"


def case_link(row: Row, up: str = "../") -> str:
    """Return a link to the page of a scenario."""
    return f"[{escaped(case_name(row))}]({up}scenario/{row.id}.md)"
