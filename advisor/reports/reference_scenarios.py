"""The reference pages of scenarios: all of them by number, and a page for each, linked with what it teaches.

They are for trainers: each page gives the answers away, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from advisor.cases.edits import Edit
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import plain_title_of
from advisor.reports.outline_markdown import escaped
from advisor.reports.reference_links import case_link, entry_link
from advisor.reports.scenario import work_cited
from advisor.reports.scenario_index import case_name
from advisor.reports.wording import edit_text, ended
from advisor.scenarios.expectation_words import in_words
from advisor.scenarios.index import Row
from advisor.scenarios.scenario import Scenario, Variation

ALL = "scenarios.md"
SPOILS = "For trainers: what stands here gives the answers away."
_HEADINGS = ("number", "title", "level", "minutes", "where", "point", "what holds it")


def scenario_pages(
    index: Sequence[Row], scenarios: Mapping[str, Scenario], knowledge: KnowledgeBase, mark: str
) -> dict[str, str]:
    """Return the page of all scenarios and one for each, by their names; `mark` says that they are made.

    `scenarios` are given by their names in the index. None if there are none.
    """
    if not index:
        return {}
    rows = {row.id: row for row in index}
    pages = {ALL: "\n".join([mark, *_all(index, knowledge), ""])}
    for row in index:
        lines = [mark, *_Page(row, rows, scenarios[row.name], knowledge).lines()]
        pages[f"scenario/{row.id}.md"] = "\n".join(lines).rstrip() + "\n"
    return pages


def practise_line(id_: str, index: Iterable[Row], most: int = 8) -> str:
    """Return on which scenarios something can be practised, first where the author expects it; or nothing."""
    rows = list(index)
    expected = [row for row in rows if id_ in row.expects or id_ in (*row.patterns[:1], *row.alerts)]
    found = [*expected, *(row for row in rows if id_ in (*row.plan, *row.patterns) and row not in expected)]
    if not found:
        return ""
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return f"Practise it with: {', '.join(case_link(row) for row in found[:most])}{more}."


def _all(index: Sequence[Row], knowledge: KnowledgeBase) -> Iterator[str]:
    yield "# All case studies by number"
    yield ""
    yield f"{SPOILS} A list that does not: `advisor scenario list --neutral`."
    yield ""
    yield f"| {' | '.join(_HEADINGS)} |"
    yield f"|{'---|' * len(_HEADINGS)}"
    for row in index:
        title = f"[{escaped(row.title)}](scenario/{row.id}.md)"
        holds = ", ".join(entry_link(id_, knowledge, "") for id_ in row.patterns[:2])
        given = (row.level, row.minutes, row.setting, row.teaches)
        said = (escaped(str(each)) if each is not None else "" for each in given)
        yield f"| {'' if row.number is None else row.number} | {title} | {' | '.join(said)} | {holds} |"


class _Page:
    """The page of one scenario; `rows` are those of the index by id."""

    def __init__(
        self, row: Row, rows: Mapping[str, Row], scenario: Scenario, knowledge: KnowledgeBase
    ) -> None:
        self._row, self._rows, self._scenario, self._knowledge = row, rows, scenario, knowledge

    def lines(self) -> Iterator[str]:
        row, scenario = self._row, self._scenario
        title = row.title if row.number is None else f"{case_name(row)}: {row.title}"
        yield from (f"# {escaped(title)}", "", f"{SPOILS} [All case studies](../{ALL})", "")
        said = [f"scenario `{row.id}`", *([row.level] if row.level else [])]
        said += [f"{row.minutes} minutes with a group"] if row.minutes else []
        yield from ("; ".join([*said, *([row.setting] if row.setting else [])]), "")
        yield from (f"**The point.** {escaped(row.teaches)}", "")
        if row.pair is not None and row.pair in self._rows:
            yield from (f"Told from the other side: {case_link(self._rows[row.pair])}", "")
        yield from ("## The story", "", escaped(scenario.narrative))
        terms = (f"{escaped(word)}: {escaped(meaning)}" for word, meaning in scenario.terms.items())
        yield from self._part("Words explained", terms)
        yield from self._part("What is expected, and why", self._expected())
        yield from self._part("What the rules say", self._advised())
        yield from self._part("If it were a little different", map(self._varied, scenario.variations))
        yield from self._part("What was done in the end, and what came of it", self._afterwards())
        yield from self._part("To talk about", map(escaped, scenario.discuss))
        yield from ("", f"Source: {escaped(work_cited(scenario.source, self._knowledge))}")

    def _part(self, title: str, points: Iterable[str]) -> Iterator[str]:
        said = list(points)
        if said:
            yield from ("", f"## {title}", "")
        yield from (f"- {point}" for point in said)

    def _expected(self) -> Iterator[str]:
        for _kind, each, sentence in in_words(self._scenario.expect, self._knowledge, ids=False):
            yield f"{self._linked(ended(sentence), each)} {escaped(each.reason)}"

    def _linked(self, sentence: str, each: Any) -> str:
        """Return a sentence with links behind the titles of what it is about."""
        said = escaped(sentence)
        for key in ("id", "first", "then", "factor"):
            id_ = getattr(each, key, None)
            if isinstance(id_, str) and self._knowledge.has(id_, self._knowledge.kinds.names):
                title = escaped(plain_title_of(id_, self._knowledge))
                said = said.replace(title, entry_link(id_, self._knowledge, "../", title), 1)
        return said

    def _advised(self) -> Iterator[str]:
        row = self._row
        parts = {"Before all else": row.alerts, "What holds it": row.patterns, "The plan, in order": row.plan}
        for title, ids in parts.items():
            if ids:
                yield f"{title}: {', '.join(entry_link(id_, self._knowledge, '../') for id_ in ids)}"

    def _varied(self, variation: Variation) -> str:
        edits = [edit_text(Edit(name, value), self._knowledge) for name, value in variation.set.items()]
        return f"{escaped(ended(variation.teaches))} ({escaped('; '.join(edits))})"

    def _afterwards(self) -> Iterator[str]:
        for each in self._scenario.afterwards:
            where = escaped(work_cited(each.source, self._knowledge))
            nearest = ", ".join(entry_link(id_, self._knowledge, "../") for id_ in each.named)
            near = f" Nearest to it here: {nearest}." if nearest else ""
            yield f"{escaped(ended(each.did))} {escaped(ended(each.came_of_it))} ({where}){near}"
