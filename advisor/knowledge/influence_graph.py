"""What leads to what: the questions, findings, patterns, stages and recommendations, joined by rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import Leaf, leaves
from advisor.knowledge.facts import TOLD_KINDS
from advisor.knowledge.phrases import asked_of

AGAINST = ("withhold", "caution", "against", "needs-help", "wait")


@dataclass(frozen=True, slots=True)
class InfluenceNode:
    """A question, what else is told of a case, or what rules conclude or recommend.

    `column` is 0 for what is told. `short` is the title without how to answer, which a question may have.
    """

    id: str
    kind: str
    title: str
    short: str
    column: int


@dataclass(frozen=True, slots=True)
class Influence:
    """Rules by which one thing leads to another; `against` where they only hold it back or take care."""

    from_: str
    to: str
    rules: tuple[str, ...]
    against: bool


@dataclass(frozen=True, slots=True)
class InfluenceGraph:
    """Things in the order of the knowledge base, and the links between them."""

    things: tuple[InfluenceNode, ...]
    links: tuple[Influence, ...]


def graph(knowledge: KnowledgeBase, id_: str | None = None, depth: int | None = None) -> InfluenceGraph:
    """Return what leads to what; with an id only what leads to that, and what it leads to itself.

    With a `depth` only so many steps that lead to it.

    `UnknownIdError` if there is no such id.
    """
    links = list(_links(knowledge))
    if id_ is not None:
        knowledge.kind(id_)
        links = list(_around(id_, links, depth))
    ids = {link.from_ for link in links} | {link.to for link in links} | ({id_} if id_ else set())
    ordered = sorted(ids, key=lambda each: (knowledge.positions.get(each, -1), each))
    columns = _columns(ordered, links)
    things = tuple(_thing(each, columns[each], knowledge) for each in ordered)
    return InfluenceGraph(things, tuple(links))


def _thing(id_: str, column: int, knowledge: KnowledgeBase) -> InfluenceNode:
    kind, _, told = id_.partition(":")
    if kind in TOLD_KINDS:  # no entry, so its id has its kind in front
        title = asked_of(kind, told, knowledge).rstrip(":")
        return InfluenceNode(id_, kind, title, title, column)
    entry = knowledge.entry(id_)
    return InfluenceNode(id_, knowledge.kind(id_), entry.title, getattr(entry, "prompt", entry.title), column)


def _links(knowledge: KnowledgeBase) -> Iterator[Influence]:
    """Yield the links: for each two things the rules that look at one and say something of the other."""
    found: dict[tuple[str, str, bool], list[str]] = {}
    for rule in knowledge.rules:
        said = rule.then.effect
        against = said.kind in AGAINST or said.value == "against"
        for asked in dict.fromkeys(_looked_at(leaf, knowledge) for leaf in leaves(rule.when)):
            if asked != said.id:
                found.setdefault((asked, said.id, against), []).append(rule.id)
    for (from_, to, against), rules in found.items():
        yield Influence(from_, to, tuple(dict.fromkeys(rules)), against)


def _looked_at(leaf: Leaf, knowledge: KnowledgeBase) -> str:
    """Return what a condition looks at: what is told, what rules conclude, or the question of an item."""
    if leaf.kind in TOLD_KINDS:
        return f"{leaf.kind}:{leaf.subject}"
    id_ = leaf.subject
    return id_ if knowledge.has(id_, knowledge.kinds.looked_at) else id_.partition(".")[0]


def _around(id_: str, links: Iterable[Influence], depth: int | None) -> Iterator[Influence]:
    """Yield the links that lead to something, and those from it to the next."""
    links = list(links)
    reached, front = {id_}, {id_}
    steps = 0
    while front and (depth is None or steps < depth):
        front = {link.from_ for link in links if link.to in front} - reached
        reached |= front
        steps += 1
    for link in links:
        if (link.to in reached and link.from_ in reached) or link.from_ == id_:
            yield link


def _columns(ids: Iterable[str], links: Iterable[Influence]) -> dict[str, int]:
    """Return for each thing how many links lie before it at most; 0 where nothing leads to it."""
    # In an order that never varies: where there are circles, which way round they are walked matters.
    before: dict[str, dict[str, None]] = {id_: {} for id_ in ids}
    for link in links:
        before[link.to][link.from_] = None
    columns: dict[str, int] = {}
    for id_ in before:
        if id_ not in columns:
            _place(id_, before, columns)
    return columns


def _place(id_: str, before: Mapping[str, Iterable[str]], columns: dict[str, int]) -> None:
    """Place a thing and all that lies before it, without recursion: a chain may be thousands long."""
    way = {id_: iter(before[id_])}  # from the thing to what is placed now, each with what lies before it
    while way:
        last = next(reversed(way))
        for each in way[last]:
            if each not in columns and each not in way:
                way[each] = iter(before[each])
                break
        else:
            inner = (columns[each] for each in before[last] if each in columns)
            columns[last] = 1 + max(inner, default=-1)
            del way[last]
