"""The table of words that the page carries, gathered from all areas of `advisor.standalone.words`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

from advisor._language import _, ngettext
from advisor.standalone import words as tables_of_words

Words = dict[str, str | tuple[str, str]]
Text = TypeVar("Text")
_AREA = re.compile(r"""["`]([a-z]\w*)\.""")  # how a name begins where the script says it, or puts it together


def areas() -> dict[str, tuple[Words, Words]]:
    """Return of each area the words that are shared and those of its own."""
    names = sorted(each.name for each in iter_modules(tables_of_words.__path__))
    modules = {name: import_module(f"{tables_of_words.__name__}.{name}") for name in names}
    return {name: (module.SHARED, module.OWN) for name, module in modules.items()}


def words() -> dict[str, str | list[str]]:
    """Return all words by `area.name`, in the language of the moment."""
    return {
        f"{area}.{name}": _(text) if isinstance(text, str) else [ngettext(*text, 1), ngettext(*text, 2)]
        for area, tables in areas().items()
        for table in tables
        for name, text in table.items()
    }


def said_by(script: str, table: Mapping[str, Text]) -> dict[str, Text]:
    """Return of a table of words the areas that a script names."""
    named = set(_AREA.findall(script))
    return {name: text for name, text in table.items() if name.partition(".")[0] in named}
