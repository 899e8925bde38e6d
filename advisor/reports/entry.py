"""One entry of the knowledge base as plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from advisor._language import N_, _
from advisor.reports.sources import ground_line, source_line
from advisor.reports.wording import wrapped

_APART = (
    "kind",
    "id",
    "title",
    "prompt",
    "hint",
    "text",
    "source",
    "source-term",
    "ground",
    "rules",
    "scenarios",
    "said_otherwise_where",
)
SAID_OTHERWISE = (N_("said otherwise where this is so"), N_("said otherwise after some of its answers"))


def entry_as_text(entry: dict[str, Any]) -> str:
    """Return an entry, as `advisor.reports.catalogue.shown` gives it, as text of at most 100 columns."""
    return "\n".join(_lines(entry)) + "\n"


def _lines(entry: dict[str, Any]) -> Iterator[str]:
    title = " ".join(entry[key] for key in ("title", "prompt", "hint") if key in entry)
    yield from wrapped(f"{title} ({entry['kind']} {entry['id']})")
    if "text" in entry:
        yield from wrapped(entry["text"])
    for key, value in entry.items():
        if key not in _APART and value not in ((), [], {}, None, False):
            yield from _field(key, value)
    yield from _source(entry)
    if entry["rules"]:
        yield ""
        yield _("rules that name it")
        for rule in entry["rules"]:
            yield from wrapped(f"- {rule['does']}: {rule['title']} [{rule['id']}]", 2, 4)
    if entry["said_otherwise_where"]:
        yield ""
        yield _(SAID_OTHERWISE["prompt" in entry])  # only questions have one
        for other in entry["said_otherwise_where"]:
            yield from wrapped(f"- {other['kind']}: {other['title']} [{other['id']}]", 2, 4)
    if entry["scenarios"]:
        yield ""
        yield from wrapped(
            _("comes up in the scenarios: {names}").format(names=", ".join(entry["scenarios"]))
        )


def _source(entry: dict[str, Any]) -> Iterator[str]:
    """Yield where an entry comes from, what it is called there, and what else is published close to it."""
    if entry["source"]:
        yield from wrapped(_("source: {source}").format(source=source_line(entry["source"])))
    if entry.get("source-term"):
        yield from wrapped(_("what the source calls it: {term}").format(term=entry["source-term"]))
    if entry.get("ground"):
        yield _("close to what is published, and still a judgement:")
        for ground in entry["ground"]:
            yield from wrapped(f"- {ground_line(ground)}", 2, 4)


def _field(key: str, value: Any) -> Iterator[str]:
    label = key.replace("-", " ").replace("_", " ")
    if isinstance(value, (list, tuple)):
        yield f"{label}:"
        for member in value:
            yield from wrapped(f"- {_inline(member)}", 2, 4)
    elif isinstance(value, dict) and key not in ("when", "then", "asked-unless"):
        yield f"{label}:"
        for name, member in value.items():
            yield from wrapped(f"- {name}: {_inline(member)}", 2, 4)
    else:
        yield from wrapped(f"{label}: {_inline(value)}")


def _inline(value: Any) -> str:
    if isinstance(value, dict) and set(value) == {"id", "text"}:
        return f"{value['text']} [{value['id']}]"
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False).replace('"', "")
    return str(value)
