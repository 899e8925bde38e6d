"""Parts that rest on packages which not everybody has: they are imported when they are wanted."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from advisor._language import _
from advisor.errors import AdvisorError


def extra_module(name: str, extra: str) -> Any:
    """Return the module `name`; `AdvisorError` says what to install if a package for it is missing."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.split(".")[0] == "advisor":
            raise
        remedy = f"pip install 'partnership-advisor[{extra}]'"
        raise AdvisorError(
            _("this needs the package '{name}'; install it with: {remedy}").format(
                name=error.name, remedy=remedy
            )
        ) from error
