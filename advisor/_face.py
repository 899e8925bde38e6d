"""The face of a package: the names that it gives to others, imported when they are first used.

So importing a package costs nothing, and a command starts as quickly as it can. A module that is called
after one of those names has an underscore (`explanation/_why.py` for `why`): otherwise importing it would
put the module where the function should be.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

Face = tuple[list[str], Callable[[str], Any], Callable[[], list[str]]]


def face(package: str, homes: Mapping[str, str]) -> Face:
    """Return `__all__`, `__getattr__` and `__dir__` of a package.

    `homes` gives for each of its modules the names that come from there, with spaces between.
    """
    home_of = {name: module for module, names in homes.items() for name in names.split()}

    def get(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module '{package}' has no attribute '{name}'")
        found = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, found)  # the next time it is simply there
        return found

    def public() -> list[str]:
        there = vars(sys.modules[package])
        own = {name for name, found in there.items() if getattr(found, "__name__", "") == f"{package}.{name}"}
        return sorted({*home_of, *own, *(name for name in there if name.startswith("__"))})

    return sorted(home_of), get, public
