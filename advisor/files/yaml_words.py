"""Which words of YAML are no text, and the parser: the one table by which files are read and written.

It is that of YAML 1.2's core schema: `no` and `on` are text, and so are dates.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any

import yaml

Scalar = str | int | float | bool | None
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the fast one, where PyYAML has it

_TAG = "tag:yaml.org,2002:"
WORDS: tuple[tuple[str, re.Pattern[str], Callable[[str], Scalar]], ...] = (
    (f"{_TAG}null", re.compile(r"(?:|~|null|Null|NULL)\Z"), lambda _: None),
    (f"{_TAG}bool", re.compile(r"(?:true|True|TRUE)\Z"), lambda _: True),
    (f"{_TAG}bool", re.compile(r"(?:false|False|FALSE)\Z"), lambda _: False),
    (f"{_TAG}int", re.compile(r"[-+]?[0-9]{1,18}\Z"), int),
    (f"{_TAG}float", re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"), float),
)


def scalar(text: str) -> Scalar:
    """Return what is meant by a word that stands without quotes; a number too large for any is text."""
    for _, pattern, value_of in WORDS:
        if pattern.match(text):
            value = value_of(text)
            return text if isinstance(value, float) and math.isinf(value) else value
    return text
