"""What leads to what, and reasons, in the DOT language, which drawing programs read."""

from __future__ import annotations

from advisor._text import on_one_line
from advisor.explanation import Reason, Why
from advisor.knowledge.influence_graph import InfluenceGraph


def graph_dot(graph: InfluenceGraph) -> str:
    """Return a graph in the DOT language."""
    lines = ["digraph knowledge {", "  rankdir=LR; node [shape=box, fontname=sans];"]
    for thing in graph.things:
        lines.append(f"  {quoted(thing.id)} [label={quoted(thing.title)}];")
    for link in graph.links:
        style = ", style=dashed" if link.against else ""
        label = quoted(f"{len(link.rules)}" if len(link.rules) > 1 else "")
        lines.append(f"  {quoted(link.from_)} -> {quoted(link.to)} [label={label}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def why_dot(found: Why) -> str:
    """Return the tree of reasons as a graph in the DOT language."""
    lines = [
        "digraph why {",
        "  rankdir=TB; node [shape=box, fontname=sans];",
        f"  n0 [label={quoted(found.title)}];",
    ]
    numbers = iter(range(1, 1_000_000))
    names: dict[str, int] = {}  # where each first comes up: what is shown further down hangs there

    def draw(reason: Reason, above: int) -> None:
        number = next(numbers)
        names.setdefault(reason.text, number)
        style = ", style=dashed" if reason.seen_before else ""
        lines.append(f"  n{number} [label={quoted(reason.text)}{style}];")
        lines.append(f"  n{number} -> n{above};")
        for below in reason.below:
            draw(below, number)

    for reason in (*found.reasons, *found.against):
        draw(reason, 0)
    for reason in found.further:
        draw(reason, names[reason.text])
    return "\n".join([*lines, "}"]) + "\n"


def quoted(text: str) -> str:
    """Return a text as DOT has it."""
    plain = on_one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
