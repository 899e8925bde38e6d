"""The page of all keys: what may stand in each kind of entry and file, as the models of them have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from advisor.files.yaml_text import as_yaml
from advisor.knowledge import conditions, rules
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import leaves
from advisor.knowledge.kinds import WORK
from advisor.knowledge.model import Model, hyphened
from advisor.knowledge.overlay import Header
from advisor.knowledge.question import OneOf
from advisor.knowledge.rules import ForEach
from advisor.reports.catalogue import as_in_file
from advisor.scenarios.scenario import Scenario

MARK = "<!-- Made from the models and docs/keys.yaml: change those, not this page. -->"
_GROUPS = {
    "[condition](#conditions)": frozenset(conditions.BY_KEY.values()),
    "[conclusion](#conclusions)": frozenset(rules.BY_KEY.values()),
}
_WORDS: dict[Any, str] = {str: "text", int: "whole number", bool: "`true` or `false`"}
_ELSEWHERE = ("Case",)  # has a page of its own


def keys_page(knowledge: KnowledgeBase, meanings: Mapping[str, str]) -> str:
    """Return the page; `meanings` says what each key means. `KeyError` names one of which nothing is said."""
    return _Keys(knowledge, meanings).page()


class _Keys:
    """What has been told so far: a model that stands inside others has one section behind them."""

    def __init__(self, knowledge: KnowledgeBase, meanings: Mapping[str, str]) -> None:
        self._knowledge, self._meanings = knowledge, meanings
        self._inside: dict[type[Model], None] = {}
        self._told: set[type[Model]] = set()

    def page(self) -> str:
        lines = [MARK, "# All keys", "", *_INTRODUCTION, "## Files", ""]
        lines += self._section("base.yaml", Header, "Says what a knowledge base is as a whole.")
        lines += self._section("scenario", Scenario, "A case study, one to a file, in `scenarios/`.")
        lines += ["## Entries", ""]
        for kind in self._knowledge.kinds:
            lines += self._section(kind.key, kind.model, _first_line(kind.model))
            lines += self._example(kind.name)
        lines += ["## Conditions", ""]
        lines += [line for key, model in conditions.BY_KEY.items() for line in self._rule_part(key, model)]
        lines += ["## Conclusions", ""]
        lines += [line for key, model in rules.BY_KEY.items() for line in self._rule_part(key, model)]
        lines += ["## What stands inside others", ""]
        self._inside[ForEach] = None
        while waiting := [model for model in self._inside if model not in self._told]:
            for model in waiting:
                lines += self._section(_heading(model), model, _first_line(model))
        return "\n".join(lines).rstrip() + "\n"

    def _section(self, heading: str, model: type[Model], said: str) -> Iterator[str]:
        self._told.add(model)
        yield from (
            f"### {heading}",
            "",
            said,
            "",
            "| key | type | must be there | what it is |",
            "|---|---|---|---|",
        )
        hints = get_type_hints(model, include_extras=True)
        for each in fields(model):
            key = hyphened(each.name)
            must = "yes" if _must(each) else "no"
            yield f"| `{key}` | {self._type(hints[each.name])} | {must} | {self._meaning(model, key)} |"
        yield ""

    def _meaning(self, model: type[Model], key: str) -> str:
        """Return what a key means, as the nearest of a model and those that it goes back to has it."""
        own = [f"{each.__name__}.{key}" for each in model.__mro__]
        return next(self._meanings[name] for name in [*own, key] if name in self._meanings or name == key)

    def _type(self, hint: Any) -> str:
        options = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
        options = tuple(each for each in options if each is not type(None))
        for word, group in _GROUPS.items():
            if all(each in group for each in options if isinstance(each, type)) and len(options) > 1:
                return word
        return " or ".join(dict.fromkeys(map(self._one_type, options)))

    def _one_type(self, hint: Any) -> str:
        if get_origin(hint) is Annotated:
            words = next(each for each in get_args(hint) if isinstance(each, OneOf)).words
            return ", ".join(f"`{word}`" for word in words)
        if get_origin(hint) is Literal:
            return ", ".join(f"`{word}`" for word in get_args(hint))
        if get_origin(hint) is tuple:
            return f"list: {self._type(get_args(hint)[0])}"
        if isinstance(hint, type) and issubclass(hint, Model):
            return self._link(hint)
        return _WORDS.get(hint, "lines of `key: text`")

    def _link(self, model: type[Model]) -> str:
        if model.__name__ in _ELSEWHERE:
            return "[case](case-files.md)"
        self._inside[model] = None
        return f"[{_heading(model)}](#{_heading(model)})"

    def _rule_part(self, key: str, model: type[Model]) -> Iterator[str]:
        where = "when" if key in conditions.BY_KEY and model is conditions.BY_KEY[key] else "then"
        yield from self._section(f"{where}: {key}", model, _first_line(model))
        found = [part for part in self._parts() if type(part) is model]
        if found:
            shortest = min(found, key=lambda part: len(str(part.as_dict())))
            yield from _fenced(as_yaml({where: _given(shortest)}))

    def _parts(self) -> Iterator[Model]:
        for rule in self._knowledge.rules:
            yield from (rule.then, rule.when, *rule.when.members, *leaves(rule.when))

    def _example(self, kind: str) -> Iterator[str]:
        ids = [] if kind in ("accepted", WORK) else self._knowledge.ids_of(kind)
        if ids:
            yield from _fenced(min((as_in_file(self._knowledge, id_) for id_ in ids), key=len))


_INTRODUCTION = (
    "For whoever writes a [knowledge base](own-knowledge.md) or [scenarios](scenarios.md). For each kind of",
    "file, entry, condition and conclusion: the keys, what stands behind each, whether it must be there, and",
    "the shortest example that comes with the program. An entry stands in a list under the name that its",
    "section has here, such as `rules:`. How to write a rule is told in [rules.md](rules.md).",
    "",
    "A *text* is words that people read. One with a colon and a blank, or a blank and `#`, needs quotes. An",
    "*id* is a text of lower-case words joined by hyphens. A *list* has a line with `- ` for each member, or",
    "all of them in `[...]`.",
    "",
)


def _must(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _heading(model: type[Model]) -> str:
    name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in model.__name__)
    return name.lstrip("-")


def _first_line(model: type[Model]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())


def _given(model: Model) -> dict[str, Any]:
    return {key: value for key, value in model.as_dict().items() if value not in ([], False)}


def _fenced(text: str) -> list[str]:
    return ["```yaml", text.rstrip("\n"), "```", ""]
