"""The reference pages: a page for each entry, with every rule that says something of it and its cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import Condition
from advisor.knowledge.phrases import title_of
from advisor.knowledge.rules import Rule
from advisor.reports.catalogue import said_otherwise_where
from advisor.reports.condition import condition_lines
from advisor.reports.entry import SAID_OTHERWISE
from advisor.reports.outline_markdown import escaped
from advisor.reports.reference_links import anchor, case_link
from advisor.reports.reference_scenarios import ALL, practise_line, scenario_pages
from advisor.reports.sources import ground_line, grounds_of, source_line, source_of
from advisor.reports.wording import citation
from advisor.scenarios.coverage import exercised
from advisor.scenarios.index_copy import index_of
from advisor.scenarios.loader import read_scenarios, scenario_paths

MARK = "<!-- Made from the knowledge base: change that, not this page. -->"
MOST_CASES = 5  # named for each rule and entry
DOES = {
    "alert": "What raises it",
    "recommend": "What speaks for it",
    "finding": "When it is found",
    "sign": "What is a sign of it",
    "withhold": "When it is held back",
    "wait": "What has to come first",
    "needs-help": "When somebody else has to lead it",
    "caution": "When to take care",
}  # parts of a page, and which rules are in them
_APART = ("id", "title", "text", "prompt", "hint", "source", "source-term", "said-otherwise", "asked-unless")


def reference_pages(knowledge: KnowledgeBase) -> dict[str, str]:
    """Return the text of each page by its name: README.md, rules.md, scenarios.md, and KIND/ID.md for each.

    A rule stands on the page of what it concludes or recommends, under a heading of its own.
    """
    return _Reference(knowledge).pages()


class _Reference:
    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._files = scenario_paths(knowledge)
        self._index = index_of(self._files, knowledge)
        self._by_name = {row.name: row for row in self._index}
        self._cases = exercised(knowledge)
        self._by_entry: dict[str, list[Rule]] = {}
        for rule in knowledge.rules:
            self._by_entry.setdefault(rule.then.effect.id, []).append(rule)

    def pages(self) -> dict[str, str]:
        entries = [(kind, entry) for kind, entry in self._knowledge.all_entries() if kind != "rule"]
        pages = {f"{kind}/{entry.id}.md": self._page(kind, entry) for kind, entry in entries}
        read = read_scenarios(self._files.values(), self._knowledge)
        scenarios = dict(zip(self._files, read, strict=True))
        stories = scenario_pages(self._index, scenarios, self._knowledge, MARK)
        return {"README.md": self._contents(), "rules.md": self._rules(), **pages, **stories}

    def _contents(self) -> str:
        lines = [MARK, "# The knowledge, entry by entry", ""]
        lines += [
            "Made from the knowledge base. Every rule stands on the page of what it concludes or recommends; "
            "[rules.md](rules.md) lists all of them by name.",
            "",
        ]
        if self._index:
            lines += [f"The case studies, by number, for trainers: [{ALL}]({ALL}).", ""]
        for kind in self._knowledge.kinds.names:
            ids = self._knowledge.ids_of(kind)
            if kind != "rule" and ids:
                lines += [f"## {kind}", ""]
                lines += [f"- [{escaped(title_of(id_, self._knowledge))}]({kind}/{id_}.md)" for id_ in ids]
                lines.append("")
        return "\n".join(lines)

    def _rules(self) -> str:
        lines = [MARK, "# All rules by name", ""]
        for rule in sorted(self._knowledge.rules, key=lambda rule: rule.id):
            about = rule.then.effect.id
            where = f"{self._knowledge.kind(about)}/{about}.md#{anchor(rule.id)}"
            lines.append(f"- [{rule.id}]({where}): {escaped(rule.title)}")
        return "\n".join([*lines, ""])

    def _page(self, kind: str, entry: Any) -> str:
        lines = [MARK, f"# {escaped(entry.title)}", "", f"{kind} `{entry.id}`", ""]
        if hasattr(entry, "text"):
            lines += [escaped(entry.text), ""]
        for key, value in entry.as_dict().items():
            if key not in _APART and value not in ((), [], {}, "", False):
                lines += [*_field(key, value), ""]
        lines += [*self._not_asked(entry), *self._otherwise(entry)]
        source = source_of(entry, self._knowledge)
        if source:
            lines += [f"Source: {escaped(source_line(source))}", ""]
        if getattr(entry, "source_term", None):
            lines += [f"What the source calls it: {escaped(entry.source_term)}", ""]
        lines += [*self._looked_at_by_words(kind, entry.id), *self._practised(entry.id)]
        lines += [self._comes_up(entry.id), ""]
        for part, title in DOES.items():
            rules = [rule for rule in self._by_entry.get(entry.id, ()) if rule.then.effect.kind == part]
            if rules:
                lines += [f"## {title}", ""]
            for rule in rules:
                lines += [*self._rule(rule), ""]
        return "\n".join(lines).rstrip() + "\n"

    def _not_asked(self, entry: Any) -> Iterator[str]:
        """Yield when a question is not asked."""
        condition = getattr(entry, "asked_unless", None)
        if condition is not None:
            yield from ("Not asked, if:", "", *self._points(condition), "")

    def _looked_at_by_words(self, kind: str, id_: str) -> Iterator[str]:
        """Yield which entries and rules have other words where this is so."""
        words = said_otherwise_where(id_, self._knowledge)
        if words:
            yield from (f"{SAID_OTHERWISE[kind == 'question'].capitalize()}:", "")
            yield from (f"- {escaped(each['title'])} ({each['kind']} `{each['id']}`)" for each in words)
            yield ""

    def _points(self, condition: Condition) -> Iterator[str]:
        for depth, text in condition_lines(condition, self._knowledge):
            yield f"{'  ' * (depth - 1)}- {escaped(text)}"

    def _rule(self, rule: Rule) -> Iterator[str]:
        yield f"### {rule.id}"
        yield ""
        yield f"**{escaped(rule.title.rstrip('.'))}.** {escaped(rule.because)}"
        yield ""
        yield from (*self._points(rule.when), "")
        if rule.first_step:
            yield from (f"Begin: {escaped(rule.first_step)}", "")
        yield from self._otherwise(rule)
        yield from self._grounds(rule)
        said = rule.then.effect
        kinds = {"recommend": f"{said.value} reason", "sign": said.value, "wait": f"first: {said.value}"}
        led = {"needs-help": f"led by: {said.value}"}
        says = {**kinds, **led}.get(said.kind, "")
        key = ", a key sign" if rule.then.is_key else ""
        cited = escaped(citation(rule, self._knowledge))
        yield f"{says + key + '; ' if says else ''}{cited}. {self._comes_up(rule.id)}"

    def _grounds(self, rule: Rule) -> Iterator[str]:
        """Yield what published works say that is close to it."""
        for ground in grounds_of(rule, self._knowledge):
            yield from (f"Close to: {escaped(ground_line(ground))}", "")

    def _otherwise(self, entry: Any) -> Iterator[str]:
        """Yield in which words an entry or rule is told where something is known, with what that is."""
        for each in getattr(entry, "said_otherwise", ()):
            yield from ("Said otherwise, if:", "", *self._points(each.when), "")
            for name, text in each.texts().items():
                yield f"{name.replace('_', ' ').capitalize()}: {escaped(text)}"
                yield ""

    def _comes_up(self, id_: str) -> str:
        cases = self._cases.get(id_, [])
        if not cases:
            return "It comes up in no scenario."
        more = f" and {len(cases) - MOST_CASES} more" if len(cases) > MOST_CASES else ""
        named = ", ".join(map(self._case, cases[:MOST_CASES]))
        return f"It comes up in: {named}{more}."

    def _case(self, where: str) -> str:
        """Return a scenario as a link, with what is other in it, if anything is."""
        id_, _with, other = where.partition(" with ")
        row = self._by_name.get(id_)
        said = escaped(id_) if row is None else case_link(row)
        return f"{said} with {escaped(other)}" if other else said

    def _practised(self, id_: str) -> Iterator[str]:
        """Yield on which scenarios an entry can be practised."""
        said = practise_line(id_, self._index)
        if said:
            yield from (said, "")


def _field(key: str, value: Any) -> Iterator[str]:
    label = key.replace("-", " ").capitalize()
    if isinstance(value, (list, tuple)):
        yield f"{label}:"
        yield ""
        yield from (f"- {escaped(_inline(member))}" for member in value)
    elif isinstance(value, dict):
        yield f"{label}:"
        yield ""
        yield from (f"- {escaped(name)}: {escaped(_inline(member))}" for name, member in value.items())
    else:
        yield f"{label}: {escaped(_inline(value))}"


def _inline(value: Any) -> str:
    """Return a value in a line: an option as its text and id, and whatever holds more by its parts."""
    if isinstance(value, dict) and set(value) == {"id", "text"}:
        return f"{value['text']} ({value['id']})"
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_inline(member)}" for name, member in value.items())
    if isinstance(value, list):
        return ", ".join(map(_inline, value))
    return "yes" if value is True else str(value)
