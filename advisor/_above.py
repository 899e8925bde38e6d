"""What something can do that is made in a layer above it, by name.

So `case.from_dict` or `advice.brief()` stand where one looks for them, and what a case or an advice is does
not hang on how it is checked, shortened or shown: the layers go one way.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def from_above(module: str, name: str) -> Any:
    """Return a function of a module above, which is imported when it is first wanted."""
    return getattr(import_module(module), name)
